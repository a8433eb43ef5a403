//! People of one family name: what one mention says of them holds for the others.

use super::person::Person;
use crate::knowledge::{CountryCode, Party};
use crate::text::Span;

/// What an article says of everybody with one family name.
#[derive(Debug)]
pub struct Family {
    /// The place of the first of them among the people.
    pub first: usize,
    /// The longest name, the first of several.
    pub fullest: Span,
    /// The first role given.
    pub role: Option<Span>,
    /// The first country given.
    pub country: Option<CountryCode>,
    party: Option<Party>,
    /// Whether two mentions act for different parties.
    disputed: bool,
}

impl Family {
    /// Nobody yet; the first will be person number `first`.
    #[must_use]
    pub fn new(first: usize) -> Self {
        Self { first, fullest: Span::new(0, 0), role: None, country: None, party: None, disputed: false }
    }

    /// Adds `person`.
    pub fn add(&mut self, person: &Person) {
        if person.name.len() > self.fullest.len() {
            self.fullest = person.name;
        }
        self.role = self.role.or(person.role);
        self.country = self.country.or(person.country());
        let Some(party) = person.party.as_ref().filter(|_| person.signs) else { return };
        self.disputed |= self.party.as_ref().is_some_and(|known| known != party);
        self.party.get_or_insert_with(|| party.clone());
    }

    /// The party they sign for, when all mentions agree.
    #[must_use]
    pub fn party(&self) -> Option<&Party> {
        self.party.as_ref().filter(|_| !self.disputed)
    }
}

/// The family name in `name`: its last word, without a possessive ending.
#[must_use]
pub fn surname(name: &str) -> &str {
    let mut last = name.rfind(' ').map_or(name, |space| &name[space + 1..]);
    for ending in ["'s", "\u{2019}s"] {
        while let Some(rest) = last.strip_suffix(ending) {
            last = rest;
        }
    }
    last
}
