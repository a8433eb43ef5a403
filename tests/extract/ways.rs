//! General ways of saying who issued a text, who did not and whom it is about, one row each.

use std::collections::{BTreeMap, BTreeSet};

use demarche::article::Article;
use demarche::extract::extract;
use demarche::knowledge::Knowledge;
use demarche::statement::Through;
use serde::Deserialize;

#[derive(Deserialize)]
struct Way {
    rows: Vec<(String, String)>,
}

/// Roles as the table writes them.
type Roles = BTreeMap<String, BTreeSet<String>>;

fn wanted(roles: &str) -> Roles {
    roles
        .split("; ")
        .map(|part| {
            let (role, parties) = part.split_once(' ').unwrap_or((part, ""));
            let parties = parties.replace("World Bank", "World_Bank");
            (role.to_owned(), parties.split_whitespace().map(|party| party.replace('_', " ")).collect())
        })
        .collect()
}

fn found(text: &str) -> Roles {
    let mut article = Article::from_body(text.to_owned());
    article.published = Some("2024-05-01".parse().expect("a date"));
    let extraction = extract(&article, Knowledge::built_in());
    let mut roles = Roles::new();
    let mut add = |role: &str, party: String| {
        roles.entry(role.to_owned()).or_default().insert(party);
    };
    for statement in &extraction.statements {
        for row in &statement.nonsignatories {
            add("not", row.country.to_string());
        }
        if !statement.joint || statement.utterances.is_empty() {
            continue;
        }
        for row in statement.signatories.iter().filter(|row| row.through != Some(Through::Organisation)) {
            add("joint", row.country.to_string());
        }
        for target in &statement.targets {
            add(target.relation.as_str(), target.party.to_string());
        }
    }
    let joint = extraction.statements.iter().any(|statement| statement.joint && !statement.utterances.is_empty());
    roles.entry(if joint { "joint" } else { "single" }.to_owned()).or_default();
    roles
}

#[test]
fn every_way_of_signing_is_read() {
    let table: BTreeMap<String, Way> =
        toml::from_str(include_str!("../data/ways_of_signing.toml")).expect("the table parses");
    let mut wrong = Vec::new();
    let mut rows = 0;
    for (name, way) in table {
        for (text, roles) in &way.rows {
            rows += 1;
            let (found, wanted) = (found(text), wanted(roles));
            if found != wanted {
                wrong.push(format!("{name}: {text}\n    found {found:?}\n    not {wanted:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {rows} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
