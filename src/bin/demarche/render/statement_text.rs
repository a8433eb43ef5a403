//! Statements for reading.

use std::io::{self, Write};

use demarche::index::{Hit, Hits};
use demarche::knowledge::{CountryCode, Knowledge, Party};
use demarche::statement::{Statement, Through};

use super::plain;

/// Writes the statements found, numbered, and how many there are.
pub fn hits(out: &mut impl Write, found: &Hits, knowledge: &Knowledge) -> io::Result<()> {
    for (at, hit) in found.hits.iter().enumerate() {
        if at > 0 {
            writeln!(out)?;
        }
        one(out, at + 1, hit, knowledge)?;
    }
    if found.total == 0 {
        return writeln!(out, "No statement found.");
    }
    writeln!(out, "\n{} of {} statements", found.hits.len(), found.total)
}

fn one(out: &mut impl Write, number: usize, hit: &Hit, knowledge: &Knowledge) -> io::Result<()> {
    let headline = hit.article.headline.as_deref().unwrap_or("(no headline)");
    writeln!(out, "{number}. {}", plain(headline))?;
    writeln!(out, "   {}", credits(hit))?;
    for line in roles(&hit.statement, knowledge) {
        writeln!(out, "   {line}")?;
    }
    for (speaker, name, role) in hit.speakers() {
        let role = role.map_or_else(String::new, |role| format!(", {}", plain(role)));
        let country = speaker.country.map_or_else(String::new, |code| format!(" ({code})"));
        writeln!(out, "   speaker: {}{role}{country}", plain(name))?;
    }
    writeln!(out, "   {}", plain(&hit.sentence))
}

fn credits(hit: &Hit) -> String {
    let article = &hit.article;
    let mut parts = vec![hit.id.to_string()];
    parts.extend(hit.statement.date.map(|date| date.to_string()));
    if !article.cities.is_empty() {
        parts.push(article.cities.join("/"));
    }
    parts.extend(article.agency.clone());
    parts.push(match &article.member {
        Some(member) => format!("{}#{member}", article.path),
        None => article.path.clone(),
    });
    plain(&parts.join("  "))
}

/// A line for each role the statement has, in the words of the query language.
pub fn roles(statement: &Statement, knowledge: &Knowledge) -> Vec<String> {
    let mut out = Vec::new();
    if statement.joint {
        out.push(format!("signatory: {}", signatories(statement)));
    }
    if !statement.nonsignatories.is_empty() {
        let codes: Vec<&str> = statement.nonsignatories.iter().map(|row| row.country.as_str()).collect();
        out.push(format!("nonsignatory: {}", codes.join(" ")));
    }
    for target in &statement.targets {
        let word = target.relation.as_str();
        out.push(format!("target: {word} {}", name(&target.party, knowledge)));
    }
    let acts: Vec<&str> = statement.acts.iter().map(|performed| performed.act.as_str()).collect();
    if !acts.is_empty() {
        out.push(format!("act: {}", acts.join(" ")));
    }
    let names = knowledge.topics();
    let topics: Vec<String> = statement.topics.iter().map(|about| names.name(about.topic)).collect();
    if !topics.is_empty() {
        out.push(format!("topic: {}", topics.join("; ")));
    }
    if !statement.mentions.is_empty() {
        let codes: Vec<&str> = statement.mentions.iter().map(CountryCode::as_str).collect();
        out.push(format!("mention: {}", codes.join(" ")));
    }
    out
}

/// The signatories, groups first: "G7 + KR AU NZ".
fn signatories(statement: &Statement) -> String {
    let issuers = statement.issuers.iter().map(|issuer| issuer.organisation.to_string());
    let through_forum: Vec<&str> = statement
        .signatories
        .iter()
        .filter(|row| row.through == Some(Through::Forum))
        .map(|row| row.country.as_str())
        .collect();
    let stated = statement.signatories.iter().filter(|row| row.via.is_none()).map(|row| row.country.to_string());
    let mut groups: Vec<String> = issuers.collect();
    if !through_forum.is_empty() {
        groups = vec![format!("{} ({})", groups.join(" + "), through_forum.join(" "))];
    }
    let stated: Vec<String> = stated.collect();
    if !stated.is_empty() {
        groups.push(stated.join(" "));
    }
    let open = statement.open.map(|open| match open.count {
        Some(count) => format!("{count} not named in this text"),
        None => "others not named in this text".to_owned(),
    });
    groups.extend(open);
    if statement.partial {
        groups.push("only some members, the others not named in this text".to_owned());
    }
    if groups.is_empty() { "no country named in this text".to_owned() } else { groups.join(" + ") }
}

fn name(party: &Party, knowledge: &Knowledge) -> String {
    knowledge.party_name(party)
}
