//! One word of a sentence with the one part of speech its neighbours leave it.

use crate::knowledge::Entry;
use crate::text::Span;

/// A word, a mark, or a whole quotation.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    /// Where it stands.
    pub span: Span,
    /// Its part of speech.
    pub tag: Tag,
    /// What the tables say of it.
    pub entry: Entry,
    /// Whether it begins with a capital letter.
    pub capital: bool,
}

/// Parts of speech, as coarse as finding clauses allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tag {
    Determiner,
    Possessive,
    Pronoun,
    Noun,
    Name,
    Adjective,
    Number,
    /// `'s` after a noun.
    Genitive,
    Preposition,
    /// "to" before a verb.
    To,
    Coordinator,
    Subordinator,
    /// "who", "which" or "that" after a noun.
    Relative,
    /// "what", "whether" and the like, opening a clause.
    Question,
    /// "that" opening a clause.
    That,
    Auxiliary,
    /// A present or base form.
    Verb,
    /// A form that is past tense, participle or both.
    Past,
    Ing,
    Adverb,
    Time,
    Comma,
    Semicolon,
    Colon,
    Dash,
    Open,
    Close,
    /// A mark that ends a sentence.
    Stop,
    /// A whole quotation.
    Quote,
    Other,
}

impl Tag {
    /// Whether a noun phrase can hold a word with this tag.
    pub fn in_noun_phrase(self) -> bool {
        matches!(
            self,
            Self::Determiner
                | Self::Possessive
                | Self::Noun
                | Self::Name
                | Self::Adjective
                | Self::Number
                | Self::Genitive
        )
    }

    /// Whether this is a verb that carries meaning.
    pub fn is_verb(self) -> bool {
        matches!(self, Self::Verb | Self::Past | Self::Ing)
    }
}
