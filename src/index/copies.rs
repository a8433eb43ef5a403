//! Finds the copies of a statement among those of the days around it.

use tantivy::columnar::Column;
use tantivy::{DocAddress, DocId, Searcher, SegmentReader};

use super::place::Place;
use super::schema::{FINGERPRINT, ORDER};

/// Copies of a story follow it for so many days.
const DAYS: u64 = 3;

/// What tells a statement from its copies, in every segment of an index.
pub(super) struct Copies {
    segments: Vec<Segment>,
}

struct Segment {
    order: Column<u64>,
    fingerprint: Column<u64>,
    reader: SegmentReader,
}

/// A statement, as its copies see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Likeness {
    fingerprint: u64,
    age: u64,
}

impl Likeness {
    /// Whether the two are copies of each other.
    pub fn is_copy_of(self, other: Self) -> bool {
        self.fingerprint == other.fingerprint && self.age.abs_diff(other.age) <= DAYS
    }

    /// What copies share whatever their day.
    pub fn fingerprint(self) -> u64 {
        self.fingerprint
    }
}

impl Copies {
    pub fn of(searcher: &Searcher) -> tantivy::Result<Self> {
        let segment = |reader: &SegmentReader| {
            let columns = reader.fast_fields();
            let (order, fingerprint) = (columns.u64(ORDER)?, columns.u64(FINGERPRINT)?);
            Ok(Segment { order, fingerprint, reader: reader.clone() })
        };
        Ok(Self { segments: searcher.segment_readers().iter().map(segment).collect::<tantivy::Result<_>>()? })
    }

    /// What the statement at `at` is told by.
    pub fn likeness(&self, at: DocAddress) -> Option<Likeness> {
        let segment = self.segments.get(at.segment_ord as usize)?;
        let fingerprint = segment.fingerprint.first(at.doc_id)?;
        Some(Likeness { fingerprint, age: segment.order.first(at.doc_id)? >> Place::BELOW })
    }

    /// How many other statements of the index are copies of the one at `at`.
    ///
    /// Documents lie in the order of their days, so only those of a few days are looked at.
    pub fn count(&self, at: DocAddress) -> usize {
        let Some(likeness) = self.likeness(at) else { return 0 };
        let (first, end) =
            (likeness.age.saturating_sub(DAYS) << Place::BELOW, (likeness.age + DAYS + 1) << Place::BELOW);
        let in_segment = |segment: &Segment| {
            let docs = segment.begin(first)..segment.begin(end);
            let is_alive = |doc: &DocId| segment.reader.alive_bitset().is_none_or(|alive| alive.is_alive(*doc));
            let same = |doc: &DocId| segment.fingerprint.first(*doc) == Some(likeness.fingerprint);
            docs.filter(same).filter(is_alive).count()
        };
        self.segments.iter().map(in_segment).sum::<usize>().saturating_sub(1)
    }
}

impl Segment {
    /// The first document whose order is `order` or more.
    fn begin(&self, order: u64) -> DocId {
        let (mut low, mut high) = (0, self.reader.max_doc());
        while low < high {
            let middle = low + (high - low) / 2;
            if self.order.first(middle).unwrap_or(u64::MAX) < order { low = middle + 1 } else { high = middle }
        }
        low
    }
}
