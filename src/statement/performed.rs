//! What a statement does, with the words that show it.

use serde::{Deserialize, Serialize};

use crate::knowledge::Act;
use crate::text::Span;

/// One act of a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Performed {
    /// Which one.
    pub act: Act,
    /// The words that show it: the cue, or words at the start of what is said.
    pub evidence: Span,
}
