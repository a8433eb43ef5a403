//! Asks the index for headlines.

use tantivy::collector::Count;

use super::order::{best, newest};
use super::texts::{Analyzers, headline_texts};
use super::translate::{Translator, ranks};
use super::{HeadlineEntry, Request, SearchError, StatementIndex};
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
    /// The headlines that match `query`, answered as `request` says. A headline has words, a date, and
    /// countries and organisations, which `country`, `mention` and `org` all find.
    ///
    /// # Errors
    /// When the index cannot be read, or the search takes too long or stands for too much.
    pub fn search_headlines(&self, query: &Query, request: &Request) -> Result<HeadlineHits, SearchError> {
        self.watched(request, |watch| {
            let searcher = self.searcher();
            let fields = self.fields.of_headlines();
            let analyzers = Analyzers::of(&self.index);
            let mut translator = Translator {
                fields,
                knowledge: request.knowledge,
                searcher: &searcher,
                texts: headline_texts(fields, analyzers.clone()),
                analyzers,
                watch: watch.clone(),
            };
            let asked = translator.of_headlines(query).map_err(|fault| fault.error(&self.path))?;
            let total = searcher.search(&asked, &Count).map_err(|error| self.reading(&error))?;
            let found = match request.limit {
                0 => Ok(Vec::new()),
                limit if ranks(query) => best(&searcher, &*asked, limit),
                limit => newest(&searcher, &*asked, limit),
            };
            let found = found.map_err(|error| self.reading(&error))?;
            let hits = found.into_iter().map(|at| self.record(&searcher, at)).collect::<Result<_, _>>()?;
            Ok(HeadlineHits { total, hits })
        })
    }
}
