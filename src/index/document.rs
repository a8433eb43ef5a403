//! Turns an entry into the documents of the index: the article, its statements, its page's headlines.

use jiff::civil::Date;
use tantivy::TantivyDocument;
use tantivy::schema::Field;

use super::actor_key::ActorKey;
use super::fingerprint::fingerprint;
use super::headline_document::headline_document;
use super::hit::{passages, proof};
use super::party_term::{party_term, related_term};
use super::place::Place;
use super::posts::posts;
use super::publication;
use super::record::encode_article;
use super::schema::Fields;
use super::{Entry, Standing};
use crate::article::{Article, headline_key};
use crate::knowledge::{CountryCode, OrganisationId, Party, TopicId};
use crate::statement::{AboutTopic, Doubt, Statement, Through, TopicOrigin};
use crate::text::Span;

/// Every document of `entry`: the article, then its statements, then its page's headlines. An article that
/// is not current is kept, and nothing of it is searched.
///
/// All have the same `order`, and sorting is stable, so they stay next to each other in the index and
/// `number` leads from each back to its article. `source` is the name under which the file is replaced.
///
/// # Errors
/// When a record cannot be encoded.
pub(super) fn documents(fields: &Fields, entry: &Entry, source: &str) -> Result<Vec<TantivyDocument>, postcard::Error> {
    let mut out = Vec::with_capacity(1 + entry.extraction.statements.len());
    out.push(article_document(fields, entry)?);
    let is_searched = entry.standing == Standing::Current;
    let (statements, headlines) = (&entry.extraction.statements, &entry.headlines);
    for statement in statements.iter().filter(|_| is_searched) {
        out.push(statement_document(fields, entry, statement));
    }
    for headline in headlines.iter().filter(|_| is_searched) {
        out.push(headline_document(fields, headline)?);
    }
    let place = Place::of(entry);
    let story = entry.story.number();
    for (number, document) in (0..).zip(&mut out) {
        document.add_u64(fields.story, story);
        entry.shown.add(fields, document);
        document.add_text(fields.source, source);
        document.add_u64(fields.order, place.0);
        document.add_u64(fields.number, number);
    }
    Ok(out)
}

/// Nothing is stored of a statement: its article's record holds it.
fn statement_document(fields: &Fields, entry: &Entry, statement: &Statement) -> TantivyDocument {
    let article = &entry.article;
    let mut out = document(fields, "statement");
    for passage in passages(article, &proof(article, statement)) {
        out.add_text(fields.text, article.words(passage));
    }
    if let Some(headline) = article.headline_words() {
        out.add_text(fields.headline, headline);
    }
    publication::add(fields, &mut out, article);
    acts_and_doubts(fields, &mut out, statement, &entry.extraction.doubts);
    topics(fields, &mut out, statement, &entry.extraction.topics);
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
        posts(fields, &mut out, article, speaker);
        if let Some(key) = ActorKey::of(article, speaker) {
            out.add_text(fields.actor, key.to_value());
        }
    }
    for target in &statement.targets {
        out.add_text(fields.target, party_term(&target.party));
        out.add_text(fields.target, related_term(target.relation, &target.party));
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
    out.add_u64(fields.fingerprint, fingerprint(article, statement));
    if entry.story != entry.id {
        out.add_text(fields.retold, entry.story.as_str());
    }
    organisations(fields, &mut out, statement);
    out
}

fn acts_and_doubts(fields: &Fields, out: &mut TantivyDocument, statement: &Statement, doubts: &[Doubt]) {
    for performed in &statement.acts {
        out.add_text(fields.act, performed.act.as_str());
    }
    let mut kinds: Vec<&str> = statement.doubts(doubts).map(|doubt| doubt.kind.as_str()).collect();
    kinds.sort_unstable();
    kinds.dedup();
    for kind in kinds {
        out.add_text(fields.doubt, kind);
    }
    out.add_u64(fields.confidence, thousandths(statement.confidence));
}

/// What the statement is about, and what the publisher filed its article under, each once.
fn topics(fields: &Fields, out: &mut TantivyDocument, statement: &Statement, of_article: &[AboutTopic]) {
    let filed = of_article.iter().filter(|about| about.origin == TopicOrigin::Publisher);
    let mut topics: Vec<TopicId> = statement.topics.iter().chain(filed).map(|about| about.topic).collect();
    topics.sort_unstable();
    topics.dedup();
    for topic in topics {
        out.add_text(fields.topic, topic.digits());
    }
}

/// Organisations named, issuing or aimed at, each once.
fn organisations(fields: &Fields, out: &mut TantivyDocument, statement: &Statement) {
    let mut ids: Vec<&str> = statement.organisations.iter().map(OrganisationId::as_str).collect();
    ids.extend(statement.issuers.iter().map(|issuer| issuer.organisation.as_str()));
    ids.extend(statement.targets.iter().filter_map(|target| match &target.party {
        Party::Organisation(id) => Some(id.as_str()),
        Party::Country(_) => None,
    }));
    ids.sort_unstable();
    ids.dedup();
    for id in ids {
        out.add_text(fields.org, party_term(&Party::Organisation(id.into())));
    }
}

/// `share`, from 0 to 1, in thousandths.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number from 0 to 1000")]
fn thousandths(share: f32) -> u64 {
    (share.clamp(0.0, 1.0) * 1000.0).round() as u64
}

/// An article is found by its id; its words are searched in its statements.
fn article_document(fields: &Fields, entry: &Entry) -> Result<TantivyDocument, postcard::Error> {
    let mut out = document(fields, entry.standing.document());
    out.add_text(fields.article, entry.id.as_str());
    if entry.standing != Standing::Current {
        out.add_bytes(fields.record, &encode_article(entry)?);
        return Ok(out);
    }
    if let Some(headline) = entry.article.headline_words() {
        out.add_text(fields.title, headline);
        out.add_u64(fields.title_key, title_number(&headline_key(headline)));
    }
    let focus = entry.extraction.focus.iter().map(|focus| Party::Country(focus.country));
    let parties: Vec<Party> = focus.chain(entry.parties.iter().cloned()).collect();
    add_parties(fields.about, &mut out, &parties);
    // The headline above it is found by them.
    publication::add(fields, &mut out, &entry.article);
    for part in article_lead(&entry.article) {
        out.add_text(fields.lead, entry.article.words(part));
    }
    add_date(fields, &mut out, entry.article.date());
    out.add_bytes(fields.record, &encode_article(entry)?);
    Ok(out)
}

fn document(fields: &Fields, doc: &str) -> TantivyDocument {
    let mut out = TantivyDocument::default();
    out.add_text(fields.doc, doc);
    out
}

/// Each of `parties` once.
pub(super) fn add_parties(field: Field, out: &mut TantivyDocument, parties: &[Party]) {
    for (at, party) in parties.iter().enumerate() {
        if !parties[..at].contains(party) {
            out.add_text(field, party_term(party));
        }
    }
}

pub(super) fn add_date(fields: &Fields, out: &mut TantivyDocument, date: Option<Date>) {
    if let Some(date) = date {
        out.add_i64(fields.date, day_number(date));
    }
}

/// The number of a headline's key. Two keys may have one number.
pub(super) fn title_number(key: &str) -> u64 {
    u64::from_be_bytes(first_eight(key))
}

/// The first eight bytes of the digest of `text`.
pub(super) fn first_eight(text: &str) -> [u8; 8] {
    let digest = blake3::hash(text.as_bytes());
    let (first, _) = digest.as_bytes().split_first_chunk().unwrap_or((&[0; 8], &[]));
    *first
}

/// The headline and the first paragraph.
pub(super) fn article_lead(article: &Article) -> impl Iterator<Item = Span> {
    article.headline.into_iter().chain(article.paragraphs.first().copied())
}

/// The date `days` after 1970-01-01.
pub(super) fn date_of(days: i64) -> Option<Date> {
    let days = jiff::Span::new().try_days(days).ok()?;
    Date::constant(1970, 1, 1).checked_add(days).ok()
}

/// Days from 1970-01-01 to `date`.
pub(super) fn day_number(date: Date) -> i64 {
    let days = (date - Date::constant(1970, 1, 1)).get_days();
    i64::from(days)
}

/// The day so many days from 1970-01-01.
pub(super) fn day_of(number: i64) -> Option<Date> {
    Date::constant(1970, 1, 1).checked_add(jiff::Span::new().try_days(number).ok()?).ok()
}
