//! The JSON of an article, version 1: everything its publisher says of it, and its statements. Its fields are
//! described in the README.

use std::io::{self, Write};

use demarche::article::{Header, Part};
use demarche::index::{Entry, Hit};
use demarche::statement::TopicOrigin;
use demarche::text::Span;
use serde::Serialize;

use super::{json, statement_json};

const SCHEMA: u32 = 1;

#[derive(Serialize)]
struct Article<'e, S> {
    schema: u32,
    id: &'e str,
    story: &'e str,
    standing: &'static str,
    path: &'e str,
    member: Option<&'e str>,
    digest: &'e str,
    headline: Option<&'e str>,
    subheads: Vec<&'e str>,
    sections: Vec<&'e str>,
    date: Option<String>,
    paragraphs: Vec<&'e str>,
    credits: Vec<Credit<'e>>,
    #[serde(flatten)]
    header: Publisher<'e>,
    topics: Vec<Topic>,
    statements: Vec<S>,
}

#[derive(Serialize)]
struct Credit<'e> {
    part: Part,
    name: &'e str,
}

#[derive(Serialize)]
struct Topic {
    id: String,
    weight: f32,
    origin: TopicOrigin,
}

/// What the publisher says beside the text.
#[derive(Serialize)]
struct Publisher<'e> {
    guid: Option<&'e str>,
    version: Option<&'e str>,
    status: &'static str,
    embargo: Option<String>,
    published: Option<String>,
    updated: Option<String>,
    slug: Option<&'e str>,
    byline: Option<&'e str>,
    credit: Option<&'e str>,
    rights: Option<&'e str>,
    url: Option<&'e str>,
    note: Option<&'e str>,
    section: Option<&'e str>,
    urgency: Option<u8>,
    language: Option<&'e str>,
    language_declared: bool,
    encoding: &'e str,
    item: Option<&'e str>,
    subjects: Vec<Subject<'e>>,
    places: Vec<&'e str>,
    people: Vec<&'e str>,
    orgs: Vec<&'e str>,
    related: Vec<Related<'e>>,
}

#[derive(Serialize)]
struct Subject<'e> {
    code: &'e str,
    name: Option<&'e str>,
}

#[derive(Serialize)]
struct Related<'e> {
    relation: Option<&'e str>,
    target: &'e str,
    title: Option<&'e str>,
}

/// Writes `entry`.
pub fn write(out: &mut impl Write, entry: &Entry) -> io::Result<()> {
    let article = &entry.article;
    let words = |spans: &'_ [Span]| -> Vec<&str> { spans.iter().map(|span| article.words(*span)).collect() };
    let topic = |about: &demarche::statement::AboutTopic| Topic {
        id: about.topic.to_string(),
        weight: about.weight,
        origin: about.origin,
    };
    let hits = Hit::of(entry);
    let article = Article {
        schema: SCHEMA,
        id: entry.id.as_str(),
        story: entry.story.as_str(),
        standing: entry.standing.as_str(),
        path: &entry.path,
        member: entry.member.as_deref(),
        digest: &entry.digest,
        headline: article.headline_words(),
        subheads: words(&article.subheads),
        sections: words(&article.sections),
        date: article.date().map(|date| date.to_string()),
        paragraphs: words(&article.paragraphs),
        credits: article.credits.iter().map(|of| Credit { part: of.part, name: article.words(of.name) }).collect(),
        header: publisher(entry),
        topics: entry.extraction.topics.iter().map(topic).collect(),
        statements: hits.iter().map(statement_json::value).collect(),
    };
    json(out, &article)
}

fn publisher(entry: &Entry) -> Publisher<'_> {
    let header = &entry.article.header;
    let Header { guid, version, slug, byline, credit, rights, url, note, section, kind, .. } = header;
    Publisher {
        guid: guid.as_deref(),
        version: version.as_deref(),
        status: header.status.as_str(),
        embargo: header.embargo.map(|at| at.to_string()),
        published: header.published.map(|at| at.to_string()),
        updated: header.updated.map(|at| at.to_string()),
        slug: slug.as_deref(),
        byline: byline.as_deref(),
        credit: credit.as_deref(),
        rights: rights.as_deref(),
        url: url.as_deref(),
        note: note.as_deref(),
        section: section.as_deref(),
        urgency: header.urgency,
        language: header.language.as_ref().map(|language| language.code.as_str()),
        language_declared: header.language.as_ref().is_some_and(|language| language.declared),
        encoding: &header.encoding,
        item: kind.as_deref(),
        subjects: header
            .subjects
            .iter()
            .map(|subject| Subject { code: &subject.code, name: subject.name.as_deref() })
            .collect(),
        places: named(entry, "places", &header.places),
        people: named(entry, "people", &header.people),
        orgs: named(entry, "orgs", &header.orgs),
        related: header
            .related
            .iter()
            .map(|of| Related { relation: of.relation.as_deref(), target: &of.target, title: of.title.as_deref() })
            .collect(),
    }
}

/// Those the header names, and those of the publisher's own tags, which some formats have instead.
fn named<'e>(entry: &'e Entry, field: &str, own: &'e [String]) -> Vec<&'e str> {
    own.iter().chain(entry.article.tags.lists.get(field).into_iter().flatten()).map(String::as_str).collect()
}
