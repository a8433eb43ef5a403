//! An input after its work: extracted, ready to be written, and counted.

use std::sync::Arc;

use super::input::{Content, Input};
use super::{Outcome, OutcomeKind};
use crate::article::formats::headlines::HeadlineRow;
use crate::article::formats::{Item, Place};
use crate::article::{Article, language_of};
use crate::extract::{Extraction, extract, named};
use crate::index::{ArticleId, Entry, HeadlineEntry, IndexError, Prepared, Standing, StatementIndex};
use crate::knowledge::Knowledge;

/// An input after its work: ready to be written, and counted.
pub(super) struct Worked {
    pub(super) source: Arc<str>,
    pub(super) prepared: Option<Result<Prepared, IndexError>>,
    /// The article, when it is one and there is an index.
    pub(super) entry: Option<Entry>,
    /// Bytes of text.
    pub(super) bytes: u64,
    pub(super) headlines: usize,
    pub(super) counts: Vec<Counts>,
}

impl Worked {
    /// Extracts, and makes what was found ready for `index`, if there is one.
    pub(super) fn of(input: Input, knowledge: &Knowledge, index: Option<&StatementIndex>) -> Self {
        let bytes = input.bytes() as u64;
        let Input { path, source, content } = input;
        match content {
            Content::Article(item) => {
                let entry = entry(path, *item, knowledge);
                let statements = &entry.extraction.statements;
                let counts = Counts {
                    path: entry.path.clone(),
                    member: entry.member.clone(),
                    statements: statements.len(),
                    joint: statements.iter().filter(|statement| statement.joint).count(),
                    place: None,
                    language: other_language(&entry.article).map(str::to_owned),
                };
                let prepared = index.map(|index| index.prepare(&entry, &source));
                let headlines = entry.headlines.len();
                Self { source, entry: index.map(|_| entry), prepared, bytes, headlines, counts: vec![counts] }
            }
            Content::Headlines(rows) => {
                let count =
                    |row: &HeadlineRow| Counts { path: path.clone(), place: Some(row.place), ..Counts::default() };
                let counts: Vec<Counts> = rows.iter().map(count).collect();
                let headlines: Vec<_> = rows.into_iter().map(|row| headline(&path, row, knowledge)).collect();
                let prepared = index.map(|index| index.prepare_headlines(&headlines, &source));
                Self { source, entry: None, prepared, bytes, headlines: headlines.len(), counts }
            }
        }
    }
}

/// What an outcome tells of an item.
#[derive(Default)]
pub(super) struct Counts {
    path: String,
    member: Option<String>,
    statements: usize,
    joint: usize,
    place: Option<Place>,
    language: Option<String>,
}

impl Counts {
    /// What became of it, where `known` tells whether its file was in the index, and `copy_of` whose copy it is.
    pub(super) fn outcome(self, known: bool, copy_of: Option<&str>) -> Outcome {
        let Self { path, member, statements, joint, place, language } = self;
        let kind = match (copy_of, known) {
            (Some(of), _) => OutcomeKind::Duplicate { of: of.to_owned() },
            (None, true) => OutcomeKind::Replaced { statements, joint },
            (None, false) => OutcomeKind::Indexed { statements, joint },
        };
        Outcome { path, member, kind, place, language }
    }
}

/// The entry of one item.
pub(super) fn entry(path: String, item: Item, knowledge: &Knowledge) -> Entry {
    let Item { member, digest, mut article, .. } = item;
    if article.header.language.is_none() {
        article.header.language = language_of(body(&article));
    }
    // The rules of extraction are rules of English.
    let extraction = match other_language(&article) {
        Some(_) => Extraction::default(),
        None => extract(&article, knowledge),
    };
    let id = ArticleId::of(&digest);
    let parties = article.headline_words().map_or_else(Vec::new, |words| named(words, article.date(), knowledge));
    let headlines = HeadlineEntry::listed(&article, &id, &path, |text| named(text, article.date(), knowledge));
    Entry { id, path, member, digest, article, extraction, standing: Standing::Current, parties, headlines }
}

fn headline(path: &str, row: HeadlineRow, knowledge: &Knowledge) -> HeadlineEntry {
    let HeadlineRow { text, date, url, digest, place } = row;
    HeadlineEntry {
        id: format!("h{digest}"),
        parties: named(&text, date, knowledge),
        text,
        date,
        url,
        listed: None,
        path: path.to_owned(),
        line: Some(place.line),
    }
}

/// The text from the first paragraph on.
fn body(article: &Article) -> &str {
    let start = article.paragraphs.first().map_or(0, |paragraph| paragraph.start);
    &article.text[start..]
}

/// The language of an article that is not in English.
fn other_language(article: &Article) -> Option<&str> {
    let language = article.header.language.as_ref()?;
    (!language.is_english()).then_some(language.code.as_str())
}
