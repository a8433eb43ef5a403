//! Splits a query of any dialect into its pieces.

use super::super::cursor::{Cursor, is_quote};
use super::super::text::{Order, Sense, Within};
use super::super::token::field_called;
use super::super::{Field, QueryError};
use super::dialect::{Dialect, Marks, Operator, Part};
use crate::text::Span;

/// One piece of a query.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece<'q> {
    pub kind: PieceKind<'q>,
    pub span: Span,
}

/// What a piece is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum PieceKind<'q> {
    Open,
    Close,
    Operator(Operator),
    /// `+` directly before what must be there.
    Must,
    /// `-` or `!` directly before what must not.
    MustNot,
    Word(&'q str),
    Quoted(&'q str),
    /// `"..."~5`
    Sloppy(&'q str, u32),
    /// `HEADLINE` before its parenthesis, or `hd` before its `=`, which is stepped over.
    Part(Part),
    /// A field's name and its colon; its values stand where the cursor is left.
    Field(Field),
    /// `date`, where the dialect writes dates in words.
    Date,
}

/// The next piece of `cursor`, or `None` at the end.
pub(super) fn next<'q>(cursor: &mut Cursor<'q>, dialect: &Dialect) -> Result<Option<Piece<'q>>, QueryError> {
    cursor.skip_space();
    let start = cursor.at;
    let Some(first) = cursor.peek() else { return Ok(None) };
    let second = cursor.rest().chars().nth(1);
    let stands_before = second.is_some_and(|c| !c.is_whitespace() && c != ')');
    let kind = match first {
        '(' => step(cursor, PieceKind::Open),
        ')' => step(cursor, PieceKind::Close),
        '+' if dialect.marks == Marks::Yes && stands_before => step(cursor, PieceKind::Must),
        '-' | '!' if dialect.marks == Marks::Yes && stands_before => step(cursor, PieceKind::MustNot),
        c if is_quote(c) => quoted(cursor, dialect)?,
        _ => run(cursor, dialect)?,
    };
    Ok(Some(Piece { kind, span: cursor.since(start) }))
}

fn step<'q>(cursor: &mut Cursor<'q>, kind: PieceKind<'q>) -> PieceKind<'q> {
    cursor.at += 1;
    kind
}

fn quoted<'q>(cursor: &mut Cursor<'q>, dialect: &Dialect) -> Result<PieceKind<'q>, QueryError> {
    let inner = cursor.quoted()?;
    let text = cursor.of(inner);
    if dialect.marks == Marks::No || !cursor.skip('~') {
        return Ok(PieceKind::Quoted(text));
    }
    let start = cursor.at - 1;
    let digits = cursor.run(|c| !c.is_ascii_digit());
    match digits.parse::<u32>() {
        Ok(words) if (1..=255).contains(&words) => Ok(PieceKind::Sloppy(text, words)),
        _ => Err(QueryError::new(cursor.since(start), "~ takes a number from 1 to 255", "write for example \"a b\"~5")),
    }
}

/// An operator, a word, or the name of a part or a field.
fn run<'q>(cursor: &mut Cursor<'q>, dialect: &Dialect) -> Result<PieceKind<'q>, QueryError> {
    let start = cursor.at;
    let ends = |c: char| c.is_whitespace() || is_quote(c) || matches!(c, '(' | ')' | ':' | '=');
    let text = cursor.run(ends);
    let span = cursor.since(start);
    match cursor.peek() {
        Some(':') => {
            cursor.at += 1;
            return field_called(text, span, cursor).map(PieceKind::Field);
        }
        Some('=') => {
            cursor.at += 1;
            return part(text, span, cursor.since(start), dialect);
        }
        Some('(') => {
            if let Some(part) = (dialect.part)(text).filter(|part| *part != Part::Field(Field::Date)) {
                return named(part, text, span);
            }
        }
        _ => {}
    }
    if text.is_empty() {
        return Err(QueryError::new(cursor.next_span(), "this stands alone", "leave it out"));
    }
    if text.eq_ignore_ascii_case("not")
        && let Some(apart) = apart(cursor, dialect)
    {
        return Ok(PieceKind::Operator(apart));
    }
    match (dialect.operator)(text) {
        Some(Operator::And) => return Ok(PieceKind::Operator(and_or_and_not(cursor, dialect))),
        Some(operator) => return Ok(PieceKind::Operator(operator)),
        None => {}
    }
    if text.eq_ignore_ascii_case("date") && dialect.marks == Marks::No {
        return Ok(PieceKind::Date);
    }
    Ok(PieceKind::Word(text))
}

fn part<'q>(text: &str, name: Span, all: Span, dialect: &Dialect) -> Result<PieceKind<'q>, QueryError> {
    if let Some(part) = (dialect.part)(text) {
        return named(part, text, name);
    }
    let message = format!("there is no part '{}='", QueryError::shorten(text));
    Err(QueryError::new(all, message, Field::list()))
}

fn named<'q>(part: Part, name: &str, span: Span) -> Result<PieceKind<'q>, QueryError> {
    if part == Part::Missing {
        let message = format!("the index does not hold what '{}' asks for", QueryError::shorten(name));
        return Err(QueryError::new(span, message, "leave it out"));
    }
    Ok(PieceKind::Part(part))
}

/// `w/5` behind a `not`: the one away from the other.
fn apart(cursor: &mut Cursor, dialect: &Dialect) -> Option<Operator> {
    let behind = cursor.at;
    cursor.skip_space();
    let text = cursor.run(|c| c.is_whitespace() || is_quote(c) || matches!(c, '(' | ')' | ':' | '='));
    if let Some(Operator::Near(within, order, _)) = (dialect.operator)(text) {
        return Some(Operator::Near(within, order, Sense::Apart));
    }
    cursor.at = behind;
    None
}

/// `AND NOT` is one operator.
fn and_or_and_not(cursor: &mut Cursor, dialect: &Dialect) -> Operator {
    let behind = cursor.at;
    cursor.skip_space();
    let text = cursor.run(|c| c.is_whitespace() || is_quote(c) || matches!(c, '(' | ')' | ':' | '='));
    if (dialect.operator)(text) == Some(Operator::Not) {
        return Operator::Not;
    }
    cursor.at = behind;
    Operator::And
}

/// At most so many words apart, either first.
pub(super) fn either_within(words: u32) -> Operator {
    Operator::Near(Within::Words(words), Order::Either, Sense::Near)
}
