//! Resolves a name someone typed into the country or organisation it means.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{CountryCode, Knowledge, OrganisationId, party_names::normal};

/// A country or an organisation.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Party {
    /// A country.
    Country(CountryCode),
    /// An organisation or group.
    Organisation(OrganisationId),
}

impl Party {
    /// The party a table row names: a country's code, else an organisation's id; `org:` stands before
    /// an id that is also a code.
    #[must_use]
    pub fn of_row(polity: &str) -> Self {
        if let Some(id) = polity.strip_prefix("org:") {
            return Self::Organisation(id.into());
        }
        polity.parse().map_or_else(|_| Self::Organisation(polity.into()), Self::Country)
    }
}

impl fmt::Display for Party {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Country(code) => code.fmt(f),
            Self::Organisation(id) => id.fmt(f),
        }
    }
}

/// A typed name that means no party, or more than one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UnknownName {
    /// Nothing has this name.
    #[error("no country or organisation is called '{name}'")]
    Unknown {
        /// The name, as typed.
        name: String,
        /// The most similar names the tables have, best first.
        similar: Vec<String>,
    },
    /// Several do.
    #[error("'{name}' can mean {}", .parties.iter().map(|(party, name)| format!("{party} ({name})")).collect::<Vec<_>>().join(" or "))]
    Ambiguous {
        /// The name, as typed.
        name: String,
        /// Each party with its full name.
        parties: Vec<(Party, String)>,
    },
}

impl Knowledge {
    /// The party `name` means: a code, a name in any spelling, a demonym, a capital or a seat of
    /// government. Case, full stops and hyphens do not matter.
    ///
    /// # Errors
    /// When the name means none, or more than one.
    pub fn party(&self, name: &str) -> Result<Party, UnknownName> {
        let mut found = self.parties(name);
        if found.len() > 1 {
            let parties = found.into_iter().map(|party| (party.clone(), self.party_name(&party))).collect();
            return Err(UnknownName::Ambiguous { name: name.to_owned(), parties });
        }
        found.pop().ok_or_else(|| UnknownName::Unknown { name: name.to_owned(), similar: self.similar_names(name) })
    }

    /// Every party `name` can mean, in order: one for a country's code, else all with that name.
    #[must_use]
    pub fn parties(&self, name: &str) -> Vec<Party> {
        match self.country_with_code(&normal(name)) {
            Some(code) => vec![Party::Country(code)],
            None => self.parties_named(name),
        }
    }

    /// The country `name` means.
    ///
    /// # Errors
    /// When the name means no country, or more than one party.
    pub fn country(&self, name: &str) -> Result<CountryCode, UnknownName> {
        match self.party(name)? {
            Party::Country(code) => Ok(code),
            Party::Organisation(_) => Err(UnknownName::Unknown { name: name.to_owned(), similar: Vec::new() }),
        }
    }

    /// The full name of a party.
    #[must_use]
    pub fn party_name(&self, party: &Party) -> String {
        match party {
            Party::Country(code) => self.countries().name(*code),
            Party::Organisation(id) => {
                self.organisations().get(id).map_or_else(|| id.to_string(), |organisation| organisation.name.to_owned())
            }
        }
    }

    fn country_with_code(&self, wanted: &str) -> Option<CountryCode> {
        let countries = &self.countries().all;
        let country = countries.iter().find(|country| {
            country.code.as_str().eq_ignore_ascii_case(wanted) || country.alpha3.eq_ignore_ascii_case(wanted)
        })?;
        Some(country.code)
    }
}
