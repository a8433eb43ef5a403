//! Reads dates as other archives write them.

use super::super::cursor::Cursor;
use super::super::item::{Form, Item};
use super::super::{Days, QueryError, date};
use crate::text::Span;

const FORMS: &str = "write DATE IS 2024, DATE AFT 2024-11-05, DATE BEF 11/05/2024 or DATE FROM 20240101 TO 20241231";

/// The days behind the word `date`, which stands at `name`.
pub(super) fn in_words(cursor: &mut Cursor, name: Span) -> Result<Days, QueryError> {
    let (word, word_span) = word(cursor);
    let is = |words: &[&str]| words.iter().any(|known| known.eq_ignore_ascii_case(word));
    if is(&["from"]) {
        let first = day(cursor)?;
        let (to, to_span) = self::word(cursor);
        if !to.eq_ignore_ascii_case("to") {
            return Err(QueryError::new(to_span, "a range needs TO behind its first day", FORMS));
        }
        let last = day(cursor)?;
        return if first.from > last.to {
            Err(QueryError::new(name, "the range runs backwards", FORMS))
        } else {
            Ok(Days { from: first.from, to: last.to })
        };
    }
    if is(&["is", "="]) {
        return day(cursor);
    }
    if is(&["aft", "after", ">"]) {
        let days = day(cursor)?;
        return Ok(Days { from: days.to.and_then(|last| last.tomorrow().ok()), to: None });
    }
    if is(&["bef", "before", "<"]) {
        let days = day(cursor)?;
        return Ok(Days { from: None, to: days.from.and_then(|first| first.yesterday().ok()) });
    }
    let span = if word.is_empty() { name } else { word_span };
    Err(QueryError::new(
        span,
        "behind DATE stands IS, AFT, BEF or FROM",
        format!("{FORMS}; put a word in quotation marks"),
    ))
}

/// `[20240101 TO 20241231]`, the cursor before the bracket.
pub(super) fn in_brackets(cursor: &mut Cursor) -> Result<Days, QueryError> {
    let open = cursor.next_span();
    cursor.at = open.end;
    let inside = cursor.run(|c| c == ']');
    if !cursor.skip(']') {
        return Err(QueryError::new(open, "this bracket is not closed", "close it behind the last day"));
    }
    let all = cursor.since(open.start);
    let hint = "write date:[20240101 TO 20241231]";
    let Some((first, last)) = inside.split_once(" TO ") else {
        return Err(QueryError::new(all, "a range has TO between its days", hint));
    };
    let end = |text: &str| if text.trim() == "*" { Ok(Days { from: None, to: None }) } else { read(text.trim(), all) };
    let days = Days { from: end(first)?.from, to: end(last)?.to };
    if days.from.is_none() && days.to.is_none() || (days.to.is_some() && days.from > days.to) {
        return Err(QueryError::new(all, "the range holds no days, or all", hint));
    }
    Ok(days)
}

fn word<'q>(cursor: &mut Cursor<'q>) -> (&'q str, Span) {
    cursor.skip_space();
    let start = cursor.at;
    let word = cursor.run(|c| c.is_whitespace() || matches!(c, '(' | ')'));
    (word, cursor.since(start))
}

fn day(cursor: &mut Cursor) -> Result<Days, QueryError> {
    let (text, span) = word(cursor);
    read(text, if span.is_empty() { cursor.next_span() } else { span })
}

/// `2024-11-05`, `20241105` or `11/05/2024`, month first; a month or a year is all its days.
fn read(text: &str, span: Span) -> Result<Days, QueryError> {
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let slashes: Vec<&str> = text.split('/').collect();
    let written = match slashes.as_slice() {
        [month, day, year] if digits(month) && digits(day) && year.len() == 4 && digits(year) => {
            format!("{year}-{month:0>2}-{day:0>2}")
        }
        _ if text.len() == 8 && digits(text) => format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..]),
        _ => text.to_owned(),
    };
    let item = Item { form: Form::Bare, text: &written, text_span: span, span };
    date::range(&item, None).map_err(|error| QueryError::new(span, error.message, FORMS))
}
