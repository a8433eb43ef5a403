//! Why a search gives no answer.

use std::time::Duration;

use super::IndexError;

/// A search that cannot be answered.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// The index cannot be read.
    #[error(transparent)]
    Index(#[from] IndexError),
    /// A wildcard stands for too many words of the index.
    #[error("'{word}' stands for more than {most} words of the index")]
    TooBroad {
        /// The word as written.
        word: String,
        /// How many it may stand for.
        most: usize,
    },
    /// The search took longer than it may.
    #[error("the search took longer than {} s and was stopped", limit.as_secs_f32())]
    TooSlow {
        /// How long it may take.
        limit: Duration,
    },
}

impl SearchError {
    /// What the user can do about it.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Index(error) => error.hint(),
            Self::TooBroad { .. } => "write more letters before the * or ?",
            Self::TooSlow { .. } => "add a field or a date, or write rarer words",
        }
    }
}
