//! How a query is to be answered.

use std::time::Duration;

use crate::knowledge::Knowledge;

/// Everything about a search but the query.
#[derive(Debug, Clone)]
pub struct Request<'k> {
    /// Gives the members of groups and the other names of countries.
    pub knowledge: &'k Knowledge,
    /// At most so many hits.
    pub limit: usize,
    /// A search that takes longer ends with an error.
    pub time: Duration,
}

impl Default for Request<'_> {
    /// The best ten, within ten seconds, with the built-in tables.
    fn default() -> Self {
        Self { knowledge: Knowledge::built_in(), limit: 10, time: Duration::from_secs(10) }
    }
}
