//! Gives a quotation that stands alone to whoever spoke last.

use crate::statement::{CueClass, Kind, Utterance};
use crate::text::Span;

use super::clause::Clause;
use super::word::Tag;

/// Words of a quotation that begins a sentence and is more than a title.
const LEAST_WORDS: usize = 4;

/// Remembers who spoke last.
pub(super) struct Continuation {
    /// The utterance a quotation alone belongs to, by its place in the list.
    pub speaker: Option<usize>,
    /// The same, when it stands in this paragraph.
    here: Option<usize>,
}

impl Continuation {
    /// At the start of a paragraph, after the utterance `last`.
    pub fn new(last: Option<usize>) -> Self {
        Self { speaker: last, here: None }
    }

    /// Notes the utterances of one sentence, which stand in `out` from `first` on: words in quotation
    /// marks are continued before others.
    pub fn note(&mut self, first: usize, out: &[Utterance]) {
        let quoted = (first..out.len()).rev().find(|&at| out[at].kind != Kind::Indirect);
        self.speaker = quoted.or(out.len().checked_sub(1).filter(|&last| last >= first)).or(self.speaker);
        self.here = if out.len() > first { self.speaker } else { self.here };
    }

    /// When the unit is a quotation and nothing else, or a sentence that a quotation opens right after quoted
    /// words, adds it to the last utterance.
    pub fn join(&mut self, clause: &Clause, out: &mut [Utterance]) {
        let quotes_only = clause.words.iter().all(|word| matches!(word.tag, Tag::Quote | Tag::Stop | Tag::Other));
        let span = if quotes_only { first_quote(clause) } else { self.opened(clause, out) };
        let utterance = self.speaker.and_then(|at| out.get_mut(at));
        if let Some((utterance, span)) = utterance.zip(span) {
            utterance.content.push(span);
            if !quotes_only {
                utterance.kind = Kind::Mixed;
            }
        }
    }

    /// `"They left" without a word.`: the sentence, when the quotation it opens with is the beginning of one and
    /// the paragraph has quoted words before it.
    fn opened(&self, clause: &Clause, out: &[Utterance]) -> Option<Span> {
        // "But" may stand before it.
        let opener = clause.words.first().filter(|word| word.tag == Tag::Coordinator).map_or(0, |_| 1);
        let quote = clause.words.get(opener).filter(|word| word.tag == Tag::Quote)?.span;
        let spoken = |last: &&Utterance| last.kind != Kind::Indirect && last.class == CueClass::Speech;
        self.here.and_then(|at| out.get(at)).filter(spoken)?;
        let inner = quote.of(clause.text).trim_start_matches(['"', '\u{201C}', '`', '\'', '\u{2018}']);
        let whole = inner.starts_with(char::is_uppercase) && inner.split_whitespace().count() >= LEAST_WORDS;
        whole.then(|| clause.span(0, clause.words.len()))?
    }
}

fn first_quote(clause: &Clause) -> Option<Span> {
    clause.words.iter().find(|word| word.tag == Tag::Quote).map(|word| word.span)
}
