//! Asks the index.

use serde::de::DeserializeOwned;
use tantivy::collector::sort_key::{SortBySimilarityScore, SortByStaticFastValue};
use tantivy::collector::{Count, TopDocs};
use tantivy::query::{BooleanQuery, Occur, Query as EngineQuery, TermQuery};
use tantivy::schema::{Field, IndexRecordOption, Value as _};
use tantivy::tokenizer::TextAnalyzer;
use tantivy::{DocAddress, Order, Searcher, TantivyDocument, Term};

use super::document::ArticleRecord;
use super::schema::{NAME, PROSE};
use super::translate::Translator;
use super::{Entry, HeadlineEntry, Hit, Hits, IndexError, StatementIndex, Stats};
use crate::extract::Extraction;
use crate::knowledge::Knowledge;
use crate::query::Query;

impl StatementIndex {
    /// The best `limit` statements that match `query`, and how many match.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn search(&self, query: &Query, limit: usize, knowledge: &Knowledge) -> Result<Hits, IndexError> {
        let searcher = self.searcher();
        let asked = self.translate(query, knowledge);
        if limit == 0 {
            let total = searcher.search(&asked, &Count).map_err(|error| self.reading(&error))?;
            return Ok(Hits { total, hits: Vec::new() });
        }
        let limit = limit.min(usize::try_from(searcher.num_docs()).unwrap_or(usize::MAX)).max(1);
        let newest = (SortByStaticFastValue::<i64>::for_field("date"), Order::Desc);
        let first = (SortByStaticFastValue::<u64>::for_field("order"), Order::Asc);
        let best = TopDocs::with_limit(limit).order_by((SortBySimilarityScore, newest, first));
        let (total, best) = searcher.search(&asked, &(Count, best)).map_err(|error| self.reading(&error))?;
        let hits = best.into_iter().map(|(_, at)| self.record(&searcher, at)).collect::<Result<_, _>>()?;
        Ok(Hits { total, hits })
    }

    /// The article with `id`, or whose id begins with it when only one does, with its statements.
    ///
    /// A statement's id finds its article.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn article(&self, id: &str) -> Result<Option<Entry>, IndexError> {
        let searcher = self.searcher();
        let id = id.split_once('-').map_or(id, |(article, _)| article);
        let Some(at) = self.first(&searcher, self.fields.article, id, "article")? else { return Ok(None) };
        let record: ArticleRecord = self.record(&searcher, at)?;
        let limit = usize::try_from(searcher.num_docs()).unwrap_or(usize::MAX).max(1);
        let asked = both(self.term(self.fields.article, record.id.as_str()), self.term(self.fields.doc, "statement"));
        let first = (SortByStaticFastValue::<u64>::for_field("order"), Order::Asc);
        let found = searcher
            .search(&asked, &TopDocs::with_limit(limit).order_by(first))
            .map_err(|error| self.reading(&error))?;
        let mut statements = Vec::with_capacity(found.len());
        let mut last = 0;
        for (_, at) in found {
            let hit: Hit = self.record(&searcher, at)?;
            // A copy of the article at another path has the same statements under the same numbers.
            if hit.id.number > last {
                last = hit.id.number;
                statements.push(hit.statement);
            }
        }
        let ArticleRecord { id, path, member, digest, article, headline, doubts, focus } = record;
        let extraction = Extraction { statements, headline, doubts, focus };
        Ok(Some(Entry { id, path, member, digest, article, extraction }))
    }

    /// Whether the index holds an article from `source`.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn holds(&self, source: &str) -> Result<bool, IndexError> {
        Ok(self.first(&self.searcher(), self.fields.source, source, "article")?.is_some())
    }

    /// The headlines listed on the page of article `id`, list by list, in the page's order.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn headlines(&self, id: &str) -> Result<Vec<HeadlineEntry>, IndexError> {
        let searcher = self.searcher();
        let asked = both(self.term(self.fields.article, id), self.term(self.fields.doc, "headline"));
        let limit = usize::try_from(searcher.num_docs()).unwrap_or(usize::MAX).max(1);
        let best = TopDocs::with_limit(limit).order_by((SortByStaticFastValue::<u64>::for_field("order"), Order::Asc));
        let found = searcher.search(&asked, &best).map_err(|error| self.reading(&error))?;
        let mut out: Vec<HeadlineEntry> =
            found.into_iter().map(|(_, at)| self.record(&searcher, at)).collect::<Result<_, _>>()?;
        out.dedup();
        Ok(out)
    }

    /// What the index holds.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn stats(&self) -> Result<Stats, IndexError> {
        let searcher = self.searcher();
        let count = |field: Field, value: &str| {
            searcher.search(&self.term(field, value), &Count).map_err(|error| self.reading(&error))
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

    fn translate(&self, query: &Query, knowledge: &Knowledge) -> Box<dyn EngineQuery> {
        let analyzer = |name: &str| -> TextAnalyzer { self.index.tokenizers().get(name).unwrap_or_default() };
        let mut translator =
            Translator { fields: self.fields, knowledge, prose: analyzer(PROSE), name: analyzer(NAME) };
        translator.of(query, "statement")
    }

    fn first(&self, searcher: &Searcher, field: Field, id: &str, doc: &str) -> Result<Option<DocAddress>, IndexError> {
        let asked = both(self.term(field, id), self.term(self.fields.doc, doc));
        let found =
            searcher.search(&asked, &TopDocs::with_limit(1).order_by_score()).map_err(|error| self.reading(&error))?;
        Ok(found.first().map(|(_, at)| *at))
    }

    fn term(&self, field: Field, value: &str) -> Box<dyn EngineQuery> {
        Box::new(TermQuery::new(Term::from_field_text(field, value), IndexRecordOption::Basic))
    }

    fn record<T: DeserializeOwned>(&self, searcher: &Searcher, at: DocAddress) -> Result<T, IndexError> {
        let document: TantivyDocument = searcher.doc(at).map_err(|error| self.reading(&error))?;
        let bytes = document.get_first(self.fields.record).and_then(|value| value.as_bytes()).unwrap_or_default();
        postcard::from_bytes(bytes)
            .map_err(|error| IndexError::Damaged { path: self.path.clone(), reason: error.to_string() })
    }
}

fn both(a: Box<dyn EngineQuery>, b: Box<dyn EngineQuery>) -> Box<dyn EngineQuery> {
    Box::new(BooleanQuery::new(vec![(Occur::Must, a), (Occur::Must, b)]))
}
