//! Turns an entry into the documents of the index: the article, its statements, its page's headlines.

use jiff::civil::Date;
use tantivy::TantivyDocument;

use super::hit::proof;
use super::schema::Fields;
use super::{ArticleId, Entry, HeadlineEntry};
use crate::article::Article;
use crate::knowledge::{CountryCode, Party};
use crate::statement::{Statement, Through};
use crate::text::Span;

/// Every document of `entry`: the article, then its statements, then its page's headlines.
///
/// All have the same `order`, and sorting is stable, so they stay next to each other in the index and
/// `number` leads from each back to its article. `source` is the name under which the file is replaced.
///
/// # Errors
/// When a record cannot be encoded.
pub(super) fn documents(fields: &Fields, entry: &Entry, source: &str) -> Result<Vec<TantivyDocument>, postcard::Error> {
    let mut out = Vec::with_capacity(1 + entry.extraction.statements.len());
    out.push(article_document(fields, entry)?);
    for statement in &entry.extraction.statements {
        out.push(statement_document(fields, entry, statement));
    }
    for headline in headlines(&entry.article, &entry.id) {
        out.push(headline_document(fields, &headline, entry.article.date())?);
    }
    let order = order(entry);
    for (number, document) in (0..).zip(&mut out) {
        document.add_text(fields.source, source);
        document.add_u64(fields.order, order);
        document.add_u64(fields.number, number);
    }
    Ok(out)
}

/// Nothing is stored of a statement: its article's record holds it.
fn statement_document(fields: &Fields, entry: &Entry, statement: &Statement) -> TantivyDocument {
    let article = &entry.article;
    let mut out = document(fields, "statement");
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
    out
}

/// An article is found by its id; its words are searched in its statements.
fn article_document(fields: &Fields, entry: &Entry) -> Result<TantivyDocument, postcard::Error> {
    let mut out = document(fields, "article");
    out.add_text(fields.article, entry.id.as_str());
    add_date(fields, &mut out, entry.article.date());
    out.add_bytes(fields.record, &postcard::to_stdvec(entry)?);
    Ok(out)
}

fn headline_document(
    fields: &Fields,
    headline: &HeadlineEntry,
    date: Option<Date>,
) -> Result<TantivyDocument, postcard::Error> {
    let mut out = document(fields, "headline");
    out.add_text(fields.article, headline.page.as_str());
    out.add_text(fields.listed, &headline.text);
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

fn document(fields: &Fields, doc: &str) -> TantivyDocument {
    let mut out = TantivyDocument::default();
    out.add_text(fields.doc, doc);
    out
}

/// The place of an article and of what belongs to it: newest first, undated last, then by id, then by
/// where the copy came from.
fn order(entry: &Entry) -> u64 {
    const DAYS: i64 = 1 << 17;
    // 1849-07-14: no wire is older, and the range ends in 2208.
    const FIRST: i64 = -44_000;
    let age = entry.article.date().map_or(DAYS - 1, |date| (FIRST + DAYS - 2 - day_number(date)).clamp(0, DAYS - 2));
    let id = entry.id.as_str().get(..8).and_then(|digits| u64::from_str_radix(digits, 16).ok()).unwrap_or_default();
    let mut from = blake3::Hasher::new();
    from.update(entry.path.as_bytes()).update(&[0]).update(entry.member.as_deref().unwrap_or_default().as_bytes());
    let [high, low, ..] = *from.finalize().as_bytes();
    let copy = u64::from(u16::from_be_bytes([high, low])) >> 1;
    (age.unsigned_abs() << 47) | (id << 15) | copy
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
