//! A country and the names it goes by.

use demarche::knowledge::{Country, CountryCode, CountryKind, Knowledge, NameUse, Period};
use serde::Serialize;

use super::{Time, time};

#[derive(Debug, Serialize)]
pub struct CountryLine<'k> {
    pub code: CountryCode,
    pub alpha3: &'k str,
    pub name: &'k str,
    pub kind: &'static str,
    #[serde(flatten)]
    pub time: Time,
}

#[derive(Debug, Serialize)]
pub struct CountryDetail<'k> {
    #[serde(flatten)]
    pub line: CountryLine<'k>,
    pub official: &'k str,
    pub successors: &'k [CountryCode],
    pub source: &'k str,
    pub names: Vec<Spelling<'k>>,
}

#[derive(Debug, Serialize)]
pub struct Spelling<'k> {
    pub name: &'k str,
    #[serde(rename = "use")]
    pub kind: &'static str,
    #[serde(flatten)]
    pub time: Time,
    pub source: &'k str,
}

pub fn country_line(row: &Country) -> CountryLine<'_> {
    CountryLine { code: row.code, alpha3: row.alpha3, name: row.name, kind: kind(row.kind), time: time(row.period) }
}

pub fn country<'k>(row: &'k Country, knowledge: &'k Knowledge) -> CountryDetail<'k> {
    let names = knowledge.countries().names().iter().filter(|name| name.code == row.code);
    let names = names.map(|name| Spelling {
        name: name.name,
        kind: name_use(name.kind),
        time: time(Period { from: name.from, until: name.until }),
        source: name.source,
    });
    CountryDetail {
        line: country_line(row),
        official: row.official,
        successors: &row.successors,
        source: row.source,
        names: names.collect(),
    }
}

fn kind(kind: CountryKind) -> &'static str {
    match kind {
        CountryKind::State => "state",
        CountryKind::Territory => "territory",
        CountryKind::Entity => "entity",
        CountryKind::Historic => "historic",
    }
}

pub fn name_use(kind: NameUse) -> &'static str {
    match kind {
        NameUse::Spelling => "spelling",
        NameUse::Adjective => "adjective",
        NameUse::Prefix => "prefix",
        NameUse::Demonym => "demonym",
        NameUse::People => "people",
        NameUse::Capital => "capital",
        NameUse::Seat => "seat",
        NameUse::City => "city",
        NameUse::Code => "code",
    }
}
