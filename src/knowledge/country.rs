//! Countries, their names, and what each name says about them.

use std::collections::HashMap;

use serde::Deserialize;

use super::{Bound, CountryCode, Period, rows::rows};

/// A state, territory, other actor, or former state.
#[derive(Debug, Clone)]
pub struct Country {
    /// ISO 3166-1 alpha-2, or ISO 3166-3 for a former state.
    pub code: CountryCode,
    /// ISO alpha-3.
    pub alpha3: String,
    /// Short English name, as newswire writes it.
    pub name: String,
    /// Official English name.
    pub official: String,
    /// What it is.
    pub kind: CountryKind,
    /// When it existed.
    pub period: Period,
    /// The states that followed a former state.
    pub successors: Vec<CountryCode>,
    /// Where the row comes from.
    pub source: String,
}

/// What an entry of the country table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CountryKind {
    /// A sovereign state.
    State,
    /// A dependent territory.
    Territory,
    /// An actor of the news that is not universally recognised as a state.
    Entity,
    /// A former state.
    Historic,
}

/// One of a country's names.
#[derive(Debug, Clone, Deserialize)]
pub struct CountryName {
    /// Whose name it is.
    pub code: CountryCode,
    /// The name as written.
    pub name: String,
    /// What kind of name it is.
    #[serde(rename = "use")]
    pub kind: NameUse,
    /// When the name begins to mean this country.
    pub from: Bound,
    /// When it no longer does.
    pub until: Bound,
    /// Where the row comes from.
    pub source: String,
}

/// What a name says: the country itself, its people, or a place that stands for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NameUse {
    /// The short or official name, or another spelling of it.
    Spelling,
    /// "French", "U.S."-like attributes.
    Adjective,
    /// The first half of a compound adjective: "Franco-".
    Prefix,
    /// "Frenchman".
    Demonym,
    /// "Frenchmen", "Americans".
    People,
    /// The capital, which stands for the government in newswire.
    Capital,
    /// A seat of government: "Kremlin".
    Seat,
    /// Another place in the country, which never stands for the government.
    City,
    /// A code people type, never recognised in running text.
    Code,
}

impl NameUse {
    /// Whether the name, used as an actor, is the government.
    #[must_use]
    pub fn stands_for_government(self) -> bool {
        matches!(self, Self::Spelling | Self::Capital | Self::Seat)
    }
}

/// The country tables.
#[derive(Debug)]
pub struct Countries {
    /// Every country, in the table's order.
    pub all: Vec<Country>,
    /// Every further name, in the table's order.
    pub names: Vec<CountryName>,
    by_code: HashMap<CountryCode, usize>,
}

#[derive(Deserialize)]
struct Row {
    code: CountryCode,
    alpha3: String,
    name: String,
    official: String,
    kind: CountryKind,
    from: Bound,
    until: Bound,
    successors: String,
    source: String,
}

impl Countries {
    pub(super) fn load() -> Self {
        let all: Vec<Country> =
            rows("countries.csv", include_str!("data/countries.csv")).into_iter().map(country).collect();
        let by_code = all.iter().enumerate().map(|(at, country)| (country.code, at)).collect();
        Self { all, names: rows("country_names.csv", include_str!("data/country_names.csv")), by_code }
    }

    /// The country with `code`.
    #[must_use]
    pub fn get(&self, code: CountryCode) -> Option<&Country> {
        self.by_code.get(&code).map(|&at| &self.all[at])
    }

    /// The short name of `code`, or the code itself when the tables do not have it.
    #[must_use]
    pub fn name(&self, code: CountryCode) -> String {
        self.get(code).map_or_else(|| code.to_string(), |country| country.name.clone())
    }
}

fn country(row: Row) -> Country {
    Country {
        code: row.code,
        alpha3: row.alpha3,
        name: row.name,
        official: row.official,
        kind: row.kind,
        period: Period { from: row.from, until: row.until },
        successors: row.successors.split(';').filter_map(|code| code.trim().parse().ok()).collect(),
        source: row.source,
    }
}
