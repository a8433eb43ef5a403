//! Every hit of a query, segment by segment.

use tantivy::query::{EnableScoring, Query};
use tantivy::{BitSet, DocAddress, DocId, Searcher, SegmentReader};

/// The hits of a query.
pub(super) struct HitSets {
    /// In the order of the segments.
    pub segments: Vec<HitSet>,
}

/// The hits in one segment.
pub(super) struct HitSet {
    /// In their order.
    pub docs: Vec<DocId>,
    set: BitSet,
}

impl HitSets {
    /// Those of `query`.
    pub fn of(searcher: &Searcher, query: &dyn Query) -> tantivy::Result<Self> {
        let weight = query.weight(EnableScoring::disabled_from_searcher(searcher))?;
        let of_segment = |reader: &SegmentReader| {
            let mut hits = HitSet { docs: Vec::new(), set: BitSet::with_max_value(reader.max_doc()) };
            weight.for_each_no_score(reader, &mut |docs| {
                for &doc in docs {
                    if reader.alive_bitset().is_none_or(|alive| alive.is_alive(doc)) {
                        hits.docs.push(doc);
                        hits.set.insert(doc);
                    }
                }
            })?;
            Ok(hits)
        };
        Ok(Self { segments: searcher.segment_readers().iter().map(of_segment).collect::<tantivy::Result<_>>()? })
    }

    /// All of them, segment by segment.
    pub fn iter(&self) -> impl Iterator<Item = DocAddress> + '_ {
        let of_segment = |(segment, hits): (u32, &HitSet)| {
            let at = move |doc| DocAddress::new(segment, doc);
            hits.docs.iter().copied().map(at).collect::<Vec<_>>()
        };
        (0..).zip(&self.segments).flat_map(of_segment)
    }
}

impl HitSet {
    /// Whether `doc` is one of them.
    pub fn has(&self, doc: DocId) -> bool {
        self.set.contains(doc)
    }
}
