//! What a dialect is made of.

use super::super::text::{Order, Sense, Within, Word};
use super::super::{Field, QueryError};
use crate::text::Span;

/// The table of one dialect.
pub(super) struct Dialect {
    /// What stands between two words that have no operator between them.
    pub space: Space,
    /// How words between quotation marks are compared.
    pub quoted: Quoted,
    /// The operator that a word is.
    pub operator: fn(&str) -> Option<Operator>,
    /// How tightly an operator binds; more is tighter.
    pub strength: fn(Operator) -> u32,
    /// One word as written, with its wildcards.
    pub word: fn(&str, Span) -> Result<Word, QueryError>,
    /// What `name(...)` or `name=...` looks in.
    pub part: fn(&str) -> Option<Part>,
    /// Whether `+a`, `-a`, `!a`, `"a b"~5` and `[a TO b]` are read.
    pub marks: Marks,
}

/// What a space means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Space {
    /// The words stand next to each other; other things must both hold.
    Phrase,
    /// At least one must hold.
    Or,
}

/// How words between quotation marks are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Quoted {
    ByStem,
    ByLetter,
}

/// Whether a dialect writes operators as marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Marks {
    Yes,
    No,
}

/// What joins or changes parts of a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Operator {
    And,
    Or,
    /// In front of a part; between two, `AND NOT`.
    Not,
    Near(Within, Order, Sense),
    AtLeast(u32),
}

/// What a named part of a query looks in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// The headline and the first paragraph.
    Lead,
    /// A field of the program.
    Field(Field),
    /// Nothing the index holds.
    Missing,
}

/// The number behind `prefix` when that and a number from 1 to 255 is all of `word`.
pub(super) fn number_behind(prefix: &str, word: &str) -> Option<u32> {
    let digits = word.strip_prefix(prefix)?;
    let is_number = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    digits.parse().ok().filter(|number| is_number && (1..=255).contains(number))
}
