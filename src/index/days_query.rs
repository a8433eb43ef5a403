//! A range of days as the range of documents it is, in an index whose documents lie newest first.

use std::fmt;

use tantivy::columnar::Column;
use tantivy::query::{ConstScorer, EnableScoring, Explanation, Query, Scorer, Weight};
use tantivy::{DocId, DocSet, Score, SegmentReader, TERMINATED, TantivyError};

use super::columns::Columns;
use super::place::Place;

/// Finds the documents of some days.
///
/// The engine's own range query reads the day of every document; this one looks for the first and the
/// last, by halving.
#[derive(Clone)]
pub(super) struct DaysQuery {
    pub columns: Columns,
    /// The newest place that is wanted.
    pub first: Place,
    /// The first place behind it that is not.
    pub end: Place,
}

impl fmt::Debug for DaysQuery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DaysQuery").field("first", &self.first).field("end", &self.end).finish_non_exhaustive()
    }
}

impl Query for DaysQuery {
    fn weight(&self, _: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        Ok(Box::new(self.clone()))
    }
}

impl DaysQuery {
    fn range(&self, reader: &SegmentReader) -> tantivy::Result<(DocId, DocId)> {
        let order = self.columns.in_segment(reader)?.order()?;
        let documents = reader.max_doc();
        Ok((first_at(order, documents, self.first), first_at(order, documents, self.end)))
    }
}

/// The first document at `place` or behind it.
pub(super) fn first_at(order: &Column<u64>, documents: DocId, place: Place) -> DocId {
    let (mut low, mut high) = (0, documents);
    while low < high {
        let middle = low + (high - low) / 2;
        if order.first(middle).unwrap_or(u64::MAX) < place.0 {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

impl Weight for DaysQuery {
    fn scorer(&self, reader: &SegmentReader, boost: Score) -> tantivy::Result<Box<dyn Scorer>> {
        let (first, end) = self.range(reader)?;
        let doc = if first < end { first } else { TERMINATED };
        Ok(Box::new(ConstScorer::new(Documents { doc, end }, boost)))
    }

    fn explain(&self, reader: &SegmentReader, doc: DocId) -> tantivy::Result<Explanation> {
        let (first, end) = self.range(reader)?;
        if (first..end).contains(&doc) {
            return Ok(Explanation::new("days", 1.0));
        }
        Err(TantivyError::InvalidArgument(format!("document {doc} is not of these days")))
    }
}

/// Documents next to each other.
struct Documents {
    doc: DocId,
    end: DocId,
}

impl DocSet for Documents {
    fn advance(&mut self) -> DocId {
        self.seek(self.doc.saturating_add(1))
    }

    fn seek(&mut self, target: DocId) -> DocId {
        self.doc = if target < self.end { target } else { TERMINATED };
        self.doc
    }

    fn doc(&self) -> DocId {
        self.doc
    }

    fn size_hint(&self) -> u32 {
        self.end.saturating_sub(self.doc)
    }

    fn count_including_deleted(&mut self) -> u32 {
        let left = self.size_hint();
        self.doc = TERMINATED;
        left
    }
}
