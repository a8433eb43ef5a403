//! Gives a quotation that stands alone to whoever spoke last.

use crate::statement::{Kind, Utterance};

use super::clause::Clause;
use super::word::Tag;

/// Remembers who spoke last.
pub(super) struct Continuation {
    /// The utterance a quotation alone belongs to, by its place in the list.
    pub speaker: Option<usize>,
}

impl Continuation {
    /// At the start of a paragraph, after the utterance `last`.
    pub fn new(last: Option<usize>) -> Self {
        Self { speaker: last }
    }

    /// Notes the utterances of one sentence, which stand in `out` from `first` on: words in quotation
    /// marks are continued before others.
    pub fn note(&mut self, first: usize, out: &[Utterance]) {
        let quoted = (first..out.len()).rev().find(|&at| out[at].kind != Kind::Indirect);
        self.speaker = quoted.or(out.len().checked_sub(1).filter(|&last| last >= first)).or(self.speaker);
    }

    /// When the unit is a quotation and nothing else, adds it to the last utterance.
    pub fn join(&mut self, clause: &Clause, out: &mut [Utterance]) {
        let quotes_only = clause.words.iter().all(|word| matches!(word.tag, Tag::Quote | Tag::Stop | Tag::Other));
        let Some(quote) = clause.words.iter().find(|word| word.tag == Tag::Quote).filter(|_| quotes_only) else {
            return;
        };
        if let Some(utterance) = self.speaker.and_then(|at| out.get_mut(at)) {
            utterance.content.push(quote.span);
        }
    }
}
