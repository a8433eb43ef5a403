//! Finds the first hits of a query in an index whose documents lie newest first.

use tantivy::query::{EnableScoring, Query};
use tantivy::{DocAddress, DocId, Searcher, TERMINATED, TantivyError};

use super::columns::{Columns, SegmentColumns};

/// The `limit` newest hits: the first ones met in each segment.
pub(super) fn newest(
    searcher: &Searcher,
    columns: &Columns,
    query: &dyn Query,
    limit: usize,
) -> tantivy::Result<Vec<DocAddress>> {
    let weight = query.weight(EnableScoring::disabled_from_searcher(searcher))?;
    let mut found = Vec::new();
    for ((segment, reader), columns) in (0..).zip(searcher.segment_readers()).zip(columns.segments()) {
        let mut hits = weight.scorer(reader, 1.0)?;
        let order = columns.order()?;
        let mut missing = limit;
        while hits.doc() != TERMINATED && missing > 0 {
            let doc = hits.doc();
            if reader.alive_bitset().is_none_or(|alive| alive.is_alive(doc)) {
                found.push((order.first(doc), DocAddress::new(segment, doc)));
                missing -= 1;
            }
            hits.advance();
        }
    }
    found.sort_unstable();
    found.truncate(limit);
    Ok(found.into_iter().map(|(_, at)| at).collect())
}

/// The article that the document at `at` belongs to, and the document's number in it.
pub(super) fn article_of(columns: &Columns, at: DocAddress) -> tantivy::Result<(DocAddress, usize)> {
    let (article, number) = article_in(columns.at(at)?, at.doc_id)?;
    Ok((DocAddress::new(at.segment_ord, article), number))
}

/// The article that `doc` of a segment belongs to, and the document's number in it.
pub(super) fn article_in(columns: &SegmentColumns, doc: DocId) -> tantivy::Result<(DocId, usize)> {
    let column = columns.number()?;
    let number_of = |doc| column.first(doc).and_then(|number| u32::try_from(number).ok()).unwrap_or_default();
    let number = number_of(doc);
    let missing = || TantivyError::InternalError(format!("document {doc} has no article"));
    let mut article = doc.checked_sub(number).ok_or_else(missing)?;
    // Two copies that came from one place lie among each other: either article's record is the same.
    while number_of(article) != 0 {
        article = article.checked_sub(1).ok_or_else(missing)?;
    }
    Ok((article, number as usize))
}
