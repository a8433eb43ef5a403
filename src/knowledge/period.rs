//! The time a fact holds, as precisely as public record gives it.

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, de};

/// From one day up to, but not including, another; either end may be open or not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Period {
    /// When it begins.
    pub from: Bound,
    /// When it has ended.
    pub until: Bound,
}

/// One end of a [`Period`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Bound {
    /// No bound: since before our tables begin, or still so.
    #[default]
    Open,
    /// There is a bound, and public record as we have it does not date it.
    Undated,
    /// A day, or the first and last day of the month or year that is known.
    Dated(Date, Date),
}

/// Days from the first to the last, both included; an open end has no bound.
pub type DayRange = (Option<Date>, Option<Date>);

/// Whether a fact holds on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Holds {
    /// It does not.
    No,
    /// The tables cannot tell: an end is undated, or dated less precisely than the day asked for.
    Undated,
    /// It does.
    Yes,
}

impl Period {
    /// Whether the fact holds on `date`.
    #[must_use]
    pub fn on(&self, date: Date) -> Holds {
        let begun = match self.from {
            Bound::Open => Holds::Yes,
            Bound::Undated => Holds::Undated,
            Bound::Dated(first, last) => order(date < first, date < last),
        };
        let lasting = match self.until {
            Bound::Open => Holds::Yes,
            Bound::Undated => Holds::Undated,
            Bound::Dated(first, last) if first == last => order(date >= first, date >= first),
            Bound::Dated(first, last) => order(date > last, date >= first),
        };
        begun.min(lasting)
    }

    /// Whether [`Period::on`] cannot tell on some day from the first to the last of `days`. Where `days` have
    /// no bound at all, only an end without any date counts, not one that is known to the month or year.
    #[must_use]
    pub fn is_undated_in(&self, days: DayRange) -> bool {
        if days == (None, None) {
            return self.from == Bound::Undated || self.until == Bound::Undated;
        }
        let (first, last) = (days.0.unwrap_or(Date::MIN), days.1.unwrap_or(Date::MAX));
        // The answer changes only on these days.
        let edges = [self.from, self.until].into_iter().flat_map(|bound| match bound {
            Bound::Dated(first, last) => [Some(first), last.tomorrow().ok()],
            Bound::Open | Bound::Undated => [None, None],
        });
        let mut edges = edges.flatten().filter(|edge| (first..=last).contains(edge)).chain([first, last]);
        edges.any(|day| self.on(day) == Holds::Undated)
    }

    /// Whether the two share a day for certain, so that two rows contradict each other.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        let before = |a: &Self, b: &Self| match (a.until, b.from) {
            (Bound::Dated(first, _), Bound::Dated(_, last)) => first <= last,
            (Bound::Undated, _) | (_, Bound::Undated) => true,
            _ => false,
        };
        !before(self, other) && !before(other, self)
    }
}

fn order(never: bool, perhaps: bool) -> Holds {
    if never {
        Holds::No
    } else if perhaps {
        Holds::Undated
    } else {
        Holds::Yes
    }
}

impl Bound {
    /// Reads `""`, `undated`, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    ///
    /// # Errors
    /// The text itself, when it is none of these.
    pub fn parse(text: &str) -> Result<Self, String> {
        match text {
            "" => return Ok(Self::Open),
            "undated" => return Ok(Self::Undated),
            _ => {}
        }
        days(text).map(|(first, last)| Self::Dated(first, last)).ok_or_else(|| text.to_owned())
    }
}

/// The first and last day of a year, month or day written in ISO order.
#[must_use]
pub fn days(text: &str) -> Option<(Date, Date)> {
    let mut parts = text.split('-');
    let year: i16 = parts.next().filter(|year| year.len() == 4)?.parse().ok()?;
    let month: Option<i8> = parts.next().map(str::parse).transpose().ok()?;
    let day: Option<i8> = parts.next().map(str::parse).transpose().ok()?;
    if parts.next().is_some() {
        return None;
    }
    match (month, day) {
        (None, _) => Some((Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?)),
        (Some(month), None) => {
            let first = Date::new(year, month, 1).ok()?;
            Some((first, first.last_of_month()))
        }
        (Some(month), Some(day)) => {
            let date = Date::new(year, month, day).ok()?;
            Some((date, date))
        }
    }
}

impl<'de> Deserialize<'de> for Bound {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        Self::parse(&text).map_err(|text| de::Error::custom(format!("not a date or 'undated': {text}")))
    }
}
