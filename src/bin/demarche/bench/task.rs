//! One query to be timed.

use anyhow::Result;
use demarche::index::{DocumentKind, Facet, Request, StatementIndex};
use demarche::knowledge::Knowledge;
use demarche::query::{Field, Query};
use demarche::related::{Asked, Wanted, Weights, by_subject};

/// Hits asked for, as `search` does.
const TOP: usize = 10;

/// By what hits are counted.
const FACETS: [Facet; 2] = [Facet::Of(Field::Country), Facet::Month];

/// A query, with the class it is counted in.
#[derive(Debug, Clone)]
pub struct Task {
    pub class: String,
    pub text: String,
    pub ask: Ask,
}

/// What is asked.
#[derive(Debug, Clone)]
pub enum Ask {
    /// The first statements, read from the store as `search` reads them, and how many match.
    Hits(Query),
    /// How many statements match.
    Count(Query),
    /// How many statements each country and each month has.
    Facets(Query),
    /// The first headlines, and how many match.
    Headlines(Query),
    /// The statements related to a text.
    Related(Asked),
}

impl Task {
    /// Asks it of `index`; how many match, how many values there are, or how many are related.
    pub fn run(&self, index: &StatementIndex) -> Result<usize> {
        Ok(match &self.ask {
            Ask::Hits(query) => index.search_with(query, &Request { limit: TOP, ..Request::default() })?.statements,
            Ask::Count(query) => index.search_with(query, &Request { limit: 0, ..Request::default() })?.statements,
            Ask::Facets(query) => {
                let counts = index.facets(query, &FACETS, &Request::default())?;
                counts.iter().map(|facet| facet.values.len()).sum()
            }
            Ask::Headlines(query) => index.search_headlines(query, TOP, Knowledge::built_in())?.total,
            Ask::Related(asked) => {
                let wanted = Wanted { hits: DocumentKind::Statement, limit: TOP, since: None, until: None };
                by_subject(index, Knowledge::built_in(), asked, &wanted, &Weights::DEFAULT)?.len()
            }
        })
    }
}
