//! Ranks the hits of words: the engine's BM25, times how sure and how fresh a statement is.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use tantivy::columnar::Column;
use tantivy::query::{EnableScoring, Query};
use tantivy::{DocAddress, DocId, Score, Searcher};

use super::columns::{Columns, SegmentColumns};
use super::place::Place;

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
    order: &'c Column<u64>,
    newest: i64,
}

impl<'c> Prior<'c> {
    /// Those of a segment among `all`.
    pub fn of(all: &Columns, segment: &'c SegmentColumns) -> tantivy::Result<Self> {
        let mut newest = i64::MIN;
        for columns in all.segments() {
            // The newest lies first.
            newest = newest.max(day_of(columns.order()?.first(0)).unwrap_or(i64::MIN));
        }
        Ok(Self { confidence: segment.confidence().ok(), order: segment.order()?, newest })
    }

    /// No document's factors come to more.
    fn most(&self) -> Score {
        confidence(self.confidence.map_or(1000, Column::max_value))
    }

    /// Those of `doc`.
    pub fn factors(&self, doc: DocId) -> Factors {
        self.factors_at(doc, self.order.first(doc))
    }

    /// Those of `doc`, which lies at `order`.
    #[expect(clippy::cast_precision_loss, reason = "thousandths, and days")]
    fn factors_at(&self, doc: DocId, order: Option<u64>) -> Factors {
        let thousandths = self.confidence.and_then(|column| column.first(doc)).unwrap_or(1000);
        let confidence = confidence(thousandths);
        let fresh = |day: i64| (-(self.newest.saturating_sub(day).max(0) as Score) / HALF_LIFE).exp2();
        let freshness = LEAST_FRESHNESS + (1.0 - LEAST_FRESHNESS) * day_of(order).map_or(0.0, fresh);
        Factors { confidence, freshness }
    }
}

/// What a statement's confidence leaves of its score.
#[expect(clippy::cast_precision_loss, reason = "thousandths")]
fn confidence(thousandths: u64) -> Score {
    LEAST_CONFIDENCE + (1.0 - LEAST_CONFIDENCE) * thousandths.min(1000) as Score / 1000.0
}

/// The day of the article of what lies at `order`.
fn day_of(order: Option<u64>) -> Option<i64> {
    order.map(Place).and_then(Place::day)
}

impl Factors {
    /// Both together, 1 at most.
    pub fn product(self) -> Score {
        self.confidence * self.freshness
    }
}

/// So many hits are ranked before any is passed over: those of most queries are few, and are counted on the way.
const COUNTED: usize = 128;

/// The best hits of a query.
pub(super) struct Ranking {
    /// With their scores, those that score alike newest first.
    pub best: Vec<(Score, DocAddress)>,
    /// How many there are in all, where none was passed over.
    pub matching: Option<usize>,
}

/// The `limit` best hits of `query`.
///
/// No score exceeds its BM25 times the most that confidence leaves of it, so blocks of documents whose BM25 is
/// too low are passed over unread.
pub(super) fn best(
    searcher: &Searcher,
    columns: &Columns,
    query: &dyn Query,
    limit: usize,
) -> tantivy::Result<Ranking> {
    if limit == 0 {
        return Ok(Ranking { best: Vec::new(), matching: None });
    }
    let weight = query.weight(EnableScoring::enabled_from_searcher(searcher))?;
    let mut best = Best { heap: BinaryHeap::new(), limit, met: 0 };
    for ((segment, reader), own) in (0..).zip(searcher.segment_readers()).zip(columns.segments()) {
        let (prior, order) = (Prior::of(columns, own)?, own.order()?);
        let most = prior.most();
        weight.for_each_pruning(best.least(most), reader, &mut |doc, bm25| {
            if reader.alive_bitset().is_none_or(|alive| alive.is_alive(doc)) {
                let order = order.first(doc);
                let score = bm25 * prior.factors_at(doc, order).product();
                best.add(Ranked { score, order, at: DocAddress::new(segment, doc) });
            }
            best.least(most)
        })?;
    }
    let matching = Some(best.met).filter(|met| *met <= COUNTED || *met < limit);
    let mut found = best.heap.into_vec();
    found.sort_unstable();
    Ok(Ranking { best: found.into_iter().map(|Ranked { score, at, .. }| (score, at)).collect(), matching })
}

/// The best hits met so far.
struct Best {
    /// The worst one on top.
    heap: BinaryHeap<Ranked>,
    limit: usize,
    /// How many hits were met.
    met: usize,
}

impl Best {
    /// A hit with less BM25 is none of them, where so much of it counts at most. One as good as the worst of
    /// them may be newer, and the last digit of a score is not sure.
    fn least(&self, most: Score) -> Score {
        let worst = self.heap.peek().filter(|_| self.heap.len() == self.limit && self.met > COUNTED);
        worst.map_or(Score::MIN, |worst| worst.score / most * (1.0 - 1e-6))
    }

    fn add(&mut self, ranked: Ranked) {
        self.met += 1;
        if self.heap.len() < self.limit {
            self.heap.push(ranked);
        } else if let Some(mut worst) = self.heap.peek_mut().filter(|worst| ranked < **worst) {
            *worst = ranked;
        }
    }
}

/// A hit with its score; of two the better one is less, and of those that score alike the newer one.
#[derive(Debug, Clone, Copy)]
struct Ranked {
    score: Score,
    order: Option<u64>,
    at: DocAddress,
}

impl Ord for Ranked {
    fn cmp(&self, other: &Self) -> Ordering {
        other.score.total_cmp(&self.score).then_with(|| (self.order, self.at).cmp(&(other.order, other.at)))
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
