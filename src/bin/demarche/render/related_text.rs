//! Relations for reading.

use std::io::{self, Write};

use demarche::index::HeadlineEntry;
use demarche::knowledge::{CountryCode, Knowledge};
use demarche::related::{Found, RelatedHit, Why};

use super::plain;

/// Writes each kind of relation with its results, numbered, each with why it is one.
pub fn groups(out: &mut impl Write, groups: &[(&str, Vec<Found>)], knowledge: &Knowledge) -> io::Result<()> {
    for (at, (by, found)) in groups.iter().enumerate() {
        if groups.len() > 1 {
            writeln!(out, "{}{by}:", if at > 0 { "\n" } else { "" })?;
        }
        if found.is_empty() {
            writeln!(out, "Nothing related found.")?;
        }
        for (at, one) in found.iter().enumerate() {
            writeln!(out, "{}. {}", at + 1, plain(one.hit.headline()))?;
            writeln!(out, "   {}", credits(one))?;
            if let RelatedHit::Statement(hit) = &one.hit {
                writeln!(out, "   {}", plain(&hit.sentence))?;
            }
            writeln!(out, "   {}", plain(&why(&one.why, knowledge)))?;
        }
    }
    Ok(())
}

fn credits(found: &Found) -> String {
    let mut parts = vec![found.hit.id()];
    match &found.hit {
        RelatedHit::Headline(headline) => {
            parts.extend(headline.date.map(|date| date.to_string()));
            parts.push(source(headline));
            parts.push(found.article.as_ref().map_or_else(|| "dangling".to_owned(), |id| format!("article {id}")));
        }
        RelatedHit::Article(article) => {
            parts.extend(article.published.map(|date| date.to_string()));
            parts.push(article.path.clone());
        }
        RelatedHit::Statement(hit) => {
            parts.extend(hit.statement.date.map(|date| date.to_string()));
            parts.push(hit.article.path.clone());
        }
    }
    match found.copies.len() {
        0 => {}
        1 => parts.push("1 copy".to_owned()),
        copies => parts.push(format!("{copies} copies")),
    }
    plain(&parts.join("  "))
}

/// Where a headline is from: its address, its page, or its row.
pub fn source(headline: &HeadlineEntry) -> String {
    match (&headline.url, &headline.listed, headline.line) {
        (Some(url), _, _) => url.clone(),
        (None, Some(listed), _) => {
            format!("{} {} on the page of {} ({})", listed.list, listed.position, listed.page, headline.path)
        }
        (None, None, Some(line)) => format!("{}:{line}", headline.path),
        (None, None, None) => headline.path.clone(),
    }
}

/// Why, in a line: "shares North Korea, Russia, 'troops'; 1 day later".
pub fn why(why: &Why, knowledge: &Knowledge) -> String {
    let mut parts = Vec::new();
    if let Some((list, position)) = &why.listed {
        parts.push(format!("{position} of \"{list}\""));
    }
    if why.of > 0 {
        let names: Vec<&str> = why.signatories.iter().map(CountryCode::as_str).collect();
        parts.push(format!("co-signed by {} ({} of {})", names.join(" "), names.len(), why.of));
    }
    let parties = why.parties.iter().map(|party| knowledge.party_name(party));
    let shared: Vec<String> = parties.chain(why.words.iter().map(|word| format!("'{word}'"))).collect();
    if !shared.is_empty() {
        parts.push(format!("shares {}", shared.join(", ")));
    }
    if !why.topics.is_empty() {
        let names: Vec<String> = why.topics.iter().map(|topic| knowledge.topics().name(*topic)).collect();
        parts.push(format!("on {}", names.join(", ")));
    }
    parts.extend(why.days.map(days));
    parts.join("; ")
}

fn days(days: i32) -> String {
    let count = |days: i32| if days == 1 { "1 day".to_owned() } else { format!("{days} days") };
    match days {
        0 => "same day".to_owned(),
        1.. => format!("{} later", count(days)),
        _ => format!("{} earlier", count(-days)),
    }
}
