//! Countries, their names, and what each name says about them.

use std::sync::OnceLock;

use serde::Deserialize;

use super::party_names::is_same;
use super::rows::{Row, fields, named};
use super::{Bound, CountryCode, Period};

/// A state, territory, other actor, or former state.
#[derive(Debug, Clone)]
pub struct Country {
    /// ISO 3166-1 alpha-2, or ISO 3166-3 for a former state.
    pub code: CountryCode,
    /// ISO alpha-3.
    pub alpha3: &'static str,
    /// Short English name, as newswire writes it.
    pub name: &'static str,
    /// Official English name.
    pub official: &'static str,
    /// What it is.
    pub kind: CountryKind,
    /// When it existed.
    pub period: Period,
    /// The states that followed a former state.
    pub successors: Vec<CountryCode>,
    /// Where the row comes from.
    pub source: &'static str,
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
#[derive(Debug, Clone)]
pub struct CountryName {
    /// Whose name it is.
    pub code: CountryCode,
    /// The name as written.
    pub name: &'static str,
    /// What kind of name it is.
    pub kind: NameUse,
    /// When the name begins to mean this country.
    pub from: Bound,
    /// When it no longer does.
    pub until: Bound,
    /// Where the row comes from.
    pub source: &'static str,
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

const NAMES: &str = include_str!("data/country_names.csv");

/// The country tables.
#[derive(Debug)]
pub struct Countries {
    /// Every country, in the table's order.
    pub all: Vec<Country>,
    names: OnceLock<Vec<CountryName>>,
}

impl Countries {
    pub(super) fn load() -> Self {
        let all = fields("countries.csv", include_str!("data/countries.csv")).map(country).collect();
        Self { all, names: OnceLock::new() }
    }

    /// Every further name, in the table's order.
    pub fn names(&self) -> &[CountryName] {
        self.names.get_or_init(|| fields("country_names.csv", NAMES).map(name).collect())
    }

    /// The further names that are `wanted`, which is in simple form; no other row is read.
    pub(super) fn names_called(wanted: &str) -> impl Iterator<Item = CountryName> {
        let called = named(NAMES, wanted.bytes().next(), move |name| is_same(name, wanted));
        called.map(|start| name(Row::at("country_names.csv", NAMES, start)))
    }

    /// The country with `code`.
    #[must_use]
    pub fn get(&self, code: CountryCode) -> Option<&Country> {
        self.all.iter().find(|country| country.code == code)
    }

    /// The short name of `code`, or the code itself when the tables do not have it.
    #[must_use]
    pub fn name(&self, code: CountryCode) -> String {
        self.get(code).map_or_else(|| code.to_string(), |country| country.name.to_owned())
    }
}

fn country(row: Row<9>) -> Country {
    Country {
        code: row.code(0),
        alpha3: row.text(1),
        name: row.text(2),
        official: row.text(3),
        kind: row.word(4),
        period: Period { from: row.bound(5), until: row.bound(6) },
        successors: row.text(7).split(';').filter_map(|code| code.trim().parse().ok()).collect(),
        source: row.text(8),
    }
}

fn name(row: Row<6>) -> CountryName {
    CountryName {
        code: row.code(0),
        name: row.text(1),
        kind: row.word(2),
        from: row.bound(3),
        until: row.bound(4),
        source: row.text(5),
    }
}
