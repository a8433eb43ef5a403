//! Counts the hits of a query.

use tantivy::query::{EnableScoring, Query as EngineQuery};
use tantivy::{COLLECT_BLOCK_BUFFER_LEN, DocSet as _, Searcher};

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
            if request.unit == Unit::Statement && (request.copies == request::Copies::Shown || copies.are_none()?) {
                return count(&searcher, asked);
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
    pub(super) fn copies(&self, searcher: &Searcher, columns: &Columns) -> tantivy::Result<Copies> {
        Copies::of(searcher, columns, self.fields, self.moment)
    }
}

/// How many documents `query` has.
///
/// The engine steps from one to the next where some are deleted; here they are taken by the block.
pub(super) fn count(searcher: &Searcher, query: &dyn EngineQuery) -> tantivy::Result<usize> {
    let weight = query.weight(EnableScoring::disabled_from_searcher(searcher))?;
    let mut count = 0;
    let mut block = [0; COLLECT_BLOCK_BUFFER_LEN];
    for reader in searcher.segment_readers() {
        let Some(alive) = reader.alive_bitset() else {
            count += weight.count(reader)? as usize;
            continue;
        };
        let mut found = weight.scorer(reader, 1.0)?;
        loop {
            let filled = found.fill_buffer(&mut block);
            count += block[..filled].iter().filter(|doc| alive.is_alive(**doc)).count();
            if filled < block.len() {
                break;
            }
        }
    }
    Ok(count)
}
