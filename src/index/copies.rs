//! Finds the copies of a statement among those of the days around it.

use tantivy::columnar::Column;
use tantivy::{DocAddress, DocId, Searcher, SegmentReader};

use super::columns::{Columns, SegmentColumns};
use super::days_query::first_at;
use super::place::Place;

/// Copies of a story follow it for so many days.
const DAYS: u64 = 3;

/// What tells a statement from its copies, in every segment of an index.
pub(super) struct Copies<'c> {
    segments: Vec<Segment<'c>>,
}

struct Segment<'c> {
    order: &'c Column<u64>,
    fingerprint: &'c Column<u64>,
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

impl<'c> Copies<'c> {
    pub fn of(columns: &'c Columns) -> tantivy::Result<Self> {
        let segment =
            |columns: &'c SegmentColumns| Ok(Segment { order: columns.order()?, fingerprint: columns.fingerprint()? });
        Ok(Self { segments: columns.segments().map(segment).collect::<tantivy::Result<_>>()? })
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
    pub fn count(&self, searcher: &Searcher, at: DocAddress) -> usize {
        let Some(likeness) = self.likeness(at) else { return 0 };
        let (first, end) =
            (likeness.age.saturating_sub(DAYS) << Place::BELOW, (likeness.age + DAYS + 1) << Place::BELOW);
        let in_segment = |(segment, reader): (&Segment<'_>, &SegmentReader)| {
            let documents = reader.max_doc();
            let docs = first_at(segment.order, documents, Place(first))..first_at(segment.order, documents, Place(end));
            let is_alive = |doc: &DocId| reader.alive_bitset().is_none_or(|alive| alive.is_alive(*doc));
            let same = |doc: &DocId| segment.fingerprint.first(*doc) == Some(likeness.fingerprint);
            docs.filter(same).filter(is_alive).count()
        };
        self.segments.iter().zip(searcher.segment_readers()).map(in_segment).sum::<usize>().saturating_sub(1)
    }
}
