//! A period as it is printed: as precise as public record, and never more.

use std::fmt;

use demarche::knowledge::{Bound, Holds, Period};
use jiff::civil::Date;
use serde::{Serialize, Serializer};

/// From when until when.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Time {
    pub from: Edge,
    pub until: Edge,
}

/// One end: nothing where it is open.
#[derive(Debug, Clone, Copy)]
pub struct Edge(Bound);

pub fn time(period: Period) -> Time {
    Time { from: Edge(period.from), until: Edge(period.until) }
}

/// ", from 2018-07-09"; nothing for a period without ends.
pub fn when(period: Period) -> String {
    let told = time(period).to_string();
    if told.is_empty() { told } else { format!(", {told}") }
}

/// Whether `period` holds on `date`, for certain or perhaps.
pub fn may_hold(period: Period, date: Date) -> bool {
    period.on(date) != Holds::No
}

impl fmt::Display for Edge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Bound::Open => Ok(()),
            Bound::Undated => f.write_str("undated"),
            Bound::Dated(first, last) if first == last => write!(f, "{first}"),
            Bound::Dated(first, last) if first.month() == last.month() => {
                write!(f, "{:04}-{:02}", first.year(), first.month())
            }
            Bound::Dated(first, _) => write!(f, "{:04}", first.year()),
        }
    }
}

impl Serialize for Edge {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Bound::Open => serializer.serialize_none(),
            _ => serializer.collect_str(self),
        }
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (from, until) = (self.from.to_string(), self.until.to_string());
        match (from.as_str(), until.as_str()) {
            ("", "") => Ok(()),
            (from, "") => write!(f, "from {from}"),
            ("", until) => write!(f, "until {until}"),
            (from, until) => write!(f, "from {from} until {until}"),
        }
    }
}
