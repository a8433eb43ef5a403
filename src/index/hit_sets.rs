//! Every hit of a query, as a set of documents in each segment.

use tantivy::query::{EnableScoring, Query};
use tantivy::{BitSet, DocId, Searcher, SegmentReader};

use super::Unit;
use super::columns::Columns;
use super::order::article_in;

/// The hits of a query.
pub(super) struct HitSets {
    /// In the order of the segments.
    pub segments: Vec<BitSet>,
}

impl HitSets {
    /// Those of `query`.
    pub fn of(searcher: &Searcher, query: &dyn Query) -> tantivy::Result<Self> {
        let weight = query.weight(EnableScoring::disabled_from_searcher(searcher))?;
        let of_segment = |reader: &SegmentReader| {
            let mut hits = BitSet::with_max_value(reader.max_doc());
            weight.for_each_no_score(reader, &mut |docs| {
                for &doc in docs {
                    if reader.alive_bitset().is_none_or(|alive| alive.is_alive(doc)) {
                        hits.insert(doc);
                    }
                }
            })?;
            Ok(hits)
        };
        Ok(Self { segments: searcher.segment_readers().iter().map(of_segment).collect::<tantivy::Result<_>>()? })
    }

    /// How many there are: statements, or the articles they stand in.
    pub fn count(&self, columns: &Columns, unit: Unit) -> tantivy::Result<usize> {
        if unit == Unit::Statement {
            return Ok(self.segments.iter().map(BitSet::len).sum());
        }
        let mut count = 0;
        for (columns, hits) in columns.segments().zip(&self.segments) {
            let docs = (0..hits.max_value()).filter(|doc| hits.contains(*doc));
            let mut articles: Vec<DocId> =
                docs.map(|doc| Ok(article_in(columns, doc)?.0)).collect::<tantivy::Result<_>>()?;
            articles.sort_unstable();
            articles.dedup();
            count += articles.len();
        }
        Ok(count)
    }
}
