//! The states that signed a statement, those that did not, and the group that issued it.

use serde::{Deserialize, Serialize};

use crate::knowledge::{CountryCode, OrganisationId};
use crate::text::Span;

/// The group or organisation that issued a statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issuer {
    /// Which one.
    pub organisation: OrganisationId,
    /// The words that name it.
    pub evidence: Span,
}

/// A state that signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signatory {
    /// Which state.
    pub country: CountryCode,
    /// The group through which it signed; `None` when the article names the state as signing.
    pub via: Option<OrganisationId>,
    /// What that group is; `None` when stated.
    pub through: Option<Through>,
    /// The words that prove it.
    pub evidence: Span,
}

/// What a group is, and so who signs for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Through {
    /// Without legal person of its own: its members sign.
    Forum,
    /// Signs as itself: its members are represented.
    Organisation,
}

/// A state said not to have signed, endorsed or joined, or to have withdrawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Nonsignatory {
    /// Which state.
    pub country: CountryCode,
    /// The words that prove it.
    pub evidence: Span,
}
