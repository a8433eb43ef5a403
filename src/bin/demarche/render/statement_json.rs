//! The JSON of a statement, version 2. Its fields are described in the README.

use std::io::Write;

use anyhow::Result;
use demarche::index::Hit;
use demarche::knowledge::{CountryCode, Knowledge, OrganisationId, Party, Relation};
use demarche::statement::{AboutTopic, Act, CueClass, Doubt, Kind, Performed, Through, TopicOrigin};
use demarche::text::Span;
use serde::Serialize;
use serde::ser::{SerializeSeq, Serializer};

use crate::commands::search::Found;

const SCHEMA: u32 = 2;

#[derive(Serialize)]
struct Statement<'h> {
    schema: u32,
    id: String,
    kind: Kind,
    joint: bool,
    text: &'h str,
    content: Vec<Span>,
    cue: Option<Span>,
    source: Option<Span>,
    utterances: Vec<Utterance<'h>>,
    issuer: Option<&'h str>,
    issuers: Vec<&'h str>,
    signatories: Vec<Signatory<'h>>,
    nonsignatories: Vec<Nonsignatory>,
    partial: bool,
    open: Option<u32>,
    speakers: Vec<Speaker<'h>>,
    targets: Vec<Target<'h>>,
    mentions: &'h [CountryCode],
    organisations: Vec<&'h str>,
    act: Option<Act>,
    acts: &'h [Performed],
    topics: Vec<Topic<'h>>,
    date: Option<String>,
    confidence: f32,
    doubts: &'h [Doubt],
    sentence: &'h str,
    highlights: &'h [Span],
    #[serde(skip_serializing_if = "Option::is_none")]
    link: Option<String>,
    copies: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    rank: Option<f32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    explanation: Option<Explanation<'h>>,
    article: Article<'h>,
}

#[derive(Serialize)]
struct Explanation<'h> {
    words: Vec<Words<'h>>,
    confidence: f32,
    freshness: f32,
}

#[derive(Serialize)]
struct Words<'h> {
    query: &'h str,
    text: f32,
    headline: f32,
}

#[derive(Serialize)]
struct Utterance<'h> {
    kind: Kind,
    class: CueClass,
    content: &'h [Span],
    cue: Option<Span>,
    source: Option<Span>,
}

#[derive(Serialize)]
struct Signatory<'h> {
    country: CountryCode,
    via: Option<&'h str>,
    through: Option<Through>,
    evidence: Span,
}

#[derive(Serialize)]
struct Nonsignatory {
    country: CountryCode,
    evidence: Span,
}

#[derive(Serialize)]
struct Speaker<'h> {
    name: &'h str,
    role: Option<&'h str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    role_by_tables: Option<&'h str>,
    country: Option<CountryCode>,
    evidence: Span,
}

#[derive(Serialize)]
struct Topic<'h> {
    id: String,
    name: String,
    weight: f32,
    origin: TopicOrigin,
    evidence: &'h [Span],
}

#[derive(Serialize)]
struct Target<'h> {
    country: Option<CountryCode>,
    #[serde(skip_serializing_if = "Option::is_none")]
    organisation: Option<&'h str>,
    relation: Relation,
    evidence: Span,
}

#[derive(Serialize)]
struct Article<'h> {
    id: &'h str,
    headline: Option<&'h str>,
    published: Option<String>,
    dateline: Option<Dateline<'h>>,
    topics: Vec<Topic<'h>>,
    path: &'h str,
    member: Option<&'h str>,
    digest: &'h str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'h str>,
}

#[derive(Serialize)]
struct Dateline<'h> {
    city: Option<String>,
    agency: Option<&'h str>,
}

/// Writes `hits` one a line.
pub fn lines(out: &mut impl Write, hits: impl Iterator<Item = Found>) -> Result<()> {
    for hit in hits {
        serde_json::to_writer(&mut *out, &statement(&hit?))?;
        writeln!(out)?;
    }
    Ok(())
}

/// Writes `hits` as one array.
pub fn array(out: &mut impl Write, hits: impl Iterator<Item = Found>) -> Result<()> {
    let mut serializer = serde_json::Serializer::pretty(&mut *out);
    let mut array = serializer.serialize_seq(None)?;
    for hit in hits {
        array.serialize_element(&statement(&hit?))?;
    }
    array.end()?;
    writeln!(out)?;
    Ok(())
}

/// One hit, to be written inside another JSON value.
pub fn value(hit: &Hit) -> impl Serialize + '_ {
    statement(hit)
}

fn statement(hit: &Hit) -> Statement<'_> {
    let statement = &hit.statement;
    let first = statement.utterances.first();
    let issuers: Vec<&str> = statement.issuers.iter().map(|issuer| issuer.organisation.as_str()).collect();
    Statement {
        schema: SCHEMA,
        id: hit.id.to_string(),
        kind: statement.kind(),
        joint: statement.joint,
        text: &hit.text,
        content: statement.content().collect(),
        cue: first.and_then(|utterance| utterance.cue),
        source: first.and_then(|utterance| utterance.source),
        utterances: statement.utterances.iter().map(utterance).collect(),
        issuer: issuers.first().copied(),
        issuers,
        signatories: statement.signatories.iter().map(signatory).collect(),
        nonsignatories: statement
            .nonsignatories
            .iter()
            .map(|row| Nonsignatory { country: row.country, evidence: row.evidence })
            .collect(),
        partial: statement.partial,
        open: statement.open.map(|open| open.count.unwrap_or(0)),
        speakers: hit.speakers().zip(&hit.offices).map(speaker).collect(),
        targets: statement.targets.iter().map(target).collect(),
        mentions: &statement.mentions,
        organisations: statement.organisations.iter().map(OrganisationId::as_str).collect(),
        act: statement.act().map(|performed| performed.act),
        acts: &statement.acts,
        topics: topics(&statement.topics),
        date: statement.date.map(|date| date.to_string()),
        confidence: statement.confidence,
        doubts: &hit.doubts,
        sentence: &hit.sentence,
        highlights: &hit.highlights,
        link: hit.link(),
        copies: hit.copies,
        rank: hit.score,
        explanation: hit.explanation.as_ref().map(explanation),
        article: article(hit),
    }
}

fn explanation(of: &demarche::index::Explanation) -> Explanation<'_> {
    let words = of.words.iter().map(|(query, text, headline)| Words { query, text: *text, headline: *headline });
    Explanation { words: words.collect(), confidence: of.confidence, freshness: of.freshness }
}

fn utterance(utterance: &demarche::statement::Utterance) -> Utterance<'_> {
    let demarche::statement::Utterance { content, cue, source, kind, class, .. } = utterance;
    Utterance { kind: *kind, class: *class, content, cue: *cue, source: *source }
}

fn speaker<'h>(
    ((speaker, name, role), office): ((&'h demarche::statement::Speaker, &'h str, Option<&'h str>), &'h Option<String>),
) -> Speaker<'h> {
    let role_by_tables = office.as_deref();
    Speaker { name, role, role_by_tables, country: speaker.country, evidence: speaker.evidence }
}

fn signatory(row: &demarche::statement::Signatory) -> Signatory<'_> {
    let via = row.via.as_ref().map(OrganisationId::as_str);
    Signatory { country: row.country, via, through: row.through, evidence: row.evidence }
}

fn target(row: &demarche::statement::Target) -> Target<'_> {
    let (country, organisation) = match &row.party {
        Party::Country(code) => (Some(*code), None),
        Party::Organisation(id) => (None, Some(id.as_str())),
    };
    Target { country, organisation, relation: row.relation, evidence: row.evidence }
}

fn topics(about: &[AboutTopic]) -> Vec<Topic<'_>> {
    about.iter().map(topic).collect()
}

fn topic(about: &AboutTopic) -> Topic<'_> {
    let AboutTopic { topic, weight, origin, evidence } = about;
    let name = Knowledge::built_in().topics().name(*topic);
    Topic { id: topic.to_string(), name, weight: *weight, origin: *origin, evidence }
}

fn article(hit: &Hit) -> Article<'_> {
    let article = &hit.article;
    let dateline = (!article.cities.is_empty() || article.agency.is_some()).then(|| Dateline {
        city: (!article.cities.is_empty()).then(|| article.cities.join("/")),
        agency: article.agency.as_deref(),
    });
    Article {
        id: article.id.as_str(),
        headline: article.headline.as_deref(),
        published: article.published.map(|date| date.to_string()),
        dateline,
        topics: topics(&article.topics),
        path: &article.path,
        member: article.member.as_deref(),
        digest: &article.digest,
        url: article.url.as_deref(),
    }
}
