//! An article for reading: its text with the statements marked, then each statement's roles with the
//! words that prove them.

use std::io::{self, Write};

use demarche::article::{Header, Subject};
use demarche::index::{Entry, proof};
use demarche::knowledge::Knowledge;
use demarche::statement::{AboutTopic, Doubt, DoubtKind, Statement, TopicOrigin};
use demarche::text::Span;

use super::plain;

/// Writes `entry`.
pub fn write(out: &mut impl Write, entry: &Entry, knowledge: &Knowledge) -> io::Result<()> {
    head(out, entry, knowledge)?;
    body(out, entry)?;
    if !entry.extraction.topics.is_empty() {
        writeln!(out, "\nabout")?;
        topics(out, entry, &entry.extraction.topics, knowledge)?;
    }
    for (at, statement) in entry.extraction.statements.iter().enumerate() {
        writeln!(out)?;
        one(out, at + 1, entry, statement, knowledge)?;
    }
    for doubt in &entry.extraction.doubts {
        let words = plain(entry.article.words(doubt.span));
        writeln!(out, "\ndoubt: {}: \u{201C}{words}\u{201D}", why(doubt))?;
    }
    lists(out, entry)
}

/// Writes statement `number`, from 1, of `entry`: its paragraphs with those `around` them, its roles, its doubts.
pub fn write_statement(
    out: &mut impl Write,
    entry: &Entry,
    number: usize,
    around: usize,
    knowledge: &Knowledge,
) -> io::Result<()> {
    head(out, entry, knowledge)?;
    let statement = &entry.extraction.statements[number - 1];
    let proof = proof(&entry.article, statement);
    let paragraphs = &entry.article.paragraphs;
    let is_own = |at: &usize| proof.iter().any(|passage| passage.overlaps(paragraphs[*at]));
    let own: Vec<usize> = (0..paragraphs.len()).filter(is_own).collect();
    let marks: Vec<(Span, usize)> = statement.content().map(|span| (span, number)).collect();
    let mut last = None;
    for at in (0..paragraphs.len()).filter(|at| own.iter().any(|own| own.abs_diff(*at) <= around)) {
        if last.map_or(at > 0, |last| at > last + 1) {
            writeln!(out, "\u{2026}")?;
        }
        let inside: Vec<(Span, usize)> =
            marks.iter().copied().filter(|(span, _)| span.overlaps(paragraphs[at])).collect();
        writeln!(out, "{}", plain(&marked(entry, paragraphs[at], &inside)))?;
        last = Some(at);
    }
    if last.is_some_and(|last| last + 1 < paragraphs.len()) {
        writeln!(out, "\u{2026}")?;
    }
    writeln!(out)?;
    one(out, number, entry, statement, knowledge)
}

fn head(out: &mut impl Write, entry: &Entry, knowledge: &Knowledge) -> io::Result<()> {
    let article = &entry.article;
    writeln!(out, "{}", plain(article.headline_words().unwrap_or("(no headline)")))?;
    let mut facts = vec![entry.id.to_string()];
    facts.extend(article.date().map(|date| date.to_string()));
    facts.push(match &entry.member {
        Some(member) => format!("{}#{member}", entry.path),
        None => entry.path.clone(),
    });
    writeln!(out, "{}", plain(&facts.join("  ")))?;
    for focus in &entry.extraction.focus {
        let words = plain(article.words(focus.evidence));
        let name = knowledge.countries().name(focus.country);
        writeln!(out, "about: {} {name}, by \u{201C}{words}\u{201D}", focus.country)?;
    }
    for subhead in &article.subheads {
        writeln!(out, "subhead: {}", plain(article.words(*subhead)))?;
    }
    header(out, &article.header)?;
    for credit in &article.credits {
        let part = serde_json::to_string(&credit.part).unwrap_or_default();
        writeln!(out, "{}: {}", part.trim_matches('"'), plain(article.words(credit.name)))?;
    }
    writeln!(out)
}

/// What the publisher says of it, a line each.
fn header(out: &mut impl Write, header: &Header) -> io::Result<()> {
    let subject = |of: &Subject| of.name.clone().unwrap_or_else(|| of.code.clone());
    let subjects: Vec<String> = header.subjects.iter().map(subject).collect();
    let related = header.related.iter().map(|of| of.title.clone().unwrap_or_else(|| of.target.clone()));
    let related: Vec<String> = related.collect();
    let language = header.language.as_ref().map(|language| {
        let by = if language.declared { "as declared" } else { "told from the words" };
        format!("{}, {by}", language.code)
    });
    let lines = [
        ("guid", header.guid.clone()),
        ("status", Some(header.status.as_str().to_owned())),
        ("version", header.version.clone()),
        ("embargo until", header.embargo.map(|at| at.to_string())),
        ("published", header.published.map(|at| at.to_string())),
        ("updated", header.updated.map(|at| at.to_string())),
        ("slug", header.slug.clone()),
        ("byline", header.byline.clone()),
        ("credit", header.credit.clone()),
        ("section", header.section.clone()),
        ("urgency", header.urgency.map(|urgency| urgency.to_string())),
        ("language", language),
        ("encoding", Some(header.encoding.clone())),
        ("subjects", Some(subjects.join("; "))),
        ("places", Some(header.places.join("; "))),
        ("people", Some(header.people.join("; "))),
        ("organisations", Some(header.orgs.join("; "))),
        ("related", Some(related.join("; "))),
        ("rights", header.rights.clone()),
        ("note", header.note.clone()),
        ("address", header.url.clone()),
    ];
    for (name, value) in lines {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            writeln!(out, "{name}: {}", plain(&value))?;
        }
    }
    Ok(())
}

/// The paragraphs, each utterance between brackets with its statement's number.
fn body(out: &mut impl Write, entry: &Entry) -> io::Result<()> {
    let mut marks: Vec<(Span, usize)> = Vec::new();
    for (at, statement) in entry.extraction.statements.iter().enumerate() {
        marks.extend(statement.content().map(|span| (span, at + 1)));
    }
    marks.sort_unstable();
    for paragraph in &entry.article.paragraphs {
        let inside: Vec<(Span, usize)> = marks.iter().copied().filter(|(span, _)| span.overlaps(*paragraph)).collect();
        writeln!(out, "{}", plain(&marked(entry, *paragraph, &inside)))?;
    }
    Ok(())
}

fn marked(entry: &Entry, paragraph: Span, marks: &[(Span, usize)]) -> String {
    let text = &entry.article.text;
    let mut edges: Vec<(usize, String)> = Vec::new();
    for (span, number) in marks {
        edges.push((span.start.max(paragraph.start), format!("[{number}: ")));
        edges.push((span.end.min(paragraph.end), "]".to_owned()));
    }
    edges.sort();
    let mut out = String::new();
    let mut at = paragraph.start;
    for (edge, mark) in edges {
        out.push_str(&text[at..edge]);
        out.push_str(&mark);
        at = edge;
    }
    out.push_str(&text[at..paragraph.end]);
    out
}

fn one(
    out: &mut impl Write,
    number: usize,
    entry: &Entry,
    statement: &Statement,
    knowledge: &Knowledge,
) -> io::Result<()> {
    let proof = |span: Span| format!("\u{201C}{}\u{201D}", plain(entry.article.words(span)));
    let joint = if statement.joint { "joint statement" } else { "statement" };
    let kind = statement.kind().as_str();
    writeln!(out, "[{number}] {joint}, {kind}, confidence {:.2}", statement.confidence)?;
    for issuer in &statement.issuers {
        writeln!(out, "    issuer {}: {}", issuer.organisation, proof(issuer.evidence))?;
    }
    for row in &statement.signatories {
        let word =
            if row.through == Some(demarche::statement::Through::Organisation) { "represented" } else { "signatory" };
        let via = row.via.as_ref().map_or_else(String::new, |id| format!(" through {id}"));
        writeln!(out, "    {word} {}{via}: {}", row.country, proof(row.evidence))?;
    }
    for row in &statement.nonsignatories {
        writeln!(out, "    nonsignatory {}: {}", row.country, proof(row.evidence))?;
    }
    if let Some(open) = statement.open {
        writeln!(out, "    more signatories, not named in this text: {}", proof(open.evidence))?;
    }
    for (at, speaker) in statement.speakers.iter().enumerate() {
        let held = entry.extraction.offices.iter().find(|held| (held.statement + 1, held.speaker) == (number, at));
        let country = speaker.country.map_or_else(String::new, |code| format!(" ({code})"));
        let role = match (speaker.role, held) {
            (Some(role), _) => format!(", {}", plain(entry.article.words(role))),
            (None, Some(held)) => format!(", {} by the office tables", held.title),
            (None, None) => String::new(),
        };
        let name = plain(entry.article.words(speaker.name));
        writeln!(out, "    speaker {name}{role}{country}: {}", proof(speaker.evidence))?;
    }
    for performed in &statement.acts {
        writeln!(out, "    act {}: {}", performed.act, proof(performed.evidence))?;
    }
    topics(out, entry, &statement.topics, knowledge)?;
    for target in &statement.targets {
        let word = target.relation.as_str();
        writeln!(out, "    target {word} {}: {}", knowledge.party_name(&target.party), proof(target.evidence))?;
    }
    for code in &statement.mentions {
        writeln!(out, "    mention {code}")?;
    }
    Ok(())
}

/// A line for each topic, with the words that caused it.
fn topics(out: &mut impl Write, entry: &Entry, about: &[AboutTopic], knowledge: &Knowledge) -> io::Result<()> {
    for topic in about {
        let proof: Vec<&str> = topic.evidence.iter().map(|span| entry.article.words(*span)).collect();
        let proof = if topic.origin == TopicOrigin::Publisher { "the publisher".to_owned() } else { proof.join(", ") };
        let name = knowledge.topics().name(topic.topic);
        writeln!(out, "    topic {name} ({}) {:.2}: {}", topic.topic, topic.weight, plain(&proof))?;
    }
    Ok(())
}

fn lists(out: &mut impl Write, entry: &Entry) -> io::Result<()> {
    let article = &entry.article;
    for list in article.lists.iter().filter(|list| !list.headlines.is_empty()) {
        writeln!(out, "\n{}", plain(article.words(list.title)))?;
        for (at, headline) in list.headlines.iter().enumerate() {
            writeln!(out, "{:>3}. {}", at + 1, plain(article.words(*headline)))?;
        }
    }
    Ok(())
}

fn why(doubt: &Doubt) -> &'static str {
    match doubt.kind {
        DoubtKind::CountDisagrees => "the count disagrees with the names",
        DoubtKind::MembersUndated => "membership undated",
        DoubtKind::UnclosedQuotation => "a quotation is never closed",
        DoubtKind::UnattributedQuotation => "nobody is said to have spoken this",
    }
}
