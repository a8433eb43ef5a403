//! Asks the index.

use std::sync::Arc;
use std::time::Instant;

use serde::de::DeserializeOwned;
use tantivy::collector::{Count, TopDocs};
use tantivy::query::{BooleanQuery, Occur, Query as EngineQuery, TermQuery};
use tantivy::schema::{Field, IndexRecordOption, Value as _};
use tantivy::{DocAddress, Searcher, TantivyDocument, Term};

use super::answer::Answer;
use super::columns::Columns;
use super::copies::{Copies, Tally};
use super::explanation::Explainer;
use super::facet_counts::counts;
use super::hidden::{Hidden, shown};
use super::highlighter::Highlighter;
use super::hit_sets::HitSets;
use super::listing::rows;
use super::order::newest;
use super::proximity::Watch;
use super::query_fields::ranks;
use super::request::Copies as Folding;
use super::schema::{Fields, PROSE};
use super::texts::{Analyzers, texts};
use super::translate::Translator;
use super::variants::Variants;
use super::{
    Entry, Explain, Facet, FacetCounts, HeadlineEntry, Hits, IndexError, Request, SearchError, StatementId,
    StatementIndex, Stats, Unit,
};
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
        let answer = self.stream(query, request)?;
        Ok(Hits { total: answer.total(), hits: answer.collect::<Result<_, _>>()? })
    }

    /// The same hits, read from the index one after the other: however many there are, few are held.
    ///
    /// # Errors
    /// When the index cannot be read, or the search takes too long or stands for too much.
    pub fn stream(&self, query: &Query, request: &Request) -> Result<Answer<'_>, SearchError> {
        let searcher = self.searcher();
        let columns = self.columns(&searcher);
        let (total, rows) = self.watched(&searcher, query, request, &|asked| {
            let total = searcher.search(asked, &Count)?;
            if request.limit == 0 {
                return Ok((total, Vec::new()));
            }
            let after = self.places(&searcher, request.after.as_ref())?;
            Ok((
                total,
                rows(&searcher, &columns, &self.copies(&searcher, &columns)?, asked, ranks(query), request, &after)?,
            ))
        })?;
        let highlighter = Highlighter::new(query, &searcher, self.fields.text, self.analyzers(request.knowledge));
        let highlighter = highlighter.map_err(|fault| fault.error(&self.path))?;
        let explainer = match request.explain {
            Explain::Yes => Some(self.explainer(&searcher, query, request)?),
            Explain::No => None,
        };
        let rows = rows.into_iter();
        Ok(Answer { index: self, searcher, highlighter, columns, explainer, rows, total, open: None })
    }

    /// How many hits `query` has as `request` asks: statements or articles, copies folded or not; all of them,
    /// whatever the limit.
    ///
    /// # Errors
    /// When the index cannot be read, or the search takes too long or stands for too much.
    pub fn matching(&self, query: &Query, request: &Request) -> Result<usize, SearchError> {
        let searcher = self.searcher();
        self.watched(&searcher, query, request, &|asked| {
            let columns = self.columns(&searcher);
            let copies = self.copies(&searcher, &columns)?;
            if request.unit == Unit::Statement && (request.copies == Folding::Shown || copies.are_none()) {
                return searcher.search(asked, &Count);
            }
            let mut tally = Tally::default();
            for at in HitSets::of(&searcher, asked)?.iter() {
                tally.add(copies.key(at, request.unit, request.copies)?);
            }
            Ok(tally.count())
        })
    }

    /// How many hits of `query`, as `request` asks for them, have each value of `facets`; of all of them,
    /// whatever the limit.
    ///
    /// # Errors
    /// When the index cannot be read, or the search takes too long or stands for too much.
    pub fn facets(&self, query: &Query, facets: &[Facet], request: &Request) -> Result<Vec<FacetCounts>, SearchError> {
        let searcher = self.searcher();
        self.watched(&searcher, query, request, &|asked| {
            let columns = self.columns(&searcher);
            let copies = self.copies(&searcher, &columns)?;
            let hits = HitSets::of(&searcher, asked)?;
            counts(&searcher, &columns, &copies, &hits, facets, request, &self.fields)
        })
    }

    /// What are copies of each other, as far as they are found now.
    pub(super) fn copies<'c>(&self, searcher: &'c Searcher, columns: &'c Columns) -> tantivy::Result<Copies<'c>> {
        Copies::of(searcher, columns, self.fields, self.moment)
    }

    /// Asks `query`, and says so when it took too long or a text could not be read.
    fn watched<T>(
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

    /// What splits text into words. The other wordings are stemmed once for each open index.
    pub(super) fn analyzers(&self, knowledge: &Knowledge) -> Analyzers {
        let prose = || self.index.tokenizers().get(PROSE).unwrap_or_default();
        let variants = self.variants.get_or_init(|| Arc::new(Variants::new(knowledge.wordings(), prose())));
        Analyzers::of(&self.index, variants.clone())
    }

    pub(super) fn translator<'k>(
        &self,
        fields: Fields,
        searcher: &'k Searcher,
        knowledge: &'k Knowledge,
        watch: &Arc<Watch>,
    ) -> Translator<'k> {
        let (analyzers, columns) = (self.analyzers(knowledge), self.columns(searcher));
        let texts = texts(fields, analyzers.clone(), columns.clone());
        Translator { fields, knowledge, searcher, analyzers, columns, texts, watch: watch.clone() }
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
