//! Whether the content of a cue goes on after a comma.

use crate::knowledge::Classes;

use super::chunk::{Form, Kind};
use super::cue_match::longest;
use super::extent::Scan;
use super::next_speech::skip_adverbs;
use super::noun_phrase::{phrase_from, reduced};
use super::setting::Setting;
use super::word::Tag;

impl Scan<'_, '_> {
    /// Whether the comma at `at` ends the content.
    pub(super) fn stops_at_comma(&self, at: usize) -> bool {
        let clause = self.clause;
        match self.setting {
            Setting::Opening if !clause.is(at + 1, Tag::Coordinator) => return true,
            Setting::Relative if self.resumes(at + 1) => return true,
            _ => {}
        }
        let dated = at > 0 && clause.chunks[at - 1].kind == Kind::Time;
        if dated && self.says(at + 1, "when") {
            return false;
        }
        // "an important, oil-rich ally".
        let before = clause.words[clause.chunks[at].first - 1].entry.classes;
        let adjective = before.any(Classes::ADJECTIVE) && !before.any(Classes::NOUN);
        let bare = clause.is_noun_phrase(at + 1) && !clause.classes(at + 1).any(Classes::DETERMINER);
        if adjective && bare && !self.begins_clause(at + 1) {
            return false;
        }
        if self.phrase && self.gives_examples(at + 1) {
            return false;
        }
        if self.phrase && self.begins_aside(at + 1) {
            return true;
        }
        let next = skip_adverbs(clause, at + 1);
        let Some(chunk) = clause.chunk(next) else {
            return false;
        };
        if let Some(verb) = chunk.verb() {
            return match verb.form {
                Form::Ing => self.phrase || longest(clause, clause.verb_cues(next), verb.main).is_some(),
                Form::Past if self.compares(next) => true,
                // "mocked his rivals, talked over them".
                Form::Finite | Form::Past if self.object && !reduced(clause, next) => true,
                Form::Finite | Form::Past => self.is_cue_verb(next),
                Form::Infinitive => false,
            };
        }
        if chunk.is(Tag::Relative) {
            return self.phrase || self.is_last_clause(next);
        }
        if !self.phrase && !self.scene && self.new_speaker(next) {
            return true;
        }
        if chunk.is(Tag::Preposition) {
            return self.stops_at_preposition(next);
        }
        if chunk.is(Tag::Coordinator) {
            return self.stops_at_late_coordinator(next);
        }
        if chunk.is(Tag::Subordinator) {
            return self.phrase
                || self.new_speaker(next + 1)
                || clause.verb(next + 1).is_some_and(|verb| verb.form == Form::Ing);
        }
        false
    }

    /// ", such as", ", especially": the object goes on with some of what it names.
    fn gives_examples(&self, at: usize) -> bool {
        ["such", "especially", "particularly", "including", "along", "not"].iter().any(|word| self.says(at, word))
    }

    /// ", compared with 30 percent last year": a participle that sets something beside all that was said.
    fn compares(&self, at: usize) -> bool {
        let with = self.clause.chunk(at + 1).filter(|next| next.is(Tag::Preposition));
        with.is_some_and(|next| self.clause.spelled(next.first) == "with") && self.is_last_clause(at)
    }

    fn stops_at_preposition(&self, at: usize) -> bool {
        let clause = self.clause;
        if clause.is(at + 1, Tag::Relative) {
            return self.phrase || self.is_last_clause(at + 1);
        }
        if clause.is_noun_phrase(at + 1) && self.absolute(at + 1) {
            return true;
        }
        let word = clause.chunks[at].first;
        longest(clause, clause.cues.prepositions(clause.words[word].entry), word).is_some()
    }

    /// Whether the relative clause at `at` runs to the end: nothing of the content comes after it.
    fn is_last_clause(&self, at: usize) -> bool {
        let clause = self.clause;
        !(at..clause.chunks.len()).any(|at| clause.is(at, Tag::Comma) && self.resumes(at + 1))
    }

    /// ", with Trump calling it a hoax": somebody else does something else.
    fn absolute(&self, noun: usize) -> bool {
        self.clause.verb(phrase_from(self.clause, noun)).is_some_and(|verb| verb.form == Form::Ing)
    }
}
