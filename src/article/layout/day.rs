//! Days as newswire writes them.

use jiff::civil::Date;

/// A day of a month, with its year when it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::article) struct WrittenDay {
    year: Option<i16>,
    month: i8,
    day: i8,
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Words that stand beside the date in a line that only says when.
const BESIDE: [&str; 20] = [
    "published",
    "updated",
    "update",
    "posted",
    "modified",
    "first",
    "last",
    "date",
    "on",
    "at",
    "am",
    "pm",
    "a.m",
    "p.m",
    "min",
    "mins",
    "minute",
    "minutes",
    "read",
    "ago",
];

impl WrittenDay {
    /// The date; without a written year the one nearest to `published`, or none when nothing tells.
    pub(in crate::article) fn near(self, published: Option<Date>) -> Option<Date> {
        if let Some(year) = self.year {
            return Date::new(year, self.month, self.day).ok();
        }
        let published = published?;
        (published.year() - 1..=published.year() + 1)
            .filter_map(|year| Date::new(year, self.month, self.day).ok())
            .min_by_key(|date| date.duration_since(published).abs())
    }
}

/// The day `text` opens with, and what follows it.
///
/// Reads "Tuesday, 05 Nov 2024", "November 5, 2024", "Sept. 22", "26-FEB-1987" and "2024-11-05".
pub(in crate::article) fn leading_day(text: &str) -> Option<(WrittenDay, &str)> {
    let text = text.trim_start();
    let text = after_weekday(text).unwrap_or(text);
    year_first(text).or_else(|| day_first(text)).or_else(|| month_first(text))
}

/// The date of a line that says nothing else: "Published: Nov 5, 2024 10:15 AM GMT".
pub(super) fn date_line(line: &str) -> Option<Date> {
    const LONGEST: usize = 120;
    let mut found = None;
    let mut rest = if line.len() > LONGEST { return None } else { line };
    loop {
        rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
        if rest.is_empty() {
            return found;
        }
        if let Some((day, after)) = leading_day(rest)
            && day.year.is_some()
        {
            found = found.or(day.near(None));
            rest = after;
            continue;
        }
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '.').unwrap_or(rest.len());
        let word = rest[..end].trim_end_matches('.');
        if !stands_beside_date(word) {
            return None;
        }
        rest = &rest[end..];
    }
}

/// Whether `word` is a clock time, a time zone or one of [`BESIDE`].
fn stands_beside_date(word: &str) -> bool {
    let zone_or_time =
        word.len() <= 5 && word.chars().all(|c| c.is_ascii_digit() || c.is_ascii_uppercase() || c == '.');
    zone_or_time || BESIDE.contains(&word.to_ascii_lowercase().as_str())
}

fn after_weekday(text: &str) -> Option<&str> {
    let (word, rest) = leading_word(text);
    let word = word.to_ascii_lowercase();
    let known = word.len() >= 3 && WEEKDAYS.iter().any(|weekday| weekday.starts_with(&word));
    known.then(|| rest.trim_start_matches(['.', ',', ' ', '\u{A0}']))
}

fn year_first(text: &str) -> Option<(WrittenDay, &str)> {
    let (year, rest) = number(text, 4..=4)?;
    let separator = rest.chars().next().filter(|c| matches!(c, '-' | '/'))?;
    let (month, rest) = number(&rest[1..], 1..=2)?;
    let (day, rest) = number(rest.strip_prefix(separator)?, 1..=2)?;
    written(Some(year), i8::try_from(month).ok()?, day, rest)
}

fn day_first(text: &str) -> Option<(WrittenDay, &str)> {
    let (day, rest) = number(text, 1..=2)?;
    let rest = after_ordinal(rest);
    let (month, rest) = month(rest.trim_start_matches([' ', '-', '\u{A0}']))?;
    let (year, rest) = year_after(rest);
    written(year, month, day, rest)
}

fn month_first(text: &str) -> Option<(WrittenDay, &str)> {
    let (month, rest) = month(text)?;
    let (day, rest) = number(rest.trim_start(), 1..=2)?;
    let (year, rest) = year_after(after_ordinal(rest));
    written(year, month, day, rest)
}

fn year_after(rest: &str) -> (Option<i16>, &str) {
    let year = number(rest.trim_start_matches([',', ' ', '-', '\u{A0}']), 4..=4);
    year.map_or((None, rest), |(year, rest)| (Some(year), rest))
}

fn after_ordinal(rest: &str) -> &str {
    let (word, after) = leading_word(rest);
    if matches!(word, "st" | "nd" | "rd" | "th") { after } else { rest }
}

fn month(text: &str) -> Option<(i8, &str)> {
    let (word, rest) = leading_word(text);
    let word = word.to_ascii_lowercase();
    if word.len() < 3 {
        return None;
    }
    let month = (1..).zip(MONTHS).find(|(_, name)| name.starts_with(&word))?.0;
    Some((month, rest.strip_prefix('.').unwrap_or(rest)))
}

fn written(year: Option<i16>, month: i8, day: i16, rest: &str) -> Option<(WrittenDay, &str)> {
    let day = i8::try_from(day).ok()?;
    let any_leap_year = 2000;
    Date::new(year.unwrap_or(any_leap_year), month, day).ok()?;
    Some((WrittenDay { year, month, day }, rest))
}

/// The number `text` opens with, when it has as many digits as `len` allows.
fn number(text: &str, len: std::ops::RangeInclusive<usize>) -> Option<(i16, &str)> {
    let end = text.bytes().take_while(u8::is_ascii_digit).count();
    if !len.contains(&end) {
        return None;
    }
    Some((text[..end].parse().ok()?, &text[end..]))
}

fn leading_word(text: &str) -> (&str, &str) {
    text.split_at(text.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(text.len()))
}
