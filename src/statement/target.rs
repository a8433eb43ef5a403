//! A state the words of a statement are directed at.

use super::Relation;
use crate::knowledge::CountryCode;
use crate::text::Span;

/// Whom the words are against, addressed to, or in support of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Which state.
    pub country: CountryCode,
    /// How the words bear on it.
    pub relation: Relation,
    /// The words that prove it, in the content or the cue.
    pub evidence: Span,
}
