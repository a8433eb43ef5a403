//! The people a credit line names, with the part each had.

use serde::{Deserialize, Serialize};

use crate::text::Span;

/// One person of a credit line such as "(Reporting by A in Rome; Editing by B)".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Credit {
    /// What they did.
    pub part: Part,
    /// Their name.
    pub name: Span,
}

/// What a credited person did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// "By A", "Reporting by A".
    Reporting,
    /// "Additional reporting by A".
    AdditionalReporting,
    /// "Writing by A".
    Writing,
    /// "Editing by A".
    Editing,
    /// Anything else ("Graphics by A", "Compiled by A").
    Other,
}
