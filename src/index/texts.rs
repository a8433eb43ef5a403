//! Reads the words of statements out of the stored articles, for what the index alone cannot tell.

use std::sync::Arc;

use tantivy::DocId;
use tantivy::tokenizer::TextAnalyzer;

use super::HeadlineEntry;
use super::analyzers::Analyzers;
use super::columns::Columns;
use super::document::article_lead;
use super::hit::{passages, proof};
use super::order::article_in;
use super::proximity::{ReadWords, TextWords, Texts};
use super::record::{StoredArticle, decode};
use super::schema::Fields;
use crate::article::Article;
use crate::statement::Statement;

/// Opens the stored texts of a segment.
pub(super) fn texts(fields: Fields, analyzers: Arc<Analyzers>, columns: Columns) -> Texts {
    Arc::new(move |reader, field| {
        let (reader, columns) = (reader.clone(), columns.clone());
        let mut analyzer = if field == fields.headline { analyzers.prose() } else { analyzers.passage() };
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
            let words = part.map(|part| words_of(&stored.entry.article, part, &mut analyzer)).unwrap_or_default();
            open = Some((article, stored));
            Ok(words)
        });
        Ok(read)
    })
}

/// Opens the stored headlines of a segment.
pub(super) fn headline_texts(analyzers: Arc<Analyzers>, columns: Columns) -> Texts {
    Arc::new(move |reader, _| {
        let (reader, columns, mut prose) = (reader.clone(), columns.clone(), analyzers.prose());
        let read: ReadWords = Box::new(move |doc| {
            let bytes = columns.in_segment(&reader).and_then(|columns| columns.stored(doc));
            let headline: HeadlineEntry =
                decode(&bytes.map_err(|error| error.to_string())?).map_err(|error| error.to_string())?;
            let mut words = TextWords::default();
            words.push(&mut prose, &headline.text, 0);
            Ok(words)
        });
        Ok(read)
    })
}

/// A part of an article that is one field of the index.
#[derive(Debug, Clone, Copy)]
enum Part<'s> {
    Headline,
    /// The headline and the first paragraph.
    Lead,
    /// The passages that report this statement.
    Statement(&'s Statement),
}

/// The words of a part of an article, at the positions the index has them; `analyzer` is the one of its field.
fn words_of(article: &Article, part: Part<'_>, analyzer: &mut TextAnalyzer) -> TextWords {
    let spans = match part {
        Part::Headline => article.headline.into_iter().collect(),
        Part::Lead => article_lead(article).collect(),
        Part::Statement(statement) => passages(article, &proof(article, statement)),
    };
    let mut words = TextWords::default();
    for span in spans {
        words.push(analyzer, article.words(span), span.start);
    }
    words
}
