//! Turns an entry into the documents of the index: the article, its statements, its page's headlines.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use tantivy::TantivyDocument;

use super::hit::proof;
use super::schema::Fields;
use super::{ArticleId, Entry, HeadlineEntry, StatementId};
use crate::article::Article;
use crate::knowledge::{CountryCode, Party};
use crate::statement::{Statement, Through};
use crate::text::Span;

/// What is stored of a statement: where its article's record is. The article's record holds the
/// statement itself, so that nothing is stored twice.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct StatementRecord {
    pub id: StatementId,
    pub path: String,
    pub member: Option<String>,
}

/// Every document of `entry`. `source` is the name under which the file is replaced.
///
/// # Errors
/// When a record cannot be encoded.
pub(super) fn documents(fields: &Fields, entry: &Entry, source: &str) -> Result<Vec<TantivyDocument>, postcard::Error> {
    let mut out = Vec::with_capacity(1 + entry.extraction.statements.len());
    for (at, statement) in entry.extraction.statements.iter().enumerate() {
        let id = StatementId { article: entry.id.clone(), number: at + 1 };
        out.push(statement_document(fields, entry, id, statement, source)?);
    }
    for headline in headlines(&entry.article, &entry.id) {
        out.push(headline_document(fields, &headline, entry.article.date(), source)?);
    }
    out.push(article_document(fields, entry, source)?);
    Ok(out)
}

fn statement_document(
    fields: &Fields,
    entry: &Entry,
    id: StatementId,
    statement: &Statement,
    source: &str,
) -> Result<TantivyDocument, postcard::Error> {
    let article = &entry.article;
    let mut out = document(fields, "statement", &id.to_string(), &entry.id, source);
    for sentence in proof(article, statement) {
        out.add_text(fields.text, article.words(sentence));
    }
    if let Some(headline) = article.headline_words() {
        out.add_text(fields.headline, headline);
    }
    let mut countries: Vec<CountryCode> = entry.extraction.focus.iter().map(|focus| focus.country).collect();
    countries.extend(&statement.mentions);
    for row in &statement.signatories {
        let code = row.country.as_str();
        out.add_text(fields.represented, code);
        if row.through != Some(Through::Organisation) {
            out.add_text(fields.signatory, code);
            countries.push(row.country);
        }
    }
    for issuer in &statement.issuers {
        out.add_text(fields.issuer, issuer.organisation.as_str());
    }
    for row in &statement.nonsignatories {
        out.add_text(fields.nonsignatory, row.country.as_str());
        countries.push(row.country);
    }
    for speaker in &statement.speakers {
        for words in [Some(speaker.name), speaker.role].into_iter().flatten() {
            out.add_text(fields.speaker_words, article.words(words));
        }
        if let Some(country) = speaker.country {
            out.add_text(fields.speaker, country.as_str());
            countries.push(country);
        }
    }
    for target in &statement.targets {
        out.add_text(fields.target, target.party.to_string());
        out.add_text(fields.relation, target.relation.as_str());
        countries.extend(match target.party {
            Party::Country(code) => Some(code),
            Party::Organisation(_) => None,
        });
    }
    for country in &statement.mentions {
        out.add_text(fields.mention, country.as_str());
    }
    countries.sort_unstable();
    countries.dedup();
    for country in &countries {
        out.add_text(fields.country, country.as_str());
    }
    out.add_text(fields.kind, statement.kind().as_str());
    out.add_text(fields.joint, if statement.joint { "yes" } else { "no" });
    add_date(fields, &mut out, statement.date);
    let record = StatementRecord { id, path: entry.path.clone(), member: entry.member.clone() };
    out.add_bytes(fields.record, &postcard::to_stdvec(&record)?);
    Ok(out)
}

fn article_document(fields: &Fields, entry: &Entry, source: &str) -> Result<TantivyDocument, postcard::Error> {
    let article = &entry.article;
    let mut out = document(fields, "article", entry.id.as_str(), &entry.id, source);
    for paragraph in &article.paragraphs {
        out.add_text(fields.text, article.words(*paragraph));
    }
    if let Some(headline) = article.headline_words() {
        out.add_text(fields.headline, headline);
    }
    for focus in &entry.extraction.focus {
        out.add_text(fields.country, focus.country.as_str());
    }
    add_date(fields, &mut out, article.date());
    out.add_bytes(fields.record, &postcard::to_stdvec(entry)?);
    Ok(out)
}

fn headline_document(
    fields: &Fields,
    headline: &HeadlineEntry,
    date: Option<Date>,
    source: &str,
) -> Result<TantivyDocument, postcard::Error> {
    let key = format!("{}-{}-{}", headline.page, headline.list, headline.position);
    let mut out = document(fields, "headline", &key, &headline.page, source);
    out.add_text(fields.headline, &headline.text);
    add_date(fields, &mut out, date);
    out.add_bytes(fields.record, &postcard::to_stdvec(headline)?);
    Ok(out)
}

/// The headlines listed on the article's page, in the page's order.
fn headlines(article: &Article, page: &ArticleId) -> Vec<HeadlineEntry> {
    let of_list = |list: &crate::article::HeadlineList| {
        let title = article.words(list.title).to_owned();
        let entry = |(at, span): (usize, &Span)| HeadlineEntry {
            text: article.words(*span).to_owned(),
            list: title.clone(),
            position: at + 1,
            page: page.clone(),
        };
        list.headlines.iter().enumerate().map(entry).collect::<Vec<_>>()
    };
    article.lists.iter().flat_map(of_list).collect()
}

fn document(fields: &Fields, doc: &str, key: &str, article: &ArticleId, source: &str) -> TantivyDocument {
    let mut out = TantivyDocument::default();
    out.add_text(fields.doc, doc);
    out.add_text(fields.key, key);
    out.add_text(fields.article, article.as_str());
    out.add_text(fields.source, source);
    out.add_u64(fields.order, order(key));
    out
}

/// A number that orders documents by their key: its first bytes, then its statement number.
fn order(key: &str) -> u64 {
    let (article, number) = key.split_once('-').unwrap_or((key, "0"));
    let article = u64::from_str_radix(article, 16).unwrap_or_default();
    (article << 24) | number.parse::<u64>().unwrap_or_default().min((1 << 24) - 1)
}

fn add_date(fields: &Fields, out: &mut TantivyDocument, date: Option<Date>) {
    if let Some(date) = date {
        out.add_i64(fields.date, day_number(date));
    }
}

/// Days from 1970-01-01 to `date`.
pub(super) fn day_number(date: Date) -> i64 {
    let days = (date - Date::constant(1970, 1, 1)).get_days();
    i64::from(days)
}
