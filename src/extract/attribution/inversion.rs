//! Finds the subject right of its verb: "said Merkel, the chancellor".

use super::apposition::is_apposition;
use super::chunk::Form;
use super::clause::Clause;
use super::noun_phrase::source_from;
use super::subject::Subject;
use super::word::Tag;

/// The subject of an inverted verb ("said Merkel, the chancellor").
pub(super) fn inverted(clause: &Clause, verb: usize) -> Option<Subject> {
    let single = clause.chunks[verb].verb().filter(|verb| matches!(verb.form, Form::Past | Form::Finite))?;
    if clause.chunks[verb].first != single.main || !clause.is_noun_phrase(verb + 1) {
        return None;
    }
    let left_open =
        verb == 0 || clause.ends_quoted(verb - 1) || clause.is(verb - 1, Tag::Comma) || clause.is(verb - 1, Tag::Dash);
    if !left_open {
        return None;
    }
    let end = source_from(clause, verb + 1);
    let quoted = verb > 0 && clause.ends_quoted(verb - 1);
    if !quoted && (clause.is(end, Tag::Quote) || clause.is(end, Tag::Coordinator)) {
        return None;
    }
    if clause.is_finite(end) || clause.is(end, Tag::Relative) && !quoted && !described(clause, verb, end) {
        return None;
    }
    let end = if clause.is(end, Tag::Relative) { relative_end(clause, end) } else { end };
    Some(Subject { first: verb + 1, end: with_apposition(clause, end), relative: false, own: true })
}

/// ", said an official who was there": whether the relative clause at `end` describes a speaker, and a clause
/// stands before the verb.
fn described(clause: &Clause, verb: usize, end: usize) -> bool {
    let personal = clause.spelled(clause.chunks[end].first) == "who";
    personal && verb > 0 && clause.is(verb - 1, Tag::Comma) && (0..verb).any(|at| clause.is_finite(at))
}

/// Where the relative clause at `first` ends.
fn relative_end(clause: &Clause, first: usize) -> usize {
    let ends = |&at: &usize| clause.is(at, Tag::Comma) || clause.is(at, Tag::Stop) || clause.is(at, Tag::Quote);
    (first..clause.chunks.len()).find(ends).unwrap_or(clause.chunks.len())
}

/// Takes in the appositions that follow a subject at the end of a sentence.
fn with_apposition(clause: &Clause, end: usize) -> usize {
    let mut taken = end;
    while clause.is(taken, Tag::Comma) && (clause.is_noun_phrase(taken + 1) || clause.is(taken + 1, Tag::Relative)) {
        let stop = (taken + 1..clause.chunks.len())
            .find(|&at| clause.is(at, Tag::Comma) || clause.is(at, Tag::Stop) || clause.is(at, Tag::Quote))
            .unwrap_or(clause.chunks.len());
        if !is_apposition(clause, taken + 1, stop) {
            break;
        }
        taken = stop;
    }
    taken
}
