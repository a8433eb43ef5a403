//! Matches the patterns of the signing rules against one sentence.

use std::collections::HashSet;
use std::ops::Range;

use super::stance::{Stance, stance};
use crate::extract::phrase::{PartyList, Phrase, SentenceView, is_cosigned, phrase_from};
use crate::extract::reading::{PieceKind, Words};
use crate::knowledge::{Classes, Element, Meaning, Pattern};

/// Where a pattern matched, and the parties it found.
#[derive(Debug, Clone, PartialEq)]
pub struct PatternMatch {
    /// The pieces it covers.
    pub range: Range<usize>,
    /// The parties.
    pub parties: PartyList,
}

/// Longest noun phrase that a text heads, in pieces.
const OBJECT: usize = 9;

/// How far before "its minister" the verb of the state may stand, in pieces.
const OWNER: usize = 14;

/// Most words a gap may hold.
const GAP: usize = 14;

/// Every match of `pattern` in `view` that names a party or counts some, leftmost first.
#[must_use]
pub fn find(view: &SentenceView<'_, '_>, pattern: &Pattern) -> Vec<PatternMatch> {
    match pattern.elements.as_slice() {
        [Element::Parties, Element::Gap, rest @ ..] | [Element::Parties, rest @ ..] => behind_subject(view, rest),
        elements => before_parties(view.words, elements),
    }
}

fn before_parties(words: Words<'_, '_>, elements: &[Element]) -> Vec<PatternMatch> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < words.pieces.len() {
        match matches(words, elements, at) {
            Some((end, Some(parties))) if !parties.is_empty() => {
                out.push(PatternMatch { range: at..end, parties });
                at = end.max(at + 1);
            }
            _ => at += 1,
        }
    }
    out
}

/// A pattern that opens with its parties: they are the subject of the rest.
fn behind_subject(view: &SentenceView<'_, '_>, rest: &[Element]) -> Vec<PatternMatch> {
    let words = view.words;
    let mut out: Vec<PatternMatch> = Vec::new();
    for at in 1..words.pieces.len() {
        if out.last().is_some_and(|last| at < last.range.end) {
            continue;
        }
        let Some((end, _)) = matches(words, rest, at) else { continue };
        let Some(subject) = subject(view, at).filter(|subject| !subject.list.is_empty()) else { continue };
        // "the pact, which Washington has not signed": what was not signed is named before.
        let start = subject.range.start;
        if start > 0 && words.classes(start - 1).any(Classes::RELATIVE) {
            continue;
        }
        out.push(PatternMatch { range: start..end, parties: subject.list.clone() });
    }
    out
}

/// Where a verb of signing matches, with its object a text, and who is said to stand to it.
#[must_use]
pub fn stances(view: &SentenceView<'_, '_>, pattern: &Pattern) -> Vec<(Range<usize>, Stance)> {
    let words = view.words;
    let rest = &pattern.elements[1..];
    let Some(Element::Word(verbs)) = rest.first() else { return Vec::new() };
    let mut out = Vec::new();
    for at in 0..words.pieces.len() {
        let noun = Classes::ADJECTIVE.or(Classes::DETERMINER).or(Classes::POSSESSIVE);
        let before = words.classes(at.wrapping_sub(1));
        // "Pushed back", "sent them back"
        let ruled = before.any(Classes::TO.or(Classes::AUXILIARY).or(Classes::NEGATION));
        let named = matches!(words.kind(at.wrapping_sub(1)), Some(PieceKind::Name(_)));
        let adverb = words.classes(at).any(Classes::ADVERB) && !ruled && !named;
        if !is_word(words, at, verbs) || before.any(noun) || adverb {
            continue;
        }
        let Some((end, _)) = matches(words, rest, at) else { continue };
        if let Some(stance) = stance(view, at) {
            out.push((stance.start.min(at)..end, stance));
        }
    }
    out
}

/// The subject of the verb at piece `at`; of "it" in reported speech, the one party that speaks.
pub(super) fn subject<'v>(view: &'v SentenceView<'_, '_>, at: usize) -> Option<&'v Phrase> {
    let words = view.words;
    let linking = Classes::AUXILIARY.or(Classes::NEGATION).or(Classes::ADVERB);
    let before = (0..at).rev().find(|&at| !words.classes(at).any(linking))?;
    let pronoun = words.classes(before).any(Classes::SUBJECT_PRONOUN) && words.lower(before) != "they";
    // "said his country could not sign"
    let own = matches!(words.lower(before.saturating_sub(1)).as_ref(), "his" | "her" | "its" | "our")
        && (words.is_one_of(before, words.table.each) || is_of_state(words, before));
    if !pronoun && !own && words.lower(before) != "it" {
        // "China said it agreed but had not signed"
        let joined = words.classes(before).any(Classes::COORDINATOR);
        let earlier = || (at.saturating_sub(GAP)..before).rev().find(|&at| words.is_finite(at));
        return view.subject(at).or_else(|| subject(view, earlier().filter(|_| joined)?));
    }
    let before = before - usize::from(own);
    let cue = (0..before).rev().take(3).find(|&at| words.is_finite(at));
    // "Turkey took part, but its minister did not sign"
    let cue = cue.or_else(|| (0..before).rev().take(OWNER).filter(|_| own).find(|&at| words.is_finite(at)))?;
    view.subject(cue).filter(|phrase| phrase.list.parties.len() == 1)
}

/// Whether the word at `at` is an office or organ of a state.
fn is_of_state(words: Words<'_, '_>, at: usize) -> bool {
    let listed = words.is_one_of(at, words.table.collective) || words.is_one_of(at, words.table.organ);
    listed || matches!(words.meaning(at), Some(Meaning::Office(_)))
}

/// The end of the match of `elements` at piece `at`, and the parties in it.
fn matches(words: Words<'_, '_>, elements: &[Element], at: usize) -> Option<(usize, Option<PartyList>)> {
    let Some((element, rest)) = elements.split_first() else { return Some((at, None)) };
    match element {
        Element::Word(set) => is_word(words, at, set).then(|| matches(words, rest, at + 1))?,
        Element::Optional(set) if is_word(words, at, set) => {
            matches(words, rest, at + 1).or_else(|| matches(words, rest, at))
        }
        Element::Optional(_) => matches(words, rest, at),
        Element::Document => is_issued(words, at).then(|| matches(words, rest, at + 1))?,
        Element::Joint => {
            words.is_one_of(at, words.table.joint).then(|| matches(words, rest, document_behind(words, at + 1)?))?
        }
        Element::Text => matches(words, rest, text_end(words, at)?),
        Element::Gap => {
            let ends = (at..=at + GAP).take_while(|&end| end == at || may_skip(words, end - 1));
            ends.into_iter().find_map(|end| matches(words, rest, end))
        }
        Element::Parties => {
            if at >= words.pieces.len() {
                return None;
            }
            let phrase = phrase_from(words, at);
            let (end, _) = matches(words, rest, phrase.range.end)?;
            Some((end, Some(phrase.list)))
        }
    }
}

fn is_word(words: Words<'_, '_>, at: usize, set: &HashSet<String>) -> bool {
    at < words.pieces.len() && {
        let word = words.lower(at);
        set.contains(word.as_ref()) || set.contains("n't") && words.is_contracted(at)
    }
}

/// Whether the document noun at `at` is one by itself, or by a word that makes it joint.
fn is_issued(words: Words<'_, '_>, at: usize) -> bool {
    let joint = || (at.saturating_sub(3)..at).any(|at| words.is_one_of(at, words.table.joint));
    words.is_document(at) && (words.is_one_of(at, words.table.document) || joint() || is_cosigned(words, at))
}

/// The document noun at `at` or within two words behind it.
fn document_behind(words: Words<'_, '_>, at: usize) -> Option<usize> {
    (at..at + 3).find(|&at| words.is_document(at))
}

/// Where the object of a verb of signing ends, when it is a text, a word for one, or left out.
fn text_end(words: Words<'_, '_>, at: usize) -> Option<usize> {
    let mut at = at;
    while words.is_quote(at) || words.classes(at).any(Classes::ADVERB) && !words.classes(at).any(Classes::PREPOSITION) {
        at += 1;
    }
    match words.kind(at) {
        None | Some(PieceKind::Mark) => return Some(at),
        Some(PieceKind::Word) => {}
        Some(PieceKind::Number) if words.classes(at + 1).any(Classes::TIME_UNIT) => return Some(at),
        Some(_) => return text_behind(words, at),
    }
    let classes = words.classes(at);
    if matches!(words.lower(at).as_ref(), "it" | "them" | "so" | "either" | "one") {
        return Some(at + 1);
    }
    // "Begged off signing"
    if words.is_one_of(at, words.table.signing) && words.classes(at).any(Classes::ING) {
        return Some(text_end(words, at + 1).unwrap_or(at + 1));
    }
    let closes = Classes::COORDINATOR.or(Classes::SUBORDINATOR).or(Classes::TIME);
    // "Withdrew its name two hours later"
    let later = (at..at + 3).any(|at| words.classes(at).any(Classes::TIME_UNIT));
    if classes.any(closes) || later {
        return Some(at);
    }
    let signs = at > 0 && words.is_one_of(at - 1, words.table.signing);
    if signs && words.is_one_of(at, words.table.aside) && !words.is_one_of(at + 1, words.table.definite) {
        return Some(at);
    }
    text_behind(words, at)
}

/// The end of the noun phrase at `at` if a text heads it.
fn text_behind(words: Words<'_, '_>, at: usize) -> Option<usize> {
    let known = words.is_one_of(at, words.table.definite);
    // "Refused to endorse a paragraph"
    let known = known || words.is_one_of(at.wrapping_sub(3), words.table.declining);
    let noun = |at: &usize| words.is_document(*at) || known && words.is_one_of(*at, words.table.step);
    let closed = Classes::PREPOSITION
        .or(Classes::COORDINATOR)
        .or(Classes::SUBORDINATOR)
        .or(Classes::RELATIVE)
        .or(Classes::AUXILIARY)
        .or(Classes::NEGATION);
    let inside = |at: &usize| match words.kind(*at) {
        // "The leaders' statement"
        None | Some(PieceKind::Mark) => {
            words.is_dash(*at)
                || words.is_quote(*at)
                || words.text(at.saturating_sub(1)).ends_with('s') && matches!(words.text(*at), "'" | "\u{2019}")
        }
        Some(_) => !words.classes(*at).any(closed),
    };
    // "A memorandum of understanding"
    let routine = |at: &usize| (at + 1..at + 3).any(|at| words.is_one_of(at, words.table.routine));
    (at..at + OBJECT).take_while(inside).find(noun).filter(|at| !routine(at)).map(|at| at + 1)
}

fn may_skip(words: Words<'_, '_>, at: usize) -> bool {
    match words.kind(at) {
        Some(PieceKind::Mark) => !matches!(words.text(at), ";" | ":" | "." | "!" | "?"),
        Some(PieceKind::Word) => {
            // Another clause begins.
            let aside = words.classes(at).any(Classes::PARTICIPLE)
                && words.is_mark(at.wrapping_sub(1), ",")
                && words.is_document(at.wrapping_sub(2));
            let before = words.classes(at.wrapping_sub(1));
            let noun =
                words.classes(at).any(Classes::NOUN.or(Classes::VERB_OR_NOUN)) && before.any(Classes::SUBORDINATOR);
            // "The text put out in Rome by A"
            let reduced = words.is_document(at.wrapping_sub(1))
                && (words.classes(at).any(Classes::PARTICIPLE) || words.is_one_of(at, words.table.past))
                && words.classes(at + 1).any(Classes::PREPOSITION.or(Classes::ADVERB).or(Classes::TIME));
            let passive = words.classes(at).any(Classes::PARTICIPLE) && before.any(Classes::BE.or(Classes::NEGATION));
            let other = words.is_finite(at)
                && !aside
                && !reduced
                && !noun
                && !passive
                && !words.classes(at).any(Classes::AUXILIARY.or(Classes::VERB_OR_NOUN));
            // So does another noun phrase that no preposition ties to what is before it.
            let opens = matches!(words.lower(at).as_ref(), "a" | "an" | "the");
            let loose =
                opens && at > 0 && !words.classes(at - 1).any(Classes::PREPOSITION) && words.is_document(at - 1);
            !other
                && !loose
                && !matches!(words.lower(at).as_ref(), "that" | "what" | "who" | "while" | "because" | "but")
        }
        Some(_) => true,
        None => false,
    }
}
