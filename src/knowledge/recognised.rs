//! A name found in running text, and what it means there.

use super::{CountryCode, NameUse, OrganisationId, OrganisationNameUse, Party};
use crate::text::Span;

/// What a name in running text means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    /// A country, or its people, capital or seat of government.
    Country {
        /// Which.
        code: CountryCode,
        /// What kind of name it is.
        kind: NameUse,
    },
    /// An organisation or group.
    Organisation {
        /// Which.
        id: OrganisationId,
        /// What kind of name it is.
        kind: OrganisationNameUse,
    },
    /// A title; the number is its row in [`super::Offices::titles`].
    Office(usize),
    /// The full name of an office-holder; the number is a row in [`super::Offices::holders`].
    Holder(usize),
}

/// A name found in a text, with what it means there.
#[derive(Debug, Clone, Copy)]
pub struct Recognised<'k> {
    /// Where it stands.
    pub span: Span,
    /// What it means: one meaning for a country or organisation, perhaps several rows for an office or
    /// a holder.
    pub meanings: &'k [Meaning],
}

impl Recognised<'_> {
    /// The country, when the name is one's.
    #[must_use]
    pub fn country(&self) -> Option<(CountryCode, NameUse)> {
        match self.meanings.first()? {
            Meaning::Country { code, kind } => Some((*code, *kind)),
            _ => None,
        }
    }

    /// The organisation, when the name is one's.
    #[must_use]
    pub fn organisation(&self) -> Option<(&OrganisationId, OrganisationNameUse)> {
        match self.meanings.first()? {
            Meaning::Organisation { id, kind } => Some((id, *kind)),
            _ => None,
        }
    }

    /// The country or organisation, when the name is one's.
    #[must_use]
    pub fn party(&self) -> Option<Party> {
        match self.meanings.first()? {
            Meaning::Country { code, .. } => Some(Party::Country(*code)),
            Meaning::Organisation { id, .. } => Some(Party::Organisation(id.clone())),
            Meaning::Office(_) | Meaning::Holder(_) => None,
        }
    }

    /// Whether the name is an office's title.
    #[must_use]
    pub fn is_office(&self) -> bool {
        matches!(self.meanings.first(), Some(Meaning::Office(_)))
    }

    /// Whether the name is an office-holder's.
    #[must_use]
    pub fn is_holder(&self) -> bool {
        matches!(self.meanings.first(), Some(Meaning::Holder(_)))
    }
}

impl Meaning {
    pub(super) fn is_country(&self, wanted: CountryCode) -> bool {
        matches!(self, Self::Country { code, .. } if *code == wanted)
    }
}
