//! The noun phrase that does what a verb of its sentence says.

use std::ops::Range;

use super::reader::Phrase;
use crate::extract::reading::{PieceKind, Words};
use crate::knowledge::Classes;

/// How far left of its verb a subject is looked for, in pieces.
const REACH: usize = 60;

/// How many verbs left of a coordinator are tried for its subject.
const TRIED: usize = 3;

/// "Chad's government and the rebels said": the state that is named with `phrase`, which signs for none.
fn beside_unofficial<'p>(words: Words<'_, '_>, phrases: &'p [Phrase], phrase: &Phrase) -> Option<&'p Phrase> {
    let and = phrase.range.start.checked_sub(1).filter(|&at| phrase.list.is_empty() && words.lower(at) == "and")?;
    let host = phrases.iter().find(|host| host.range.end == and && !host.list.parties.is_empty())?;
    governor(words, host.range.start).is_none().then_some(host)
}

/// The subject of the verb at piece `verb`.
#[must_use]
pub fn subject_of<'p>(words: Words<'_, '_>, phrases: &'p [Phrase], verb: usize) -> Option<&'p Phrase> {
    let mut end = verb;
    let floor = verb.saturating_sub(REACH);
    while end > floor {
        let at = end - 1;
        if let Some(phrase) = phrases.iter().find(|phrase| phrase.range.contains(&at)) {
            // "leaders meeting in Hiroshima condemned"
            let start = phrase.range.start;
            let participle = words.classes(start).any(Classes::ING) || words.lower(start).ends_with("ing");
            if participle && phrase.list.is_empty() && phrases.iter().any(|phrase| phrase.range.end == start) {
                end = start;
                continue;
            }
            match governor(words, start) {
                None => return Some(beside_unofficial(words, phrases, phrase).unwrap_or(phrase)),
                Some(governor) => {
                    end = governor;
                    continue;
                }
            }
        }
        if words.is_mark(at, ",") || words.is_dash(at) {
            // "..., the court said": another noun phrase stands before the verb.
            let noun = Classes::DETERMINER.or(Classes::POSSESSIVE).or(Classes::NOUN);
            let other = |at: usize| {
                words.is_proper(at) || words.classes(at).any(noun) && !words.is_one_of(at, words.table.floating)
            };
            if (end..verb).any(other) {
                return None;
            }
            // "A, which borders B, C and D, said", "a club which groups A and B, said"
            if let Some(relative) = relative_before(words, floor..at) {
                end = relative - usize::from(relative > 0 && words.is_mark(relative - 1, ","));
                continue;
            }
            // "A, along with B, said"
            let beside = phrases.iter().find(|phrase| phrase.range.end == at);
            // "A, head of marketing and sales, said"
            let joined = |start: usize| start > 0 && words.classes(start - 1).any(Classes::COORDINATOR);
            let whole = |phrase: &&Phrase| !phrase.list.is_empty() || !joined(phrase.range.start);
            let beside = beside.filter(whole);
            // "A, invited to make it a foursome, refused"
            let reduced = |host: &&Phrase| words.classes(host.range.end + 1).any(Classes::PARTICIPLE);
            if beside.is_some_and(|phrase| phrase.list.is_empty())
                && let Some(host) =
                    before_adjunct(words, phrases, at).filter(|host| !host.list.is_empty()).filter(reduced)
            {
                return Some(host);
            }
            if let Some(phrase) = beside.filter(|phrase| governor(words, phrase.range.start).is_none()) {
                return Some(named_by(words, phrases, phrase).unwrap_or(phrase));
            }
            return before_adjunct(words, phrases, at).or_else(|| resume(words, phrases, at));
        }
        if words.is_mark(at, ")") {
            end = (floor..at).rev().find(|&at| words.is_mark(at, "("))?;
            continue;
        }
        if words.classes(at).any(Classes::COORDINATOR) {
            return resume(words, phrases, at);
        }
        if words.classes(at).any(Classes::RELATIVE) && words.is_finite(at + 1) {
            // "The four states that border it said".
            let host = phrases.iter().find(|phrase| phrase.range.end == at);
            if let Some(phrase) = host.filter(|phrase| governor(words, phrase.range.start).is_none()) {
                return Some(phrase);
            }
        }
        if !may_skip(words, at) {
            // "A urged B and called on C"
            let joined = words.classes(at).any(Classes::COORDINATOR);
            return joined.then(|| resume(words, phrases, at)).flatten();
        }
        end = at;
    }
    None
}

/// The preposition or verb that rules the phrase that begins at `start`, so that it is no subject.
#[must_use]
pub fn governor(words: Words<'_, '_>, start: usize) -> Option<usize> {
    let mut at = start.checked_sub(1)?;
    // "only Hungary", "not the ministers".
    while at > 0 && words.classes(at).any(Classes::ADVERB) && !words.classes(at).any(Classes::PREPOSITION) {
        at -= 1;
    }
    if words.kind(at) != Some(PieceKind::Word) || blurs(words, at) {
        return None;
    }
    let classes = words.classes(at);
    if classes.any(Classes::SUBORDINATOR.or(Classes::RELATIVE)) {
        return None;
    }
    let verb = classes.any(Classes::VERB) && !classes.any(Classes::NOUN) && !words.is_finite(at);
    (classes.any(Classes::PREPOSITION) || verb).then_some(at)
}

/// "About 100 countries": the word only blurs the number behind it.
#[must_use]
pub fn blurs(words: Words<'_, '_>, at: usize) -> bool {
    let counted = words.kind(at + 1) == Some(PieceKind::Number) || words.number(at + 1).is_some();
    counted && words.is_one_of(at, words.table.approximate)
}

/// The relative word that opens the clause at the end of `range`, which has one verb.
fn relative_before(words: Words<'_, '_>, range: Range<usize>) -> Option<usize> {
    let relative = range.clone().rev().find(|&at| words.classes(at).any(Classes::RELATIVE))?;
    let comma = relative > 0 && words.is_mark(relative - 1, ",");
    if comma && !(relative..range.end).any(|at| words.is_mark(at, ",")) {
        return Some(relative);
    }
    let verb = (relative + 1..range.end.min(relative + 4)).find(|&at| words.is_finite(at))?;
    let inside = |at: usize| !words.is_finite(at) && (comma || !words.is_mark(at, ",")) && !words.is_dash(at);
    (verb + 1..range.end).all(inside).then_some(relative)
}

/// Words between a subject and its verb, or inside a phrase that stands between them.
fn may_skip(words: Words<'_, '_>, at: usize) -> bool {
    let Some(kind) = words.kind(at) else { return false };
    if kind != PieceKind::Word {
        return kind == PieceKind::Number || kind == PieceKind::Possessive || matches!(kind, PieceKind::Name(_));
    }
    let classes = words.classes(at);
    if classes.any(Classes::AUXILIARY) {
        return true;
    }
    !words.is_finite(at)
        && !classes
            .any(Classes::RELATIVE.or(Classes::SUBORDINATOR).or(Classes::COORDINATOR).or(Classes::SUBJECT_PRONOUN))
        || classes.any(Classes::PREPOSITION.or(Classes::ADVERB))
        || classes.any(Classes::VERB_OR_NOUN)
}

/// "A, a founder, said": the phrase that `phrase` stands beside, when it names nobody itself.
fn named_by<'p>(words: Words<'_, '_>, phrases: &'p [Phrase], phrase: &Phrase) -> Option<&'p Phrase> {
    let comma = phrase.range.start.checked_sub(1).filter(|&at| words.is_mark(at, ","))?;
    let host = phrases.iter().find(|host| host.range.end == comma)?;
    let names = phrase.list.parties.is_empty() && !host.list.parties.is_empty();
    (names && governor(words, host.range.start).is_none()).then_some(host)
}

/// "A, in a joint letter, urged": the phrase right before the adjunct that `mark` closes.
fn before_adjunct<'p>(words: Words<'_, '_>, phrases: &'p [Phrase], mark: usize) -> Option<&'p Phrase> {
    let same = |at: usize| if words.is_dash(mark) { words.is_dash(at) } else { words.is_mark(at, ",") };
    let candidates = phrases.iter().rev().filter(|phrase| phrase.range.end <= mark);
    candidates.take(6).find(|phrase| {
        let quoted = (phrase.range.end..mark).any(|at| words.is_quote(at));
        same(phrase.range.end) && phrase.range.end < mark && !quoted && governor(words, phrase.range.start).is_none()
    })
}

/// "A urged B, and called on C": the subject of the verb before.
fn resume<'p>(words: Words<'_, '_>, phrases: &'p [Phrase], mark: usize) -> Option<&'p Phrase> {
    // "A attended the talks but did not sign": a noun may look like a verb.
    let verbs = (mark.saturating_sub(REACH)..mark).rev().filter(|&at| words.is_finite(at));
    verbs.take(TRIED).find_map(|before| {
        let mut at = before.checked_sub(1)?;
        let told = words.classes(at).any(Classes::RELATIVE);
        // "A, which borders B, met C and urged", "A, who read it but did not sign it"
        if told {
            at = at.checked_sub(1)?;
        } else if words.is_mark(at, ",") {
            at = relative_before(words, at.saturating_sub(REACH)..at)?.checked_sub(1)?;
        }
        let at = if words.is_mark(at, ",") { at.checked_sub(1)? } else { at };
        let free = |phrase: &Phrase| told || governor(words, phrase.range.start).is_none();
        phrases.iter().find(|phrase| phrase.range.contains(&at) && free(phrase))
    })
}
