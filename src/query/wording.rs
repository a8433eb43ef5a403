//! Turns what is written in a query into conditions on running text.

use super::text::{Scope, Text, Word, WordForm};
use super::{Query, QueryError};
use crate::text::Span;

/// Letters a word needs before its `*`: fewer would stand for half of all words.
const FEWEST_LETTERS: usize = 2;

/// One word as written at `span`, with its wildcards; behind `=` there are none.
pub(super) fn words(written: &str, form: WordForm, span: Span) -> Result<Word, QueryError> {
    if form == WordForm::Exact {
        return Ok(Word { text: written.to_owned(), form });
    }
    if let Some((text, distance)) = fuzzy(written) {
        return match distance {
            1 | 2 => Ok(Word { text: text.to_owned(), form: WordForm::Fuzzy(distance) }),
            _ => Err(QueryError::new(span, "~ takes 1 or 2 letters", format!("write {}~1", QueryError::shorten(text)))),
        };
    }
    let stem = written.strip_suffix('*').unwrap_or(written);
    if stem.contains('*') {
        let hint = "write the letters before it, or ? for each letter";
        return Err(QueryError::new(span, "* stands at the end of a word only", hint));
    }
    if !is_pattern(written) {
        return Ok(Word::stem(written));
    }
    if stem.chars().filter(|c| c.is_alphanumeric()).count() < FEWEST_LETTERS {
        let message = format!("'{}' would be nearly any word", QueryError::shorten(written));
        return Err(QueryError::new(span, message, format!("write at least {FEWEST_LETTERS} letters besides * and ?")));
    }
    Ok(Word { text: written.to_owned(), form: WordForm::Pattern })
}

/// Whether `*` ends the word, or `?` stands before a letter: elsewhere `?` ends a question.
pub(super) fn is_pattern(written: &str) -> bool {
    let marks = written.match_indices('?').any(|(at, _)| {
        let behind = written[at + 1..].trim_start_matches('?');
        behind.starts_with(|c: char| c.is_alphanumeric() || c == '*')
    });
    written.ends_with('*') || marks
}

/// The word before `~` and how many letters may differ: `Kyiw~`, `Kyiw~1`.
pub(super) fn fuzzy(written: &str) -> Option<(&str, u8)> {
    let (text, digits) = written.rsplit_once('~')?;
    if !text.contains(char::is_alphanumeric) || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    Some((text, if digits.is_empty() { 1 } else { digits.parse().unwrap_or(u8::MAX) }))
}

/// `query` as text for the operator at `operator`.
pub(super) fn text_of(query: Query, operator: Span) -> Result<Text, QueryError> {
    match query {
        Query::Text(Scope::Anywhere, text) => Ok(text),
        Query::Or(parts) => {
            let parts = parts.into_iter().map(|part| text_of(part, operator));
            Ok(Text::Any(parts.collect::<Result<_, _>>()?))
        }
        Query::And(_) => Err(QueryError::new(
            operator,
            "this operator takes words, phrases or an OR of them, not an AND",
            "write it once for each: a w/5 b AND a w/5 c",
        )),
        _ => Err(QueryError::new(
            operator,
            "this operator takes words, phrases or an OR of them",
            "put a space or AND between words and fields: a w/5 b AND signatory:NAME",
        )),
    }
}

/// `query` with its words looked for in the headline and the first paragraph.
pub(super) fn in_lead(query: Query, at: Span) -> Result<Query, QueryError> {
    let all = |parts: Vec<Query>| parts.into_iter().map(|part| in_lead(part, at)).collect::<Result<Vec<_>, _>>();
    match query {
        Query::Text(_, text) => Ok(Query::Text(Scope::Lead, text)),
        Query::And(parts) => all(parts).map(Query::And),
        Query::Or(parts) => all(parts).map(Query::Or),
        Query::Not(inner) => in_lead(*inner, at).map(|inner| Query::Not(Box::new(inner))),
        Query::Is(..) => {
            Err(QueryError::new(at, "hlead() takes words, not fields", "write the field outside of its parentheses"))
        }
    }
}
