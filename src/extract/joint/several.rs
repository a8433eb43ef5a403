//! Parties named together: whether they speak with one voice.

use super::Gatherer;
use crate::extract::phrase::PartyList;
use crate::knowledge::Marks;
use crate::statement::{CueClass, Utterance};
use crate::text::Span;

/// So many states do not say the same each by itself.
const CHORUS: usize = 3;

/// Most words of what is only an opinion.
const REACTION: usize = 2;

impl Gatherer<'_, '_> {
    /// Parties named together: they speak together as a group, or when they do what only several can.
    pub(super) fn several(&mut self, list: &PartyList, utterance: Utterance) {
        if let Some(at) = self.current {
            let awaited = !self.drafts[at].has_parties() && self.drafts[at].count.is_some();
            if awaited || self.drafts[at].has_all(list) {
                self.drafts[at].sign(list);
                return self.attach(at, utterance);
            }
        }
        if list.apart {
            return self.single(utterance);
        }
        let group = list.is_group(self.reading.knowledge.organisations());
        let states = |cue: Span| !self.words_of(cue).any(|marks| marks.is_in(self.words.musing));
        // "A and other nations": nobody counted them.
        let vague = list.parties.len() == 1 && list.open.is_some_and(|open| open.count.is_none());
        let leaders = list.collective.is_some()
            && !vague
            && !self.is_reaction(&utterance)
            && utterance.class == CueClass::Speech
            && utterance.cue.is_none_or(states);
        let said = |cue: Span| self.words_of(cue).any(|marks| marks.is_in(self.words.plainly));
        let chorus = list.states() >= CHORUS && utterance.cue.is_some_and(said) && list.unofficial.is_none();
        let together = chorus || self.is_collective_cue(&utterance) && !self.is_reaction(&utterance);
        // "Council members backed the mission": no word of theirs is told.
        let forum = list.is_forum(self.reading.knowledge.organisations());
        let spoken = utterance.cue.is_some_and(said) || self.is_collective_cue(&utterance);
        let voiced = forum && utterance.cue.is_none_or(states);
        if group && (voiced || spoken || leaders) || leaders || together {
            return self.join(list, utterance);
        }
        self.float(utterance, list);
    }

    /// Whether what is said is only an opinion of what others did: "welcomed the outcome", "rejected it".
    fn is_reaction(&self, utterance: &Utterance) -> bool {
        let words = |span: &Span| self.reading.words(*span).split_whitespace().count();
        // "Welcomed it within the hour"
        let first = utterance.content.first().and_then(|span| self.reading.words(*span).split_whitespace().next());
        first == Some("it") || utterance.content.iter().map(words).sum::<usize>() <= REACTION
    }

    /// Parties named together that do not speak with one voice, as far as this sentence goes.
    pub(super) fn apart(&mut self, list: &PartyList, utterance: Utterance) {
        match self.current.filter(|&at| self.drafts[at].has_all(list)) {
            Some(at) => self.attach(at, utterance),
            None => self.single(utterance),
        }
    }

    pub(super) fn is_collective_cue(&self, utterance: &Utterance) -> bool {
        utterance.cue.is_some_and(|cue| self.words_of(cue).any(|marks| marks.is_in(self.words.collectively)))
    }

    /// What the tables say of each word of `cue`.
    fn words_of(&self, cue: Span) -> impl Iterator<Item = Marks> {
        let lexicon = self.reading.knowledge.lexicon();
        self.reading.words(cue).split_whitespace().map(|word| lexicon.marks(word))
    }
}
