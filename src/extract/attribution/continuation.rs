//! Gives a quotation that stands alone to whoever spoke last.

use crate::statement::{Kind, Utterance};

use super::clause::Clause;
use super::word::Tag;

/// Remembers the last speaker of the paragraphs before.
pub(super) struct Continuation {
    /// The last utterance, by its place in the list.
    pub speaker: Option<usize>,
    /// The last utterance of this paragraph with words in quotation marks.
    quoted: Option<usize>,
}

impl Continuation {
    /// At the start of a paragraph, after the utterance `last`.
    pub fn new(last: Option<usize>) -> Self {
        Self { speaker: last, quoted: None }
    }

    /// Notes that `utterance` stands at `place` in the list.
    pub fn note(&mut self, place: usize, utterance: &Utterance) {
        self.speaker = Some(place);
        if utterance.kind != Kind::Indirect {
            self.quoted = Some(place);
        }
    }

    /// When the unit is a quotation and nothing else, adds it to the last utterance.
    pub fn join(&mut self, clause: &Clause, out: &mut [Utterance]) {
        let quotes_only = clause.words.iter().all(|word| matches!(word.tag, Tag::Quote | Tag::Stop | Tag::Other));
        let Some(quote) = clause.words.iter().find(|word| word.tag == Tag::Quote).filter(|_| quotes_only) else {
            return;
        };
        if let Some(utterance) = self.quoted.or(self.speaker).and_then(|at| out.get_mut(at)) {
            utterance.content.push(quote.span);
        }
    }
}
