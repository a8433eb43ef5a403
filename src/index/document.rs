//! Turns an entry into the documents of the index: the article, its statements, its page's headlines.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use tantivy::TantivyDocument;

use super::schema::Fields;
use super::{ArticleHit, ArticleId, Entry, HeadlineEntry, Hit, StatementId};
use crate::article::Article;
use crate::extract::{CountryFocus, Extraction};
use crate::knowledge::{CountryCode, Party};
use crate::statement::{Doubt, Statement, Through, Utterance};
use crate::text::{Span, sentences};

/// What is stored of an article.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct ArticleRecord {
    pub id: ArticleId,
    pub path: String,
    pub member: Option<String>,
    pub digest: String,
    pub article: Article,
    pub headline: Vec<Utterance>,
    pub doubts: Vec<Doubt>,
    pub focus: Vec<CountryFocus>,
}

/// Every document of `entry`. `source` is the name under which the file is replaced.
///
/// # Errors
/// When a record cannot be encoded.
pub(super) fn documents(fields: &Fields, entry: Entry, source: &str) -> Result<Vec<TantivyDocument>, postcard::Error> {
    let page = ArticleHit::of(&entry);
    let Entry { id, path, member, digest, article, extraction: Extraction { statements, headline, doubts, focus } } =
        entry;
    let mut out = Vec::with_capacity(1 + statements.len());
    for (number, statement) in statements.into_iter().enumerate() {
        let hit = hit(&article, StatementId { article: id.clone(), number: number + 1 }, statement, page.clone());
        out.push(statement_document(fields, &hit, &focus, source)?);
    }
    for headline in headlines(&article, &id) {
        out.push(headline_document(fields, &headline, article.date(), source)?);
    }
    let record = ArticleRecord { id, path, member, digest, article, headline, doubts, focus };
    out.push(article_document(fields, &record, source)?);
    Ok(out)
}

impl ArticleHit {
    /// What a hit says of the article of `entry`.
    #[must_use]
    pub fn of(entry: &Entry) -> Self {
        let article = &entry.article;
        let words = |span: Span| article.words(span).to_owned();
        let dateline = article.dateline.as_ref();
        Self {
            id: entry.id.clone(),
            headline: article.headline.map(words),
            published: article.published,
            cities: dateline.map_or_else(Vec::new, |dateline| dateline.cities.iter().copied().map(words).collect()),
            agency: dateline.and_then(|dateline| dateline.agency).map(words),
            path: entry.path.clone(),
            member: entry.member.clone(),
            digest: entry.digest.clone(),
        }
    }
}

impl Hit {
    /// The statements of `entry` as hits, in text order, without an index.
    #[must_use]
    pub fn of(entry: &Entry) -> Vec<Self> {
        let page = ArticleHit::of(entry);
        let number = |at: usize| StatementId { article: entry.id.clone(), number: at + 1 };
        let statements = entry.extraction.statements.iter().cloned().enumerate();
        statements.map(|(at, statement)| hit(&entry.article, number(at), statement, page.clone())).collect()
    }
}

fn hit(article: &Article, id: StatementId, statement: Statement, page: ArticleHit) -> Hit {
    let words: Vec<&str> = statement.content().map(|span| article.words(span)).collect();
    let text = words.join(" \u{2026} ");
    let sentence = article.words(proof(article, &statement)).to_owned();
    let names = statement.speakers.iter().map(|speaker| {
        (article.words(speaker.name).to_owned(), speaker.role.map(|role| article.words(role).to_owned()))
    });
    let names = names.collect();
    Hit { id, statement, text, sentence, names, article: page }
}

/// The sentences that hold the first utterance's content, cue and source.
fn proof(article: &Article, statement: &Statement) -> Span {
    let Some(first) = statement.utterances.first() else { return Span::default() };
    let parts = first.content.iter().chain(&first.cue).chain(&first.source).copied();
    let whole = parts.reduce(Span::cover).unwrap_or_default();
    let around = article.paragraphs.iter().flat_map(|&paragraph| {
        let near = if paragraph.overlaps(whole) { sentences(&article.text, paragraph) } else { Vec::new() };
        near.into_iter().filter(move |sentence| sentence.overlaps(whole))
    });
    around.fold(whole, Span::cover)
}

fn statement_document(
    fields: &Fields,
    hit: &Hit,
    focus: &[CountryFocus],
    source: &str,
) -> Result<TantivyDocument, postcard::Error> {
    let statement = &hit.statement;
    let key = hit.id.to_string();
    let mut out = document(fields, "statement", &key, &hit.article.id, source);
    out.add_text(fields.text, &hit.sentence);
    if hit.text != hit.sentence {
        out.add_text(fields.text, &hit.text);
    }
    if let Some(headline) = &hit.article.headline {
        out.add_text(fields.headline, headline);
    }
    let mut countries: Vec<CountryCode> = focus.iter().map(|focus| focus.country).collect();
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
    for (speaker, name, role) in hit.speakers() {
        out.add_text(fields.speaker_words, name);
        if let Some(role) = role {
            out.add_text(fields.speaker_words, role);
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
    out.add_bytes(fields.record, &postcard::to_stdvec(hit)?);
    Ok(out)
}

fn article_document(fields: &Fields, record: &ArticleRecord, source: &str) -> Result<TantivyDocument, postcard::Error> {
    let article = &record.article;
    let mut out = document(fields, "article", record.id.as_str(), &record.id, source);
    for paragraph in &article.paragraphs {
        out.add_text(fields.text, article.words(*paragraph));
    }
    if let Some(headline) = article.headline_words() {
        out.add_text(fields.headline, headline);
    }
    for focus in &record.focus {
        out.add_text(fields.country, focus.country.as_str());
    }
    add_date(fields, &mut out, article.date());
    out.add_bytes(fields.record, &postcard::to_stdvec(record)?);
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
