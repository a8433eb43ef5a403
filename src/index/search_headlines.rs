//! Asks the index for headlines.

use std::cmp::{Ordering, Reverse};
use std::sync::Arc;
use std::time::Instant;

use tantivy::collector::Count;
use tantivy::{Score, Searcher};

use super::hidden::shown;
use super::listing::{Row, in_order};
use super::proximity::Watch;
use super::query_fields::ranks;
use super::texts::{headline_texts, texts};
use super::{HeadlineEntry, IndexError, Request, SearchError, Sort, StatementIndex};
use crate::knowledge::Knowledge;
use crate::query::Query;

/// The answer to a query for headlines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadlineHits {
    /// How many headlines match.
    pub total: usize,
    /// The best of them, best first; ties are ordered newest first, then by id.
    pub hits: Vec<HeadlineEntry>,
}

/// Which headlines are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Those of lists on pages and of files of headlines.
    Listed,
    /// Those above articles.
    Own,
}

impl StatementIndex {
    /// The best `limit` headlines of lists and files of headlines that match `query`, and how many match. A
    /// headline has words, a date, and countries and organisations, which `country` and `mention` both find.
    ///
    /// # Errors
    /// When the index cannot be read, or the search takes too long or stands for too much.
    pub fn search_headlines(
        &self,
        query: &Query,
        limit: usize,
        knowledge: &Knowledge,
    ) -> Result<HeadlineHits, SearchError> {
        let request = Request { knowledge, limit, ..Request::default() };
        let Found { total, searcher, rows } = self.found(Kind::Listed, query, &request)?;
        let hits = rows.iter().map(|row| self.record(&searcher, row.at)).collect::<Result<_, _>>()?;
        Ok(HeadlineHits { total, hits })
    }

    /// The same with the headlines above articles among them, in the order and of the page that `request` asks
    /// for. The headline above an article has the article's id, and finds by the countries the article is about.
    ///
    /// # Errors
    /// When the index cannot be read, or the search takes too long or stands for too much.
    pub fn search_every_headline(&self, query: &Query, request: &Request) -> Result<HeadlineHits, SearchError> {
        let wanted = request.skip.saturating_add(request.limit);
        let request = Request { limit: wanted, ..request.clone() };
        let (own, listed) = (self.found(Kind::Own, query, &request)?, self.found(Kind::Listed, query, &request)?);
        let mut hits: Vec<(Option<Score>, HeadlineEntry)> = Vec::with_capacity(own.rows.len() + listed.rows.len());
        for row in &own.rows {
            let entry = self.stored_article(&own.searcher, row.at)?.entry;
            hits.extend(HeadlineEntry::own(&entry).map(|headline| (row.score, headline)));
        }
        for row in &listed.rows {
            hits.push((row.score, self.record(&listed.searcher, row.at)?));
        }
        // Both are in this order already; what stands alike in it stays as it is.
        hits.sort_by(|a, b| better(a.0, b.0).then_with(|| by_date(request.sort, &a.1, &b.1)));
        let hits = hits.into_iter().take(wanted).skip(request.skip).map(|(_, headline)| headline).collect();
        Ok(HeadlineHits { total: own.total + listed.total, hits })
    }

    fn found(&self, kind: Kind, query: &Query, request: &Request) -> Result<Found, SearchError> {
        let searcher = self.searcher();
        let watch = Arc::new(Watch::new(Instant::now().checked_add(request.time)));
        let (fields, doc) = match kind {
            Kind::Listed => (self.fields.of_headlines(), "headline"),
            Kind::Own => (self.fields.of_titles(), "article"),
        };
        let columns = self.columns(&searcher);
        let mut translator = self.translator(fields, &searcher, request.knowledge, &watch);
        translator.texts = match kind {
            Kind::Listed => headline_texts(translator.analyzers.clone(), columns.clone()),
            Kind::Own => texts(fields, translator.analyzers.clone(), columns.clone()),
        };
        let asked = translator.of_headlines(query, doc).map_err(|fault| fault.error(&self.path))?;
        let asked = shown(asked, &self.fields, &columns, self.moment).map_err(|error| self.reading(&error))?;
        let total = searcher.search(&asked, &Count).map_err(|error| self.reading(&error))?;
        let rows = match request.limit {
            0 => Ok(Vec::new()),
            limit => {
                in_order(&searcher, &columns, &*asked, ranks(query), request.sort, limit).map(|listed| listed.rows)
            }
        };
        let rows = rows.map_err(|error| self.reading(&error))?;
        if let Some(reason) = watch.fault() {
            return Err(IndexError::Damaged { path: self.path.clone(), reason }.into());
        }
        if watch.ended() {
            return Err(SearchError::TooSlow { limit: request.time });
        }
        Ok(Found { total, searcher, rows })
    }
}

/// What a search for headlines of one kind found.
struct Found {
    total: usize,
    searcher: Searcher,
    rows: Vec<Row>,
}

/// The higher score first.
fn better(a: Option<Score>, b: Option<Score>) -> Ordering {
    b.unwrap_or_default().total_cmp(&a.unwrap_or_default())
}

/// The newer first, undated ones last; the other way round when the oldest are asked for.
fn by_date(sort: Sort, a: &HeadlineEntry, b: &HeadlineEntry) -> Ordering {
    match sort {
        Sort::Oldest => a.date.cmp(&b.date),
        Sort::Relevance | Sort::Newest => Reverse(a.date).cmp(&Reverse(b.date)),
    }
}
