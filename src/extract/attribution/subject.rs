//! Finds who does what a verb says, to the left of the verb.

use super::chunk::{Chunk, Form};
use super::clause::Clause;
use super::word::Tag;

/// How far a search hands over to another verb's subject.
const MOST_STEPS: usize = 4;
/// Phrases a noun phrase may be made of.
const MOST_PHRASES: usize = 24;

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
    let mut at = verb;
    while at > 0 && clause.chunks[at - 1].is_aside() {
        at -= 1;
    }
    let left = clause.chunk(at.checked_sub(1)?)?;
    let steps = steps.checked_sub(1)?;
    let form = clause.chunks[verb].verb().map(|verb| verb.form);
    if left.is(Tag::Relative) || left.is(Tag::Question) {
        let personal = !clause.spelled(left.first).eq_ignore_ascii_case("where");
        return personal.then_some(Subject { first: at - 1, end: at, relative: true, own: true });
    }
    if left.is_noun_phrase() {
        let phrase = phrase_ending(clause, at - 1);
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
    if left.verb().is_some() {
        return not_own(search(clause, at - 1, steps));
    }
    if left.is(Tag::Preposition) || left.is(Tag::Subordinator) {
        return of_earlier_verb(clause, at - 1, steps).or_else(|| after_scene(clause, verb));
    }
    None
}

fn not_own(subject: Option<Subject>) -> Option<Subject> {
    subject.map(|subject| Subject { own: false, ..subject })
}

/// The subject of the nearest clause-heading verb left of `at`, passing over relative clauses.
fn of_earlier_verb(clause: &Clause, at: usize, steps: usize) -> Option<Subject> {
    let verbs = (0..at).rev().filter(|&chunk| clause.is_finite(chunk)).take(MOST_STEPS);
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

/// The noun phrase a participle after a comma belongs to when no verb precedes it.
fn topic_before(clause: &Clause, comma: usize) -> Option<Subject> {
    let last = comma.checked_sub(1).filter(|&at| clause.is_noun_phrase(at))?;
    let phrase = phrase_ending(clause, last);
    (!phrase.governed).then_some(Subject { first: phrase.first, end: comma, relative: false, own: true })
}

/// After "Speaking in Paris, " the subject of what follows.
fn after_scene(clause: &Clause, verb: usize) -> Option<Subject> {
    let comma = (verb..clause.chunks.len()).find(|&at| clause.is(at, Tag::Comma))?;
    let first = comma + 1;
    if !clause.is_noun_phrase(first) {
        return None;
    }
    Some(Subject { first, end: phrase_from(clause, first), relative: false, own: false })
}

/// Where the noun phrase begun at `first` ends, with its prepositional phrases.
pub(super) fn phrase_from(clause: &Clause, first: usize) -> usize {
    let mut end = first + 1;
    for _ in 0..MOST_PHRASES {
        let next = clause.chunk(end);
        if next.is_some_and(|chunk| chunk.is(Tag::Preposition)) && clause.is_noun_phrase(end + 1) {
            end += 2;
        } else if next.is_some_and(|chunk| chunk.kind == super::chunk::Kind::Bracketed) {
            end += 1;
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

/// The subject of an inverted verb ("said Merkel, the chancellor").
pub(super) fn inverted(clause: &Clause, verb: usize) -> Option<Subject> {
    let single = clause.chunks[verb].verb().filter(|verb| matches!(verb.form, Form::Past | Form::Finite))?;
    if clause.chunks[verb].first != single.main || !clause.is_noun_phrase(verb + 1) {
        return None;
    }
    let left_open = verb == 0
        || clause.is(verb - 1, Tag::Quote)
        || clause.is(verb - 1, Tag::Comma)
        || clause.is(verb - 1, Tag::Dash);
    if !left_open {
        return None;
    }
    let end = phrase_from(clause, verb + 1);
    if clause.is_finite(end) || clause.is(end, Tag::Relative) && !clause.is(verb.wrapping_sub(1), Tag::Quote) {
        return None;
    }
    Some(Subject { first: verb + 1, end: with_apposition(clause, end), relative: false, own: true })
}

/// Takes in the appositions that follow a subject at the end of a sentence.
fn with_apposition(clause: &Clause, end: usize) -> usize {
    let mut taken = end;
    while clause.is(taken, Tag::Comma) && (clause.is_noun_phrase(taken + 1) || clause.is(taken + 1, Tag::Relative)) {
        let stop = (taken + 1..clause.chunks.len())
            .find(|&at| clause.is(at, Tag::Comma) || clause.is(at, Tag::Stop) || clause.is(at, Tag::Quote))
            .unwrap_or(clause.chunks.len());
        let clause_inside = (taken + 1..stop).any(|at| clause.is_finite(at));
        if clause_inside && !clause.is(taken + 1, Tag::Relative) {
            break;
        }
        taken = stop;
    }
    taken
}

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
    if left.kind == super::chunk::Kind::Bracketed {
        return noun_at(first.checked_sub(2));
    }
    if left.is(Tag::Preposition) {
        return noun_at(first.checked_sub(2));
    }
    if left.is(Tag::Coordinator) {
        let other = noun_at(first.checked_sub(2))?;
        let phrase = phrase_ending_once(clause, other);
        return (!phrase.governed).then_some(phrase.first);
    }
    if let Some(verb) = left.verb() {
        let before = first.checked_sub(2)?;
        if verb.form == Form::Finite || verb.form == Form::Past {
            if clause.is(before, Tag::Relative) {
                return noun_at(
                    before.checked_sub(1).map(|at| if clause.is(at, Tag::Comma) { at.saturating_sub(1) } else { at }),
                );
            }
            return None;
        }
        return noun_at(Some(before)).filter(|_| verb.form == Form::Ing || verb.form == Form::Infinitive);
    }
    None
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

/// "Hill, a doctor in Ohio, said": the noun phrase before the appositions that end at `comma`.
fn behind_apposition(clause: &Clause, comma: usize) -> Option<Subject> {
    let mut found = None;
    let mut end = comma;
    for _ in 0..MOST_PHRASES {
        let open = (0..end).rev().find(|&at| clause.is(at, Tag::Comma))?;
        if !is_apposition(clause, open + 1, end) {
            break;
        }
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

/// The noun phrase that ends right before `at`, brackets and times aside.
fn last_noun(clause: &Clause, at: usize) -> Option<usize> {
    let mut last = at;
    while last > 0 && clause.chunks[last - 1].is_aside() {
        last -= 1;
    }
    last.checked_sub(1).filter(|&at| clause.is_noun_phrase(at))
}

/// Whether the chunks from `first` up to `end` describe what stands before them.
fn is_apposition(clause: &Clause, first: usize, end: usize) -> bool {
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

/// "Hill — a doctor in Ohio — said".
fn behind_dashes(clause: &Clause, dash: usize) -> Option<Subject> {
    let open = (0..dash).rev().find(|&at| clause.is(at, Tag::Dash))?;
    let last = last_noun(clause, open)?;
    let phrase = phrase_ending(clause, last);
    (!phrase.governed).then_some(Subject { first: phrase.first, end: dash, relative: false, own: true })
}
