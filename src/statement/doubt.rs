//! What extraction left out or could not settle.

use serde::{Deserialize, Serialize};

use crate::text::Span;

/// One thing a reader should check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doubt {
    /// What is in doubt.
    pub kind: DoubtKind,
    /// Where in the article.
    pub span: Span,
}

/// Why something is in doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DoubtKind {
    /// The prose counts the signatories otherwise than the list does.
    CountDisagrees,
    /// A group issued the statement, and the article has no date to judge its members at.
    MembersUndated,
    /// A quotation no closing mark ends.
    UnclosedQuotation,
    /// Words between quotation marks that nobody in reach is said to have spoken.
    UnattributedQuotation,
}
