//! Splits the text of a query into operators, parentheses, words and field names.

use super::cursor::{Cursor, is_quote};
use super::text::{Order, Sense, Within};
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
    /// The same behind an equals sign: to be compared letter by letter.
    Exact(&'q str),
    /// `w/5`, `pre/5`, `w/s`, `not w/p`.
    Near(Within, Order, Sense),
    /// `atleast3`
    AtLeast(u32),
    /// `hlead`, directly before a parenthesis.
    Lead,
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
        c if is_quote(c) => TokenKind::Quoted(quoted(cursor)?),
        '=' if cursor.rest().chars().nth(1).is_some_and(is_quote) => {
            cursor.at += 1;
            TokenKind::Exact(quoted(cursor)?)
        }
        _ => run(cursor)?,
    };
    Ok(Some(Token { kind, span: cursor.since(start) }))
}

fn step<'q>(cursor: &mut Cursor<'q>, kind: TokenKind<'q>) -> TokenKind<'q> {
    cursor.at += 1;
    kind
}

fn quoted<'q>(cursor: &mut Cursor<'q>) -> Result<&'q str, QueryError> {
    let inner = cursor.quoted()?;
    Ok(cursor.of(inner))
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
    if text.eq_ignore_ascii_case("not")
        && let Some(near) = apart(cursor)?
    {
        return Ok(near);
    }
    Ok(match text {
        "AND" => TokenKind::And,
        "OR" => TokenKind::Or,
        "NOT" => TokenKind::Not,
        word => match operator(word, span)? {
            Some(operator) => operator,
            None if word.eq_ignore_ascii_case("hlead") && cursor.peek() == Some('(') => TokenKind::Lead,
            None => TokenKind::Word(word),
        },
    })
}

/// `w/5` and the like behind a `not`; the cursor stands behind the `not` when there is none.
fn apart<'q>(cursor: &mut Cursor<'q>) -> Result<Option<TokenKind<'q>>, QueryError> {
    let behind = cursor.at;
    cursor.skip_space();
    let start = cursor.at;
    let text = cursor.run(|c| c.is_whitespace() || is_quote(c) || matches!(c, '(' | ')' | ':'));
    if let Some(TokenKind::Near(within, order, _)) = operator(text, cursor.since(start))? {
        return Ok(Some(TokenKind::Near(within, order, Sense::Apart)));
    }
    cursor.at = behind;
    Ok(None)
}

/// Two texts are near each other up to this many words; a text occurs at least so often.
pub(super) const MOST_WORDS: u32 = 255;

/// `w/5`, `pre/s` or `atleast3`, in any case, when `word` is one.
fn operator<'q>(word: &str, span: Span) -> Result<Option<TokenKind<'q>>, QueryError> {
    let lower = word.to_ascii_lowercase();
    if let Some(digits) = lower.strip_prefix("atleast").filter(|digits| is_number(digits)) {
        return number(digits, "atleast", span).map(|count| Some(TokenKind::AtLeast(count)));
    }
    let (order, reach) = match lower.split_once('/') {
        Some(("w", reach)) => (Order::Either, reach),
        Some(("pre", reach)) => (Order::Ordered, reach),
        _ => return Ok(None),
    };
    let within = match reach {
        "s" => Within::Sentence,
        "p" => Within::Paragraph,
        digits if is_number(digits) => {
            Within::Words(number(digits, if order == Order::Either { "w/" } else { "pre/" }, span)?)
        }
        _ => return Ok(None),
    };
    Ok(Some(TokenKind::Near(within, order, Sense::Near)))
}

/// Whether `word` alone reads as an operator on texts, right or wrong.
pub(super) fn is_operator(word: &str) -> bool {
    !matches!(operator(word, Span::new(0, word.len())), Ok(None))
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

fn number(digits: &str, operator: &str, span: Span) -> Result<u32, QueryError> {
    let number = digits.parse().unwrap_or(u32::MAX);
    if (1..=MOST_WORDS).contains(&number) {
        return Ok(number);
    }
    let message = format!("{operator} takes a number from 1 to {MOST_WORDS}");
    Err(QueryError::new(
        span,
        message,
        format!("write for example {operator}5; w/s is one sentence, w/p one paragraph"),
    ))
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
