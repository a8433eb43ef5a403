//! Puts parts of a query together as their operators say.

use super::super::text::{Near, Scope, Text, Word};
use super::super::wording::text_of;
use super::super::{Query, QueryError};
use super::dialect::{Dialect, Operator, Space};
use crate::text::Span;

pub(super) fn phrase(mut words: Vec<Word>) -> Text {
    if words.len() == 1 { Text::Word(words.remove(0)) } else { Text::Phrase(words) }
}

pub(super) fn join(left: Query, operator: Operator, right: Query, span: Span) -> Result<Query, QueryError> {
    Ok(match operator {
        Operator::And => Query::And(flat(left, right, Flat::And)),
        Operator::Or => Query::Or(flat(left, right, Flat::Or)),
        Operator::Not => Query::And(flat(left, Query::Not(Box::new(right)), Flat::And)),
        // Stands in front of a part, never between two.
        Operator::AtLeast(_) => left,
        Operator::Near(within, order, sense) => {
            let (left, right) = (text_of(left, span)?, text_of(right, span)?);
            Query::Text(Scope::Anywhere, Text::Near(Box::new(Near { left, right, within, order, sense })))
        }
    })
}

/// Whether `operator` stands in front of what it changes only.
pub(super) fn is_prefix(operator: Operator) -> bool {
    matches!(operator, Operator::AtLeast(_))
}

/// Gives `+` and `-` their meaning where a space means `OR`: what must be there, what must not, and the rest,
/// of which at least one must be there when nothing else must. Until then `+a` is an AND of one part.
pub(super) fn settled(query: Query, dialect: &Dialect) -> Query {
    let parts: Vec<Query> = match query {
        Query::Or(parts) if dialect.space == Space::Or => parts.into_iter().map(|part| denied(part, dialect)).collect(),
        Query::Not(inner) => return Query::Not(Box::new(settled(*inner, dialect))),
        Query::And(mut parts) if parts.len() == 1 => return settled(parts.remove(0), dialect),
        Query::And(parts) => return Query::And(parts.into_iter().map(|part| settled(part, dialect)).collect()),
        query => return query,
    };
    let (must, others): (Vec<Query>, Vec<Query>) =
        parts.into_iter().partition(|part| matches!(part, Query::And(inner) if inner.len() == 1));
    let (must_not, free): (Vec<Query>, Vec<Query>) = others.into_iter().partition(|part| matches!(part, Query::Not(_)));
    let mut all: Vec<Query> = must.into_iter().map(|part| settled(part, dialect)).collect();
    let free: Vec<Query> = free.into_iter().map(|part| settled(part, dialect)).collect();
    if all.is_empty() && !free.is_empty() {
        all.push(single(free, Query::Or));
    }
    all.extend(must_not);
    single(all, Query::And)
}

fn single(mut parts: Vec<Query>, many: fn(Vec<Query>) -> Query) -> Query {
    if parts.len() == 1 { parts.remove(0) } else { many(parts) }
}

/// Which of two kinds of lists.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Flat {
    And,
    Or,
}

/// The parts of both in one list.
fn flat(left: Query, right: Query, kind: Flat) -> Vec<Query> {
    let mut out = match (left, kind) {
        (Query::And(parts), Flat::And) | (Query::Or(parts), Flat::Or) => parts,
        (left, _) => vec![left],
    };
    out.push(right);
    out
}

pub(super) fn dangling(operator: &str, span: Span, side: &str) -> QueryError {
    let operator = QueryError::shorten(operator);
    let hint = format!("write what is missing, or \"{operator}\" in quotation marks to search for the word");
    QueryError::new(span, format!("'{operator}' has nothing {side} it"), hint)
}

/// What must not be there, settled as a query of its own.
fn denied(part: Query, dialect: &Dialect) -> Query {
    match part {
        Query::Not(inner) => Query::Not(Box::new(settled(*inner, dialect))),
        part => part,
    }
}
