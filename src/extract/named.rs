//! The countries and organisations a short text names.

use jiff::civil::Date;

use crate::knowledge::{Knowledge, Party};

/// The countries and organisations `text` names, by code, none twice; `date` decides names that changed
/// hands.
#[must_use]
pub fn named(text: &str, date: Option<Date>, knowledge: &Knowledge) -> Vec<Party> {
    let mut out: Vec<Party> = Vec::new();
    for name in knowledge.recogniser().find(text, date) {
        out.extend(name.party());
    }
    out.sort_unstable();
    out.dedup();
    out
}
