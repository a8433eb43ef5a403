//! Finds the words of a text for which a query found it.

use tantivy::Searcher;
use tantivy::schema::Field;
use tantivy::tokenizer::TextAnalyzer;

use super::analyzers::{Analyzers, Breaks, finding_analyzer};
use super::expansion::Fault;
use super::hit::passages;
use super::letters::Letters;
use super::pattern_maker::PatternMaker;
use super::proximity::{Leaf, Pattern, TextWords};
use super::record::Proven;
use crate::article::Article;
use crate::knowledge::Knowledge;
use crate::query::{Query, Scope, Text, Within};
use crate::text::Span;

/// The patterns of a query, to be matched with the same code as in the search.
pub(super) struct Highlighter {
    patterns: Vec<Pattern>,
    /// What splits passages into words, where some are to be found.
    passage: Option<TextAnalyzer>,
    breaks: Breaks,
    letters: Letters,
}

impl Highlighter {
    /// For `query` over `field`; what it says must not be there is left out.
    pub fn new(
        query: &Query,
        searcher: &Searcher,
        field: Field,
        analyzers: &Analyzers,
        knowledge: &Knowledge,
    ) -> Result<Self, Fault> {
        let mut texts = Vec::new();
        wanted(query, &mut texts);
        let pattern = |text: &Text| PatternMaker::new(searcher, field, analyzers, knowledge).pattern(text);
        let patterns: Vec<Pattern> = texts.into_iter().map(pattern).collect::<Result<_, _>>()?;
        let leaves = || patterns.iter().flat_map(|pattern| &pattern.leaves);
        let letters = Letters::of(leaves().flat_map(Leaf::terms));
        let uses_breaks = patterns.iter().any(|one| one.uses(Within::Sentence) || one.uses(Within::Paragraph));
        let breaks = if uses_breaks { Breaks::Marked } else { Breaks::Left };
        let passage = (!patterns.is_empty()).then(|| finding_analyzer(letters, breaks));
        Ok(Self { patterns, passage, breaks, letters })
    }

    /// Where those words stand in the passages of a statement of `article`, in order.
    pub fn spans(&mut self, article: &Article, proven: &Proven) -> Vec<Span> {
        let Some(passage) = &mut self.passage else { return Vec::new() };
        let mut words = TextWords::of(self.letters);
        match self.breaks {
            Breaks::Marked => {
                for span in passages(article, &proven.proof) {
                    words.push(passage, article.words(span), span.start);
                }
            }
            Breaks::Left => words.push_places(passage, &article.text, proven.words(article)),
        }
        let mut out: Vec<Span> = self.patterns.iter().flat_map(|pattern| words.spans(pattern)).collect();
        out.sort_unstable();
        out.dedup();
        out
    }
}

/// The texts of `query` that are to be there.
pub(super) fn wanted<'q>(query: &'q Query, out: &mut Vec<&'q Text>) {
    match query {
        Query::And(parts) | Query::Or(parts) => parts.iter().for_each(|part| wanted(part, out)),
        Query::Text(Scope::Anywhere, text) => out.push(text),
        Query::Text(Scope::Lead, _) | Query::Not(_) | Query::Is(..) => {}
    }
}
