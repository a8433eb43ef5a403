//! Puts the hits of a query in order, folds copies, and turns pages.

use tantivy::query::Query;
use tantivy::{DocAddress, Score, Searcher};

use super::columns::Columns;
use super::copies::Copies;
use super::order::newest;
use super::ranking::{Ranking, best};
use super::request::{self, Request, Sort, Unit};

/// One hit: where it stands, and its score when words are ranked.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    pub at: DocAddress,
    pub score: Option<Score>,
}

/// Whether some hits rank higher than others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ranks {
    Yes,
    No,
}

/// Hits in their order.
pub(super) struct Listed {
    pub rows: Vec<Row>,
    /// How many documents match in all, where finding the rows has told it.
    pub matching: Option<usize>,
}

/// The hits of `query` that `request` wants; those up to one of `after` are left out.
pub(super) fn rows(
    searcher: &Searcher,
    columns: &Columns,
    copies: &Copies,
    query: &dyn Query,
    ranks: Ranks,
    request: &Request,
    after: &[DocAddress],
) -> tantivy::Result<Listed> {
    let behind = !after.is_empty();
    let wanted = request.skip.saturating_add(request.limit);
    let folds = request.unit == Unit::Article || (request.copies == request::Copies::Folded && !copies.are_none()?);
    // Copies take places of their own until they are folded; a page behind a hit may begin anywhere.
    let mut asked = if behind {
        usize::MAX
    } else if folds {
        wanted.saturating_add(wanted / 5).saturating_add(1)
    } else {
        wanted
    };
    loop {
        let Listed { rows: found, matching } = in_order(searcher, columns, query, ranks, request.sort, asked)?;
        let is_all = found.len() < asked;
        let mut rows = copies.fold(found, request.unit, request.copies)?;
        if is_all || rows.len() >= wanted {
            let start =
                if behind { rows.iter().position(|row| after.contains(&row.at)).map_or(0, |at| at + 1) } else { 0 };
            let start = start.saturating_add(request.skip).min(rows.len());
            let end = start.saturating_add(request.limit).min(rows.len());
            rows.truncate(end);
            rows.drain(..start);
            return Ok(Listed { rows, matching });
        }
        asked = asked.saturating_mul(4);
    }
}

/// The first `limit` hits of `query`, in the order asked for.
pub(super) fn in_order(
    searcher: &Searcher,
    columns: &Columns,
    query: &dyn Query,
    ranks: Ranks,
    sort: Sort,
    limit: usize,
) -> tantivy::Result<Listed> {
    let unranked = |at| Row { at, score: None };
    let listed = |found: Vec<DocAddress>| {
        let matching = Some(found.len()).filter(|found| *found < limit);
        Listed { rows: found.into_iter().map(unranked).collect(), matching }
    };
    match sort {
        Sort::Relevance if ranks == Ranks::Yes => {
            let Ranking { best, matching } = best(searcher, columns, query, limit)?;
            let rows = best.into_iter().map(|(score, at)| Row { at, score: Some(score) }).collect();
            Ok(Listed { rows, matching })
        }
        Sort::Relevance | Sort::Newest => Ok(listed(newest(searcher, columns, query, limit)?)),
        Sort::Oldest => {
            let all = newest(searcher, columns, query, usize::MAX)?;
            let matching = Some(all.len());
            Ok(Listed { rows: all.into_iter().rev().take(limit).map(unranked).collect(), matching })
        }
    }
}
