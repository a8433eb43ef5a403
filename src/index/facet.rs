//! By what hits are counted.

use std::fmt;

use crate::query::Field;

/// By what hits are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Facet {
    /// The values of a field that has codes: countries, organisations, kinds. What a value counts is what a
    /// query for it would find: a topic counts for those it is part of.
    Of(Field),
    /// The day: `2024-11-05`.
    Day,
    /// The month: `2024-11`.
    Month,
    /// The year: `2024`.
    Year,
}

impl Facet {
    /// The facet called `name`, in any case: a field's name, `day`, `month` or `year`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        match name.to_ascii_lowercase().as_str() {
            "day" => Some(Self::Day),
            "month" => Some(Self::Month),
            "year" => Some(Self::Year),
            name => Field::named(name).filter(|field| field.has_codes()).map(Self::Of),
        }
    }

    /// Whether its values are a line of time.
    #[must_use]
    pub fn is_time(self) -> bool {
        !matches!(self, Self::Of(_))
    }
}

impl fmt::Display for Facet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Of(field) => field.fmt(f),
            Self::Day => f.pad("day"),
            Self::Month => f.pad("month"),
            Self::Year => f.pad("year"),
        }
    }
}

/// How many hits have each value of a facet, the most frequent first, a line of time in its own order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetCounts {
    /// Which facet.
    pub facet: Facet,
    /// Each value, as a query for it is written, with its count of hits. A hit with several values counts for
    /// each, one with none for none.
    pub values: Vec<(String, usize)>,
}
