//! Whether somebody begins to speak at a place: "and said", "and in a letter warned", "and officials say".

use crate::knowledge::{Classes, Takes};
use crate::statement::CueClass;

use super::chunk::Form;
use super::clause::Clause;
use super::cue_match::longest;
use super::noun_phrase::phrase_from;
use super::word::Tag;

/// Frames of verbs that can report on their own, unlike those that only go with a quotation ("he begins").
const REPORTS: Takes = Takes::THAT.or(Takes::OBJECT).or(Takes::INFINITIVE);

/// Whether the group at `at` is a tensed verb that reports speech.
pub(super) fn is_cue_verb(clause: &Clause, at: usize) -> bool {
    let Some(verb) = clause.verb(at) else {
        return false;
    };
    let tensed = Classes::PAST.or(Classes::THIRD).or(Classes::PARTICIPLE);
    matches!(verb.form, Form::Past | Form::Finite)
        && reports(clause, at)
        && (clause.words[verb.main].entry.classes.any(tensed) || clause.classes(at).any(Classes::DO))
}

pub(super) fn reports(clause: &Clause, verb: usize) -> bool {
    let Some(main) = clause.verb(verb).map(|group| group.main) else {
        return false;
    };
    longest(clause, clause.verb_cues(verb), main).is_some_and(|found| {
        let quoted = clause.is(clause.chunk_from(found.end), Tag::Quote);
        found.cue.class == CueClass::Speech && (found.cue.takes.any(REPORTS) || quoted)
    })
}

/// Whether a noun phrase and a reporting verb begin at `at`: somebody else speaks.
pub(super) fn new_speaker(clause: &Clause, at: usize) -> bool {
    let verb = phrase_from(clause, at);
    let group = clause.verb(verb).filter(|_| clause.is_finite(verb));
    let found = group.and_then(|group| longest(clause, clause.verb_cues(verb), group.main));
    let expected = clause.classes(verb).any(Classes::MODAL);
    clause.is_noun_phrase(at)
        && !expected
        && found.is_some_and(|found| found.cue.class == CueClass::Speech && found.cue.takes.any(REPORTS))
}

/// Past "in a later interview on Tuesday".
pub(super) fn skip_scene(clause: &Clause, at: usize) -> usize {
    let mut at = skip_adverbs(clause, at);
    while clause.is(at, Tag::Preposition)
        && clause.chunk(at + 1).is_some_and(|next| next.is_noun_phrase() || next.is_aside())
    {
        at = skip_adverbs(clause, at + 2);
    }
    at
}

pub(super) fn skip_adverbs(clause: &Clause, at: usize) -> usize {
    (at..clause.chunks.len()).find(|&at| !clause.is(at, Tag::Adverb)).unwrap_or(at)
}
