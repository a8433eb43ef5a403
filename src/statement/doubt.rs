//! What extraction left out or could not settle.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::text::Span;

/// One thing a reader should check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
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

impl DoubtKind {
    /// Every kind.
    pub const ALL: [Self; 4] =
        [Self::CountDisagrees, Self::MembersUndated, Self::UnclosedQuotation, Self::UnattributedQuotation];

    /// The kind as it is written in queries and JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::CountDisagrees => "count-disagrees",
            Self::MembersUndated => "members-undated",
            Self::UnclosedQuotation => "unclosed-quotation",
            Self::UnattributedQuotation => "unattributed-quotation",
        }
    }
}

impl fmt::Display for DoubtKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
