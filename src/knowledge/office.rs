//! Offices, the titles newswire gives them, and who held them when.

use std::collections::HashMap;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde::Deserialize;

use super::party_names::{FEW, normal};
use super::rows::{Row, fields};
use super::{OfficeGap, Party, Period, office_gap};

/// One title of an office, as written.
#[derive(Debug, Clone)]
pub struct OfficeTitle {
    /// The office's id: `foreign-minister`.
    pub office: &'static str,
    /// The title: "Foreign Secretary".
    pub title: &'static str,
    /// The country or organisation whose title it is, as [`Party::of_row`] reads it; empty when any may use it.
    pub polity: &'static str,
    /// Whether the office can sign for its state.
    pub signs: Signs,
    /// Where the row comes from.
    pub source: &'static str,
}

/// Whether an office can sign for its state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Signs {
    Yes,
    No,
}

/// One person's time in one office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeHolder {
    /// Country code or organisation id.
    pub polity: &'static str,
    /// The country or organisation itself: some ids are also countries' codes.
    pub party: Party,
    /// The office's id.
    pub office: &'static str,
    /// Their name, in every spelling newswire uses; the first is preferred.
    pub names: Vec<&'static str>,
    /// When they held it.
    pub period: Period,
    /// Where the row comes from.
    pub source: &'static str,
}

/// The office tables.
#[derive(Debug)]
pub struct Offices {
    titles: OnceLock<Vec<OfficeTitle>>,
    holders: OnceLock<Vec<OfficeHolder>>,
    gaps: OnceLock<Vec<OfficeGap>>,
    /// How often somebody was asked for by name, and rows of holders by name for those who ask often.
    asked: AtomicUsize,
    called: OnceLock<HashMap<String, Vec<usize>>>,
    /// Countries whose people write the family name first.
    surname_first: Vec<&'static str>,
    /// Words beside an office that make it another, or one of the past: "deputy", "former".
    pub(super) not_in_office: Vec<&'static str>,
}

/// The holder tables, by region.
const HOLDERS: [(&str, &str); 8] = [
    ("g7.csv", include_str!("data/office_holders/g7.csv")),
    ("g20_rest.csv", include_str!("data/office_holders/g20_rest.csv")),
    ("organisations.csv", include_str!("data/office_holders/organisations.csv")),
    ("europe.csv", include_str!("data/office_holders/europe.csv")),
    ("middle_east.csv", include_str!("data/office_holders/middle_east.csv")),
    ("asia_pacific.csv", include_str!("data/office_holders/asia_pacific.csv")),
    ("americas.csv", include_str!("data/office_holders/americas.csv")),
    ("africa.csv", include_str!("data/office_holders/africa.csv")),
];

impl Offices {
    pub(super) fn load() -> Self {
        Self {
            titles: OnceLock::new(),
            holders: OnceLock::new(),
            gaps: OnceLock::new(),
            asked: AtomicUsize::new(0),
            called: OnceLock::new(),
            not_in_office: include_str!("data/not_in_office.txt").split_whitespace().collect(),
            surname_first: include_str!("data/surname_first.txt").split_whitespace().collect(),
        }
    }

    /// Every title, in the table's order.
    pub fn titles(&self) -> &[OfficeTitle] {
        let table = include_str!("data/office_titles.csv");
        self.titles.get_or_init(|| fields("office_titles.csv", table).map(title).collect())
    }

    /// Every holder, in the tables' order.
    pub fn holders(&self) -> &[OfficeHolder] {
        self.holders.get_or_init(|| HOLDERS.iter().flat_map(|(table, csv)| fields(table, csv).map(holder)).collect())
    }

    /// Every time in which nobody is named for an office, in the table's order.
    pub fn gaps(&self) -> &[OfficeGap] {
        self.gaps.get_or_init(office_gap::load)
    }

    /// The rows of those called `wanted`, a full name or a surname in simple form, in the table's order.
    pub(super) fn rows_called(&self, wanted: &str) -> Vec<usize> {
        if self.asked.fetch_add(1, Ordering::Relaxed) < FEW {
            let rows = self.holders().iter().enumerate().filter(|(_, holder)| self.is_called(holder, wanted));
            return rows.map(|(row, _)| row).collect();
        }
        let called = self.called.get_or_init(|| {
            let mut called: HashMap<String, Vec<usize>> = HashMap::new();
            for (row, holder) in self.holders().iter().enumerate() {
                let surname_first = self.has_surname_first(holder);
                for name in holder.names.iter().map(|name| normal(name)) {
                    let spaces = name.match_indices(' ').map(|(space, _)| space);
                    // Each beginning or end of the name may be all of the family name.
                    let parts = spaces.map(|space| if surname_first { &name[..space] } else { &name[space + 1..] });
                    for part in parts.chain([name.as_str()]) {
                        let rows = called.entry(part.to_owned()).or_default();
                        if rows.last() != Some(&row) {
                            rows.push(row);
                        }
                    }
                }
            }
            called
        });
        called.get(wanted).cloned().unwrap_or_default()
    }

    /// Whether `wanted`, in simple form, is all of a name of `holder`, or may be the family name in it: a
    /// beginning where that comes first, else an end.
    pub(super) fn is_called(&self, holder: &OfficeHolder, wanted: &str) -> bool {
        let edge = |name: &str, first: bool| if first { name.bytes().next() } else { name.bytes().next_back() };
        let first = self.has_surname_first(holder);
        holder.names.iter().any(|name| {
            // One letter turns most names away before they are brought into their simple form.
            let letter = edge(name, first).filter(u8::is_ascii_alphanumeric);
            if letter.is_some_and(|letter| !edge(wanted, first).is_some_and(|edge| edge.eq_ignore_ascii_case(&letter)))
            {
                return false;
            }
            let name = normal(name);
            let rest = if first { name.strip_prefix(wanted) } else { name.strip_suffix(wanted) };
            rest.is_some_and(|rest| rest.is_empty() || if first { rest.starts_with(' ') } else { rest.ends_with(' ') })
        })
    }

    /// The family name in `name`, one of the spellings of `holder`, with its particles: "von der Leyen".
    #[must_use]
    pub fn surname<'n>(&self, holder: &OfficeHolder, name: &'n str) -> &'n str {
        if self.has_surname_first(holder) {
            return name.split(' ').next().unwrap_or(name);
        }
        let last = name.rfind(' ').map_or(0, |space| space + 1);
        let mut starts = name.match_indices(' ').map(|(space, _)| space + 1);
        let particle = starts.find(|&at| at < last && name[at..].starts_with(char::is_lowercase));
        &name[particle.unwrap_or(last)..]
    }

    /// Whether the family name of `holder` is the first word of the name.
    #[must_use]
    pub fn has_surname_first(&self, holder: &OfficeHolder) -> bool {
        self.surname_first.contains(&holder.polity)
    }
}

fn title(row: Row<5>) -> OfficeTitle {
    OfficeTitle {
        office: row.text(0),
        title: row.text(1),
        polity: row.text(2),
        signs: row.word(3),
        source: row.text(4),
    }
}

fn holder(row: Row<6>) -> OfficeHolder {
    OfficeHolder {
        party: Party::of_row(row.text(0)),
        polity: row.text(0).trim_start_matches("org:"),
        office: row.text(1),
        names: row.text(2).split('|').map(str::trim).collect(),
        period: Period { from: row.bound(3), until: row.bound(4) },
        source: row.text(5),
    }
}
