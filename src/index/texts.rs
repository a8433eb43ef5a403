//! Reads the words of statements out of the stored articles, for what the index alone cannot tell.

use std::sync::Arc;

use tantivy::tokenizer::TextAnalyzer;
use tantivy::{DocId, Index};

use super::HeadlineEntry;
use super::columns::Columns;
use super::document::article_lead;
use super::hit::passages;
use super::order::article_in;
use super::proximity::{ReadWords, TextWords, Texts};
use super::record::{StoredArticle, decode};
use super::schema::{Fields, NAME, PASSAGE, PROSE};
use super::variants::Variants;
use crate::article::Article;
use crate::statement::Statement;

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
        let (reader, columns, mut analyzers) = (reader.clone(), columns.clone(), analyzers.clone());
        let mut open: Option<(DocId, StoredArticle)> = None;
        let read: ReadWords = Box::new(move |doc| {
            let columns = columns.in_segment(&reader).map_err(|error| error.to_string())?;
            let (article, number) = article_in(columns, doc).map_err(|error| error.to_string())?;
            let stored = if let Some((_, stored)) = open.take().filter(|(known, _)| *known == article) {
                stored
            } else {
                let bytes = columns.stored(article).map_err(|error| error.to_string())?;
                StoredArticle::decode(&bytes).map_err(|error| error.to_string())?
            };
            let statement;
            let part = if field == fields.headline {
                Some(Part::Headline)
            } else if field == fields.lead {
                Some(Part::Lead)
            } else {
                statement = stored.statement(number).map_err(|error| error.to_string())?;
                statement.as_ref().map(Part::Statement)
            };
            let words = part.map(|part| words_of(&stored.entry.article, part, &mut analyzers)).unwrap_or_default();
            open = Some((article, stored));
            Ok(words)
        });
        Ok(read)
    })
}

/// Opens the stored headlines of a segment.
pub(super) fn headline_texts(analyzers: Analyzers, columns: Columns) -> Texts {
    Arc::new(move |reader, _| {
        let (reader, columns, mut analyzers) = (reader.clone(), columns.clone(), analyzers.clone());
        let read: ReadWords = Box::new(move |doc| {
            let bytes = columns.in_segment(&reader).and_then(|columns| columns.stored(doc));
            let headline: HeadlineEntry =
                decode(&bytes.map_err(|error| error.to_string())?).map_err(|error| error.to_string())?;
            let mut words = TextWords::default();
            words.push(&mut analyzers.prose, &headline.text, 0);
            Ok(words)
        });
        Ok(read)
    })
}

/// A part of an article that is one field of the index.
#[derive(Debug, Clone, Copy)]
pub(super) enum Part<'s> {
    Headline,
    /// The headline and the first paragraph.
    Lead,
    /// The passages that report this statement.
    Statement(&'s Statement),
}

/// The words of a part of an article, at the positions the index has them.
pub(super) fn words_of(article: &Article, part: Part<'_>, analyzers: &mut Analyzers) -> TextWords {
    let spans = match part {
        Part::Headline => article.headline.into_iter().collect(),
        Part::Lead => article_lead(article).collect(),
        Part::Statement(statement) => passages(article, statement),
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
