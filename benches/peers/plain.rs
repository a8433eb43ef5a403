//! Plain tantivy over the same statements, with queries written by hand: the engine's limit.

use std::ops::Bound;
use std::path::Path;

use tantivy::collector::{Count, TopDocs};
use tantivy::query::{BooleanQuery, ConstScoreQuery, PhraseQuery, Query, RangeQuery, TermQuery};
use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions, Value as _,
};
use tantivy::{Index, Order, Searcher, TantivyDocument, Term};

use super::Engine;
use super::asked::Asked;
use super::documents::Document;
use super::terms::analyzer;

/// Plain tantivy.
pub struct Plain {
    searcher: Searcher,
    fields: Fields,
}

#[derive(Clone, Copy)]
struct Fields {
    text: Field,
    headline: Field,
    role: Field,
    day: Field,
}

impl Plain {
    /// Writes the statements in one segment.
    pub fn of(documents: &[Document], directory: &Path) -> Self {
        fs_err::create_dir_all(directory).expect("a directory");
        let mut schema = Schema::builder();
        let indexing = TextFieldIndexing::default()
            .set_tokenizer("prose")
            .set_index_option(IndexRecordOption::WithFreqsAndPositions);
        let words = TextOptions::default().set_indexing_options(indexing) | STORED;
        let fields = Fields {
            text: schema.add_text_field("text", words.clone()),
            headline: schema.add_text_field("headline", words),
            role: schema.add_text_field("role", STRING),
            day: schema.add_i64_field("day", INDEXED | FAST),
        };
        let index = Index::create_in_dir(directory, schema.build()).expect("an index");
        index.tokenizers().register("prose", analyzer());
        let mut writer = index.writer_with_num_threads(1, 256 << 20).expect("a writer");
        for document in documents {
            writer.add_document(fields.document(document)).expect("a document");
        }
        writer.commit().expect("a commit");
        writer.wait_merging_threads().expect("merges end");
        Self { searcher: index.reader().expect("a reader").searcher(), fields }
    }

    fn query(&self, asked: &Asked) -> Box<dyn Query> {
        let mut must: Vec<Box<dyn Query>> = Vec::new();
        if let Some((role, country)) = &asked.role {
            let term = Term::from_field_text(self.fields.role, &format!("{role}:{country}"));
            must.push(Box::new(ConstScoreQuery::new(Box::new(TermQuery::new(term, IndexRecordOption::Basic)), 0.0)));
        }
        if let Some((first, last, _)) = asked.days {
            let edge = |day| Bound::Included(Term::from_field_i64(self.fields.day, day));
            must.push(Box::new(ConstScoreQuery::new(Box::new(RangeQuery::new(edge(first), edge(last))), 0.0)));
        }
        if asked.phrase {
            must.push(self.fields.either(|field| {
                let terms = asked.words.iter().map(|word| Term::from_field_text(field, word)).collect();
                Box::new(PhraseQuery::new(terms))
            }));
        } else {
            let words: Vec<Box<dyn Query>> = asked.words.iter().map(|word| self.fields.word(word)).collect();
            if asked.any {
                must.push(Box::new(BooleanQuery::union(words)));
            } else {
                must.extend(words);
            }
        }
        if must.len() == 1 { must.remove(0) } else { Box::new(BooleanQuery::intersection(must)) }
    }
}

impl Fields {
    fn document(self, of: &Document) -> TantivyDocument {
        let mut out = TantivyDocument::default();
        for sentence in &of.sentences {
            out.add_text(self.text, sentence);
        }
        out.add_text(self.headline, &of.headline);
        for (role, code) in &of.roles {
            out.add_text(self.role, format!("{role}:{code}"));
        }
        if let Some(day) = of.day {
            out.add_i64(self.day, day);
        }
        out
    }

    fn either(self, query: impl Fn(Field) -> Box<dyn Query>) -> Box<dyn Query> {
        Box::new(BooleanQuery::union(vec![query(self.text), query(self.headline)]))
    }

    fn word(self, word: &str) -> Box<dyn Query> {
        self.either(|field| Box::new(TermQuery::new(Term::from_field_text(field, word), IndexRecordOption::WithFreqs)))
    }
}

impl Engine for Plain {
    fn top(&self, asked: &Asked) -> usize {
        let query = self.query(asked);
        let best = TopDocs::with_limit(10);
        let hits: Vec<_> = if asked.words.is_empty() {
            let newest = best.order_by_fast_field::<i64>("day", Order::Desc);
            let found = self.searcher.search(&query, &newest).expect("hits");
            found.into_iter().map(|(_, at)| at).collect()
        } else {
            let found = self.searcher.search(&query, &best.order_by_score()).expect("hits");
            found.into_iter().map(|(_, at)| at).collect()
        };
        let total = self.searcher.search(&query, &Count).expect("a count");
        let text = |document: TantivyDocument| {
            document.get_first(self.fields.text).and_then(|value| value.as_str()).map_or(0, str::len)
        };
        total + hits.into_iter().map(|at| text(self.searcher.doc(at).expect("a document"))).sum::<usize>()
    }

    fn count(&self, asked: &Asked) -> usize {
        self.searcher.search(&self.query(asked), &Count).expect("a count")
    }
}
