//! Ranks the hits of words: the engine's BM25, times how sure and how fresh a statement is.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

use tantivy::columnar::Column;
use tantivy::query::{EnableScoring, Query, Weight};
use tantivy::{DocAddress, DocId, Score, Searcher, SegmentReader};

use super::columns::{Columns, SegmentColumns};

/// What a word in the headline counts, beside one in the statement's text.
pub(super) const HEADLINE_WEIGHT: Score = 0.5;
/// A statement that nobody trusts still counts so much.
const LEAST_CONFIDENCE: Score = 0.5;
/// An old statement still counts so much.
const LEAST_FRESHNESS: Score = 0.9;
/// Days in which freshness halves.
const HALF_LIFE: Score = 365.0;

/// What BM25 is multiplied by; both are 1 at most.
#[derive(Debug, Clone, Copy)]
pub(super) struct Factors {
    /// From 0.5 to 1: half, and the other half times the statement's confidence.
    pub confidence: Score,
    /// From 0.9 to 1: the last tenth halves with each year before the newest statement of the index.
    pub freshness: Score,
}

/// Factors of the documents of one segment.
pub(super) struct Prior<'c> {
    confidence: Option<&'c Column<u64>>,
    date: &'c Column<i64>,
    newest: i64,
}

impl<'c> Prior<'c> {
    /// Those of a segment among `all`.
    pub fn of(all: &Columns, segment: &'c SegmentColumns) -> tantivy::Result<Self> {
        let mut newest = i64::MIN;
        for columns in all.segments() {
            newest = newest.max(columns.date()?.max_value());
        }
        Ok(Self { confidence: segment.confidence().ok(), date: segment.date()?, newest })
    }

    /// Those of `doc`.
    #[expect(clippy::cast_precision_loss, reason = "thousandths, and days")]
    pub fn factors(&self, doc: DocId) -> Factors {
        let thousandths = self.confidence.and_then(|column| column.first(doc)).unwrap_or(1000);
        let confidence = LEAST_CONFIDENCE + (1.0 - LEAST_CONFIDENCE) * thousandths.min(1000) as Score / 1000.0;
        let fresh = |day: i64| (-(self.newest.saturating_sub(day).max(0) as Score) / HALF_LIFE).exp2();
        let freshness = LEAST_FRESHNESS + (1.0 - LEAST_FRESHNESS) * self.date.first(doc).map_or(0.0, fresh);
        Factors { confidence, freshness }
    }
}

impl Factors {
    /// Both together, 1 at most.
    pub fn product(self) -> Score {
        self.confidence * self.freshness
    }
}

/// The `limit` best hits of `query` with their scores, those that score alike newest first.
///
/// No score exceeds its BM25, so blocks of documents whose BM25 is too low are passed over unread.
pub(super) fn best(
    searcher: &Searcher,
    columns: &Columns,
    query: &dyn Query,
    limit: usize,
) -> tantivy::Result<Vec<(Score, DocAddress)>> {
    let weight = query.weight(EnableScoring::enabled_from_searcher(searcher))?;
    let mut found = Vec::new();
    for ((segment, reader), own) in (0..).zip(searcher.segment_readers()).zip(columns.segments()) {
        let most = limit.min(reader.max_doc() as usize);
        if most == 0 {
            continue;
        }
        let order = own.order()?;
        for Ranked { score, doc } in best_of(&*weight, reader, &Prior::of(columns, own)?, most)? {
            found.push((score, order.first(doc), DocAddress::new(segment, doc)));
        }
    }
    found.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then_with(|| (a.1, a.2).cmp(&(b.1, b.2))));
    found.truncate(limit);
    Ok(found.into_iter().map(|(score, _, at)| (score, at)).collect())
}

fn best_of(
    weight: &dyn Weight,
    reader: &SegmentReader,
    prior: &Prior<'_>,
    limit: usize,
) -> tantivy::Result<Vec<Ranked>> {
    let mut heap: BinaryHeap<Reverse<Ranked>> = BinaryHeap::new();
    let mut threshold = Score::MIN;
    weight.for_each_pruning(Score::MIN, reader, &mut |doc, bm25| {
        if reader.alive_bitset().is_some_and(|alive| alive.is_deleted(doc)) {
            return threshold;
        }
        let ranked = Ranked { score: bm25 * prior.factors(doc).product(), doc };
        if heap.len() < limit {
            heap.push(Reverse(ranked));
        } else if ranked.score > threshold {
            heap.pop();
            heap.push(Reverse(ranked));
        }
        if heap.len() == limit {
            threshold = heap.peek().map_or(Score::MIN, |Reverse(worst)| worst.score);
        }
        threshold
    })?;
    Ok(heap.into_iter().map(|Reverse(ranked)| ranked).collect())
}

/// A document with its score; of two that score alike the one that lies first is greater.
#[derive(Debug, Clone, Copy)]
struct Ranked {
    score: Score,
    doc: DocId,
}

impl Ord for Ranked {
    fn cmp(&self, other: &Self) -> Ordering {
        self.score.total_cmp(&other.score).then_with(|| other.doc.cmp(&self.doc))
    }
}

impl PartialOrd for Ranked {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Ranked {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Ranked {}
