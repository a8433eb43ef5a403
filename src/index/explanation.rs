//! Shows what the score of a hit is made of.

use tantivy::query::{EnableScoring, Weight};
use tantivy::{DocAddress, Score, Searcher, TERMINATED};

use super::columns::Columns;
use super::expansion::Fault;
use super::highlighter::wanted;
use super::ranking::Prior;
use super::translate::Translator;
use crate::query::{Query, Scope};

/// The parts of a hit's score: the sum of its words, times two factors.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    /// Each text asked for, as written in a query, with its BM25 in the statement's text and in the headline;
    /// the headline's is weighed by half already.
    pub words: Vec<(String, f32, f32)>,
    /// From 0.5 to 1, by the statement's confidence.
    pub confidence: f32,
    /// From 0.9 to 1, by the years before the newest statement of the index.
    pub freshness: f32,
}

impl Explanation {
    /// The score.
    #[must_use]
    pub fn score(&self) -> f32 {
        let words: f32 = self.words.iter().map(|(_, text, headline)| text + headline).sum();
        words * self.confidence * self.freshness
    }
}

/// Explains the hits of one query.
pub(super) struct Explainer {
    words: Vec<Words>,
}

/// One text asked for, as written, in the statement's text and in the headline.
struct Words {
    written: String,
    in_text: Box<dyn Weight>,
    in_headline: Box<dyn Weight>,
}

impl Explainer {
    pub fn new(query: &Query, translator: &mut Translator, searcher: &Searcher) -> Result<Self, Fault> {
        let mut texts = Vec::new();
        wanted(query, &mut texts);
        let mut words = Vec::new();
        for text in texts {
            let (in_text, in_headline) = translator.text_and_headline(text)?;
            let weight =
                |query: &dyn tantivy::query::Query| query.weight(EnableScoring::enabled_from_searcher(searcher));
            let written = Query::Text(Scope::Anywhere, text.clone()).to_string();
            let (in_text, in_headline) = (weight(&*in_text)?, weight(&*in_headline)?);
            words.push(Words { written, in_text, in_headline });
        }
        Ok(Self { words })
    }

    /// What the score of the hit at `at` is made of.
    pub fn explain(&self, searcher: &Searcher, columns: &Columns, at: DocAddress) -> tantivy::Result<Explanation> {
        let reader = searcher.segment_reader(at.segment_ord);
        let score = |weight: &dyn Weight| -> tantivy::Result<Score> {
            let mut scorer = weight.scorer(reader, 1.0)?;
            let is_hit =
                scorer.doc() != TERMINATED && (scorer.doc() == at.doc_id || scorer.seek(at.doc_id) == at.doc_id);
            Ok(if is_hit { scorer.score() } else { 0.0 })
        };
        let mut words = Vec::with_capacity(self.words.len());
        for Words { written, in_text, in_headline } in &self.words {
            words.push((written.clone(), score(&**in_text)?, score(&**in_headline)?));
        }
        let factors = Prior::of(columns, columns.at(at)?)?.factors(at.doc_id);
        Ok(Explanation { words, confidence: factors.confidence, freshness: factors.freshness })
    }
}
