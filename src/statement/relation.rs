//! How the words of a statement bear on a target.

use serde::{Deserialize, Serialize};

/// The relation of a statement to one of its targets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Relation {
    /// Condemn, accuse, demand of.
    Against,
    /// Urge, call on, letter to.
    Addressed,
    /// In support of.
    Support,
}
