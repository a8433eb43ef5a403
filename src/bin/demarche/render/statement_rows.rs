//! Statements as the rows of a table: a column for each role.

use std::io::Write;

use anyhow::Result;
use demarche::index::Hit;
use demarche::knowledge::{Knowledge, Party, Relation};
use demarche::statement::{Statement, Through};

use super::cells::Cells;
use crate::commands::search::Found;

/// The columns, in order. Several values of one role are separated by semicolons; speakers have their role
/// and country at the same place in each column.
const COLUMNS: [&str; 31] = [
    "id",
    "date",
    "kind",
    "joint",
    "issuer",
    "signatory",
    "signatory_through_group",
    "represented",
    "nonsignatory",
    "partial",
    "open",
    "speaker",
    "speaker_role",
    "speaker_role_by_tables",
    "speaker_country",
    "target_against",
    "target_addressed",
    "target_support",
    "mention",
    "act",
    "topic",
    "confidence",
    "text",
    "sentence",
    "headline",
    "published",
    "dateline",
    "agency",
    "copies",
    "path",
    "link",
];

/// Writes a row for each of `hits`, under a row of column names.
pub fn write(out: &mut impl Write, hits: impl Iterator<Item = Found>, separator: u8) -> Result<()> {
    let mut cells = Cells::new(out, separator)?;
    cells.row(COLUMNS.map(str::to_owned))?;
    for hit in hits {
        cells.row(row(&hit?))?;
    }
    cells.end()
}

fn row(hit: &Hit) -> [String; 31] {
    let Hit { statement, article, .. } = hit;
    let target = |relation| joined(targets(statement, relation));
    [
        hit.id.to_string(),
        text(statement.date),
        statement.kind().as_str().to_owned(),
        if statement.joint { "yes" } else { "no" }.to_owned(),
        joined(statement.issuers.iter().map(|issuer| issuer.organisation.to_string())),
        joined(signatories(statement, None)),
        joined(signatories(statement, Some(Through::Forum))),
        joined(signatories(statement, Some(Through::Organisation))),
        joined(statement.nonsignatories.iter().map(|row| row.country.to_string())),
        if statement.partial { "yes" } else { "no" }.to_owned(),
        statement.open.map_or_else(String::new, |open| open.count.unwrap_or(0).to_string()),
        joined(hit.speakers().map(|(_, name, _)| name.to_owned())),
        joined(hit.speakers().map(|(_, _, role)| role.unwrap_or_default().to_owned())),
        joined(hit.offices.iter().map(|title| title.clone().unwrap_or_default())),
        joined(hit.speakers().map(|(speaker, _, _)| text(speaker.country))),
        target(Relation::Against),
        target(Relation::Addressed),
        target(Relation::Support),
        joined(statement.mentions.iter().map(ToString::to_string)),
        joined(statement.acts.iter().map(|performed| performed.act.as_str().to_owned())),
        joined(statement.topics.iter().map(|about| Knowledge::built_in().topics().name(about.topic))),
        format!("{:.3}", statement.confidence),
        hit.text.clone(),
        hit.sentence.clone(),
        article.headline.clone().unwrap_or_default(),
        text(article.published),
        article.cities.join("; "),
        article.agency.clone().unwrap_or_default(),
        hit.copies.to_string(),
        match &article.member {
            Some(member) => format!("{}#{member}", article.path),
            None => article.path.clone(),
        },
        text(hit.link()),
    ]
}

fn signatories(statement: &Statement, through: Option<Through>) -> impl Iterator<Item = String> {
    statement.signatories.iter().filter(move |row| row.through == through).map(|row| row.country.to_string())
}

fn targets(statement: &Statement, relation: Relation) -> impl Iterator<Item = String> {
    statement.targets.iter().filter(move |target| target.relation == relation).map(|target| match &target.party {
        Party::Country(code) => code.to_string(),
        Party::Organisation(id) => id.to_string(),
    })
}

fn joined(values: impl Iterator<Item = String>) -> String {
    values.collect::<Vec<_>>().join("; ")
}

fn text(value: Option<impl ToString>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}
