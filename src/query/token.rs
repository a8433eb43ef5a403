//! Splits the text of a query into operators, parentheses, words and field names.

use super::cursor::{Cursor, is_quote};
use super::{Field, QueryError};
use crate::text::Span;

/// One token of a query.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token<'q> {
    pub kind: TokenKind<'q>,
    pub span: Span,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TokenKind<'q> {
    Open,
    Close,
    And,
    Or,
    /// `NOT`, or a hyphen directly before what it denies.
    Not,
    Word(&'q str),
    /// The text between quotation marks.
    Quoted(&'q str),
    /// A field's name; its values stand behind the colon, where the cursor is left.
    Field(Field),
}

/// The next token, or `None` at the end of the text.
pub(super) fn next<'q>(cursor: &mut Cursor<'q>) -> Result<Option<Token<'q>>, QueryError> {
    cursor.skip_space();
    let start = cursor.at;
    let Some(first) = cursor.peek() else { return Ok(None) };
    let kind = match first {
        '(' => step(cursor, TokenKind::Open),
        ')' => step(cursor, TokenKind::Close),
        '-' if denies(cursor) => step(cursor, TokenKind::Not),
        c if is_quote(c) => quoted(cursor)?,
        _ => run(cursor)?,
    };
    Ok(Some(Token { kind, span: cursor.since(start) }))
}

fn step<'q>(cursor: &mut Cursor<'q>, kind: TokenKind<'q>) -> TokenKind<'q> {
    cursor.at += 1;
    kind
}

fn quoted<'q>(cursor: &mut Cursor<'q>) -> Result<TokenKind<'q>, QueryError> {
    let inner = cursor.quoted()?;
    Ok(TokenKind::Quoted(cursor.of(inner)))
}

/// Whether the hyphen that is next stands directly before something.
fn denies(cursor: &Cursor) -> bool {
    cursor.rest().chars().nth(1).is_some_and(|c| !c.is_whitespace() && c != ')')
}

/// An operator, a word, or a field's name with its colon.
fn run<'q>(cursor: &mut Cursor<'q>) -> Result<TokenKind<'q>, QueryError> {
    let start = cursor.at;
    let text = cursor.run(|c| c.is_whitespace() || is_quote(c) || matches!(c, '(' | ')' | ':'));
    let span = cursor.since(start);
    if cursor.skip(':') {
        return match Field::named(text) {
            Some(field) => Ok(TokenKind::Field(field)),
            None => Err(no_field(text, span, cursor)),
        };
    }
    Ok(match text {
        "AND" => TokenKind::And,
        "OR" => TokenKind::Or,
        "NOT" => TokenKind::Not,
        word => TokenKind::Word(word),
    })
}

fn no_field(name: &str, span: Span, cursor: &Cursor) -> QueryError {
    let colon = Span::new(span.end, span.end + 1);
    let tail = cursor.rest().split(|c: char| c.is_whitespace() || is_quote(c)).next().unwrap_or_default();
    if name.is_empty() {
        return QueryError::new(colon, "there is no field before this colon", Field::list());
    }
    let message = format!("there is no field '{}'", QueryError::shorten(name));
    let is_address = tail.starts_with("//");
    let is_time = name.ends_with(|c: char| c.is_ascii_digit());
    if tail.len() <= 80 && (is_address || is_time) {
        let hint = format!("to search for it as text, put it in quotation marks: \"{name}:{tail}\"");
        return QueryError::new(span, message, hint);
    }
    let hint = match Field::nearest(name) {
        Some(near) => format!("did you mean '{near}'? {}", Field::list()),
        None => format!("{}; put text that has a colon in quotation marks", Field::list()),
    };
    QueryError::new(span, message, hint)
}
