//! Finds who does what a verb says, to the left of the verb.

use super::chunk::{Chunk, Form, Kind};
use super::clause::Clause;
use super::word::Tag;
use crate::knowledge::{Classes, Takes};

/// How far a search hands over to another verb's subject.
const MOST_STEPS: usize = 4;
/// Bytes of a title in quotation marks.
const LONGEST_TITLE: usize = 60;
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
    if left.is_noun_phrase() && ends_with_comma(clause, left) {
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
        return Some(Subject { first: phrase.first, end: at, relative: false, own: true });
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
fn before_asides(clause: &Clause, at: usize) -> usize {
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

/// Whether the chunk ends with a quotation that has the comma after it inside (`"Scandal,"`).
fn ends_with_comma(clause: &Clause, chunk: Chunk) -> bool {
    let last = clause.words[chunk.end - 1];
    last.tag == Tag::Quote
        && last.span.of(clause.text).trim_end_matches(['"', '\u{201D}', '\'', '\u{2019}']).ends_with(',')
}

/// Whether a noun phrase after a verb names nobody who could speak: "issued a STATEMENT saying".
fn is_thing(clause: &Clause, at: usize) -> bool {
    let words = clause.chunks[at].words(clause.words);
    words.last().is_some_and(|word| !matches!(word.tag, Tag::Name | Tag::Pronoun))
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
    let end = source_from(clause, verb + 1);
    let quoted = verb > 0 && clause.is(verb - 1, Tag::Quote);
    if !quoted && (clause.is(end, Tag::Quote) || clause.is(end, Tag::Coordinator)) {
        return None;
    }
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
        if !is_apposition(clause, taken + 1, stop) {
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
    if left.kind == Kind::Bracketed {
        return noun_at(first.checked_sub(2));
    }
    if left.is(Tag::Preposition) {
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

/// Whether the participle at `at` can only describe: "published by", "released Friday".
fn describes(clause: &Clause, at: usize) -> bool {
    let next = clause.chunk(at + 1);
    let by = next.is_some_and(|next| next.is(Tag::Preposition) && clause.spelled(next.first) == "by");
    reduced(clause, at) && (by || next.is_some_and(|next| next.kind == Kind::Time))
}

/// Whether the lone form in -ed at `at` is a participle that describes the noun before it
/// ("a survey conducted by"): nothing it could act on follows.
fn reduced(clause: &Clause, at: usize) -> bool {
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
        let opens = further.first == 0
            || clause.is(further.first - 1, Tag::Comma)
            || clause.is(further.first - 1, Tag::Coordinator);
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

/// "Hill, a doctor in Ohio, said": the noun phrase before the appositions that end at `comma`.
fn behind_apposition(clause: &Clause, comma: usize) -> Option<Subject> {
    let mut found = None;
    let mut end = comma;
    let mut second_half = false;
    for _ in 0..MOST_PHRASES {
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

/// The noun phrase that ends right before `at`, brackets and times aside.
fn last_noun(clause: &Clause, at: usize) -> Option<usize> {
    before_asides(clause, at).checked_sub(1).filter(|&at| clause.is_noun_phrase(at))
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
