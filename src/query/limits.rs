//! How deep and how long a query may be, whatever its syntax.

use super::QueryError;
use crate::text::Span;

/// Parentheses and operators inside each other at most.
const DEEPEST: usize = 64;
/// Words and values of a query at most.
const MOST_PARTS: usize = 256;

/// What a parser has met so far.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Limits {
    depth: usize,
    parts: usize,
}

impl Limits {
    /// Enters what opens at `span`.
    pub fn descend(&mut self, span: Span) -> Result<(), QueryError> {
        self.depth += 1;
        if self.depth <= DEEPEST {
            return Ok(());
        }
        let message = format!("parentheses and operators are nested more than {DEEPEST} deep");
        Err(QueryError::new(span, message, "leave out parentheses that change nothing"))
    }

    /// Leaves it again.
    pub fn ascend(&mut self) {
        self.depth -= 1;
    }

    /// Counts the word or value at `span`.
    pub fn count(&mut self, span: Span) -> Result<(), QueryError> {
        self.parts += 1;
        if self.parts <= MOST_PARTS {
            return Ok(());
        }
        let message = format!("the query has more than {MOST_PARTS} words and values");
        Err(QueryError::new(span, message, "shorten it; members(X) stands for every country of a group"))
    }
}
