//! Every hit of a query, as a set of documents in each segment.

use tantivy::query::{EnableScoring, Query};
use tantivy::{BitSet, DocAddress, Searcher, SegmentReader};

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

    /// All of them, segment by segment.
    pub fn iter(&self) -> impl Iterator<Item = DocAddress> + '_ {
        (0..).zip(&self.segments).flat_map(|(segment, hits)| {
            let docs = (0..hits.max_value()).filter(|doc| hits.contains(*doc));
            docs.map(move |doc| DocAddress::new(segment, doc))
        })
    }
}
