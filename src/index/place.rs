//! Where a document lies in the index.

use jiff::civil::Date;

use super::Entry;
use super::document::day_number;

/// The order of documents on disk, and of hits that rank alike: newest first, undated last, then by id,
/// then by where the copy came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place(pub u64);

/// Days that have a place of their own: 1849-07-14 to 2208-05-21. No wire is older.
const FIRST_DAY: i64 = -44_000;
const DAYS: i64 = (1 << 17) - 1;

impl Place {
    /// Bits below the day: 32 of the article's id, 15 of where it came from.
    pub(super) const BELOW: u32 = 47;

    /// The place of an article and of all that belongs to it.
    pub(super) fn of(entry: &Entry) -> Self {
        let mut from = blake3::Hasher::new();
        from.update(entry.path.as_bytes()).update(&[0]).update(entry.member.as_deref().unwrap_or_default().as_bytes());
        let [high, low, ..] = *from.finalize().as_bytes();
        Self::at(entry.article.date(), entry.id.as_str(), u16::from_be_bytes([high, low]))
    }

    /// The place by date, then by the first eight hexadecimal digits of the id, then by `copy`.
    pub(super) fn at(date: Option<Date>, id: &str, copy: u16) -> Self {
        let id = id.get(..8).and_then(|digits| u64::from_str_radix(digits, 16).ok()).unwrap_or_default();
        let day = date.map_or(Self::undated(), Self::first_of);
        Self(day.0 | (id << 15) | (u64::from(copy) >> 1))
    }

    /// The first place of `date`.
    pub(super) fn first_of(date: Date) -> Self {
        Self::aged(FIRST_DAY + DAYS - 1 - day_number(date))
    }

    /// The first place of what has no date.
    pub(super) fn undated() -> Self {
        Self(DAYS.unsigned_abs() << Self::BELOW)
    }

    /// The first place behind those of `date`.
    pub(super) fn behind(date: Date) -> Self {
        Self(Self::first_of(date).0 + (1 << Self::BELOW))
    }

    /// The first place behind those of the same day; none behind the last ones.
    pub(super) fn behind_day(self) -> Option<Self> {
        ((self.0 >> Self::BELOW) + 1).checked_mul(1 << Self::BELOW).map(Self)
    }

    /// The day, counted from 1970-01-01, which far away is that of the nearest place; none of what has no date.
    #[expect(clippy::cast_possible_wrap, reason = "seventeen bits")]
    pub(super) fn day(self) -> Option<i64> {
        let aged = (self.0 >> Self::BELOW) as i64;
        (aged < DAYS).then_some(FIRST_DAY + DAYS - 1 - aged)
    }

    /// Whether no other day shares the place of `date`.
    pub(super) fn is_exact(date: Date) -> bool {
        Self::is_exact_day(day_number(date))
    }

    /// The same of a day counted from 1970-01-01.
    pub(super) fn is_exact_day(day: i64) -> bool {
        (FIRST_DAY + 1..FIRST_DAY + DAYS - 1).contains(&day)
    }

    fn aged(days: i64) -> Self {
        Self(days.clamp(0, DAYS - 1).unsigned_abs() << Self::BELOW)
    }
}
