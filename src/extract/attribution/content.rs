//! Where the content that follows a cue begins and ends.

use crate::knowledge::{Classes, Cue, Takes};

use super::between::{LONGEST_ASIDE, past_aside, places, sets_scene};
use super::chunk::{Form, Kind, Verb};
use super::clause::Clause;
use super::next_speech::new_speaker;
use super::noun_phrase::{phrase_ending, phrase_from, reduced};
use super::subject::before_asides;
use super::word::Tag;

/// Phrases between a cue and its content ("told reporters in Paris on Tuesday that").
const MOST_PHRASES: usize = 8;

/// Content right of a cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Content {
    /// Its first word.
    pub first: usize,
    /// What opens it.
    pub opens: Opens,
}

/// What content opens with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opens {
    Quote,
    Clause,
    Phrase,
}

/// Where the content of `cue` begins when its last word is the one before `word`.
pub(super) fn start(clause: &Clause, cue: &Cue, word: usize) -> Option<Content> {
    let mut at = clause.chunk_from(word);
    let from = at;
    if at > 0 && clause.chunks[at - 1].end > word {
        // The cue ends inside a noun phrase ("express concern about").
        return Some(Content { first: word, opens: Opens::Phrase });
    }
    if ["off", "up", "down", "out", "away"].contains(&clause.spelled(word)) {
        return None;
    }
    let takes = cue.takes;
    let mut told = false;
    // Whether the verb that follows has a subject of its own: "was shown after a box was found".
    let mut apart = false;
    for _ in 0..MOST_PHRASES {
        let chunk = clause.chunk(at)?;
        let found = |opens| Some(Content { first: chunk.first, opens });
        match chunk.kind {
            Kind::Single(Tag::Quote) if takes.any(Takes::QUOTE.or(Takes::OBJECT)) => return found(Opens::Quote),
            Kind::Single(Tag::Comma | Tag::Colon) if clause.is(at + 1, Tag::Quote) && takes.any(Takes::QUOTE) => {
                return Some(Content { first: clause.chunks[at + 1].first, opens: Opens::Quote });
            }
            Kind::Single(Tag::Colon) if takes.any(Takes::QUOTE) => {
                return Some(Content { first: chunk.first + 1, opens: Opens::Clause });
            }
            Kind::Single(Tag::That) if takes.any(Takes::THAT) => return found(Opens::Clause),
            // "called that a mistake".
            Kind::Single(Tag::That) if takes.any(Takes::OBJECT) && points(clause, at) => return found(Opens::Phrase),
            // "suggests, however, that".
            Kind::Single(Tag::Question | Tag::Subordinator) if clause.spelled(chunk.first) == "however" => at += 1,
            // "criticised what she called a plan".
            Kind::Single(Tag::Question) if takes.any(Takes::OBJECT) && clause.spelled(chunk.first) == "what" => {
                return found(Opens::Clause);
            }
            // "said although it rained, they would".
            Kind::Single(Tag::Subordinator) if takes.any(Takes::BARE) && sets_scene(clause, at) => {
                return found(Opens::Clause);
            }
            Kind::Single(Tag::Preposition)
                if takes.any(Takes::BARE)
                    && clause.verb(at + 1).is_some_and(|verb| verb.form == Form::Ing)
                    && sets_scene(clause, at) =>
            {
                return found(Opens::Clause);
            }
            Kind::Single(Tag::Question | Tag::Subordinator | Tag::Relative) if takes.any(Takes::WH) => {
                return if clause.classes(at).any(Classes::INTERROGATIVE) { found(Opens::Clause) } else { None };
            }
            Kind::Verb(verb) => return verb_content(clause, takes, verb, chunk.first).filter(|_| !apart),
            Kind::NounPhrase if takes.any(Takes::RECIPIENT) && !told && is_recipient(clause, at) => {
                told = true;
                let end = recipient_end(clause, at);
                let infinitive = clause.verb(end).is_some_and(|verb| verb.form == Form::Infinitive);
                if takes.any(Takes::INFINITIVE) && (infinitive || infinitive_follows(clause, at)) {
                    return found(Opens::Phrase);
                }
                // "urged caution": nobody is told.
                let alone = clause.chunk(end).is_none_or(|chunk| chunk.is(Tag::Comma) || chunk.is(Tag::Stop));
                if takes.any(Takes::OBJECT) && alone && !clause.is(end + 1, Tag::Quote) {
                    return found(Opens::Phrase);
                }
                at = end;
            }
            Kind::NounPhrase if takes.any(Takes::BARE) && clause_follows(clause, takes, at) => {
                return found(Opens::Clause);
            }
            Kind::NounPhrase if takes.any(Takes::OBJECT) => return found(Opens::Phrase),
            Kind::NounPhrase if takes.any(Takes::INFINITIVE) && infinitive_follows(clause, at) => {
                return found(Opens::Phrase);
            }
            Kind::Single(Tag::Preposition)
                if takes.any(Takes::INFINITIVE)
                    && clause.spelled(chunk.first) == "to"
                    && clause.is(at + 1, Tag::Quote) =>
            {
                return found(Opens::Phrase);
            }
            Kind::Single(Tag::Preposition) => {
                let word = clause.spelled(chunk.first);
                // "spoke on the condition of anonymity": a later "of" belongs to the noun before it.
                // and "on Tuesday" tells when.
                let dated = clause.chunk(at + 1).is_some_and(|next| next.kind == Kind::Time);
                let own = !dated && (at == from || !word.eq_ignore_ascii_case("of") || told);
                if own && cue.with.iter().any(|with| with.eq_ignore_ascii_case(word)) {
                    return Some(Content { first: chunk.end, opens: Opens::Phrase });
                }
                if !clause.is_noun_phrase(at + 1) && clause.chunk(at + 1)?.kind != Kind::Time {
                    return None;
                }
                let verb = clause.verb(at + 2).map(|verb| verb.form);
                apart |= clause.is_noun_phrase(at + 1) && matches!(verb, Some(Form::Finite | Form::Past));
                at += 2;
            }
            Kind::Time | Kind::Bracketed | Kind::Single(Tag::Adverb | Tag::Other) => at += 1,
            Kind::Single(Tag::Comma) if places(clause, at) => at += 2,
            Kind::Single(mark @ (Tag::Comma | Tag::Dash)) => at = past_aside(clause, at, mark)?,
            _ => return None,
        }
    }
    None
}

fn verb_content(clause: &Clause, takes: Takes, verb: Verb, first: usize) -> Option<Content> {
    let fits = match verb.form {
        Form::Infinitive => takes.any(Takes::INFINITIVE),
        // "said leaving the pact would help".
        Form::Ing if takes.any(Takes::BARE) && acts(clause, clause.chunk_from(first)) => {
            return Some(Content { first, opens: Opens::Clause });
        }
        Form::Ing => takes.any(Takes::OBJECT.or(Takes::BARE)),
        // "information that officials said would be harmful".
        Form::Finite | Form::Past => return helped(clause, takes, first),
    };
    fits.then_some(Content { first, opens: Opens::Phrase })
}

/// Whether the form in -ing at `at` and its object are the subject of a verb.
fn acts(clause: &Clause, at: usize) -> bool {
    let object = at + 1 + usize::from(clause.is(at + 1, Tag::Preposition));
    clause.is_noun_phrase(object) && clause.is_finite(phrase_from(clause, object))
}

/// Whether "that" at chunk `at` can only point: a quotation or a noun phrase without a verb follows.
fn points(clause: &Clause, at: usize) -> bool {
    clause.is(at + 1, Tag::Quote) || clause.is_noun_phrase(at + 1) && !clause.is_finite(phrase_from(clause, at + 1))
}

/// A verb that follows the cue at once: a helping one, or one whose subject is the relative pronoun before the
/// speaker ("a race that he said defied the odds").
fn helped(clause: &Clause, takes: Takes, first: usize) -> Option<Content> {
    let helper = clause.words[first].tag == Tag::Auxiliary;
    let follows = takes.any(Takes::BARE) && (helper || after_relative(clause, clause.chunk_from(first)));
    follows.then_some(Content { first, opens: Opens::Clause })
}

/// Whether the clause of the cue before the chunk `at` opens with a relative pronoun.
fn after_relative(clause: &Clause, at: usize) -> bool {
    let speaker = at.checked_sub(1).and_then(|cue| before_asides(clause, cue).checked_sub(1));
    let Some(speaker) = speaker.filter(|&speaker| clause.is_noun_phrase(speaker)) else {
        return false;
    };
    let before = phrase_ending(clause, speaker).first.checked_sub(1);
    before.is_some_and(|at| clause.classes(at).any(Classes::RELATIVE) && !clause.is(at, Tag::Subordinator))
}

/// Whether a noun phrase after a verb of telling is the one told.
fn is_recipient(clause: &Clause, at: usize) -> bool {
    !clause.is_finite(at + 1) || clause.classes(at).any(Classes::OBJECT_PRONOUN)
}

/// Past all who are told: "told voters and donors", "asked agencies that knew of it".
fn recipient_end(clause: &Clause, at: usize) -> usize {
    let mut end = at + 1;
    while clause.is(end, Tag::Coordinator) && clause.is_noun_phrase(end + 1) && !clause.is_finite(end + 2) {
        end += 2;
    }
    if !clause.is(end, Tag::Relative) || !clause.is_finite(end + 1) {
        return end;
    }
    let opens =
        |&at: &usize| clause.is(at, Tag::That) || clause.verb(at).is_some_and(|verb| verb.form == Form::Infinitive);
    let stops = |at: usize| clause.is(at, Tag::Comma) || clause.is(at, Tag::Semicolon);
    (end + 2..clause.chunks.len()).take(LONGEST_ASIDE).take_while(|&at| !stops(at)).find(opens).unwrap_or(end)
}

/// Whether the noun phrase at `at` is the subject of a clause.
fn clause_follows(clause: &Clause, takes: Takes, at: usize) -> bool {
    let end = phrase_from(clause, at);
    let asides = (end..clause.chunks.len()).find(|&at| !clause.chunks[at].is_aside()).unwrap_or(end);
    // "found Holm leading by two points".
    let acting = clause.verb(asides).is_some_and(|verb| verb.form == Form::Ing) && !takes.any(Takes::OBJECT);
    clause.is_finite(asides)
        || acting
        || clause.quotes_verb(asides)
        || clause.is(asides, Tag::Comma) && resumes(clause, asides)
        || clause.is(asides, Tag::Relative) && (!takes.any(Takes::OBJECT) || goes_on(clause, asides))
        || clause.is(asides, Tag::Dash)
        || pair_follows(clause, at, asides)
}

/// "she and her peers left": whether a second subject and their verb follow the noun phrase at `first`, of
/// whom nobody begins to speak.
fn pair_follows(clause: &Clause, first: usize, and: usize) -> bool {
    if !clause.is(and, Tag::Coordinator) || !clause.is_noun_phrase(and + 1) {
        return false;
    }
    let pronoun = clause.classes(first).any(Classes::SUBJECT_PRONOUN);
    clause.is_finite(phrase_from(clause, and + 1)) && (pronoun || !new_speaker(clause, and + 1))
}

/// Whether the clause goes on after the relative clause at `at` ("those who left say"): a second verb that
/// no conjunction joins to the first.
fn goes_on(clause: &Clause, at: usize) -> bool {
    let verbs = (at..clause.chunks.len()).filter(|&at| clause.is_finite(at)).skip(1);
    let before = |verb: usize| clause.chunks[before_asides(clause, verb) - 1];
    verbs
        .take_while(|&verb| !before(verb).is(Tag::Coordinator) || clause.verb_cues(verb).is_empty())
        .any(|verb| !matches!(before(verb).kind, Kind::Single(Tag::Coordinator | Tag::Relative | Tag::That)))
}

/// Whether an apposition begun by the comma at `at` ends before a verb ("Smith, the mayor, will").
fn resumes(clause: &Clause, at: usize) -> bool {
    let participle = clause.verb(at + 1).is_some_and(|verb| verb.form == Form::Past) && reduced(clause, at + 1);
    (participle || !clause.is_finite(at + 1))
        && (at + 1..clause.chunks.len()).any(|at| clause.is(at, Tag::Comma) && clause.is_finite(at + 1))
}

fn infinitive_follows(clause: &Clause, at: usize) -> bool {
    let end = phrase_from(clause, at);
    clause.verb(end).is_some_and(|verb| verb.form == Form::Infinitive)
}
