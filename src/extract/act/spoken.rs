//! Where the words of an utterance speak of the one who says them.

use crate::extract::reading::{PieceKind, Words, starts_upper};
use crate::knowledge::{ActWords, Classes, Meaning};
use crate::statement::{Kind, Utterance};

/// The words an utterance opens with, and how its speaker is named in them.
pub struct Spoken<'w, 'r, 'a> {
    words: Words<'r, 'a>,
    table: &'w ActWords,
    quoted: bool,
    /// Whether the source is a country, an organisation or another body, which "it" can mean.
    body: bool,
}

impl<'w, 'r, 'a> Spoken<'w, 'r, 'a> {
    /// Those of `utterance`, of which `words` are the first.
    #[must_use]
    pub fn new(words: Words<'r, 'a>, table: &'w ActWords, utterance: &Utterance) -> Self {
        let excerpt = utterance.source.map(|source| words.reading.excerpt(source)).unwrap_or_default();
        let source = excerpt.words(words.reading);
        let last = source.pieces.len().checked_sub(1);
        let is_body = |at: usize| source.meaning(at).is_some_and(is_party) || source.is_one_of(at, table.body);
        let is_pronoun =
            |at: usize| at == 0 && source.is_one_of(0, table.third_person) && !starts_upper(source.text(0));
        let body = last.is_some_and(|last| is_body(last) || is_pronoun(last));
        Self { words, table, quoted: utterance.kind == Kind::Direct, body }
    }

    /// Whether the speaker is spoken of at piece `at`, as the subject of a clause.
    #[must_use]
    pub fn is_speaker(&self, at: usize) -> bool {
        let words = self.words;
        if words.is_one_of(at, self.table.first_person) {
            return true;
        }
        if !self.quoted && words.is_one_of(at, self.table.third_person) && (at == 0 || self.opens_clause(at - 1)) {
            return self.body || !words.text(at).eq_ignore_ascii_case("it");
        }
        if at == 0 || !words.is_one_of(at, self.table.body) || at > 1 && !self.opens_clause(at - 2) {
            return false;
        }
        words.classes(at - 1).any(Classes::POSSESSIVE) || words.text(at - 1).eq_ignore_ascii_case("the")
    }

    /// Whether a clause may begin behind the piece at `at`.
    fn opens_clause(&self, at: usize) -> bool {
        self.words.kind(at) == Some(PieceKind::Mark)
            || self.words.classes(at).any(Classes::COORDINATOR.or(Classes::THAT))
    }
}

fn is_party(meaning: &Meaning) -> bool {
    matches!(meaning, Meaning::Country { .. } | Meaning::Organisation { .. })
}
