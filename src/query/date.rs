//! Reads the ranges of days that `date:` takes.

use jiff::civil::Date;

use super::item::{Form, Item};
use super::{Days, QueryError};
use crate::knowledge::days;
use crate::text::Span;

const FORMS: &str = "write 2024, 2024-10, 2024-10-31, 2024-10..2024-12, 2024.., ..2024, >=2024-10, >, <=, < or 7d";

/// The days `item` stands for; some forms count back from `today`.
pub(super) fn range(item: &Item, today: Option<Date>) -> Result<Days, QueryError> {
    if !matches!(item.form, Form::Bare | Form::Quoted) {
        return Err(QueryError::new(item.span, "date: takes no set of countries", FORMS));
    }
    let at = item.text_span.start;
    if let Some(span) = back(item.text) {
        return before_today(span, item, today);
    }
    if let Some((from, to)) = item.text.split_once("..") {
        return between(from, to, at, item.span);
    }
    compared(item.text, at, item.span)
}

/// `7d`, `2w`, `3m`, `1y`.
fn back(text: &str) -> Option<jiff::Span> {
    let (digits, unit) = text.split_at_checked(text.len().checked_sub(1)?)?;
    let count: i64 = digits.parse().ok().filter(|count| (0..10_000).contains(count))?;
    let span = jiff::Span::new();
    match unit {
        "d" | "D" => span.try_days(count),
        "w" | "W" => span.try_weeks(count),
        "m" | "M" => span.try_months(count),
        "y" | "Y" => span.try_years(count),
        _ => return None,
    }
    .ok()
}

fn before_today(span: jiff::Span, item: &Item, today: Option<Date>) -> Result<Days, QueryError> {
    let Some(today) = today else {
        let message =
            format!("'{}' counts back from today, and no day is given as today", QueryError::shorten(item.text));
        return Err(QueryError::new(item.span, message, FORMS));
    };
    let from = today.checked_sub(span).ok().filter(|from| from.year() >= 0);
    from.map(|from| Days { from: Some(from), to: Some(today) })
        .ok_or_else(|| QueryError::new(item.span, "there is no such day", FORMS))
}

fn between(from: &str, to: &str, at: usize, all: Span) -> Result<Days, QueryError> {
    if from.is_empty() && to.is_empty() {
        return Err(QueryError::new(all, "the range has neither a first nor a last day", FORMS));
    }
    let first = optional(from, at)?.map(|(first, _)| first);
    let last = optional(to, at + from.len() + 2)?.map(|(_, last)| last);
    if first > last && last.is_some() {
        let hint = format!("write the earlier date first: {to}..{from}");
        return Err(QueryError::new(all, "the range runs backwards", hint));
    }
    Ok(Days { from: first, to: last })
}

fn optional(text: &str, at: usize) -> Result<Option<(Date, Date)>, QueryError> {
    if text.is_empty() { Ok(None) } else { day(text, at).map(Some) }
}

/// One day, month or year, or all that come before or after it.
fn compared(text: &str, at: usize, all: Span) -> Result<Days, QueryError> {
    let date = text.trim_start_matches(['<', '>', '=']);
    let sign = &text[..text.len() - date.len()];
    if !sign.is_empty() && date.is_empty() {
        return Err(QueryError::new(all, format!("there is no date behind '{}'", QueryError::shorten(sign)), FORMS));
    }
    let (first, last) = day(date, at + sign.len())?;
    let (from, to) = match sign {
        "" => (Some(first), Some(last)),
        ">=" => (Some(first), None),
        ">" => (last.tomorrow().ok(), None),
        "<=" => (None, Some(last)),
        "<" => (None, first.yesterday().ok().filter(|day| day.year() >= 0)),
        _ => {
            let message = format!("'{}' compares nothing", QueryError::shorten(sign));
            return Err(QueryError::new(Span::new(at, at + sign.len()), message, FORMS));
        }
    };
    if from.is_none() && to.is_none() {
        return Err(QueryError::new(all, "there is no such day", FORMS));
    }
    Ok(Days { from, to })
}

/// The first and last day of `text`, which stands at byte `at` of the query.
fn day(text: &str, at: usize) -> Result<(Date, Date), QueryError> {
    let span = Span::new(at, at + text.len());
    if !is_written_as_date(text) {
        return Err(QueryError::new(span, format!("'{}' is not a date", QueryError::shorten(text)), FORMS));
    }
    days(text).ok_or_else(|| {
        let hint = "months run from 01 to 12, days from 01 to the last of the month";
        QueryError::new(span, format!("there is no date {text}"), hint)
    })
}

/// Whether `text` has the digits and hyphens of a year, month or day, existing or not.
pub(super) fn is_written_as_date(text: &str) -> bool {
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let lengths: Vec<usize> = text.split('-').take(4).map(str::len).collect();
    text.split('-').all(digits) && matches!(lengths.as_slice(), [4] | [4, 2] | [4, 2, 2])
}
