//! Finds the words of a text for which a query found it.

use tantivy::Searcher;
use tantivy::schema::Field;

use super::Entry;
use super::expansion::Fault;
use super::pattern_maker::PatternMaker;
use super::proximity::Pattern;
use super::texts::{Analyzers, Part, words_of};
use crate::query::{Query, Scope, Text};
use crate::text::Span;

/// The patterns of a query, to be matched with the same code as in the search.
pub(super) struct Highlighter {
    patterns: Vec<Pattern>,
    analyzers: Analyzers,
}

impl Highlighter {
    /// For `query` over `field`; what it says must not be there is left out.
    pub fn new(query: &Query, searcher: &Searcher, field: Field, analyzers: Analyzers) -> Result<Self, Fault> {
        let mut texts = Vec::new();
        wanted(query, &mut texts);
        let pattern = |text: &Text| PatternMaker::new(searcher, field, analyzers.prose.clone()).pattern(text);
        let patterns = texts.into_iter().map(pattern).collect::<Result<_, _>>()?;
        Ok(Self { patterns, analyzers })
    }

    /// Where those words stand in the passages of statement `number` of `entry`, in order.
    pub fn spans(&mut self, entry: &Entry, number: usize) -> Vec<Span> {
        if self.patterns.is_empty() {
            return Vec::new();
        }
        let words = words_of(entry, Part::Statement(number), &mut self.analyzers);
        let mut out: Vec<Span> = self.patterns.iter().flat_map(|pattern| words.spans(pattern)).collect();
        out.sort_unstable();
        out.dedup();
        out
    }
}

fn wanted<'q>(query: &'q Query, out: &mut Vec<&'q Text>) {
    match query {
        Query::And(parts) | Query::Or(parts) => parts.iter().for_each(|part| wanted(part, out)),
        Query::Text(Scope::Anywhere, text) => out.push(text),
        Query::Text(Scope::Lead, _) | Query::Not(_) | Query::Is(..) => {}
    }
}
