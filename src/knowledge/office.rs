//! Offices, the titles newswire gives them, and who held them when.

use std::collections::HashMap;
use std::sync::OnceLock;

use serde::Deserialize;

use super::party_index::normal;
use super::{Bound, Party, Period, rows::rows};

/// One title of an office, as written.
#[derive(Debug, Clone, Deserialize)]
pub struct OfficeTitle {
    /// The office's id: `foreign-minister`.
    pub office: String,
    /// The title: "Foreign Secretary".
    pub title: String,
    /// The country or organisation whose title it is, as [`Party::of_row`] reads it; empty when any may use it.
    pub polity: String,
    /// Whether the office can sign for its state.
    pub signs: Signs,
    /// Where the row comes from.
    pub source: String,
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
    pub polity: String,
    /// The country or organisation itself: some ids are also countries' codes.
    pub party: Party,
    /// The office's id.
    pub office: String,
    /// Their name, in every spelling newswire uses; the first is preferred.
    pub names: Vec<String>,
    /// When they held it.
    pub period: Period,
    /// Where the row comes from.
    pub source: String,
}

#[derive(Deserialize)]
struct HolderRow {
    polity: String,
    office: String,
    name: String,
    from: Bound,
    until: Bound,
    source: String,
}

/// The office tables.
#[derive(Debug)]
pub struct Offices {
    /// Every title, in the table's order.
    pub titles: Vec<OfficeTitle>,
    /// Every holder, in the tables' order.
    pub holders: Vec<OfficeHolder>,
    /// Rows of holders by full name and by surname, in simple form; built when somebody asks.
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
        let holders = HOLDERS
            .iter()
            .flat_map(|(table, csv)| rows::<HolderRow>(table, csv))
            .map(|row| OfficeHolder {
                party: Party::of_row(&row.polity),
                polity: row.polity.trim_start_matches("org:").to_owned(),
                office: row.office,
                names: row.name.split('|').map(|name| name.trim().to_owned()).collect(),
                period: Period { from: row.from, until: row.until },
                source: row.source,
            })
            .collect();
        Self {
            titles: rows("office_titles.csv", include_str!("data/office_titles.csv")),
            holders,
            called: OnceLock::new(),
            not_in_office: include_str!("data/not_in_office.txt").split_whitespace().collect(),
            surname_first: include_str!("data/surname_first.txt").split_whitespace().collect(),
        }
    }

    /// The rows of those called `wanted`, a full name or a surname in simple form, in the table's order.
    pub(super) fn rows_called(&self, wanted: &str) -> &[usize] {
        let called = self.called.get_or_init(|| {
            let mut called: HashMap<String, Vec<usize>> = HashMap::new();
            for (row, holder) in self.holders.iter().enumerate() {
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
        called.get(wanted).map_or(&[], Vec::as_slice)
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
        self.surname_first.contains(&holder.polity.as_str())
    }
}
