//! What became of one item of the input.

use crate::article::formats::Place;

/// What became of one item, or of a file no item could be read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The file, as named to ingest.
    pub path: String,
    /// The item inside it, when it holds several.
    pub member: Option<String>,
    /// What became of it.
    pub kind: OutcomeKind,
    /// Where in the file, when there is a place.
    pub place: Option<Place>,
    /// The language, when it is not English: such an article is indexed as text, without statements.
    pub language: Option<String>,
}

/// What became of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OutcomeKind {
    /// It is in the index, with so many statements.
    Indexed {
        /// Statements found in it.
        statements: usize,
        /// Joint statements among them.
        joint: usize,
    },
    /// It took the place of what its file held before.
    Replaced {
        /// Statements found in it.
        statements: usize,
        /// Joint statements among them.
        joint: usize,
    },
    /// Its file is as it was when it was last read.
    Unchanged,
    /// The same bytes came from another place before; kept, and not searched twice.
    Duplicate {
        /// Where they came from first.
        of: String,
    },
    /// The index remembers the file, and it is no longer there. Not counted as read.
    Gone {
        /// Whether what came from it was dropped.
        dropped: bool,
    },
    /// It could not be read.
    Skipped {
        /// Why.
        reason: String,
    },
}

impl OutcomeKind {
    /// The outcome as one word.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Indexed { .. } => "indexed",
            Self::Replaced { .. } => "replaced",
            Self::Unchanged => "unchanged",
            Self::Duplicate { .. } => "duplicate",
            Self::Gone { dropped: true } => "dropped",
            Self::Gone { dropped: false } => "gone",
            Self::Skipped { .. } => "skipped",
        }
    }
}
