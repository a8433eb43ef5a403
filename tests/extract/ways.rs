//! General ways of saying who issued a text, who did not and whom it is about, one row each.

use std::collections::{BTreeMap, BTreeSet};

use demarche::article::Article;
use demarche::extract::extract;
use demarche::knowledge::{CountryKind, Holds, Knowledge};
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

/// A state signs by its name, whatever other names that holds ("South Sudan").
#[test]
fn every_state_signs_by_its_name() {
    let knowledge = Knowledge::built_in();
    let countries = knowledge.countries();
    let day = "2024-05-03".parse().expect("a date");
    let codes: BTreeSet<_> = countries.names().iter().map(|name| name.code).collect();
    let states = codes.into_iter().filter_map(|code| countries.get(code)).filter(|country| {
        country.kind == CountryKind::State && country.period.on(day) == Holds::Yes && country.name != "Peru"
    });
    let mut missed = Vec::new();
    let mut count = 0;
    for country in states {
        count += 1;
        let text = format!("Peru and {} said in a joint statement that they condemned the raid.", country.name);
        let mut article = Article::from_body(text);
        article.published = Some(day);
        let found = extract(&article, knowledge);
        let signed = found.statements.iter().flat_map(|statement| &statement.signatories);
        if !signed.into_iter().any(|row| row.country == country.code) {
            missed.push(country.name);
        }
    }
    assert!(count > 150, "{count} states");
    assert!(missed.is_empty(), "{missed:?}");
}
