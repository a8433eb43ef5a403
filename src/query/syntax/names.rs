//! Reads the names between the parentheses of a part, such as `HEADLINE(korea OR troops)`.

use super::super::QueryError;
use super::super::cursor::{Cursor, is_quote};
use super::dialect::{Dialect, Operator};
use super::joined::dangling;
use crate::text::Span;

/// The names in `inside`, without quotation marks around them, and what stands between them: `AND` or `OR`,
/// which is also between the parts of one name alone.
pub(super) fn names(cursor: &Cursor, inside: Span, dialect: &Dialect) -> Result<(Operator, Vec<Span>), QueryError> {
    let mut names = Vec::new();
    let mut between: Option<(Operator, Span)> = None;
    let mut name: Option<Span> = None;
    let mut is_quoted = false;
    let mut at = inside.start;
    for word in cursor.of(inside).split_inclusive(char::is_whitespace) {
        let span = cursor.trimmed(Span::new(at, at + word.len()));
        at += word.len();
        if span.is_empty() {
            continue;
        }
        let operator = (dialect.operator)(cursor.of(span)).filter(|_| !is_quoted);
        is_quoted ^= word.matches(is_quote).count() % 2 == 1;
        let Some(operator) = operator else {
            name = Some(name.map_or(span, |before| before.cover(span)));
            continue;
        };
        let fits = between.is_none_or(|(known, _)| known == operator);
        if !fits || !matches!(operator, Operator::And | Operator::Or) {
            let message = "in a part, names have only AND or only OR between them";
            return Err(QueryError::new(span, message, "write a part for each name, and the operators between them"));
        }
        let before = name.take().ok_or_else(|| dangling(cursor.of(span), span, "before"))?;
        names.push(unquoted(cursor, before)?);
        between = Some((operator, span));
    }
    match (name, between) {
        (Some(name), _) => names.push(unquoted(cursor, name)?),
        (None, Some((_, span))) => return Err(dangling(cursor.of(span), span, "after")),
        (None, None) => {}
    }
    Ok((between.map_or(Operator::Or, |(operator, _)| operator), names))
}

/// `name` without the quotation marks around it.
fn unquoted(cursor: &Cursor, name: Span) -> Result<Span, QueryError> {
    let text = cursor.of(name);
    let start = name.start + (text.len() - text.trim_start_matches(is_quote).len());
    let end = start + text.trim_matches(is_quote).len();
    let bare = cursor.trimmed(Span::new(start, end));
    if bare.is_empty() || cursor.of(bare).contains(is_quote) {
        let hint = "put quotation marks around the whole name, or leave them out";
        return Err(QueryError::new(name, "a quotation mark stands inside this name", hint));
    }
    Ok(bare)
}
