//! Reads what was gathered, and finds headlines and articles by id or key.

use jiff::civil::Date;
use tantivy::Term;
use tantivy::collector::DocSetCollector;
use tantivy::query::TermQuery;
use tantivy::schema::IndexRecordOption;

use super::document::title_number;
use super::gather::Gathered;
use super::order::article_of;
use super::search::{both, term};
use super::{ArticleHit, ArticleId, Entry, HeadlineEntry, IndexError, StatementIndex};
use crate::article::headline_key;

impl StatementIndex {
    /// The headline gathered.
    ///
    /// # Errors
    /// When the index cannot be read, or it is no headline.
    pub fn gathered_headline(&self, gathered: &Gathered) -> Result<HeadlineEntry, IndexError> {
        self.record(&self.searcher(), gathered.location.0)
    }

    /// The article gathered, or the article of the statement gathered with the statement's number; 0 for
    /// the article itself.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn gathered_entry(&self, gathered: &Gathered) -> Result<(Entry, usize), IndexError> {
        let searcher = self.searcher();
        let (article, number) =
            article_of(&self.columns(&searcher), gathered.location.0).map_err(|error| self.reading(&error))?;
        Ok((self.entry(&searcher, article)?, number))
    }

    /// What a hit says of the article with `id`.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn article_hit(&self, id: &ArticleId) -> Result<Option<ArticleHit>, IndexError> {
        Ok(self.article(id.as_str())?.filter(|entry| self.shows(entry)).as_ref().map(ArticleHit::of))
    }

    /// The headline with `id`.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn headline(&self, id: &str) -> Result<Option<HeadlineEntry>, IndexError> {
        let searcher = self.searcher();
        match self.first(&searcher, self.fields.id, id, "headline")? {
            Some(at) if self.hides(&searcher, at)? => Ok(None),
            Some(at) => self.record(&searcher, at).map(Some),
            None => Ok(None),
        }
    }

    /// The articles whose headline has `key`, as [`crate::article::headline_key`] writes it, each with its
    /// day; by id, copies once.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn articles_titled(&self, key: &str) -> Result<Vec<(ArticleId, Option<Date>)>, IndexError> {
        let searcher = self.searcher();
        let number = Term::from_field_u64(self.fields.title_key, title_number(key));
        let titled = Box::new(TermQuery::new(number, IndexRecordOption::Basic));
        let asked = both(titled, term(self.fields.doc, "article"));
        let found = searcher.search(&*asked, &DocSetCollector).map_err(|error| self.reading(&error))?;
        let mut out = Vec::with_capacity(found.len());
        for at in found {
            if self.hides(&searcher, at)? {
                continue;
            }
            let entry = self.stored_article(&searcher, at)?.entry;
            if entry.article.headline_words().is_none_or(|headline| headline_key(headline) != key) {
                continue;
            }
            out.push((entry.id, entry.article.date()));
        }
        out.sort_unstable();
        out.dedup();
        Ok(out)
    }
}
