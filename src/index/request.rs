//! How a query is to be answered.

use std::time::Duration;

use super::StatementId;
use crate::knowledge::Knowledge;

/// Everything about a search but the query.
#[derive(Debug, Clone)]
pub struct Request<'k> {
    /// Gives the members of groups and the other names of countries.
    pub knowledge: &'k Knowledge,
    /// At most so many hits.
    pub limit: usize,
    /// So many hits before them are left out.
    pub skip: usize,
    /// Hits up to and with this one are left out too, in the order asked for.
    pub after: Option<StatementId>,
    /// In which order.
    pub sort: Sort,
    /// Whether copies are hits of their own.
    pub copies: Copies,
    /// What a hit is.
    pub unit: Unit,
    /// Whether hits say what their score is made of.
    pub explain: Explain,
    /// A search that takes longer ends with an error.
    pub time: Duration,
}

/// The order of hits. Those alike stand newest first, then by id, then by where they came from, so the
/// order is the same however many are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sort {
    /// By BM25 over text and headline, confidence and freshness; newest first when no words are asked for.
    Relevance,
    /// Newest first.
    Newest,
    /// Oldest first; undated ones at the start.
    Oldest,
}

/// What becomes of near-identical copies: much the same words by the same parties, in articles of one story.
/// Articles that tell one story are copies of each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Copies {
    /// The first of them is the hit, and says how many there are.
    Folded,
    /// Each is a hit.
    Shown,
}

/// What a hit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// A statement.
    Statement,
    /// An article with such a statement, by the first of them.
    Article,
}

/// Whether hits say what their score is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Explain {
    Yes,
    No,
}

impl Default for Request<'_> {
    /// The ten best statements, copies folded, within ten seconds, with the built-in tables.
    fn default() -> Self {
        Self {
            knowledge: Knowledge::built_in(),
            limit: 10,
            skip: 0,
            after: None,
            sort: Sort::Relevance,
            copies: Copies::Folded,
            unit: Unit::Statement,
            explain: Explain::No,
            time: Duration::from_secs(10),
        }
    }
}
