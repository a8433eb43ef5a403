//! Finds the first hits of a query in an index whose documents lie newest first.

use tantivy::collector::SortKeyComputer as _;
use tantivy::collector::sort_key::SortBySimilarityScore;
use tantivy::query::{EnableScoring, Query};
use tantivy::{DocAddress, DocId, Searcher, TERMINATED, TantivyError};

use super::columns::{Columns, SegmentColumns};

/// The `limit` hits with the highest score, those that score alike newest first.
///
/// Each segment is asked for its best alone, so that whole blocks of hits that cannot be among them are
/// passed over; where scores are equal the one that lies first stays.
pub(super) fn best(
    searcher: &Searcher,
    columns: &Columns,
    query: &dyn Query,
    limit: usize,
) -> tantivy::Result<Vec<DocAddress>> {
    let weight = query.weight(EnableScoring::enabled_from_searcher(searcher))?;
    let mut found = Vec::new();
    for (segment, reader) in (0..).zip(searcher.segment_readers()) {
        let most = limit.min(reader.max_doc() as usize);
        if most == 0 {
            continue;
        }
        let hits = SortBySimilarityScore.collect_segment_top_k(most, &*weight, reader, segment)?;
        let order = &columns.of(reader)?.order;
        found.extend(hits.into_iter().map(|(score, at)| (score, order.first(at.doc_id), at)));
    }
    found.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then_with(|| (a.1, a.2).cmp(&(b.1, b.2))));
    found.truncate(limit);
    Ok(found.into_iter().map(|(_, _, at)| at).collect())
}

/// The `limit` newest hits: the first ones met in each segment.
pub(super) fn newest(
    searcher: &Searcher,
    columns: &Columns,
    query: &dyn Query,
    limit: usize,
) -> tantivy::Result<Vec<DocAddress>> {
    let weight = query.weight(EnableScoring::disabled_from_searcher(searcher))?;
    let mut found = Vec::new();
    for (segment, reader) in (0..).zip(searcher.segment_readers()) {
        let mut hits = weight.scorer(reader, 1.0)?;
        let order = &columns.of(reader)?.order;
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
pub(super) fn article_of(
    searcher: &Searcher,
    columns: &Columns,
    at: DocAddress,
) -> tantivy::Result<(DocAddress, usize)> {
    let (article, number) = article_in(columns.of(searcher.segment_reader(at.segment_ord))?, at.doc_id)?;
    Ok((DocAddress::new(at.segment_ord, article), number))
}

/// The article that `doc` of a segment belongs to, and the document's number in it.
pub(super) fn article_in(columns: &SegmentColumns, doc: DocId) -> tantivy::Result<(DocId, usize)> {
    let number_of = |doc| columns.number.first(doc).and_then(|number| u32::try_from(number).ok()).unwrap_or_default();
    let number = number_of(doc);
    let missing = || TantivyError::InternalError(format!("document {doc} has no article"));
    let mut article = doc.checked_sub(number).ok_or_else(missing)?;
    // Two copies that came from one place lie among each other: either article's record is the same.
    while number_of(article) != 0 {
        article = article.checked_sub(1).ok_or_else(missing)?;
    }
    Ok((article, number as usize))
}
