//! What the reader of noun phrases makes of names of people and of words that no table has.

use super::reader::{PhraseReader, Step};
use crate::extract::reading::{begins_number, lower, number};

impl PhraseReader<'_, '_> {
    /// A word of which no table tells anything: part of a name, a noun that signs for nobody, or the end.
    pub(super) fn unknown(&mut self) -> Step {
        let at = self.at;
        debug_assert!(!is_asked_for(&self.words.lower(at)), "{} is in no table", self.words.text(at));
        let (open, proper) = (self.state.item.head.is_none(), self.words.is_proper(at));
        if proper && self.state.item.office {
            self.holder();
            return Step::On(at + 1);
        }
        if !open || !proper && self.words.closes_phrase(at) {
            return Step::End;
        }
        if proper {
            self.proper();
        } else {
            self.state.other_head(at);
        }
        Step::On(at + 1)
    }

    /// "President Smith", whose country the article has told.
    pub(super) fn holder(&mut self) {
        let at = self.at;
        let unnamed = self.state.list.parties.len() == self.state.item.before && self.state.item.pending.is_empty();
        let known = self.words.reading.surnames.get(self.words.text(at)).cloned();
        if let Some(party) = known.filter(|_| unnamed && !self.state.item.unofficial) {
            self.state.bare(party, self.words.pieces[at].span, at);
        }
    }

    /// A capitalised word: a person the article introduced, or part of some other name.
    pub(super) fn proper(&mut self) {
        let at = self.at;
        if self.words.is_one_of(self.at, self.words.table.organ) {
            return self.state.state_head(at);
        }
        let alone = self.state.item.pending.is_empty() && self.state.item.noun.is_none();
        let known = self.words.reading.surnames.get(self.words.text(at)).cloned();
        match known.filter(|_| alone) {
            Some(party) => self.state.bare(party, self.words.pieces[at].span, at),
            None => self.state.other_head(at),
        }
    }
}

/// Whether the reader asks for `word` by itself; every such word is in some table.
fn is_asked_for(word: &str) -> bool {
    let joins = ["and", "plus", "or", "nor", "as", "along", "together", "joined", "accompanied", "but", "with"];
    let others =
        ["including", "like", "such", "among", "other", "more", "others", "those", "all", "every", "that", "than"];
    joins.contains(&word) || others.contains(&word)
}

/// Whether a word that no table has may still be one that the reader asks for by itself: a number, "so-called",
/// "ex-minister".
pub(super) fn is_irregular(word: &str) -> bool {
    let hyphen = |at: usize| word.as_bytes().get(at) == Some(&b'-');
    hyphen(2) || begins_number(word) && number(&lower(word)).is_some()
}
