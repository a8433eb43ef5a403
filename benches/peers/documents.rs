//! The statements all engines hold.

use std::collections::HashSet;
use std::path::PathBuf;

use demarche::article::Article;
use demarche::article::formats::Reading;
use demarche::index::{Hit, Standing, StatementIndex, proof};
use demarche::ingest::entries;
use demarche::knowledge::Knowledge;
use demarche::statement::{Statement, Through};
use demarche::text::Span;
use jiff::civil::Date;

/// One statement.
pub struct Document {
    /// The sentences that are searched.
    pub sentences: Vec<String>,
    pub headline: String,
    /// `signatory` and `target` with a code each.
    pub roles: Vec<(&'static str, String)>,
    /// Counted from 1970-01-01.
    pub day: Option<i64>,
    /// Article and number, by which ties are ordered.
    id: (String, usize),
}

/// Every statement of the files that `index` searches, newest first as they lie there.
pub fn documents(paths: &[PathBuf], knowledge: &Knowledge, index: &StatementIndex) -> Vec<Document> {
    let mut out: Vec<Document> = Vec::new();
    let mut known = HashSet::new();
    for entry in entries(paths, knowledge, &Reading::default()).filter_map(Result::ok) {
        // What was replaced by a newer version, and copies, are kept and not searched.
        let kept = index.article(entry.id.as_str()).expect("the index is read");
        if kept.is_none_or(|kept| kept.standing != Standing::Current) || !known.insert(entry.id.clone()) {
            continue;
        }
        let article = &entry.article;
        for hit in Hit::of(&entry) {
            let statement = &hit.statement;
            let signed = statement.signatories.iter().filter(|row| row.through != Some(Through::Organisation));
            let mut roles: Vec<(&'static str, String)> =
                signed.map(|row| ("signatory", row.country.to_string())).collect();
            roles.extend(statement.targets.iter().map(|target| ("target", target.party.to_string())));
            out.push(Document {
                sentences: sentences(article, statement),
                headline: article.headline_words().unwrap_or_default().to_owned(),
                roles,
                day: statement.date.map(|date| i64::from((date - Date::constant(1970, 1, 1)).get_days())),
                id: (hit.id.article.to_string(), hit.id.number),
            });
        }
    }
    out.sort_by(|a, b| b.day.cmp(&a.day).then_with(|| a.id.cmp(&b.id)));
    out
}

/// The sentences that are searched, paragraph by paragraph: what stands between two is no text.
fn sentences(article: &Article, statement: &Statement) -> Vec<String> {
    let mut out = Vec::new();
    for whole in proof(article, statement) {
        let paragraphs = article.paragraphs.iter().filter(|paragraph| paragraph.overlaps(whole));
        let parts = paragraphs.map(|paragraph| {
            Span::new(paragraph.start.max(whole.start), paragraph.end.min(whole.end)).trim(&article.text)
        });
        let before = out.len();
        out.extend(parts.map(|span| article.words(span).to_owned()));
        if out.len() == before {
            out.push(article.words(whole).to_owned());
        }
    }
    out
}
