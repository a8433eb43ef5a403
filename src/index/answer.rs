//! The answer to a query, one hit after the other.

use tantivy::Searcher;

use super::columns::Columns;
use super::copies::Copies;
use super::explanation::Explainer;
use super::highlighter::Highlighter;
use super::listing::Row;
use super::order::article_of;
use super::record::Proven;
use super::{Hit, SearchError, StatementIndex};

/// The hits of a search, read from the index as they are asked for.
pub struct Answer<'i> {
    pub(super) index: &'i StatementIndex,
    pub(super) searcher: Searcher,
    pub(super) highlighter: Highlighter,
    pub(super) columns: Columns,
    pub(super) copies: Copies,
    /// Explains scores, when the request asks for it.
    pub(super) explainer: Option<Explainer>,
    pub(super) rows: std::vec::IntoIter<Row>,
    pub(super) statements: usize,
}

impl Answer<'_> {
    /// How many statements match, each copy counted, whatever a hit is; [`StatementIndex::matching`] counts hits.
    #[must_use]
    pub fn statements(&self) -> usize {
        self.statements
    }

    fn hit(&mut self, row: Row) -> Result<Option<Hit>, SearchError> {
        let reading = |error: tantivy::TantivyError| self.index.reading(&error);
        let (article, number) = article_of(&self.columns, row.at).map_err(reading)?;
        let stored = self.columns.article(article, || self.index.stored_article(&self.searcher, article))?;
        let proven = stored.proven(number).map_err(|error| self.index.damaged(&error))?;
        let entry = &stored.entry;
        let hit = proven.map(|proven| {
            let found = self.highlighter.spans(&entry.article, proven);
            let Proven { statement, proof, .. } = proven;
            Hit::marked(entry, stored.told(), number, statement.clone(), proof, &found)
        });
        let Some(hit) = hit else { return Ok(None) };
        let explainer = self.explainer.as_ref().filter(|_| row.score.is_some());
        let explanation =
            explainer.map(|explainer| explainer.explain(&self.searcher, &self.columns, row.at)).transpose();
        let explanation = explanation.map_err(|error| self.index.reading(&error))?;
        let copies = self.copies.count(row.at).map_err(|error| self.index.reading(&error))?;
        Ok(Some(Hit { copies, score: row.score, explanation, ..hit }))
    }
}

impl Iterator for Answer<'_> {
    type Item = Result<Hit, SearchError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let row = self.rows.next()?;
            match self.hit(row).transpose() {
                None => {}
                found => return found,
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.rows.size_hint()
    }
}
