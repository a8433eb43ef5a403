//! Where content that runs to the right of its cue stops.

use super::chunk::{Chunk, Form, Kind};
use super::clause::Clause;
use super::content::{Content, Opens};
use super::cue_match::longest;
use super::next_speech::{is_cue_verb, new_speaker, reports, skip_adverbs, skip_scene};
use super::noun_phrase::phrase_from;
use super::setting::Setting;
use super::word::Tag;
use crate::knowledge::Classes;

/// The word after the last of `content`.
pub(super) fn end(clause: &Clause, content: Content, setting: Setting) -> usize {
    let from = clause.chunk_from(content.first);
    if content.opens == Opens::Quote && quote_ends_sentence(clause, content.first) {
        return quotes_end(clause, from);
    }
    let opening = from + usize::from(clause.is(from, Tag::That));
    let scene = clause.is(opening, Tag::Subordinator) || clause.is(opening, Tag::Preposition);
    let phrase = content.opens == Opens::Phrase;
    let object = phrase && clause.is_noun_phrase(from);
    let mut scan = Scan { clause, phrase, setting, object, scene, verbs: 0, untensed: 0, dashes: 0 };
    scan.note(from);
    for at in from + 1..clause.chunks.len() {
        if scan.stops(at) {
            return clause.chunks[at].first;
        }
        scan.note(at);
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

/// The walk over content, with what it has met so far.
struct Scan<'c, 'a> {
    clause: &'c Clause<'a>,
    /// Whether the content is a noun phrase or an infinitive, which ends sooner than a clause.
    phrase: bool,
    setting: Setting,
    /// Whether the content so far is a noun phrase without any verb.
    object: bool,
    /// Whether the content opens with a scene for its clause: "if it rains, he will".
    scene: bool,
    /// Verbs met that can head a clause.
    verbs: usize,
    /// Infinitives and verbs after "will" and the like, which an untensed verb may join.
    untensed: usize,
    /// Dashes met: after an odd one a parenthesis is open.
    dashes: usize,
}

impl Scan<'_, '_> {
    fn note(&mut self, at: usize) {
        let relative = at > 0 && self.clause.is(at - 1, Tag::Relative);
        let group = self.clause.verb(at);
        let modal = self.clause.classes(at).any(Classes::MODAL);
        self.untensed += usize::from(group.is_some_and(|group| modal || group.form == Form::Infinitive));
        self.object &= self.clause.verb(at).is_none();
        self.verbs += usize::from(self.clause.is_finite(at) && !relative);
        if self.clause.is(at, Tag::Dash) {
            self.dashes += 1;
        }
    }

    /// Whether the content so far could be whole.
    fn is_whole(&self) -> bool {
        self.phrase || self.verbs > 0
    }

    fn stops(&self, at: usize) -> bool {
        let chunk = self.clause.chunks[at];
        if chunk.is(Tag::Semicolon) {
            return true;
        }
        if !self.is_whole() {
            return self.setting == Setting::Opening && chunk.is(Tag::Comma) && self.begins_clause(at + 1);
        }
        if self.object && (self.names_medium(at) || self.tells_when(at)) {
            return true;
        }
        if self.after_closed_quote(at) && self.stops_at_comma(at - 1) {
            return true;
        }
        if chunk.is(Tag::Coordinator) && !self.clause.is(at - 1, Tag::Comma) {
            return self.stops_at_coordinator(at);
        }
        if chunk.is(Tag::Dash) {
            return self.stops_at_dash(at);
        }
        if chunk.is(Tag::Comma) {
            return self.stops_at_comma(at);
        }
        if self.phrase && self.clause.classes(at).any(Classes::SUBORDINATOR) {
            return self.new_speaker(at + 1);
        }
        self.setting == Setting::Relative && self.phrase && self.verbs == 0 && self.resumes(at)
    }

    /// "in a tweet", "during an interview": how something was said is no part of it.
    fn names_medium(&self, at: usize) -> bool {
        let said = self.clause.is(at, Tag::Preposition) && self.clause.is_noun_phrase(at + 1);
        said && ["in", "during", "via"].contains(&self.clause.spelled(self.clause.chunks[at].first))
            && self.clause.words[self.clause.chunks[at + 1].end - 1].entry.classes.any(Classes::MEDIUM)
    }

    /// "praised the plan on Tuesday": a time at the very end tells when it was said.
    fn tells_when(&self, at: usize) -> bool {
        let dated = ["on", "in", "at", "during"].contains(&self.clause.spelled(self.clause.chunks[at].first));
        let time = at + usize::from(dated);
        let last = |chunk: Chunk| chunk.is(Tag::Stop) || chunk.is(Tag::Comma);
        self.clause.chunk(time).is_some_and(|chunk| chunk.kind == Kind::Time)
            && self.clause.chunk(time + 1).is_none_or(last)
    }

    /// After a quotation whose last mark is the comma that ends an opening phrase.
    fn after_closed_quote(&self, at: usize) -> bool {
        let last = self.clause.words[self.clause.chunks[at].first - 1];
        last.tag == Tag::Quote
            && last.span.of(self.clause.text).trim_end_matches(['"', '\u{201D}', '\'']).ends_with(',')
    }

    fn stops_at_coordinator(&self, at: usize) -> bool {
        let clause = self.clause;
        let word = clause.spelled(clause.chunks[at].first);
        if word != "and" && word != "but" {
            return false;
        }
        let next = skip_adverbs(clause, at + 1);
        let contrast = word == "but" || self.phrase;
        self.is_cue_verb(next)
            || self.is_cue_verb(skip_scene(clause, at + 1))
            || word == "and" && self.new_speaker(next)
            || contrast && clause.is_finite(next) && !self.joins_untensed(next)
            || self.new_participle(next)
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

    /// A dash that closes a parenthesis does not stop; one that nothing closes does.
    fn stops_at_dash(&self, at: usize) -> bool {
        let clause = self.clause;
        self.dashes & 1 == 0
            && (clause.is(at + 1, Tag::Coordinator)
                || (at + 1..clause.chunks.len()).all(|at| !clause.is(at, Tag::Dash)))
    }

    fn stops_at_comma(&self, at: usize) -> bool {
        let clause = self.clause;
        match self.setting {
            Setting::Opening if !clause.is(at + 1, Tag::Coordinator) => return true,
            Setting::Relative if self.resumes(at + 1) => return true,
            _ => {}
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
            return self.is_cue_verb(next + 1)
                || self.is_cue_verb(skip_scene(clause, next + 1))
                || self.new_speaker(next + 1)
                || self.new_participle(next + 1)
                || self.phrase && self.begins_clause(next + 1)
                || clause.spelled(chunk.first) == "but"
                    && (clause.is_finite(skip_adverbs(clause, next + 1)) || self.begins_clause(next + 1));
        }
        if chunk.is(Tag::Subordinator) {
            return self.phrase
                || self.new_speaker(next + 1)
                || clause.verb(next + 1).is_some_and(|verb| verb.form == Form::Ing);
        }
        false
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

    /// "and Trump calling it a hoax": a second reporting participle, with its noun or without.
    fn new_participle(&self, at: usize) -> bool {
        let verb = if self.clause.is_noun_phrase(at) { phrase_from(self.clause, at) } else { at };
        self.clause.verb(verb).is_some_and(|verb| verb.form == Form::Ing) && self.reports(verb)
    }

    /// Whether the clause interrupted by a relative clause goes on at `at`.
    fn resumes(&self, at: usize) -> bool {
        self.clause.is_finite(skip_adverbs(self.clause, at))
    }

    /// Whether the noun phrase at `at` comments on all that came before; a list would go on to "and".
    fn begins_aside(&self, at: usize) -> bool {
        let clause = self.clause;
        clause.is_noun_phrase(at) && !(at..clause.chunks.len()).any(|at| clause.is(at, Tag::Coordinator))
    }

    fn begins_clause(&self, at: usize) -> bool {
        self.clause.is_noun_phrase(at) && self.clause.is_finite(phrase_from(self.clause, at))
    }

    fn reports(&self, verb: usize) -> bool {
        reports(self.clause, verb)
    }

    /// Whether the group at `at` is a reporting verb with the earlier subject.
    fn is_cue_verb(&self, at: usize) -> bool {
        is_cue_verb(self.clause, at)
    }

    /// Whether a noun phrase and a reporting verb follow: somebody else speaks.
    fn new_speaker(&self, at: usize) -> bool {
        new_speaker(self.clause, at)
    }
}
