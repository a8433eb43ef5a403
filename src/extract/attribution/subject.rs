//! Finds who does what a verb says, to the left of the verb.

use crate::knowledge::{Classes, Takes};

use super::apposition::{behind_apposition, behind_dashes};
use super::chunk::{Chunk, Form, Kind};
use super::clause::Clause;
use super::inversion::inverted;
use super::noun_phrase::{phrase_ending, phrase_from, reduced};
use super::word::Tag;

/// How far a search hands over to another verb's subject.
const MOST_STEPS: usize = 4;

/// A subject: the chunks from `first` up to `end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Subject {
    pub first: usize,
    pub end: usize,
    /// Whether it is a relative pronoun.
    pub relative: bool,
    /// Whether it stands directly before the verb, and not before an earlier one.
    pub own: bool,
}

/// The subject of the verb group at `verb`.
pub(super) fn before(clause: &Clause, verb: usize) -> Option<Subject> {
    search(clause, verb, MOST_STEPS)
}

fn search(clause: &Clause, verb: usize, steps: usize) -> Option<Subject> {
    let at = before_asides(clause, verb);
    let form = clause.chunks[verb].verb().map(|verb| verb.form);
    if at == 0 {
        return if form == Some(Form::Finite) { None } else { after_scene(clause, verb) };
    }
    let left = clause.chunk(at - 1)?;
    let steps = steps.checked_sub(1)?;
    if left.is(Tag::Relative) || left.is(Tag::Question) {
        let personal = !clause.spelled(left.first).eq_ignore_ascii_case("where");
        return personal.then_some(Subject { first: at - 1, end: at, relative: true, own: true });
    }
    if left.is_noun_phrase() && clause.quote_ends_with(at - 1, &[',']) {
        return behind_apposition(clause, at).or_else(|| of_earlier_verb(clause, at, steps));
    }
    if left.is_noun_phrase() {
        if form == Some(Form::Infinitive)
            && let Some(subject) = of_earlier_verb(clause, at - 1, steps)
        {
            return Some(subject);
        }
        let phrase = phrase_ending(clause, at - 1);
        let described = phrase.first.checked_sub(1).filter(|&at| clause.verb(at).is_some());
        if let Some(governor) = described.filter(|_| form == Some(Form::Ing) && is_thing(clause, phrase.first)) {
            return not_own(search(clause, governor, steps));
        }
        return Some(Subject { first: phrase.first, end: at, relative: false, own: true });
    }
    if left.is(Tag::Comma) {
        if form == Some(Form::Ing) || form == Some(Form::Infinitive) {
            return of_earlier_verb(clause, at - 1, steps).or_else(|| topic_before(clause, at - 1));
        }
        return behind_apposition(clause, at - 1).or_else(|| of_earlier_verb(clause, at - 1, steps));
    }
    if left.is(Tag::Dash) {
        return behind_dashes(clause, at - 1).or_else(|| of_earlier_verb(clause, at - 1, steps));
    }
    if left.is(Tag::Coordinator) {
        return of_earlier_verb(clause, at - 1, steps);
    }
    if left.verb().is_some_and(|verb| verb.form == Form::Past)
        && reduced(clause, at - 1)
        && at >= 2
        && clause.is_noun_phrase(at - 2)
    {
        let phrase = phrase_ending(clause, at - 2);
        return Some(Subject { first: phrase.first, end: verb, relative: false, own: true });
    }
    if left.verb().is_some() {
        return not_own(search(clause, at - 1, steps));
    }
    if left.is(Tag::Preposition) || left.is(Tag::Subordinator) {
        return of_earlier_verb(clause, at - 1, steps).or_else(|| after_scene(clause, verb));
    }
    None
}

/// Left of the adverbs and times that end before `at` ("Trump on Tuesday said").
pub(super) fn before_asides(clause: &Clause, at: usize) -> usize {
    let mut at = at;
    while at > 0 {
        let time = clause.chunks[at - 1].kind == Kind::Time;
        if time && at > 1 && clause.is(at - 2, Tag::Preposition) {
            at -= 2;
        } else if clause.chunks[at - 1].is_aside() {
            at -= 1;
        } else {
            break;
        }
    }
    at
}

/// Whether a noun phrase after a verb names nobody who could speak: "issued a STATEMENT saying".
fn is_thing(clause: &Clause, at: usize) -> bool {
    let words = clause.chunks[at].words(clause.words);
    words.last().is_some_and(|word| !matches!(word.tag, Tag::Name | Tag::Pronoun))
}

pub(super) fn not_own(subject: Option<Subject>) -> Option<Subject> {
    subject.map(|subject| Subject { own: false, ..subject })
}

/// The subject of the nearest clause-heading verb left of `at`, passing over relative clauses.
fn of_earlier_verb(clause: &Clause, at: usize, steps: usize) -> Option<Subject> {
    let heads = |&chunk: &usize| clause.is_finite(chunk) && !only_describes(clause, chunk);
    let verbs = (0..at).rev().filter(heads).take(MOST_STEPS);
    let mut found = None;
    for verb in verbs {
        let subject = inverted(clause, verb).or_else(|| search(clause, verb, steps));
        match subject {
            Some(subject) if !subject.relative => return not_own(Some(subject)),
            Some(subject) => found = found.or(Some(subject)),
            None => {}
        }
    }
    not_own(found)
}

/// "a beer called Long Road": whether the verb is a participle of a noun that another verb or a
/// preposition rules.
pub(super) fn only_describes(clause: &Clause, verb: usize) -> bool {
    let Some(group) = clause.verb(verb).filter(|group| group.form == Form::Past) else {
        return false;
    };
    let participle = clause.words[group.main].entry.classes.any(Classes::PARTICIPLE);
    let Some(noun) = verb.checked_sub(1).filter(|&at| participle && clause.is_noun_phrase(at)) else {
        return false;
    };
    // A name may follow it ("called Long Road"), but no other object.
    let object = clause.chunk(verb + 1).filter(|chunk| chunk.is_noun_phrase());
    if object.is_some_and(|object| clause.words[object.first].tag != Tag::Name) {
        return false;
    }
    let takes_clause = |at: usize| clause.verb_cues(at).iter().any(|cue| cue.takes.any(Takes::BARE));
    let phrase = phrase_ending(clause, noun);
    let conjunction = |at: usize| clause.classes(at).any(Classes::SUBORDINATOR);
    phrase.governed
        && !clause.classes(noun).any(Classes::SUBJECT_PRONOUN)
        && !takes_clause(verb)
        && !takes_clause(phrase.first - 1)
        && !conjunction(phrase.first - 1)
}

/// The noun phrase a participle after a comma belongs to when no verb precedes it.
fn topic_before(clause: &Clause, comma: usize) -> Option<Subject> {
    let last = comma.checked_sub(1).filter(|&at| clause.is_noun_phrase(at))?;
    let phrase = phrase_ending(clause, last);
    (!phrase.governed).then_some(Subject { first: phrase.first, end: comma, relative: false, own: true })
}

/// After "Speaking in Paris, " the subject of what follows.
fn after_scene(clause: &Clause, verb: usize) -> Option<Subject> {
    for comma in (verb..clause.chunks.len()).filter(|&at| clause.is(at, Tag::Comma)) {
        let mut first = comma + 1;
        while clause.chunk(first).is_some_and(Chunk::is_aside) {
            first += 1;
        }
        let end = if clause.is_noun_phrase(first) { phrase_from(clause, first) } else { continue };
        if clause.is_finite(end) || clause.is(end, Tag::Comma) || clause.chunk(end).is_some_and(Chunk::is_aside) {
            return Some(Subject { first, end, relative: false, own: false });
        }
    }
    None
}
