//! Whom and what a headline, or another short text, names.

use jiff::civil::Date;

use super::topics_of;
use crate::knowledge::{Knowledge, Meaning, Party, TopicId};

/// The names of a headline.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Heading {
    /// Countries and organisations, by code, none twice.
    pub parties: Vec<Party>,
    /// Office-holders named in full, in the tables' spelling, none twice.
    pub persons: Vec<String>,
    /// What it is about, by id.
    pub topics: Vec<TopicId>,
}

/// The countries, organisations, office-holders and topics of `text`; `date` decides names that changed hands.
#[must_use]
pub fn heading(text: &str, date: Option<Date>, knowledge: &Knowledge) -> Heading {
    let mut out = Heading { topics: topics_of(text, knowledge.topic_words()), ..Heading::default() };
    for name in knowledge.recogniser().find(text, date) {
        out.parties.extend(name.party());
        if let Some(Meaning::Holder(row)) = name.meanings.first() {
            out.persons.extend(knowledge.offices().holder(*row).map(|holder| holder.names[0].to_owned()));
        }
    }
    out.parties.sort_unstable();
    out.parties.dedup();
    out.persons.sort_unstable();
    out.persons.dedup();
    out
}
