//! Counts the hits of a query.

use tantivy::Searcher;
use tantivy::collector::Count;

use super::columns::Columns;
use super::copies::{Copies, Tally};
use super::facet_counts::counts;
use super::hit_sets::HitSets;
use super::{Facet, FacetCounts, Request, SearchError, StatementIndex, Unit, request};
use crate::query::Query;

impl StatementIndex {
    /// How many hits `query` has as `request` asks: statements or articles, copies folded or not; all of them,
    /// whatever the limit.
    ///
    /// # Errors
    /// When the index cannot be read, or the search takes too long or stands for too much.
    pub fn matching(&self, query: &Query, request: &Request) -> Result<usize, SearchError> {
        let searcher = self.searcher();
        self.watched(&searcher, query, request, &|asked| {
            let columns = self.columns(&searcher);
            let copies = self.copies(&searcher, &columns)?;
            if request.unit == Unit::Statement && (request.copies == request::Copies::Shown || copies.are_none()) {
                return searcher.search(asked, &Count);
            }
            let mut tally = Tally::default();
            for at in HitSets::of(&searcher, asked)?.iter() {
                tally.add(copies.key(at, request.unit, request.copies)?);
            }
            Ok(tally.count())
        })
    }

    /// How many hits of `query`, as `request` asks for them, have each value of `facets`; of all of them,
    /// whatever the limit.
    ///
    /// # Errors
    /// When the index cannot be read, or the search takes too long or stands for too much.
    pub fn facets(&self, query: &Query, facets: &[Facet], request: &Request) -> Result<Vec<FacetCounts>, SearchError> {
        let searcher = self.searcher();
        self.watched(&searcher, query, request, &|asked| {
            let columns = self.columns(&searcher);
            let copies = self.copies(&searcher, &columns)?;
            let hits = HitSets::of(&searcher, asked)?;
            counts(&searcher, &columns, &copies, &hits, facets, request, &self.fields)
        })
    }

    /// What are copies of each other, as far as they are found now.
    pub(super) fn copies<'c>(&self, searcher: &'c Searcher, columns: &'c Columns) -> tantivy::Result<Copies<'c>> {
        Copies::of(searcher, columns, self.fields, self.moment)
    }
}
