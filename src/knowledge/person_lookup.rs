//! Finds office-holders by name, by bare surname, or by office.

use std::collections::BTreeMap;

use super::party_names::normal;
use super::{Bound, DayRange, Holds, Knowledge, OfficeHolder, Party, Period, Post};

/// An office that a person held, with how sure the tables are that it was in the days asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held<'k> {
    /// The row.
    pub holder: &'k OfficeHolder,
    /// Whether it was held then.
    pub holds: Holds,
}

/// No office with its country takes more bytes than this.
const LONGEST: usize = 120;

impl Knowledge {
    /// Who held the office in `words` ("French foreign minister", "EU foreign policy chief") at some time
    /// in `days`, by name; nobody when the words are no office with its country or organisation.
    #[must_use]
    pub fn holders_of(&self, words: &str, days: DayRange) -> Vec<Held<'_>> {
        let offices = self.offices();
        let wanted = normal(words);
        let mut found: Vec<Held<'_>> = polity_and_title(self, &wanted)
            .into_iter()
            .flat_map(|(party, office)| {
                let post = Post { party, office: office.to_owned() };
                offices.holders_in(&post).filter_map(|holder| held(holder, days)).collect::<Vec<_>>()
            })
            .collect();
        found.sort_by(|a, b| a.holder.names.cmp(&b.holder.names).then_with(|| by_start(a, b)));
        found.dedup_by(|a, b| std::ptr::eq(a.holder, b.holder));
        found
    }

    /// Every row of the person whose preferred name is `name`, in the tables' order.
    #[must_use]
    pub fn offices_of(&self, name: &str) -> Vec<&OfficeHolder> {
        let offices = self.offices();
        let rows = offices.rows_called(&normal(name)).into_iter().filter_map(|row| offices.holder(row));
        rows.filter(|row| row.names[0] == name).collect()
    }

    /// Everyone called `name` with every office held at some time in `days`. A full name counts in any of
    /// its spellings; a bare surname counts when the office was held then.
    #[must_use]
    pub fn persons_called(&self, name: &str, days: DayRange) -> Vec<(&str, Vec<Held<'_>>)> {
        let wanted = normal(name);
        if wanted.is_empty() {
            return Vec::new();
        }
        let mut persons: BTreeMap<&str, Vec<Held<'_>>> = BTreeMap::new();
        let offices = self.offices();
        for row in offices.rows_called(&wanted).into_iter().filter_map(|row| offices.holder(row)) {
            if let Some(held) = held(row, days) {
                persons.entry(row.names[0]).or_default().push(held);
            }
        }
        for offices in persons.values_mut() {
            offices.sort_by(by_start);
        }
        persons.into_iter().collect()
    }
}

/// Each way to read `words` as an office with its country or organisation before it or behind "of".
pub(super) fn polity_and_title<'k>(knowledge: &'k Knowledge, words: &str) -> Vec<(Party, &'k str)> {
    let mut out = Vec::new();
    if words.len() > LONGEST {
        return out;
    }
    let behind = words.contains(" of ") || words.contains(" for ");
    // Several titles may leave the same words for the party.
    let mut known: Vec<(&str, Vec<Party>)> = Vec::new();
    let last = words.as_bytes().last().copied().unwrap_or_default();
    for row in knowledge.offices().titles() {
        // Most titles are turned away by one letter, before they are brought into their simple form.
        let end = row.title.as_bytes().last().copied().unwrap_or_default();
        if !behind && end.is_ascii_alphanumeric() && !end.eq_ignore_ascii_case(&last) {
            continue;
        }
        let title = normal(row.title);
        let Some(rest) = without_title(words, &title) else { continue };
        if !known.iter().any(|(name, _)| *name == rest) {
            known.push((rest, knowledge.parties(rest)));
        }
        let parties = known.iter().filter(|(name, _)| *name == rest).flat_map(|(_, parties)| parties);
        for party in parties.cloned() {
            let of_this = row.polity.is_empty() || Party::of_row(row.polity) == party;
            if of_this && !out.contains(&(party.clone(), row.office)) {
                out.push((party, row.office));
            }
        }
    }
    out
}

/// What is left of `words` when the title before or behind it is taken away.
fn without_title<'w>(words: &'w str, title: &str) -> Option<&'w str> {
    if let Some(rest) = words.strip_suffix(title).and_then(|rest| rest.strip_suffix(' ')) {
        let rest = rest.strip_prefix("the ").unwrap_or(rest);
        return Some(rest.strip_suffix("'s").unwrap_or(rest));
    }
    let rest = words.strip_prefix("the ").unwrap_or(words).strip_prefix(title)?;
    let rest = rest.strip_prefix(" of ").or_else(|| rest.strip_prefix(" for "))?;
    Some(rest.strip_prefix("the ").unwrap_or(rest))
}

fn held(holder: &OfficeHolder, days: DayRange) -> Option<Held<'_>> {
    let holds = during(holder.period, days);
    (holds != Holds::No).then_some(Held { holder, holds })
}

/// Whether `period` holds on some day of `days`.
pub(super) fn during(period: Period, (from, to): DayRange) -> Holds {
    let begun = to.map_or(Holds::Yes, |to| Period { until: Bound::Open, ..period }.on(to));
    let lasting = from.map_or(Holds::Yes, |from| Period { from: Bound::Open, ..period }.on(from));
    begun.min(lasting)
}

fn by_start(a: &Held<'_>, b: &Held<'_>) -> std::cmp::Ordering {
    let start = |held: &Held<'_>| match held.holder.period.from {
        Bound::Dated(first, _) => Some(first),
        _ => None,
    };
    start(a).cmp(&start(b)).then_with(|| a.holder.office.cmp(b.holder.office))
}
