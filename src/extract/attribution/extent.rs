//! Where content that runs to the right of its cue stops.

use crate::knowledge::Classes;

use super::chunk::Form;
use super::clause::Clause;
use super::content::{Content, Opens};
use super::cue_match::longest;
use super::subject::phrase_from;
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

/// The word after the last of `content`.
pub(super) fn end(clause: &Clause, content: Content, setting: Setting) -> usize {
    let from = clause.chunk_from(content.first);
    if content.opens == Opens::Quote && quote_ends_sentence(clause, content.first) {
        return quotes_end(clause, from);
    }
    for at in from + 1..clause.chunks.len() {
        if stops(clause, at, content, setting) {
            return clause.chunks[at].first;
        }
    }
    clause.words.len()
}

/// Whether the quotation at word `at` closes with the mark of a whole sentence.
fn quote_ends_sentence(clause: &Clause, at: usize) -> bool {
    let words = clause.words[at].span.of(clause.text);
    words.trim_end_matches(['"', '\u{201D}', '\'', '\u{2019}']).ends_with(['.', ',', '?', '!', '\u{2026}', '\u{2014}'])
}

/// Past the quotation at chunk `at` and those that follow it with nothing between.
fn quotes_end(clause: &Clause, at: usize) -> usize {
    let mut end = at + 1;
    while clause.is(end, Tag::Quote) {
        end += 1;
    }
    clause.chunks[end - 1].end
}

fn stops(clause: &Clause, at: usize, content: Content, setting: Setting) -> bool {
    let phrase = content.opens == Opens::Phrase;
    let chunk = clause.chunks[at];
    if chunk.is(Tag::Semicolon) {
        return true;
    }
    if chunk.is(Tag::Coordinator) && !clause.is(at - 1, Tag::Comma) {
        let next = skip_adverbs(clause, at + 1);
        let contrast = clause.spelled(chunk.first) == "but" || phrase;
        return is_cue_verb(clause, next) || contrast && clause.is_finite(next);
    }
    if chunk.is(Tag::Dash) {
        return (at + 1..clause.chunks.len()).all(|at| !clause.is(at, Tag::Dash));
    }
    if !chunk.is(Tag::Comma) {
        return false;
    }
    match setting {
        Setting::Opening if !clause.is(at + 1, Tag::Coordinator) => return true,
        Setting::Relative if resumes(clause, at + 1) => return true,
        _ => {}
    }
    let next = skip_adverbs(clause, at + 1);
    if let Some(verb) = clause.verb(next) {
        return match verb.form {
            Form::Ing => phrase || !clause.verb_cues(next).is_empty(),
            Form::Finite | Form::Past => is_cue_verb(clause, next),
            Form::Infinitive => false,
        };
    }
    if clause.is(next, Tag::Relative) {
        return phrase;
    }
    if clause.is(next, Tag::Preposition) {
        if clause.is(next + 1, Tag::Relative) {
            return phrase;
        }
        if clause.is_noun_phrase(next + 1) && absolute(clause, next + 1) {
            return true;
        }
        let word = clause.chunks[next].first;
        return longest(clause, clause.cues.prepositions(clause.words[word].entry), word).is_some();
    }
    if clause.is(next, Tag::Coordinator) || clause.is(next, Tag::Subordinator) {
        return is_cue_verb(clause, next + 1) || new_speaker(clause, next + 1);
    }
    false
}

/// ", with Trump calling it a hoax": somebody else does something else.
fn absolute(clause: &Clause, noun: usize) -> bool {
    clause.verb(phrase_from(clause, noun)).is_some_and(|verb| verb.form == Form::Ing)
}

fn skip_adverbs(clause: &Clause, at: usize) -> usize {
    (at..clause.chunks.len()).find(|&at| !clause.is(at, Tag::Adverb)).unwrap_or(at)
}

/// Whether the clause interrupted by a relative clause goes on at `at`.
fn resumes(clause: &Clause, at: usize) -> bool {
    clause.is_finite(skip_adverbs(clause, at))
}

/// Whether the group at `at` is a reporting verb with the earlier subject.
fn is_cue_verb(clause: &Clause, at: usize) -> bool {
    let Some(verb) = clause.verb(at) else {
        return false;
    };
    matches!(verb.form, Form::Past | Form::Finite)
        && clause.verb_cues(at).iter().any(|cue| cue.class == crate::statement::CueClass::Speech)
        && clause.words[verb.main].entry.classes.any(Classes::PAST.or(Classes::THIRD).or(Classes::PARTICIPLE))
}

/// Whether a noun phrase and a reporting verb follow: somebody else speaks.
fn new_speaker(clause: &Clause, at: usize) -> bool {
    clause.is_noun_phrase(at) && is_cue_verb(clause, phrase_from(clause, at))
}
