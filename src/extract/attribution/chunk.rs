//! Noun phrases, verb groups and the marks and little words between them.

use super::word::{Tag, Word};

/// A run of words that belong together.
#[derive(Debug, Clone, Copy)]
pub(super) struct Chunk {
    /// What it is.
    pub kind: Kind,
    /// Its first word.
    pub first: usize,
    /// The word after its last.
    pub end: usize,
}

/// What a chunk is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    NounPhrase,
    /// A verb with the words that help it.
    Verb(Verb),
    /// "on Tuesday" without its preposition, "last week".
    Time,
    /// Words in brackets.
    Bracketed,
    /// Anything else, by its one word's tag.
    Single(Tag),
}

/// The form of a verb group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Verb {
    /// The word that carries the meaning.
    pub main: usize,
    /// How it joins its clause.
    pub form: Form,
    /// Whether it is a form of "be" with a participle.
    pub passive: bool,
}

/// How a verb group joins its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// It has a subject of its own.
    Finite,
    /// A lone form in -ed: past tense, or a participle after its noun.
    Past,
    /// "to" and the verb.
    Infinitive,
    /// A lone form in -ing.
    Ing,
}

impl Chunk {
    /// Whether it is a single word with this tag.
    pub fn is(self, tag: Tag) -> bool {
        self.kind == Kind::Single(tag)
    }

    /// Whether it is a noun phrase.
    pub fn is_noun_phrase(self) -> bool {
        self.kind == Kind::NounPhrase
    }

    /// Its verb group.
    pub fn verb(self) -> Option<Verb> {
        if let Kind::Verb(verb) = self.kind { Some(verb) } else { None }
    }

    /// Whether it is a verb that can head a clause.
    pub fn is_finite(self) -> bool {
        self.verb().is_some_and(|verb| matches!(verb.form, Form::Finite | Form::Past))
    }

    /// Whether it only sets the scene: an adverb, a time, brackets.
    pub fn is_aside(self) -> bool {
        matches!(self.kind, Kind::Time | Kind::Bracketed | Kind::Single(Tag::Adverb | Tag::Other))
    }

    /// Its words.
    pub fn words(self, words: &[Word]) -> &[Word] {
        &words[self.first..self.end]
    }
}
