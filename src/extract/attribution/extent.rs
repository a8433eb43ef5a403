//! Where content that runs to the right of its cue stops.

use super::chunk::{Chunk, Form, Kind};
use super::clause::Clause;
use super::content::{Content, Opens};
use super::next_speech::{is_cue_verb, new_speaker, reports, skip_adverbs};
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
    let cue = (0..from).rev().find_map(|at| clause.verb(at)).map(|verb| verb.form);
    let whole = content.opens == Opens::Quote && !clause.is_finite(skip_adverbs(clause, from + 1));
    let verbs = usize::from(whole);
    let mut scan =
        Scan { clause, from, cue, phrase, setting, object, scene, verbs, untensed: 0, participles: 0, dashes: 0 };
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
pub(super) struct Scan<'c, 'a> {
    pub(super) clause: &'c Clause<'a>,
    /// Its first chunk.
    pub(super) from: usize,
    /// The form of the cue's verb.
    pub(super) cue: Option<Form>,
    /// Whether the content is a noun phrase or an infinitive, which ends sooner than a clause.
    pub(super) phrase: bool,
    pub(super) setting: Setting,
    /// Whether the content so far is a noun phrase without any verb.
    pub(super) object: bool,
    /// Whether the content opens with a scene for its clause: "if it rains, he will".
    pub(super) scene: bool,
    /// Verbs met that can head a clause; a quotation that no verb follows is whole too, and counts as one.
    verbs: usize,
    /// Infinitives and verbs after "will" and the like, which an untensed verb may join.
    pub(super) untensed: usize,
    /// Forms in -ing met, which another may join ("is acting and showing").
    pub(super) participles: usize,
    /// Dashes met: after an odd one a parenthesis is open.
    dashes: usize,
}

impl Scan<'_, '_> {
    fn note(&mut self, at: usize) {
        let Some(chunk) = self.clause.chunk(at) else { return };
        match chunk.kind {
            Kind::Verb(group) => {
                let modal = self.clause.classes(at).any(Classes::MODAL);
                self.untensed += usize::from(modal || group.form == Form::Infinitive);
                self.participles += usize::from(self.clause.words[group.main].tag == Tag::Ing);
                self.object = false;
                self.verbs += usize::from(chunk.is_finite() && !self.is_relative(at));
            }
            Kind::Single(Tag::Quote) => {
                self.verbs += usize::from(self.clause.quotes_verb(at) && !self.is_relative(at));
            }
            // "expressed doubt that he would": from "that" on, the content is a clause.
            Kind::Single(Tag::That) => self.phrase &= !(at > self.from && self.opens_clause(at + 1)),
            Kind::Single(Tag::Dash) => self.dashes += 1,
            _ => {}
        }
    }

    /// Whether the verb at `at` is one of a relative clause.
    fn is_relative(&self, at: usize) -> bool {
        at > 0 && self.clause.is(at - 1, Tag::Relative) || self.in_relative(at)
    }

    /// Whether a subject and its verb follow, or a subject that words between commas part from it.
    fn opens_clause(&self, at: usize) -> bool {
        let end = phrase_from(self.clause, at);
        self.clause.is_noun_phrase(at) && (self.clause.is_finite(end) || self.clause.is(end, Tag::Comma))
    }

    /// "the ruling, which courts have cited, shows": whether the verb at `at` stands between commas in what
    /// describes the subject, before any verb of the subject's own.
    fn in_relative(&self, at: usize) -> bool {
        if self.verbs > 0 || !self.clause.is_finite(at) {
            return false;
        }
        let Some(comma) = (0..at).rev().find(|&at| self.clause.is(at, Tag::Comma)) else {
            return false;
        };
        let first = comma + 1;
        comma >= self.from
            && (self.clause.is(first, Tag::Relative)
                || first == at && self.clause.verb(at).is_some_and(|verb| verb.form == Form::Past))
            && (at + 1..self.clause.chunks.len()).any(|at| self.clause.is(at, Tag::Comma) && self.resumes(at + 1))
    }

    /// Whether the content so far could be whole.
    pub(super) fn is_whole(&self) -> bool {
        self.phrase || self.verbs > 0
    }

    fn stops(&self, at: usize) -> bool {
        let chunk = self.clause.chunks[at];
        if chunk.is(Tag::Semicolon) {
            return true;
        }
        if !self.is_whole() {
            // "did not explain why, but": the question word is all that is said.
            if chunk.is(Tag::Comma) && self.clause.is(at - 1, Tag::Question) && self.says(at + 1, "but") {
                return true;
            }
            return self.setting == Setting::Opening && chunk.is(Tag::Comma) && self.begins_clause(at + 1);
        }
        if self.object && (self.names_medium(at) && !self.that_follows(at) || self.tells_when(at)) {
            return true;
        }
        if self.object && (self.tells_how(at) || self.tells_circumstance(at)) {
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
        if self.says_meanwhile(at) {
            return true;
        }
        if self.phrase && self.clause.classes(at).any(Classes::SUBORDINATOR) {
            return self.new_speaker(at + 1);
        }
        self.setting == Setting::Relative && self.phrase && self.verbs == 0 && self.resumes(at)
    }

    /// "in a tweet", "during an interview", "on condition of anonymity": how something was said is no part of it.
    fn names_medium(&self, at: usize) -> bool {
        if !self.clause.is(at, Tag::Preposition) || !self.clause.is_noun_phrase(at + 1) {
            return false;
        }
        let word = self.clause.spelled(self.clause.chunks[at].first);
        let last = self.clause.chunks[at + 1].end - 1;
        ["in", "during", "via"].contains(&word) && self.clause.words[last].entry.classes.any(Classes::MEDIUM)
            || word == "on" && self.clause.spelled(last) == "condition"
    }

    /// "voiced doubt in an interview this year that": whether the object's clause comes after the phrase at `at`.
    fn that_follows(&self, at: usize) -> bool {
        let behind = (at + 2..self.clause.chunks.len()).find(|&at| !self.clause.chunks[at].is_aside());
        behind.is_some_and(|at| self.clause.is(at, Tag::That))
    }

    /// "praised the plan on Tuesday": a time at the very end tells when it was said.
    fn tells_when(&self, at: usize) -> bool {
        let dated = ["on", "in", "at", "during"].contains(&self.clause.spelled(self.clause.chunks[at].first));
        let time = at + usize::from(dated);
        let last = |chunk: Chunk| chunk.is(Tag::Stop) || chunk.is(Tag::Comma) || chunk.is(Tag::Coordinator);
        self.clause.chunk(time).is_some_and(|chunk| chunk.kind == Kind::Time)
            && self.clause.chunk(time + 1).is_none_or(last)
    }

    /// "praised the plan during a visit", "before she left": when something was said, after an object without a verb.
    fn tells_circumstance(&self, at: usize) -> bool {
        let joins = self.clause.is(at, Tag::Preposition) || self.clause.is(at, Tag::Subordinator);
        let word = self.clause.spelled(self.clause.chunks[at].first);
        joins && ["during", "before", "after", "when", "while", "through"].contains(&word)
    }

    /// "said it was late while calling for calm", "before claiming": the speaker goes on to something else.
    fn says_meanwhile(&self, at: usize) -> bool {
        let joins = self.clause.is(at, Tag::Preposition) || self.clause.is(at, Tag::Subordinator);
        let speaks = |at: usize| self.clause.verb(at).is_some_and(|verb| verb.form == Form::Ing) && self.reports(at);
        let spelled = || self.clause.spelled(self.clause.chunks[at].first);
        joins && speaks(at + 1) && ["while", "before", "after", "when"].contains(&spelled())
    }

    /// "mocked the plan by calling it a joke".
    fn tells_how(&self, at: usize) -> bool {
        let by = self.clause.is(at, Tag::Preposition) && self.clause.spelled(self.clause.chunks[at].first) == "by";
        by && self.clause.verb(at + 1).is_some_and(|verb| verb.form == Form::Ing)
    }

    /// After a quotation whose last mark is the comma that ends an opening phrase.
    fn after_closed_quote(&self, at: usize) -> bool {
        let last = &self.clause.words[self.clause.chunks[at].first - 1];
        last.tag == Tag::Quote
            && last.span.of(self.clause.text).trim_end_matches(['"', '\u{201D}', '\'']).ends_with(',')
    }

    /// A dash that closes a parenthesis does not stop; one that nothing closes does.
    fn stops_at_dash(&self, at: usize) -> bool {
        let clause = self.clause;
        self.dashes & 1 == 0
            && (clause.is(at + 1, Tag::Coordinator) && !self.closes_soon(at)
                || (at + 1..clause.chunks.len()).all(|at| !clause.is(at, Tag::Dash)))
    }

    /// Whether the chunk at `at` opens with `word`.
    pub(super) fn says(&self, at: usize, word: &str) -> bool {
        self.clause.chunk(at).is_some_and(|chunk| self.clause.spelled(chunk.first).eq_ignore_ascii_case(word))
    }

    /// "- and unreported - ": whether another dash comes before any verb that could head a clause.
    fn closes_soon(&self, dash: usize) -> bool {
        let clause = self.clause;
        let next = (dash + 1..clause.chunks.len()).find(|&at| clause.is_finite(at) || clause.is(at, Tag::Dash));
        next.is_some_and(|at| clause.is(at, Tag::Dash))
    }

    /// Whether the clause interrupted by a relative clause goes on at `at`.
    pub(super) fn resumes(&self, at: usize) -> bool {
        self.clause.is_finite(skip_adverbs(self.clause, at))
    }

    /// Whether the noun phrase at `at` comments on all that came before; a list would go on to "and".
    pub(super) fn begins_aside(&self, at: usize) -> bool {
        let clause = self.clause;
        let ends = |at: usize| clause.is(at, Tag::Comma) && clause.is(at + 1, Tag::Relative);
        let mut rest = (at..clause.chunks.len()).take_while(|&at| !ends(at));
        clause.is_noun_phrase(at) && !rest.any(|at| clause.is(at, Tag::Coordinator))
    }

    pub(super) fn begins_clause(&self, at: usize) -> bool {
        self.clause.is_noun_phrase(at) && self.clause.is_finite(phrase_from(self.clause, at))
    }

    pub(super) fn reports(&self, verb: usize) -> bool {
        reports(self.clause, verb)
    }

    /// Whether the group at `at` is a reporting verb with the earlier subject.
    pub(super) fn is_cue_verb(&self, at: usize) -> bool {
        is_cue_verb(self.clause, at)
    }

    /// Whether a noun phrase and a reporting verb follow: somebody else speaks.
    pub(super) fn new_speaker(&self, at: usize) -> bool {
        new_speaker(self.clause, at)
    }
}
