//! The columns every search reads, opened once.
//!
//! Opening a column reads a header for every 512 documents, so a search that opened its own would cost more
//! with every document of the index, however few its hits.

use std::sync::Arc;

use tantivy::columnar::Column;
use tantivy::index::SegmentId;
use tantivy::{Searcher, SegmentReader, TantivyError};

use super::schema::{NUMBER, ORDER};

/// The columns of all segments.
#[derive(Debug, Clone)]
pub(super) struct Columns(Arc<Vec<SegmentColumns>>);

/// Those of one segment.
#[derive(Debug)]
pub(super) struct SegmentColumns {
    segment: SegmentId,
    /// Where documents lie.
    pub order: Column<u64>,
    /// How many documents stand between each and its article.
    pub number: Column<u64>,
}

impl Columns {
    /// Opens those of every segment of `searcher`.
    pub(super) fn open(searcher: &Searcher) -> tantivy::Result<Self> {
        let of_segment = |reader: &SegmentReader| -> tantivy::Result<SegmentColumns> {
            let fields = reader.fast_fields();
            let (order, number) = (fields.u64(ORDER)?, fields.u64(NUMBER)?);
            Ok(SegmentColumns { segment: reader.segment_id(), order, number })
        };
        let all: tantivy::Result<Vec<SegmentColumns>> = searcher.segment_readers().iter().map(of_segment).collect();
        Ok(Self(Arc::new(all?)))
    }

    /// Those of the segment of `reader`.
    pub(super) fn of(&self, reader: &SegmentReader) -> tantivy::Result<&SegmentColumns> {
        let segment = reader.segment_id();
        let known = self.0.iter().find(|columns| columns.segment == segment);
        known.ok_or_else(|| TantivyError::InternalError(format!("segment {segment:?} has no columns")))
    }
}
