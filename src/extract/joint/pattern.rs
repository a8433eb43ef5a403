//! Matches the patterns of the signing rules against one sentence.

use std::collections::HashSet;
use std::ops::Range;

use crate::extract::phrase::{PartyList, Phrase, SentenceView, phrase_from};
use crate::extract::reading::{PieceKind, Words};
use crate::knowledge::{Classes, Element, Pattern};

/// Where a pattern matched, and the parties it found.
#[derive(Debug, Clone, PartialEq)]
pub struct PatternMatch {
    /// The pieces it covers.
    pub range: Range<usize>,
    /// The parties.
    pub parties: PartyList,
}

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

/// The subject of the verb at piece `at`; of "it" in reported speech, the one party that speaks.
fn subject<'v>(view: &'v SentenceView<'_, '_>, at: usize) -> Option<&'v Phrase> {
    let words = view.words;
    let linking = Classes::AUXILIARY.or(Classes::NEGATION).or(Classes::ADVERB);
    let before = (0..at).rev().find(|&at| !words.classes(at).any(linking))?;
    let pronoun = words.classes(before).any(Classes::SUBJECT_PRONOUN) && words.lower(before) != "they";
    if !pronoun && words.lower(before) != "it" {
        return view.subject(at);
    }
    let cue = (0..before).rev().take(3).find(|&at| words.is_finite(at))?;
    view.subject(cue).filter(|phrase| phrase.list.parties.len() == 1)
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
        set.contains(word.as_ref()) || set.contains("n't") && word.ends_with("n't")
    }
}

/// Whether the document noun at `at` is one by itself, or by a word that makes it joint.
fn is_issued(words: Words<'_, '_>, at: usize) -> bool {
    let joint = || (at.saturating_sub(3)..at).any(|at| words.is_one_of(at, words.table.joint));
    words.is_document(at) && (words.is_one_of(at, words.table.document) || joint())
}

/// The document noun at `at` or within two words behind it.
fn document_behind(words: Words<'_, '_>, at: usize) -> Option<usize> {
    (at..at + 3).find(|&at| words.is_document(at))
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
            let passive = words.classes(at).any(Classes::PARTICIPLE) && before.any(Classes::BE.or(Classes::NEGATION));
            let other = words.is_finite(at)
                && !aside
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
