//! Reads the words of statements out of the stored articles, for what the index alone cannot tell.

use std::sync::Arc;

use serde::de::DeserializeOwned;
use tantivy::schema::{Field, Value as _};
use tantivy::store::StoreReader;
use tantivy::tokenizer::TextAnalyzer;
use tantivy::{DocId, Index, TantivyDocument};

use super::columns::Columns;
use super::document::article_lead;
use super::hit::passages;
use super::order::article_in;
use super::proximity::{ReadWords, TextWords, Texts};
use super::schema::{Fields, NAME, PASSAGE, PROSE};
use super::variants::Variants;
use super::{Entry, HeadlineEntry};

/// What splits text into words.
#[derive(Clone)]
pub(super) struct Analyzers {
    pub prose: TextAnalyzer,
    pub passage: TextAnalyzer,
    pub name: TextAnalyzer,
    pub variants: Arc<Variants>,
}

impl Analyzers {
    /// Those of `index`, with other wordings of words.
    pub fn of(index: &Index, variants: Arc<Variants>) -> Self {
        let named = |name: &str| index.tokenizers().get(name).unwrap_or_default();
        Self { prose: named(PROSE), passage: named(PASSAGE), name: named(NAME), variants }
    }
}

/// Opens the stored texts of a segment.
pub(super) fn texts(fields: Fields, analyzers: Analyzers, columns: Columns) -> Texts {
    Arc::new(move |reader, field| {
        let store = reader.get_store_reader(1)?;
        let (reader, columns, mut analyzers) = (reader.clone(), columns.clone(), analyzers.clone());
        let mut open: Option<(DocId, Entry)> = None;
        let read: ReadWords = Box::new(move |doc| {
            let known = columns.in_segment(&reader).and_then(|columns| article_in(columns, doc));
            let (article, number) = known.map_err(|error| error.to_string())?;
            let entry = match open.take().filter(|(known, _)| *known == article) {
                Some((_, entry)) => entry,
                None => stored(&store, fields.record, article)?,
            };
            let words = words_of(&entry, part(field, fields, number), &mut analyzers);
            open = Some((article, entry));
            Ok(words)
        });
        Ok(read)
    })
}

/// What `field` holds of document `number` of an article.
fn part(field: Field, fields: Fields, number: usize) -> Part {
    if field == fields.headline {
        Part::Headline
    } else if field == fields.lead {
        Part::Lead
    } else {
        Part::Statement(number)
    }
}

/// Opens the stored headlines of a segment.
pub(super) fn headline_texts(fields: Fields, analyzers: Analyzers) -> Texts {
    Arc::new(move |reader, _| {
        let store = reader.get_store_reader(1)?;
        let mut analyzers = analyzers.clone();
        let read: ReadWords = Box::new(move |doc| {
            let headline: HeadlineEntry = stored(&store, fields.record, doc)?;
            let mut words = TextWords::default();
            words.push(&mut analyzers.prose, &headline.text, 0);
            Ok(words)
        });
        Ok(read)
    })
}

fn stored<T: DeserializeOwned>(store: &StoreReader, record: Field, doc: DocId) -> Result<T, String> {
    let document: TantivyDocument = store.get(doc).map_err(|error| error.to_string())?;
    let bytes = document.get_first(record).and_then(|value| value.as_bytes()).unwrap_or_default();
    postcard::from_bytes(bytes).map_err(|error| error.to_string())
}

/// A part of an article that is one field of the index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Headline,
    /// The headline and the first paragraph.
    Lead,
    /// The passages that report the statement of this number, from 1.
    Statement(usize),
}

/// The words of a part of an article, at the positions the index has them.
pub(super) fn words_of(entry: &Entry, part: Part, analyzers: &mut Analyzers) -> TextWords {
    let article = &entry.article;
    let spans = match part {
        Part::Headline => article.headline.into_iter().collect(),
        Part::Lead => article_lead(article).collect(),
        Part::Statement(number) => {
            let statement = number.checked_sub(1).and_then(|at| entry.extraction.statements.get(at));
            statement.map(|statement| passages(article, statement)).unwrap_or_default()
        }
    };
    let analyzer = match part {
        Part::Headline => &mut analyzers.prose,
        Part::Lead | Part::Statement(_) => &mut analyzers.passage,
    };
    let mut words = TextWords::default();
    for span in spans {
        words.push(analyzer, article.words(span), span.start);
    }
    words
}
