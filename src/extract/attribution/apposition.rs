//! Passes over what stands between a subject and its verb: "Hill, a doctor in Ohio, said".

use super::chunk::Form;
use super::clause::Clause;
use super::noun_phrase::phrase_ending;
use super::subject::{Subject, before_asides};
use super::word::Tag;

/// Appositions a subject has at most.
const MOST_APPOSITIONS: usize = 24;

/// "Hill, a doctor in Ohio, said": the noun phrase before the appositions that end at `comma`.
pub(super) fn behind_apposition(clause: &Clause, comma: usize) -> Option<Subject> {
    let mut found = None;
    let mut end = comma;
    let mut second_half = false;
    for _ in 0..MOST_APPOSITIONS {
        let open = (0..end).rev().find(|&at| clause.is(at, Tag::Comma))?;
        // ", who founded it, and later sold it,": the relative clause begins further left.
        let next = (open + 1..end).find(|&at| !clause.chunks[at].is_aside() && !clause.is(at, Tag::Coordinator));
        if clause.is(open + 1, Tag::Coordinator) && next.is_some_and(|at| clause.is_finite(at)) {
            second_half = true;
            end = open;
            continue;
        }
        if !is_apposition(clause, open + 1, end) || second_half && !clause.is(open + 1, Tag::Relative) {
            break;
        }
        second_half = false;
        let last = last_noun(clause, open);
        let Some(last) = last else {
            break;
        };
        let phrase = phrase_ending(clause, last);
        if phrase.governed {
            break;
        }
        found = Some(Subject { first: phrase.first, end: comma, relative: false, own: true });
        if phrase.first == 0 || !clause.is(phrase.first - 1, Tag::Comma) {
            break;
        }
        end = open;
        if (0..end).rev().all(|at| !clause.is(at, Tag::Comma)) {
            break;
        }
    }
    found
}

/// "Hill — a doctor in Ohio — said".
pub(super) fn behind_dashes(clause: &Clause, dash: usize) -> Option<Subject> {
    let open = (0..dash).rev().find(|&at| clause.is(at, Tag::Dash))?;
    let last = last_noun(clause, open)?;
    let phrase = phrase_ending(clause, last);
    (!phrase.governed).then_some(Subject { first: phrase.first, end: dash, relative: false, own: true })
}

/// Whether the chunks from `first` up to `end` describe what stands before them.
pub(super) fn is_apposition(clause: &Clause, first: usize, end: usize) -> bool {
    if clause.is(first, Tag::Coordinator) {
        return false;
    }
    if clause.is(first, Tag::Relative) || clause.is(first, Tag::Question) || clause.is(first, Tag::Subordinator) {
        return true;
    }
    let relative = (first..end).find(|&at| clause.is(at, Tag::Relative)).unwrap_or(end);
    (first..relative).all(|at| match clause.chunks[at].verb() {
        Some(verb) => verb.form != Form::Finite,
        None => true,
    })
}

/// The noun phrase that ends right before `at`, brackets and times aside.
fn last_noun(clause: &Clause, at: usize) -> Option<usize> {
    before_asides(clause, at).checked_sub(1).filter(|&at| clause.is_noun_phrase(at))
}
