//! The times in which an office had no holder that the tables name, and why.

use serde::Deserialize;

use super::person_lookup::{during, polity_and_title};
use super::rows::{Row, fields};
use super::{DayRange, Holds, Knowledge, Party, Period};

/// A time in which nobody is named for an office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeGap {
    /// The country or organisation.
    pub party: Party,
    /// The office's id.
    pub office: &'static str,
    /// From when until when.
    pub period: Period,
    /// Why nobody is named.
    pub why: NoHolder,
    /// Where the row comes from, and what it says further.
    pub source: &'static str,
}

/// Why nobody is named for an office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoHolder {
    /// There was no such state or authority.
    NoState,
    /// There was no such post.
    NoPost,
    /// Somebody acted in it, and nobody held it.
    Acting,
    /// Nobody was in it.
    Vacant,
    /// Somebody was, and the tables do not know who.
    NotKnown,
}

impl NoHolder {
    /// The reason in words.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NoState => "no such state",
            Self::NoPost => "no such post",
            Self::Acting => "held only by somebody acting",
            Self::Vacant => "vacant",
            Self::NotKnown => "not known",
        }
    }
}

impl Knowledge {
    /// Why nobody is named at some time in `days` for the office in `words` ("Icelandic defence minister"),
    /// in the table's order.
    #[must_use]
    pub fn gaps_of(&self, words: &str, days: DayRange) -> Vec<&OfficeGap> {
        let posts = polity_and_title(self, &super::party_names::normal(words));
        let named = |gap: &OfficeGap| posts.iter().any(|(party, office)| *office == gap.office && *party == gap.party);
        let gaps = self.offices().gaps().iter();
        gaps.filter(|gap| named(gap) && during(gap.period, days) != Holds::No).collect()
    }
}

pub(super) fn load() -> Vec<OfficeGap> {
    fields("office_gaps.csv", include_str!("data/office_gaps.csv")).map(gap).collect()
}

fn gap(row: Row<6>) -> OfficeGap {
    OfficeGap {
        party: Party::of_row(row.text(0)),
        office: row.text(1),
        period: Period { from: row.bound(2), until: row.bound(3) },
        why: row.word(4),
        source: row.text(5),
    }
}
