//! Whether the content of a cue goes on after "and" and "but".

use crate::knowledge::Classes;

use super::chunk::Form;
use super::extent::Scan;
use super::next_speech::{skip_adverbs, skip_scene};
use super::noun_phrase::{phrase_from, reduced};
use super::word::Tag;

impl Scan<'_, '_> {
    /// Whether "and" or "but" at `at`, with no comma before it, ends the content.
    pub(super) fn stops_at_coordinator(&self, at: usize) -> bool {
        let clause = self.clause;
        let word = clause.spelled(clause.chunks[at].first);
        if word != "and" && word != "but" {
            return false;
        }
        let next = skip_adverbs(clause, at + 1);
        // "that it is late and that he will wait": one more clause.
        if clause.is(next, Tag::That) {
            return false;
        }
        self.is_cue_verb(next)
            || self.is_cue_verb(skip_scene(clause, at + 1))
            || word == "and" && self.new_speaker(next)
            || self.phrase && clause.is_finite(next) && !self.joins_untensed(next)
            || self.object && clause.is_finite(skip_scene(clause, at + 1))
            || self.new_participle(next)
            || self.object && self.another_acts(at, next)
            || self.joins_cue(next)
    }

    /// "to build a wall and leave the pact": an untensed verb goes on with the one before.
    fn joins_untensed(&self, at: usize) -> bool {
        let clause = self.clause;
        let Some(verb) = clause.verb(at).filter(|verb| verb.main == clause.chunks[at].first && self.untensed > 0)
        else {
            return false;
        };
        let classes = clause.words[verb.main].entry.classes;
        classes.any(Classes::BASE) && !classes.any(Classes::PAST)
    }

    /// "praised the plan and the markets rose": a new subject and its verb join neither noun nor pronoun.
    fn another_acts(&self, and: usize, at: usize) -> bool {
        let clause = self.clause;
        let before = clause.words[clause.chunks[and].first - 1];
        let joined = before.tag == Tag::Genitive || before.entry.classes.any(Classes::SUBJECT_PRONOUN);
        !joined && self.begins_clause(at) && !reduced(clause, phrase_from(clause, at))
    }

    /// "the road, the bridge, and the port": whether a comma stands in the content before the one at `at`.
    fn lists(&self, and: usize) -> bool {
        (self.from..and.saturating_sub(1)).any(|at| self.clause.is(at, Tag::Comma))
    }

    /// "not only X, but also Y": whether "but" at `at` corrects what was denied.
    fn corrects(&self, at: usize) -> bool {
        let clause = self.clause;
        let first = clause.chunks[self.from.saturating_sub(2)].first;
        self.says(at + 1, "also")
            || clause.words[first..clause.chunks[at].first].iter().any(|word| word.entry.classes.any(Classes::NEGATION))
    }

    /// Whether ", and" or ", but" at `at` ends the content.
    pub(super) fn stops_at_late_coordinator(&self, at: usize) -> bool {
        let clause = self.clause;
        let but = clause.spelled(clause.chunks[at].first) == "but";
        let next = at + 1;
        let scene = skip_scene(clause, next);
        if clause.is(next, Tag::That) {
            return false;
        }
        self.is_cue_verb(next)
            || self.is_cue_verb(scene)
            || self.new_speaker(next)
            || self.new_participle(next)
            || self.phrase
                && (but && !self.corrects(at)
                    || !but && !self.lists(at)
                    || self.begins_clause(next)
                    || clause.is(next, Tag::Subordinator))
            || but && (clause.is_finite(skip_adverbs(clause, next)) || self.begins_clause(next))
    }

    /// "attacking the plan and visiting", "to claim victory and look": a verb of the cue's own form, where the
    /// content has none.
    fn joins_cue(&self, at: usize) -> bool {
        let Some(verb) = self.clause.verb(at).filter(|_| self.phrase) else {
            return false;
        };
        match self.cue {
            Some(Form::Ing) => verb.form == Form::Ing && self.participles == 0,
            Some(Form::Infinitive) => {
                let alone = verb.main == self.clause.chunks[at].first;
                let base = self.clause.words[verb.main].entry.classes.any(Classes::BASE);
                alone && base && verb.form == Form::Finite && self.untensed == 0
            }
            _ => false,
        }
    }

    /// "and Trump calling it a hoax": a second reporting participle, with its noun or without.
    fn new_participle(&self, at: usize) -> bool {
        if self.participles > 0 {
            return false;
        }
        let verb = if self.clause.is_noun_phrase(at) { phrase_from(self.clause, at) } else { at };
        self.clause.verb(verb).is_some_and(|verb| verb.form == Form::Ing) && self.reports(verb)
    }
}
