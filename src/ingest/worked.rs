//! An input after its work: extracted, ready to be written, and counted.

use std::sync::Arc;

use super::input::{Content, Input};
use super::sink::place;
use super::{Outcome, OutcomeKind};
use crate::article::formats::headlines::HeadlineRow;
use crate::article::formats::{Item, Place};
use crate::article::{Article, Status, language_of};
use crate::extract::{Extraction, Heading, extract, heading, named};
use crate::index::{
    ArticleId, ArticleRecord, Entry, HeadlineEntry, IndexError, Prepared, Shown, Standing, StatementIndex,
};
use crate::knowledge::{Knowledge, TopicId};
use crate::statement::{AboutTopic, TopicOrigin};

/// An input after its work: ready to be written, and counted.
pub(super) struct Worked {
    pub(super) source: Arc<str>,
    pub(super) prepared: Option<Result<Prepared, IndexError>>,
    /// The article, when it is one and there is an index.
    pub(super) article: Option<(Entry, ArticleRecord)>,
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
                let mut entry = entry(path, *item, knowledge);
                let mut record = ArticleRecord::of(entry.id.clone(), &entry.article, entry.extraction.statements.len());
                // What may not be used is never searched, not even until the versions of its story are looked at.
                if record.status != Status::Usable {
                    let by = place(&entry.path, entry.member.as_deref());
                    record.standing = Standing::Withdrawn { status: record.status, by, at: record.made };
                }
                (entry.standing, entry.shown) = (record.standing.clone(), record.shown);
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
                let article = index.map(|_| (entry, record));
                Self { source, article, prepared, bytes, headlines, counts: vec![counts] }
            }
            Content::Headlines(rows) => {
                let count =
                    |row: &HeadlineRow| Counts { path: path.clone(), place: Some(row.place), ..Counts::default() };
                let counts: Vec<Counts> = rows.iter().map(count).collect();
                let headlines: Vec<_> = rows.into_iter().map(|row| headline(&path, row, knowledge)).collect();
                let prepared = index.map(|index| index.prepare_headlines(&headlines, &source));
                Self { source, article: None, prepared, bytes, headlines: headlines.len(), counts }
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
    let mut extraction = match other_language(&article) {
        Some(_) => Extraction::default(),
        None => extract(&article, knowledge),
    };
    extraction.topics.splice(0..0, filed_under(&article, knowledge));
    let id = ArticleId::of(&digest);
    let parties = article.headline_words().map_or_else(Vec::new, |words| named(words, article.date(), knowledge));
    let headlines = HeadlineEntry::listed(&article, &id, &path, |text| heading(text, article.date(), knowledge));
    Entry {
        story: id.clone(),
        id,
        path,
        member,
        digest,
        article,
        extraction,
        standing: Standing::Current,
        shown: Shown::default(),
        parties,
        headlines,
    }
}

fn headline(path: &str, row: HeadlineRow, knowledge: &Knowledge) -> HeadlineEntry {
    let HeadlineRow { text, date, url, digest, place } = row;
    let Heading { parties, persons, topics } = heading(&text, date, knowledge);
    HeadlineEntry {
        id: format!("h{digest}"),
        parties,
        persons,
        topics,
        text,
        date,
        url,
        listed: None,
        path: path.to_owned(),
        line: Some(place.line),
    }
}

/// The topics the publisher's subject codes stand for, each once.
fn filed_under(article: &Article, knowledge: &Knowledge) -> Vec<AboutTopic> {
    let codes = article.header.subjects.iter().map(|subject| subject.code.as_str()).filter(|code| !code.is_empty());
    let mut topics: Vec<TopicId> = Vec::new();
    for topic in codes.filter_map(|code| knowledge.topics().of_code(code)) {
        if !topics.contains(&topic) {
            topics.push(topic);
        }
    }
    let about = |topic| AboutTopic { topic, weight: 1.0, origin: TopicOrigin::Publisher, evidence: Vec::new() };
    topics.into_iter().map(about).collect()
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
