//! Queries as in Lucene's classic parser.
//!
//! | write | means |
//! | --- | --- |
//! | `a b` | at least one of them |
//! | `a AND b`, `a && b`, `a OR b`, `a \|\| b`, `NOT a`, `!a` | `NOT` binds tightest, then `AND`, then `OR` and the space |
//! | `+a -b c` | `a` must be there and `b` must not; `c` is free, and changes nothing |
//! | `"a b"` | the words next to each other |
//! | `"a b"~5` | at most 5 words apart, either first |
//! | `condemn*`, `wom?n`, `Kyjiw~1` | any ending; one letter; letters different |
//! | `headline:a`, `signatory:KR`, `signatory:(KR OR JP)` | in that field |
//! | `date:[20240101 TO 20241231]`, `date:[2024 TO *]` | those days, both ends included |

use super::super::text::{Word, WordForm};
use super::super::{Field, QueryError};
use super::dialect::{Dialect, Marks, Operator, Part, Quoted, Space};
use crate::text::Span;

pub(super) const LUCENE: Dialect =
    Dialect { space: Space::Or, quoted: Quoted::ByStem, operator, strength, word, part, marks: Marks::Yes };

fn operator(word: &str) -> Option<Operator> {
    match word {
        "AND" | "&&" => Some(Operator::And),
        "OR" | "||" => Some(Operator::Or),
        "NOT" => Some(Operator::Not),
        _ => None,
    }
}

fn strength(operator: Operator) -> u32 {
    match operator {
        Operator::AtLeast(_) | Operator::Near(..) => 40,
        Operator::Not => 30,
        Operator::And => 20,
        Operator::Or => 10,
    }
}

fn word(written: &str, span: Span) -> Result<Word, QueryError> {
    if written.contains('^') {
        return Err(QueryError::new(span, "there are no weights here", "leave out ^ and the number behind it"));
    }
    super::super::wording::words(written, WordForm::Stem, span)
}

fn part(name: &str) -> Option<Part> {
    Field::named(name).map(Part::Field)
}
