//! The statements all engines hold.

use std::path::PathBuf;

use demarche::article::formats::Reading;
use demarche::index::{Hit, proof};
use demarche::ingest::entries;
use demarche::knowledge::Knowledge;
use demarche::statement::Through;
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

/// Every statement of the files, newest first as ours lie.
pub fn documents(paths: &[PathBuf], knowledge: &Knowledge) -> Vec<Document> {
    let mut out: Vec<Document> = Vec::new();
    for entry in entries(paths, knowledge, &Reading::default()).filter_map(Result::ok) {
        let article = &entry.article;
        for hit in Hit::of(&entry) {
            let statement = &hit.statement;
            let signed = statement.signatories.iter().filter(|row| row.through != Some(Through::Organisation));
            let mut roles: Vec<(&'static str, String)> =
                signed.map(|row| ("signatory", row.country.to_string())).collect();
            roles.extend(statement.targets.iter().map(|target| ("target", target.party.to_string())));
            out.push(Document {
                sentences: proof(article, statement).into_iter().map(|span| article.words(span).to_owned()).collect(),
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
