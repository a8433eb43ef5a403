//! Asks the index for headlines.

use std::sync::Arc;
use std::time::Instant;

use tantivy::collector::Count;

use super::hidden::shown;
use super::listing::Ranks;
use super::order::newest;
use super::proximity::Watch;
use super::query_fields::ranks;
use super::ranking::best;
use super::texts::headline_texts;
use super::{HeadlineEntry, IndexError, Request, SearchError, StatementIndex};
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

impl StatementIndex {
    /// The best `limit` headlines that match `query`, and how many match. A headline has words, a date, and
    /// countries and organisations, which `country` and `mention` both find.
    ///
    /// # Errors
    /// When the index cannot be read, or the search takes too long or stands for too much.
    pub fn search_headlines(
        &self,
        query: &Query,
        limit: usize,
        knowledge: &Knowledge,
    ) -> Result<HeadlineHits, SearchError> {
        let searcher = self.searcher();
        let time = Request::default().time;
        let watch = Arc::new(Watch::new(Instant::now().checked_add(time)));
        let columns = self.columns(&searcher);
        let mut translator = self.translator(self.fields.of_headlines(), &searcher, knowledge, &watch);
        translator.texts = headline_texts(translator.analyzers.clone(), columns.clone());
        let asked = translator.of_headlines(query).map_err(|fault| fault.error(&self.path))?;
        let asked =
            shown(asked, &self.fields, &self.columns(&searcher), self.moment).map_err(|error| self.reading(&error))?;
        let total = searcher.search(&asked, &Count).map_err(|error| self.reading(&error))?;
        let found = match limit {
            0 => Ok(Vec::new()),
            limit if ranks(query) == Ranks::Yes => {
                best(&searcher, &columns, &*asked, limit).map(|found| found.into_iter().map(|(_, at)| at).collect())
            }
            limit => newest(&searcher, &columns, &*asked, limit),
        };
        let found = found.map_err(|error| self.reading(&error))?;
        if let Some(reason) = watch.fault() {
            return Err(IndexError::Damaged { path: self.path.clone(), reason }.into());
        }
        if watch.ended() {
            return Err(SearchError::TooSlow { limit: time });
        }
        let hits = found.into_iter().map(|at| self.record(&searcher, at)).collect::<Result<_, IndexError>>()?;
        Ok(HeadlineHits { total, hits })
    }
}
