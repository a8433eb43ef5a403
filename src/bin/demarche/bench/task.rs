//! One query to be timed.

use anyhow::Result;
use demarche::index::{Request, StatementIndex};
use demarche::query::Query;

/// Hits asked for, as `search` does.
const TOP: usize = 10;

/// A query, with the class it is counted in.
#[derive(Debug, Clone)]
pub struct Task {
    pub class: String,
    pub text: String,
    pub ask: Ask,
    pub query: Query,
}

/// What is asked of the query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// The first hits, read from the store as `search` reads them, and how many match.
    Hits,
    /// How many match.
    Count,
}

impl Task {
    /// Asks it of `index`; how many match.
    pub fn run(&self, index: &StatementIndex) -> Result<usize> {
        let limit = match self.ask {
            Ask::Hits => TOP,
            Ask::Count => 0,
        };
        Ok(std::hint::black_box(index.search_with(&self.query, &Request { limit, ..Request::default() })?).total)
    }
}
