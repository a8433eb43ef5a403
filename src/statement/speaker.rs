//! A person or body whose words are reported.

use serde::{Deserialize, Serialize};

use crate::knowledge::CountryCode;
use crate::text::Span;

/// Who spoke, as the article names them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speaker {
    /// Their name, or the noun phrase that stands for it ("a spokesman"), where the article gives it
    /// most fully.
    pub name: Span,
    /// Their role, as written ("Italian Foreign Minister").
    pub role: Option<Span>,
    /// The country they speak for.
    pub country: Option<CountryCode>,
    /// The words of this utterance that name them.
    pub evidence: Span,
}
