//! Finds the first hits of a query in an index whose documents lie newest first.

use tantivy::query::{EnableScoring, Query};
use tantivy::{DocAddress, DocId, Searcher, SegmentReader, TERMINATED, TantivyError};

use super::schema::{NUMBER, ORDER};

/// The `limit` newest hits: the first ones met in each segment.
pub(super) fn newest(searcher: &Searcher, query: &dyn Query, limit: usize) -> tantivy::Result<Vec<DocAddress>> {
    let weight = query.weight(EnableScoring::disabled_from_searcher(searcher))?;
    let mut found = Vec::new();
    for (segment, reader) in (0..).zip(searcher.segment_readers()) {
        let mut hits = weight.scorer(reader, 1.0)?;
        let order = reader.fast_fields().u64(ORDER)?;
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
pub(super) fn article_of(searcher: &Searcher, at: DocAddress) -> tantivy::Result<(DocAddress, usize)> {
    let (article, number) = article_in(searcher.segment_reader(at.segment_ord), at.doc_id)?;
    Ok((DocAddress::new(at.segment_ord, article), number))
}

/// The article that `doc` of a segment belongs to, and the document's number in it.
pub(super) fn article_in(reader: &SegmentReader, doc: DocId) -> tantivy::Result<(DocId, usize)> {
    let number = number(reader, doc)?;
    let missing = || TantivyError::InternalError(format!("document {doc} has no article"));
    let mut article = doc.checked_sub(number).ok_or_else(missing)?;
    // Two copies that came from one place lie among each other: either article's record is the same.
    while self::number(reader, article)? != 0 {
        article = article.checked_sub(1).ok_or_else(missing)?;
    }
    Ok((article, number as usize))
}

fn number(reader: &SegmentReader, doc: DocId) -> tantivy::Result<u32> {
    let column = reader.fast_fields().u64(NUMBER)?;
    Ok(column.first(doc).and_then(|number| u32::try_from(number).ok()).unwrap_or_default())
}
