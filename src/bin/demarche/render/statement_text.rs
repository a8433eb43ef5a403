//! Statements for reading.

use std::io::{self, Write};

use anyhow::Result;
use demarche::index::{Answer, Explanation, Hit};
use demarche::knowledge::{CountryCode, Holds, Knowledge, Party};
use demarche::statement::{Issuer, Statement};

use super::{Paint, plain};

/// Writes the hits of `answer`, numbered; how many there were.
pub fn hits(out: &mut impl Write, answer: Answer, knowledge: &Knowledge, paint: Paint) -> Result<usize> {
    let mut shown = 0;
    for hit in answer {
        if shown > 0 {
            writeln!(out)?;
        }
        shown += 1;
        one(out, shown, &hit?, knowledge, paint)?;
    }
    Ok(shown)
}

/// Writes how many hits were `shown` of `hits`, which are so many `statements` with their copies.
pub fn end(out: &mut impl Write, shown: usize, hits: usize, statements: usize) -> io::Result<()> {
    let copies = if statements > hits { format!(" ({statements} statements, copies counted)") } else { String::new() };
    match (shown, hits) {
        (_, 0) => writeln!(out, "No statement found."),
        (0, _) => writeln!(out, "No more hits; there are {hits}{copies}"),
        _ => writeln!(out, "\n{shown} of {hits} hits{copies}"),
    }
}

fn one(out: &mut impl Write, number: usize, hit: &Hit, knowledge: &Knowledge, paint: Paint) -> io::Result<()> {
    let headline = hit.article.headline.as_deref().unwrap_or("(no headline)");
    writeln!(out, "{number}. {}", plain(headline))?;
    writeln!(out, "   {}", credits(hit))?;
    for line in lines(hit, knowledge) {
        writeln!(out, "   {line}")?;
    }
    writeln!(out, "   {}", paint.marked(&hit.sentence, &hit.highlights))?;
    if let Some(link) = hit.link() {
        writeln!(out, "   link: {link}")?;
    }
    if let Some(explanation) = &hit.explanation {
        writeln!(out, "   {}", explained(explanation))?;
    }
    Ok(())
}

/// "score 7.31 = (troops: text 7.12 + headline 0.60) x confidence 0.95 x freshness 1.00"
fn explained(explanation: &Explanation) -> String {
    let words = explanation.words.iter();
    let words =
        words.map(|(text, in_text, in_headline)| format!("{text}: text {in_text:.2} + headline {in_headline:.2}"));
    format!(
        "score {:.2} = ({}) x confidence {:.2} x freshness {:.2}",
        explanation.score(),
        words.collect::<Vec<_>>().join(" + "),
        explanation.confidence,
        explanation.freshness
    )
}

/// The roles of a hit, its speakers, and how many copies it has, a line each.
pub fn lines(hit: &Hit, knowledge: &Knowledge) -> Vec<String> {
    let mut out = roles(&hit.statement, knowledge);
    for ((speaker, name, role), office) in hit.speakers().zip(&hit.offices) {
        let role = match (role, office) {
            (Some(role), _) => format!(", {}", plain(role)),
            (None, Some(title)) => format!(", {title} by the office tables"),
            (None, None) => String::new(),
        };
        let country = speaker.country.map_or_else(String::new, |code| format!(" ({code})"));
        out.push(format!("speaker: {}{role}{country}", plain(name)));
    }
    match hit.copies {
        0 => {}
        1 => out.push("and 1 copy".to_owned()),
        copies => out.push(format!("and {copies} copies")),
    }
    out
}

/// Id, date, dateline and place of a hit.
pub fn credits(hit: &Hit) -> String {
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
        out.push(format!("signatory: {}", signatories(statement, knowledge)));
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

/// The signatories, groups first: "G7 + KR AU NZ". The members of a group that all signed are not told again.
fn signatories(statement: &Statement, knowledge: &Knowledge) -> String {
    let issuers = statement.issuers.iter().map(|issuer| issuer.organisation.to_string());
    let mut groups: Vec<String> = issuers.collect();
    let told = told_by_group(statement, knowledge);
    let stated = statement.signatories.iter().filter(|row| row.via.is_none() && !told.contains(&row.country));
    let stated: Vec<String> = stated.map(|row| row.country.to_string()).collect();
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

/// The members, on the statement's day, of each issuing group whose every member signed.
fn told_by_group(statement: &Statement, knowledge: &Knowledge) -> Vec<CountryCode> {
    let Some(date) = statement.date else { return Vec::new() };
    let signed = |code: &CountryCode| statement.signatories.iter().any(|row| row.country == *code);
    let members = |issuer: &Issuer| -> Vec<CountryCode> {
        let members = knowledge.organisations().members(&issuer.organisation, date);
        members.into_iter().filter(|(_, holds)| *holds == Holds::Yes).map(|(code, _)| code).collect()
    };
    statement.issuers.iter().map(members).filter(|members| members.iter().all(signed)).flatten().collect()
}

fn name(party: &Party, knowledge: &Knowledge) -> String {
    knowledge.party_name(party)
}
