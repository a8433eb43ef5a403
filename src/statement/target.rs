//! A party the words of a statement are directed at.

use serde::{Deserialize, Serialize};

use crate::knowledge::{Party, Relation};
use crate::text::Span;

/// Whom the words are against, addressed to, or in support of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// Which country or organisation.
    pub party: Party,
    /// How the words bear on it.
    pub relation: Relation,
    /// The words that prove it, in the content, the cue, or between them.
    pub evidence: Span,
}
