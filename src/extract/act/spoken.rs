//! Where the words of an utterance speak of the one who says them.

use crate::extract::reading::{PieceKind, Words};
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
        let lexed = utterance.source.map(|source| words.reading.lexed(source)).unwrap_or_default();
        let source = lexed.words(words.reading);
        let is_body =
            |at: usize| source.meaning(at).is_some_and(is_party) || table.body.contains(source.lower(at).as_ref());
        let body = source.pieces.len().checked_sub(1).is_some_and(is_body)
            || utterance.source.is_some_and(|span| table.third_person.contains(words.reading.words(span)));
        Self { words, table, quoted: utterance.kind == Kind::Direct, body }
    }

    /// Whether the speaker is spoken of at piece `at`, as the subject of a clause.
    #[must_use]
    pub fn is_speaker(&self, at: usize) -> bool {
        let word = self.words.lower(at);
        if self.table.first_person.contains(word.as_ref()) {
            return true;
        }
        let opens = at == 0 || self.opens_clause(at - 1);
        if !self.quoted && opens && self.table.third_person.contains(word.as_ref()) {
            return word != "it" || self.body;
        }
        let own = at > 0 && (self.words.classes(at - 1).any(Classes::POSSESSIVE) || self.words.lower(at - 1) == "the");
        own && (at == 1 || self.opens_clause(at - 2)) && self.table.body.contains(word.as_ref())
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
