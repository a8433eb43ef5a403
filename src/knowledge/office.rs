//! Offices, the titles newswire gives them, and who held them when.

use std::collections::HashMap;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde::Deserialize;

use super::holder_table::HolderTable;
use super::party_names::{FEW, normal};
use super::rows::{Row, fields};
use super::{OfficeGap, Party, Period, Post, office_gap};

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
    holders: OnceLock<HolderTable>,
    gaps: OnceLock<Vec<OfficeGap>>,
    /// How often somebody was asked for by name, and rows of holders by name for those who ask often.
    asked: AtomicUsize,
    called: OnceLock<HashMap<String, Vec<usize>>>,
    /// Countries whose people write the family name first.
    surname_first: Vec<&'static str>,
    /// Words beside an office that make it another, or one of the past: "deputy", "former".
    pub(super) not_in_office: Vec<&'static str>,
}

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
    pub fn holders(&self) -> impl Iterator<Item = &OfficeHolder> {
        (0..self.holder_table().len()).filter_map(|row| self.holder(row))
    }

    /// The holder in `row`.
    #[must_use]
    pub fn holder(&self, row: usize) -> Option<&OfficeHolder> {
        self.holder_table().get(row)
    }

    /// Everyone who ever held `post`, in the tables' order.
    pub fn holders_in(&self, post: &Post) -> impl Iterator<Item = &OfficeHolder> {
        // Some ids of organisations are also codes, and have a mark before them.
        let forms = match &post.party {
            Party::Country(code) => [Some(code.to_string()), None],
            Party::Organisation(id) => [Some(id.to_string()), Some(format!("org:{id}"))],
        };
        let rows = forms.into_iter().flatten().flat_map(|polity| {
            self.holder_table().beginning_with(&format!("{polity},{}", post.office)).collect::<Vec<_>>()
        });
        rows.filter_map(|row| self.holder(row)).filter(|row| row.party == post.party)
    }

    fn holder_table(&self) -> &HolderTable {
        self.holders.get_or_init(HolderTable::load)
    }

    /// Every time in which nobody is named for an office, in the table's order.
    pub fn gaps(&self) -> &[OfficeGap] {
        self.gaps.get_or_init(office_gap::load)
    }

    /// The rows of those called `wanted`, a full name or a surname in simple form, in the table's order.
    pub(super) fn rows_called(&self, wanted: &str) -> Vec<usize> {
        if self.asked.fetch_add(1, Ordering::Relaxed) < FEW {
            let is_called = |row: &usize| self.holder(*row).is_some_and(|holder| self.is_called(holder, wanted));
            return self.holder_table().with(&forms_of_part(wanted)).into_iter().filter(is_called).collect();
        }
        let called = self.called.get_or_init(|| {
            let mut called: HashMap<String, Vec<usize>> = HashMap::new();
            for (row, holder) in self.holders().enumerate() {
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

/// What the table holds, in any case, where it has `name`, which is in simple form: its longest run of plain
/// letters and digits, or that with the full stops of initials.
fn forms_of_part(name: &str) -> Vec<String> {
    let runs = name.split(|c: char| !c.is_ascii_alphanumeric());
    let run = runs.max_by_key(|run| run.len()).unwrap_or_default();
    let initials: Vec<&str> = run.split("").filter(|letter| !letter.is_empty()).collect();
    let dotted = (2..=3).contains(&initials.len()).then(|| initials.join("."));
    std::iter::once(run.to_owned()).chain(dotted).collect()
}
