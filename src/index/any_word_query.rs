//! Finds the documents that have any of a few words, and skips well among them.
//!
//! The engine's own union works out thousands of documents ahead, which pays where all of them are wanted. As a
//! part of a query that few documents answer, most of that is for nothing.

use std::fmt;

use tantivy::query::{BooleanQuery, EnableScoring, Explanation, Query, Scorer, Weight};
use tantivy::{DocId, DocSet, Score, SegmentReader, TERMINATED};
use tantivy_common::TinySet;

use super::children_query::score_alone;

/// More words than these are left to the engine's union: each is asked for each document.
const MOST: usize = 8;

/// Sets of documents that the engine takes together as one block.
const BLOCK: usize = 16;
/// Documents of a block: 64 in a set.
const WINDOW: DocId = 16 * 64;

/// Any of some words, each in one field; a document's score is the sum of theirs.
pub(super) struct AnyWordQuery {
    words: Vec<Box<dyn Query>>,
}

impl AnyWordQuery {
    /// Any of `words`, which are few.
    pub fn new(words: Vec<Box<dyn Query>>) -> Self {
        Self { words }
    }

    /// Any word of `queries`, where all are such queries and few words come together; else they are given back.
    pub fn of(queries: Vec<Box<dyn Query>>) -> Result<Self, Vec<Box<dyn Query>>> {
        let own = |query: &dyn Query| query.downcast_ref::<Self>().map(|query| query.words.len());
        match queries.iter().map(|query| own(&**query)).sum::<Option<usize>>() {
            Some(1..=MOST) => {}
            _ => return Err(queries),
        }
        let words = queries.iter().filter_map(|query| query.downcast_ref::<Self>());
        Ok(Self {
            words: words.flat_map(|query| query.words.iter().map(tantivy::query::QueryClone::box_clone)).collect(),
        })
    }

    /// The same by the engine's union: for a query that asks nothing else.
    pub fn alone(self) -> Box<dyn Query> {
        Box::new(BooleanQuery::union(self.words))
    }
}

impl Clone for AnyWordQuery {
    fn clone(&self) -> Self {
        Self::new(self.words.iter().map(tantivy::query::QueryClone::box_clone).collect())
    }
}

impl fmt::Debug for AnyWordQuery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("AnyWordQuery").field(&self.words).finish()
    }
}

impl Query for AnyWordQuery {
    fn weight(&self, scoring: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        let words = self.words.iter().map(|word| word.weight(scoring)).collect::<tantivy::Result<_>>()?;
        Ok(Box::new(AnyWordWeight { words }))
    }
}

struct AnyWordWeight {
    words: Vec<Box<dyn Weight>>,
}

impl Weight for AnyWordWeight {
    fn scorer(&self, reader: &SegmentReader, boost: Score) -> tantivy::Result<Box<dyn Scorer>> {
        let words = self.words.iter().map(|word| word.scorer(reader, boost));
        let words = words.filter(|word| word.as_ref().map_or(true, |word| word.doc() != TERMINATED));
        Ok(Box::new(AnyWord::of(words.collect::<tantivy::Result<_>>()?)))
    }

    fn explain(&self, reader: &SegmentReader, doc: DocId) -> tantivy::Result<Explanation> {
        score_alone(self, reader, doc, "any of the words")
    }
}

/// The documents of one segment.
struct AnyWord {
    words: Vec<Box<dyn Scorer>>,
    doc: DocId,
}

impl AnyWord {
    fn of(words: Vec<Box<dyn Scorer>>) -> Self {
        let mut out = Self { words, doc: TERMINATED };
        out.settle();
        out
    }

    /// Stands where the first of the words does.
    fn settle(&mut self) -> DocId {
        self.doc = self.words.iter().map(tantivy::DocSet::doc).min().unwrap_or(TERMINATED);
        self.doc
    }
}

impl DocSet for AnyWord {
    fn advance(&mut self) -> DocId {
        for word in self.words.iter_mut().filter(|word| word.doc() == self.doc) {
            word.advance();
        }
        self.settle()
    }

    fn seek(&mut self, target: DocId) -> DocId {
        for word in self.words.iter_mut().filter(|word| word.doc() < target) {
            word.seek(target);
        }
        self.settle()
    }

    fn fill_bitset_block(&mut self, first: DocId, mask: &mut [TinySet; BLOCK]) -> DocId {
        for word in &mut self.words {
            if word.doc() <= first {
                word.fill_bitset_block(first, mask);
                continue;
            }
            // No word goes back to the beginning of the block.
            while word.doc() < first + WINDOW {
                let place = word.doc() - first;
                mask[(place / 64) as usize].insert_mut(place % 64);
                word.advance();
            }
        }
        self.settle()
    }

    fn doc(&self) -> DocId {
        self.doc
    }

    fn size_hint(&self) -> u32 {
        self.words.iter().map(tantivy::DocSet::size_hint).max().unwrap_or_default()
    }

    fn cost(&self) -> u64 {
        self.words.iter().map(tantivy::DocSet::cost).sum()
    }
}

impl Scorer for AnyWord {
    fn score(&mut self) -> Score {
        self.words.iter_mut().filter(|word| word.doc() == self.doc).map(tantivy::query::Scorer::score).sum()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use tantivy::collector::{Count, TopDocs};
    use tantivy::query::{BooleanQuery, BoostQuery, Query, TermQuery};
    use tantivy::schema::{Field, IndexRecordOption, Schema, TEXT};
    use tantivy::{Index, Searcher, Term, doc};

    use super::AnyWordQuery;

    fn index(texts: &[String]) -> (Searcher, Field) {
        let mut schema = Schema::builder();
        let text = schema.add_text_field("text", TEXT);
        let index = Index::create_in_ram(schema.build());
        let mut writer = index.writer_with_num_threads(1, 15_000_000).expect("a writer");
        for words in texts {
            writer.add_document(doc!(text => words.as_str())).expect("a document");
        }
        writer.commit().expect("a commit");
        (index.reader().expect("a reader").searcher(), text)
    }

    fn word(field: Field, word: &str) -> Box<dyn Query> {
        Box::new(TermQuery::new(Term::from_field_text(field, word), IndexRecordOption::WithFreqs))
    }

    /// How many documents match, and the best of them.
    fn found(searcher: &Searcher, query: &dyn Query) -> (usize, Vec<(u32, u32)>) {
        let best = searcher.search(query, &TopDocs::with_limit(5000).order_by_score()).expect("hits");
        // The order in which scores are summed is the engine's own affair.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small score")]
        let best = best.into_iter().map(|(score, at)| (at.doc_id, (score * 1000.0).round() as u32));
        let mut best: Vec<_> = best.collect();
        best.sort_unstable();
        (searcher.search(query, &Count).expect("a count"), best)
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(24) })]

        #[test]
        fn finds_and_ranks_as_the_engines_union_does(
            texts in prop::collection::vec("([a-d] ){0,3}", 1..40),
            times in prop::sample::select(vec![1_usize, 60]),
        ) {
            let texts: Vec<String> = texts.iter().cycle().take(texts.len() * times).cloned().collect();
            let (searcher, field) = index(&texts);
            let words = || -> Vec<Box<dyn Query>> {
                vec![word(field, "a"), Box::new(BoostQuery::new(word(field, "b"), 0.5)), word(field, "missing")]
            };
            let any: Box<dyn Query> = Box::new(AnyWordQuery::new(words()));
            let union: Box<dyn Query> = Box::new(BooleanQuery::union(words()));
            prop_assert_eq!(found(&searcher, &*any), found(&searcher, &*union));
            let with = |part: Box<dyn Query>| BooleanQuery::intersection(vec![part, word(field, "c")]);
            let (any, union) = (with(any), with(union));
            prop_assert_eq!(found(&searcher, &any), found(&searcher, &union));
        }
    }
}
