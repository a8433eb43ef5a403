//! Asks the index.

use std::sync::Arc;
use std::time::Instant;

use serde::de::DeserializeOwned;
use tantivy::collector::{Count, TopDocs};
use tantivy::directory::OwnedBytes;
use tantivy::query::{BooleanQuery, Occur, Query as EngineQuery, TermQuery};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocAddress, Searcher, Term};

use super::analyzers::Analyzers;
use super::answer::Answer;
use super::counting::count;
use super::explanation::Explainer;
use super::hidden::{Hidden, shown};
use super::highlighter::Highlighter;
use super::listing::{Listed, rows};
use super::order::newest;
use super::proximity::Watch;
use super::query_fields::ranks;
use super::record::{StoredArticle, decode};
use super::schema::Fields;
use super::texts::texts;
use super::translate::{Documents, Translator};
use super::{
    Entry, Explain, HeadlineEntry, Hits, IndexError, Request, SearchError, StatementId, StatementIndex, Stats,
};
use crate::knowledge::Knowledge;
use crate::query::Query;

impl StatementIndex {
    /// The best ten statements that match `query`, copies folded, and how many match, copies counted.
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
        let answer = self.stream(query, request)?;
        Ok(Hits { statements: answer.statements(), hits: answer.collect::<Result<_, _>>()? })
    }

    /// The same hits, read from the index one after the other: however many there are, few are held.
    ///
    /// # Errors
    /// When the index cannot be read, or the search takes too long or stands for too much.
    pub fn stream(&self, query: &Query, request: &Request) -> Result<Answer<'_>, SearchError> {
        let searcher = self.searcher();
        let columns = self.columns(&searcher);
        let copies = self.copies(&searcher, &columns).map_err(|error| self.reading(&error))?;
        let (statements, rows) = self.watched(&searcher, query, request, &|asked| {
            if request.limit == 0 {
                return Ok((count(&searcher, asked)?, Vec::new()));
            }
            let after = self.places(&searcher, request.after.as_ref())?;
            let Listed { rows, matching } = rows(&searcher, &columns, &copies, asked, ranks(query), request, &after)?;
            Ok((matching.map_or_else(|| count(&searcher, asked), Ok)?, rows))
        })?;
        let (field, analyzers) = (self.fields.text, self.analyzers());
        // Where nothing is shown, nothing is marked.
        let shown = if rows.is_empty() { &Query::And(Vec::new()) } else { query };
        let highlighter = Highlighter::new(shown, &searcher, field, &analyzers, request.knowledge);
        let highlighter = highlighter.map_err(|fault| fault.error(&self.path))?;
        let explainer = match request.explain {
            Explain::Yes => Some(self.explainer(&searcher, query, request)?),
            Explain::No => None,
        };
        let rows = rows.into_iter();
        Ok(Answer { index: self, searcher, highlighter, columns, copies, explainer, rows, statements })
    }

    /// Asks `query`, and says so when it took too long or a text could not be read.
    pub(super) fn watched<T>(
        &self,
        searcher: &Searcher,
        query: &Query,
        request: &Request,
        ask: &dyn Fn(&dyn EngineQuery) -> tantivy::Result<T>,
    ) -> Result<T, SearchError> {
        let watch = Arc::new(Watch::new(Instant::now().checked_add(request.time)));
        let asked = self
            .translator(self.fields, searcher, request.knowledge, &watch)
            .of(query)
            .map_err(|fault| fault.error(&self.path))?;
        let asked =
            shown(asked, &self.fields, &self.columns(searcher), self.moment).map_err(|error| self.reading(&error))?;
        let found = ask(&*asked);
        match watch.fault() {
            Some(reason) => Err(IndexError::Damaged { path: self.path.clone(), reason }.into()),
            None if watch.ended() => Err(SearchError::TooSlow { limit: request.time }),
            None => found.map_err(|error| self.reading(&error).into()),
        }
    }

    /// Where statement `id` stands: copies of its article share its id.
    fn places(&self, searcher: &Searcher, id: Option<&StatementId>) -> tantivy::Result<Vec<DocAddress>> {
        let Some(id) = id else { return Ok(Vec::new()) };
        let asked = both(term(self.fields.article, id.article.as_str()), term(self.fields.doc, "article"));
        let articles = newest(searcher, &self.columns(searcher), &*asked, usize::MAX)?;
        let number = u32::try_from(id.number).unwrap_or(u32::MAX);
        Ok(articles.into_iter().map(|at| DocAddress::new(at.segment_ord, at.doc_id.saturating_add(number))).collect())
    }

    /// The article with `id`, with its statements; a statement's id finds its article.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn article(&self, id: &str) -> Result<Option<Entry>, IndexError> {
        let searcher = self.searcher();
        let id = id.split_once('-').map_or(id, |(article, _)| article);
        match self.first(&searcher, self.fields.article, id, "article")? {
            Some(at) => self.entry(&searcher, at).map(Some),
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
        for at in
            newest(&searcher, &self.columns(&searcher), &*asked, usize::MAX).map_err(|error| self.reading(&error))?
        {
            if self.hides(&searcher, at)? {
                continue;
            }
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

    fn explainer(&self, searcher: &Searcher, query: &Query, request: &Request) -> Result<Explainer, SearchError> {
        let mut translator = self.translator(self.fields, searcher, request.knowledge, &Arc::new(Watch::new(None)));
        Explainer::new(query, &mut translator, searcher).map_err(|fault| fault.error(&self.path))
    }

    /// What splits text into words.
    pub(super) fn analyzers(&self) -> Arc<Analyzers> {
        self.analyzers.get_or_init(|| Arc::new(Analyzers::of(&self.index))).clone()
    }

    pub(super) fn translator<'k>(
        &self,
        fields: Fields,
        searcher: &'k Searcher,
        knowledge: &'k Knowledge,
        watch: &Arc<Watch>,
    ) -> Translator<'k> {
        let (analyzers, columns) = (self.analyzers(), self.columns(searcher));
        let texts = texts(fields, analyzers.clone(), columns.clone());
        Translator {
            fields,
            knowledge,
            searcher,
            analyzers,
            columns,
            texts,
            watch: watch.clone(),
            documents: Documents::Statements,
        }
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

    /// Whether an embargo hides the document at `at`.
    pub(super) fn hides(&self, searcher: &Searcher, at: DocAddress) -> Result<bool, IndexError> {
        let columns = self.columns(searcher);
        let hidden = columns.at(at).and_then(|columns| Ok(Hidden::of(columns, self.moment)?.has(at.doc_id)));
        hidden.map_err(|error| self.reading(&error))
    }

    pub(super) fn record<T: DeserializeOwned>(&self, searcher: &Searcher, at: DocAddress) -> Result<T, IndexError> {
        decode(&self.stored(searcher, at)?).map_err(|error| self.damaged(&error))
    }

    /// The article at `at`, whose statements are decoded when asked for.
    pub(super) fn stored_article(&self, searcher: &Searcher, at: DocAddress) -> Result<StoredArticle, IndexError> {
        StoredArticle::decode(&self.stored(searcher, at)?).map_err(|error| self.damaged(&error))
    }

    /// The article at `at`.
    pub(super) fn entry(&self, searcher: &Searcher, at: DocAddress) -> Result<Entry, IndexError> {
        self.stored_article(searcher, at)?.whole().map_err(|error| self.damaged(&error))
    }

    fn stored(&self, searcher: &Searcher, at: DocAddress) -> Result<OwnedBytes, IndexError> {
        let columns = self.columns(searcher);
        columns.at(at).and_then(|columns| columns.stored(at.doc_id)).map_err(|error| self.reading(&error))
    }

    pub(super) fn damaged(&self, error: &postcard::Error) -> IndexError {
        IndexError::Damaged { path: self.path.clone(), reason: error.to_string() }
    }
}

pub(super) fn both(a: Box<dyn EngineQuery>, b: Box<dyn EngineQuery>) -> Box<dyn EngineQuery> {
    Box::new(BooleanQuery::new(vec![(Occur::Must, a), (Occur::Must, b)]))
}

pub(super) fn term(field: Field, value: &str) -> Box<dyn EngineQuery> {
    Box::new(TermQuery::new(Term::from_field_text(field, value), IndexRecordOption::Basic))
}
