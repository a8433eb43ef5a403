//! Asks the index.

use std::sync::Arc;
use std::time::Instant;

use serde::de::DeserializeOwned;
use tantivy::collector::{Count, TopDocs};
use tantivy::query::{BooleanQuery, Occur, Query as EngineQuery, TermQuery};
use tantivy::schema::{Field, IndexRecordOption, Value as _};
use tantivy::{DocAddress, Searcher, TantivyDocument, Term};

use super::highlighter::Highlighter;
use super::order::{article_of, best, newest};
use super::proximity::Watch;
use super::schema::Fields;
use super::texts::{Analyzers, texts};
use super::translate::{Translator, ranks};
use super::{Entry, HeadlineEntry, Hit, Hits, IndexError, Request, SearchError, StatementIndex, Stats};
use crate::knowledge::Knowledge;
use crate::query::Query;

impl StatementIndex {
    /// The best ten statements that match `query`, and how many match.
    ///
    /// # Errors
    /// When the index cannot be read, or the search takes too long or stands for too much.
    pub fn search(&self, query: &Query) -> Result<Hits, SearchError> {
        self.search_with(query, &Request::default())
    }

    /// The statements that match `query`, answered as `request` says.
    ///
    /// # Errors
    /// When the index cannot be read, or the search takes too long or stands for too much.
    pub fn search_with(&self, query: &Query, request: &Request) -> Result<Hits, SearchError> {
        let watch = Arc::new(Watch::new(Instant::now().checked_add(request.time)));
        let found = self.find(query, request, &watch);
        match watch.fault() {
            Some(reason) => Err(IndexError::Damaged { path: self.path.clone(), reason }.into()),
            None if watch.ended() => Err(SearchError::TooSlow { limit: request.time }),
            None => found,
        }
    }

    fn find(&self, query: &Query, request: &Request, watch: &Arc<Watch>) -> Result<Hits, SearchError> {
        let searcher = self.searcher();
        let asked = self.translate(&searcher, query, request, watch)?;
        let total = searcher.search(&asked, &Count).map_err(|error| self.reading(&error))?;
        if request.limit == 0 {
            return Ok(Hits { total, hits: Vec::new() });
        }
        let limit = request.limit;
        let columns = self.columns()?;
        let best = if ranks(query) {
            best(&searcher, &columns, &*asked, limit)
        } else {
            newest(&searcher, &columns, &*asked, limit)
        };
        let highlighter = Highlighter::new(query, &searcher, self.fields.text, Analyzers::of(&self.index));
        let mut highlighter = highlighter.map_err(|fault| fault.error(&self.path))?;
        let mut open: Option<(DocAddress, Entry)> = None;
        let mut hits = Vec::new();
        for at in best.map_err(|error| self.reading(&error))? {
            let (article, number) = article_of(&searcher, &columns, at).map_err(|error| self.reading(&error))?;
            let entry = match open.take().filter(|(known, _)| *known == article) {
                Some((_, entry)) => entry,
                None => self.record(&searcher, article)?,
            };
            hits.extend(Hit::marked(&entry, number, &highlighter.spans(&entry, number)));
            open = Some((article, entry));
        }
        Ok(Hits { total, hits })
    }

    /// The article with `id`, with its statements; a statement's id finds its article.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn article(&self, id: &str) -> Result<Option<Entry>, IndexError> {
        let searcher = self.searcher();
        let id = id.split_once('-').map_or(id, |(article, _)| article);
        match self.first(&searcher, self.fields.article, id, "article")? {
            Some(at) => self.record(&searcher, at).map(Some),
            // An older version, a copy or what is left of a story withdrawn.
            None => Ok(self.every_article(id)?.into_iter().next()),
        }
    }

    /// Whether the index holds anything from `source`.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn holds(&self, source: &str) -> Result<bool, IndexError> {
        let frequency = self.searcher().doc_freq(&Term::from_field_text(self.fields.source, source));
        Ok(frequency.map_err(|error| self.reading(&error))? > 0)
    }

    /// The headlines listed on the page of article `id`, list by list, in the page's order.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn headlines(&self, id: &str) -> Result<Vec<HeadlineEntry>, IndexError> {
        let searcher = self.searcher();
        let asked = both(term(self.fields.article, id), term(self.fields.doc, "headline"));
        let mut out: Vec<HeadlineEntry> = Vec::new();
        for at in newest(&searcher, &self.columns()?, &*asked, usize::MAX).map_err(|error| self.reading(&error))? {
            let headline: HeadlineEntry = self.record(&searcher, at)?;
            // Copies of the page list the same headlines.
            if out.iter().all(|known| known.id != headline.id) {
                out.push(headline);
            }
        }
        Ok(out)
    }

    /// What the index holds.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn stats(&self) -> Result<Stats, IndexError> {
        let searcher = self.searcher();
        let count = |field: Field, value: &str| {
            searcher.search(&term(field, value), &Count).map_err(|error| self.reading(&error))
        };
        let space =
            searcher.space_usage().map_err(|error| IndexError::Io { path: self.path.clone(), source: error })?;
        Ok(Stats {
            articles: count(self.fields.doc, "article")?,
            statements: count(self.fields.doc, "statement")?,
            joint: count(self.fields.joint, "yes")?,
            headlines: count(self.fields.doc, "headline")?,
            segments: searcher.segment_readers().len(),
            bytes: space.total().get_bytes(),
        })
    }

    fn translate(
        &self,
        searcher: &Searcher,
        query: &Query,
        request: &Request,
        watch: &Arc<Watch>,
    ) -> Result<Box<dyn EngineQuery>, SearchError> {
        let translated = self.translator(self.fields, searcher, request.knowledge, watch)?.of(query);
        translated.map_err(|fault| fault.error(&self.path))
    }

    pub(super) fn translator<'k>(
        &self,
        fields: Fields,
        searcher: &'k Searcher,
        knowledge: &'k Knowledge,
        watch: &Arc<Watch>,
    ) -> Result<Translator<'k>, IndexError> {
        let (analyzers, columns) = (Analyzers::of(&self.index), self.columns()?);
        let texts = texts(fields, analyzers.clone(), columns.clone());
        Ok(Translator { fields, knowledge, searcher, analyzers, columns, texts, watch: watch.clone() })
    }

    pub(super) fn first(
        &self,
        searcher: &Searcher,
        field: Field,
        id: &str,
        doc: &str,
    ) -> Result<Option<DocAddress>, IndexError> {
        let asked = both(term(field, id), term(self.fields.doc, doc));
        let found =
            searcher.search(&asked, &TopDocs::with_limit(1).order_by_score()).map_err(|error| self.reading(&error))?;
        Ok(found.first().map(|(_, at)| *at))
    }

    pub(super) fn record<T: DeserializeOwned>(&self, searcher: &Searcher, at: DocAddress) -> Result<T, IndexError> {
        let document: TantivyDocument = searcher.doc(at).map_err(|error| self.reading(&error))?;
        let bytes = document.get_first(self.fields.record).and_then(|value| value.as_bytes()).unwrap_or_default();
        postcard::from_bytes(bytes)
            .map_err(|error| IndexError::Damaged { path: self.path.clone(), reason: error.to_string() })
    }
}

pub(super) fn both(a: Box<dyn EngineQuery>, b: Box<dyn EngineQuery>) -> Box<dyn EngineQuery> {
    Box::new(BooleanQuery::new(vec![(Occur::Must, a), (Occur::Must, b)]))
}

pub(super) fn term(field: Field, value: &str) -> Box<dyn EngineQuery> {
    Box::new(TermQuery::new(Term::from_field_text(field, value), IndexRecordOption::Basic))
}
