//! What kind of clause a cue heads, and so what can follow its content.

use crate::knowledge::Classes;

use super::chunk::{Form, Kind};
use super::clause::Clause;
use super::noun_phrase::phrase_from;
use super::subject::Subject;
use super::word::Tag;

/// What kind of clause the cue heads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Setting {
    /// A main clause: the content may run to the end of the sentence.
    Main,
    /// ", who said ...,": the content ends where the outer clause goes on.
    Relative,
    /// "When he said ..., she left": the content ends at the comma.
    Opening,
}

/// The setting of the cue whose verb is at `verb`.
pub(super) fn setting(clause: &Clause, verb: usize, subject: Option<Subject>) -> Setting {
    // "a petition calling for calm has reached": the participle describes the subject.
    let describes = clause.verb(verb).is_some_and(|group| group.form == Form::Ing)
        && verb > 0
        && subject.is_some_and(|subject| subject.own && subject.end == verb && clause.is_noun_phrase(verb - 1));
    let relative = describes || subject.is_some_and(|subject| subject.relative);
    if in_opening(clause, verb) {
        return Setting::Opening;
    }
    if relative || interrupts(clause, verb) { Setting::Relative } else { Setting::Main }
}

/// "Ek, though she praised Holm and said ..., left": whether the cue stands in a clause that parts the subject
/// of the main clause from its verb.
fn interrupts(clause: &Clause, verb: usize) -> bool {
    let Some(comma) = (0..verb).rev().find(|&at| clause.is(at, Tag::Comma)) else {
        return false;
    };
    let opens = clause.classes(comma + 1).any(Classes::SUBORDINATOR.or(Classes::RELATIVE));
    opens && comma > 0 && clause.is_noun_phrase(comma - 1) && !(0..comma).any(|at| clause.is_finite(at))
}

/// Whether the verb stands in a subordinate clause or phrase before the main clause.
fn in_opening(clause: &Clause, verb: usize) -> bool {
    let first = (0..verb).find(|&at| !clause.chunks[at].is_aside() && !clause.is(at, Tag::Coordinator)).unwrap_or(verb);
    let chunk = clause.chunks[first];
    let opens = chunk.is(Tag::Subordinator)
        || chunk.is(Tag::Preposition)
        || chunk.is(Tag::Question)
        || first == verb
        || chunk.verb().is_some_and(|verb| matches!(verb.form, Form::Ing | Form::Infinitive | Form::Past));
    if !opens {
        return false;
    }
    let ends = |at: usize| clause.is(at, Tag::Comma) || clause.quote_ends_with(at, &[',']);
    let main = (first..clause.chunks.len()).find(|&at| ends(at) && begins_clause(clause, at + 1));
    main.is_some_and(|comma| verb < comma)
}

/// Whether a noun phrase and its verb follow.
fn begins_clause(clause: &Clause, at: usize) -> bool {
    let mut at = at;
    while clause.chunk(at).is_some_and(|chunk| chunk.is_aside() || chunk.is(Tag::Preposition)) {
        at += if clause.is(at, Tag::Preposition) { 2 } else { 1 };
    }
    clause.is_noun_phrase(at) && {
        let end = phrase_from(clause, at);
        clause.is_finite(end) || clause.is(end, Tag::Comma) || clause.is(end, Tag::Relative)
    }
}

/// `Walking in to shouts of "Go," he said he`, `After "Go," he asked why`: whether what opens at `first` only sets
/// the scene.
pub(super) fn opens_scene(clause: &Clause, first: usize) -> bool {
    let plain = |&at: &usize| !clause.chunks[at].is_aside() && !clause.is(at, Tag::Coordinator);
    let opener = (first..clause.chunks.len()).find(plain).map(|at| clause.chunks[at]);
    opener.is_some_and(|opener| {
        let untensed = opener.verb().is_some_and(|verb| verb.form != Form::Finite);
        untensed || matches!(opener.kind, Kind::Single(Tag::Subordinator | Tag::Preposition | Tag::Question))
    })
}
