//! The countries and organisations a short text names.

use jiff::civil::Date;

use crate::knowledge::{Knowledge, Party};

/// The countries and organisations `text` names, by code, none twice; `date` decides names that changed
/// hands.
#[must_use]
pub fn named(text: &str, date: Option<Date>, knowledge: &Knowledge) -> Vec<Party> {
    let mut out: Vec<Party> = Vec::new();
    for name in knowledge.recogniser().find(text, date) {
        let country = name.country().map(|(code, _)| Party::Country(code));
        let organisation = || name.organisation().map(|(id, _)| Party::Organisation(id.clone()));
        out.extend(country.or_else(organisation));
    }
    out.sort_unstable();
    out.dedup();
    out
}
