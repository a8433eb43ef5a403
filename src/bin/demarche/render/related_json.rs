//! The JSON of relations and headlines, version 1. Its fields are described in the README.

use std::io::{self, Write};

use demarche::index::HeadlineEntry;
use demarche::knowledge::Knowledge;
use demarche::related::{Found, RelatedHit};
use serde::Serialize;

use super::related_text;

const SCHEMA: u32 = 1;

#[derive(Serialize)]
struct Relation<'f> {
    schema: u32,
    by: &'f str,
    hit: &'static str,
    id: String,
    headline: &'f str,
    date: Option<String>,
    url: Option<&'f str>,
    list: Option<&'f str>,
    position: Option<usize>,
    page: Option<&'f str>,
    path: &'f str,
    line: Option<u64>,
    /// The statement's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'f str>,
    article: Option<String>,
    score: f32,
    why: String,
    topics: Vec<String>,
    parties: Vec<String>,
    words: &'f [String],
    signatories: Vec<String>,
    days: Option<i32>,
    copies: &'f [String],
}

#[derive(Serialize)]
struct Headline<'h> {
    schema: u32,
    id: &'h str,
    #[serde(rename = "headline")]
    text: &'h str,
    date: Option<String>,
    url: Option<&'h str>,
    list: Option<&'h str>,
    position: Option<usize>,
    page: Option<&'h str>,
    path: &'h str,
    line: Option<u64>,
    parties: Vec<String>,
    persons: &'h [String],
    topics: Vec<String>,
    article: Option<&'h str>,
}

/// Writes relations one a line.
pub fn lines(out: &mut impl Write, groups: &[(&str, Vec<Found>)], knowledge: &Knowledge) -> io::Result<()> {
    for relation in relations(groups, knowledge) {
        serde_json::to_writer(&mut *out, &relation)?;
        writeln!(out)?;
    }
    Ok(())
}

/// Writes relations as one array.
pub fn array(out: &mut impl Write, groups: &[(&str, Vec<Found>)], knowledge: &Knowledge) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &relations(groups, knowledge))?;
    writeln!(out)
}

/// Writes headlines, each with the id of its article when that is indexed, one a line.
pub fn headline_lines(out: &mut impl Write, found: &[(HeadlineEntry, Option<String>)]) -> io::Result<()> {
    for (entry, article) in found {
        serde_json::to_writer(&mut *out, &headline(entry, article.as_deref()))?;
        writeln!(out)?;
    }
    Ok(())
}

/// Writes headlines as one array.
pub fn headline_array(out: &mut impl Write, found: &[(HeadlineEntry, Option<String>)]) -> io::Result<()> {
    let all: Vec<_> = found.iter().map(|(entry, article)| headline(entry, article.as_deref())).collect();
    serde_json::to_writer_pretty(&mut *out, &all)?;
    writeln!(out)
}

fn headline<'h>(entry: &'h HeadlineEntry, article: Option<&'h str>) -> Headline<'h> {
    let listed = entry.listed.as_ref();
    Headline {
        schema: SCHEMA,
        id: &entry.id,
        text: &entry.text,
        date: entry.date.map(|date| date.to_string()),
        url: entry.url.as_deref(),
        list: listed.map(|listed| listed.list.as_str()),
        position: listed.map(|listed| listed.position),
        page: listed.map(|listed| listed.page.as_str()),
        path: &entry.path,
        line: entry.line,
        parties: entry.parties.iter().map(ToString::to_string).collect(),
        persons: &entry.persons,
        topics: entry.topics.iter().map(ToString::to_string).collect(),
        article,
    }
}

fn relations<'f>(groups: &'f [(&str, Vec<Found>)], knowledge: &Knowledge) -> Vec<Relation<'f>> {
    let of_group =
        |(by, found): &'f (&str, Vec<Found>)| found.iter().map(|one| relation(by, one, knowledge)).collect::<Vec<_>>();
    groups.iter().flat_map(of_group).collect()
}

fn relation<'f>(by: &'f str, found: &'f Found, knowledge: &Knowledge) -> Relation<'f> {
    let Found { hit, score, why, article, copies } = found;
    let headline = match hit {
        RelatedHit::Headline(headline) => Some(headline),
        _ => None,
    };
    let listed = headline.and_then(|headline| headline.listed.as_ref());
    let (kind, date, path) = match hit {
        RelatedHit::Headline(headline) => ("headline", headline.date, headline.path.as_str()),
        RelatedHit::Article(article) => ("article", article.published, article.path.as_str()),
        RelatedHit::Statement(hit) => ("statement", hit.statement.date, hit.article.path.as_str()),
    };
    let text = match hit {
        RelatedHit::Statement(hit) => Some(hit.text.as_str()),
        _ => None,
    };
    let own = match hit {
        RelatedHit::Headline(_) => article.as_ref().map(ToString::to_string),
        RelatedHit::Article(article) => Some(article.id.to_string()),
        RelatedHit::Statement(hit) => Some(hit.article.id.to_string()),
    };
    Relation {
        schema: SCHEMA,
        by,
        hit: kind,
        id: hit.id(),
        headline: hit.headline(),
        date: date.map(|date| date.to_string()),
        url: headline.and_then(|headline| headline.url.as_deref()),
        list: listed.map(|listed| listed.list.as_str()),
        position: listed.map(|listed| listed.position),
        page: listed.map(|listed| listed.page.as_str()),
        path,
        line: headline.and_then(|headline| headline.line),
        text,
        article: own,
        score: *score,
        why: related_text::why(why, knowledge),
        topics: why.topics.iter().map(ToString::to_string).collect(),
        parties: why.parties.iter().map(ToString::to_string).collect(),
        words: &why.words,
        signatories: why.signatories.iter().map(ToString::to_string).collect(),
        days: why.days,
        copies,
    }
}
