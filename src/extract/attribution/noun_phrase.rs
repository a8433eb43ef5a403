//! Where noun phrases begin and end, with all that belongs to them: "the head of the bank in Lagos".

use crate::knowledge::{Classes, Takes};

use super::chunk::{Chunk, Form, Kind};
use super::clause::Clause;
use super::subject::before_asides;
use super::word::Tag;

/// Phrases a noun phrase may be made of.
const MOST_PHRASES: usize = 24;

/// What may stand before a list of noun phrases.
const LIST_OPENERS: [Tag; 7] =
    [Tag::Comma, Tag::Coordinator, Tag::Dash, Tag::Colon, Tag::Semicolon, Tag::That, Tag::Subordinator];

/// Bytes of a title in quotation marks.
const LONGEST_TITLE: usize = 60;

/// A noun phrase found from its end.
#[derive(Debug, Clone, Copy)]
pub(super) struct Phrase {
    /// Its first chunk.
    pub first: usize,
    /// Whether a preposition or a verb before it rules it, so that it is no subject.
    pub governed: bool,
}

/// The noun phrase that ends with the chunk `last`.
pub(super) fn phrase_ending(clause: &Clause, last: usize) -> Phrase {
    let mut first = last;
    for _ in 0..MOST_PHRASES {
        match extended(clause, first) {
            Some(further) => first = further,
            None => break,
        }
    }
    let governed = first.checked_sub(1).and_then(|at| clause.chunk(at)).is_some_and(rules);
    Phrase { first, governed }
}

fn rules(left: Chunk) -> bool {
    left.is(Tag::Preposition) || left.verb().is_some()
}

/// One step to the left inside a noun phrase that begins at `first` so far.
fn extended(clause: &Clause, first: usize) -> Option<usize> {
    let left = clause.chunk(first.checked_sub(1)?)?;
    let noun_at = |at: Option<usize>| at.filter(|&at| clause.is_noun_phrase(at));
    if left.kind == Kind::Bracketed {
        return noun_at(first.checked_sub(2));
    }
    if left.is_noun_phrase() && is_adjective(clause, first) && clause.is(first + 1, Tag::Preposition) {
        return Some(first - 1);
    }
    if left.is(Tag::Preposition) {
        if participle_by(clause, first) {
            return noun_at(before_asides(clause, first - 2).checked_sub(1));
        }
        let conjunction = clause.classes(first - 1).any(Classes::SUBORDINATOR);
        return noun_at(first.checked_sub(2)).filter(|_| !conjunction).or_else(|| before_relative(clause, first));
    }
    if left.is(Tag::Coordinator) {
        let serial = first >= 3 && clause.is(first - 2, Tag::Comma);
        let (back, least) = if serial { (3, 1) } else { (2, 0) };
        let other = first.checked_sub(back)?;
        let other = if clause.chunks[other].kind == Kind::Bracketed { other.checked_sub(1)? } else { other };
        return list_start(clause, noun_at(Some(other))?, least);
    }
    if let Some(verb) = left.verb() {
        let before = first.checked_sub(2)?;
        if verb.form == Form::Past && reduced(clause, first - 1) {
            return noun_at(Some(before_asides(clause, first - 1)).and_then(|at| at.checked_sub(1)));
        }
        if verb.form == Form::Finite || verb.form == Form::Past {
            return before_relative(clause, first);
        }
        return noun_at(Some(before)).filter(|_| verb.form == Form::Ing || verb.form == Form::Infinitive);
    }
    None
}

/// "officials responsible for": whether the chunk at `at` is an adjective that describes the noun before it.
fn is_adjective(clause: &Clause, at: usize) -> bool {
    let words = clause.chunks[at].words(clause.words);
    words.len() == 1 && words[0].tag == Tag::Adjective
}

/// "a memo seen by": whether a participle that describes stands before the preposition before `first`.
fn participle_by(clause: &Clause, first: usize) -> bool {
    let Some(verb) = first.checked_sub(2).filter(|&at| clause.verb(at).is_some_and(|verb| verb.form == Form::Past))
    else {
        return false;
    };
    let classes = clause.words[clause.chunks[verb].end - 1].entry.classes;
    let by = clause.spelled(clause.chunks[first - 1].first) == "by";
    classes.any(Classes::PARTICIPLE) && (by || !classes.any(Classes::PAST)) && reduced(clause, verb)
}

/// Whether the participle at `at` can only describe: "published by", "released Friday".
fn describes(clause: &Clause, at: usize) -> bool {
    let next = clause.chunk(at + 1);
    let by = next.is_some_and(|next| next.is(Tag::Preposition) && clause.spelled(next.first) == "by");
    reduced(clause, at) && (by || next.is_some_and(|next| next.kind == Kind::Time))
}

/// Whether the lone form in -ed at `at` is a participle that describes the noun before it
/// ("a survey conducted by"): nothing it could act on follows.
pub(super) fn reduced(clause: &Clause, at: usize) -> bool {
    let reports = clause.verb_cues(at).iter().any(|cue| cue.takes.any(Takes::BARE));
    let next = clause.chunk(at + 1);
    !reports && next.is_some_and(|next| next.is(Tag::Preposition) || next.is_aside())
}

/// The noun phrase before the relative clause that the chunk `first` is the end of
/// ("supporters who have heard from the campaign"), when one verb stands between.
fn before_relative(clause: &Clause, first: usize) -> Option<usize> {
    let mut verbs = 0;
    for at in (0..first).rev().take(MOST_PHRASES) {
        let chunk = clause.chunks[at];
        if chunk.is(Tag::Relative) {
            return at.checked_sub(1).filter(|&noun| verbs == 1 && clause.is_noun_phrase(noun));
        }
        if chunk.is_finite() {
            verbs += 1;
        }
        if verbs > 1
            || matches!(chunk.kind, Kind::Single(Tag::Comma | Tag::Dash | Tag::Semicolon | Tag::Quote | Tag::That))
        {
            return None;
        }
    }
    None
}

/// Where a list of noun phrases begins ("A, B and C") whose last but one ends at `last`; it must
/// hold at least `commas_needed` commas more.
fn list_start(clause: &Clause, last: usize, commas_needed: usize) -> Option<usize> {
    let mut phrase = phrase_ending_once(clause, last);
    let mut commas = 0;
    while !phrase.governed
        && phrase.first >= 2
        && clause.is(phrase.first - 1, Tag::Comma)
        && clause.is_noun_phrase(phrase.first - 2)
    {
        let further = phrase_ending_once(clause, phrase.first - 2);
        let opens = further.first.checked_sub(1).is_none_or(|at| LIST_OPENERS.iter().any(|&tag| clause.is(at, tag)));
        if further.governed || !opens {
            break;
        }
        commas += 1;
        phrase = further;
    }
    (!phrase.governed && commas >= commas_needed).then_some(phrase.first)
}

/// As [`phrase_ending`], without crossing another coordinator.
fn phrase_ending_once(clause: &Clause, last: usize) -> Phrase {
    let mut first = last;
    while first >= 2 && clause.is(first - 1, Tag::Preposition) && clause.is_noun_phrase(first - 2) {
        first -= 2;
    }
    let governed = first.checked_sub(1).and_then(|at| clause.chunk(at)).is_some_and(rules);
    Phrase { first, governed }
}

/// As [`phrase_from`], with what describes a source: "sources briefed on the talks", "his book 'It'".
pub(super) fn source_from(clause: &Clause, first: usize) -> usize {
    let mut end = phrase_from(clause, first);
    if clause.is(end, Tag::Quote) && clause.words[clause.chunks[end].first].span.len() < LONGEST_TITLE {
        return end + 1;
    }
    let participle = clause.verb(end).is_some_and(|verb| matches!(verb.form, Form::Past | Form::Ing));
    if participle && clause.is(end + 1, Tag::Preposition) && clause.is_noun_phrase(end + 2) {
        end = phrase_from(clause, end + 2);
    }
    end
}

/// Where the noun phrase begun at `first` ends, with its prepositional phrases.
pub(super) fn phrase_from(clause: &Clause, first: usize) -> usize {
    let mut end = first + 1;
    for _ in 0..MOST_PHRASES {
        let next = clause.chunk(end);
        if next.is_some_and(|chunk| chunk.is(Tag::Preposition)) && clause.is_noun_phrase(end + 1) {
            end += 2;
        } else if next.is_some_and(|chunk| chunk.kind == Kind::Bracketed) {
            end += 1;
        } else if clause.verb(end).is_some_and(|verb| verb.form == Form::Past) && describes(clause, end) {
            end += if clause.is(end + 1, Tag::Preposition) { 3 } else { 2 };
            end = end.min(clause.chunks.len());
        } else if next.is_some_and(|chunk| chunk.is(Tag::Coordinator))
            && clause.is_noun_phrase(end + 1)
            && !clause.is_finite(end + 2)
        {
            end += 2;
        } else {
            break;
        }
    }
    end
}
