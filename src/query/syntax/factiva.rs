//! Free text as in Factiva.
//!
//! | write | means |
//! | --- | --- |
//! | `nuclear war` | the words next to each other |
//! | `a and b`, `a or b`, `a not b` | `near` and its like bind tightest, then `not`, then `and`, then `or` |
//! | `a near5 b` | at most 5 words apart, either first |
//! | `a w/5 b`, `a adj5 b` | the left one first |
//! | `a same b` | in one paragraph |
//! | `atleast3 a` | at least three times |
//! | `condemn*`, `condemn$` | any ending |
//! | `wom?n` | one letter |
//! | `hd=a`, `hlp=(a or b)`, `by=a`, `cr=a` | headline; headline and first paragraph; byline; credit |
//! | `re=usa` | a country in any role |
//! | `date after 20241105`, `date before 20241105` | later; earlier |

use super::super::text::{Order, Sense, Within, Word, WordForm};
use super::super::{Field, QueryError};
use super::dialect::{Dialect, Marks, Operator, Part, Quoted, Space, number_behind};
use crate::text::Span;

pub(super) const FACTIVA: Dialect =
    Dialect { space: Space::Phrase, quoted: Quoted::ByStem, operator, strength, word, part, marks: Marks::No };

fn operator(word: &str) -> Option<Operator> {
    let word = word.to_ascii_lowercase();
    let near = |within, order| Some(Operator::Near(within, order, Sense::Near));
    match word.as_str() {
        "and" => Some(Operator::And),
        "or" => Some(Operator::Or),
        "not" => Some(Operator::Not),
        "same" => near(Within::Paragraph, Order::Either),
        word => {
            if let Some(count) = number_behind("atleast", word) {
                return Some(Operator::AtLeast(count));
            }
            if let Some(words) = number_behind("near", word) {
                return near(Within::Words(words), Order::Either);
            }
            let words = number_behind("w/", word).or_else(|| number_behind("adj", word))?;
            near(Within::Words(words), Order::Ordered)
        }
    }
}

fn strength(operator: Operator) -> u32 {
    match operator {
        Operator::AtLeast(_) => 50,
        Operator::Near(..) => 40,
        Operator::Not => 30,
        Operator::And => 20,
        Operator::Or => 10,
    }
}

fn word(written: &str, span: Span) -> Result<Word, QueryError> {
    let written = written.strip_suffix('$').map_or_else(|| written.to_owned(), |letters| format!("{letters}*"));
    super::super::wording::words(&written, WordForm::Stem, span)
}

fn part(name: &str) -> Option<Part> {
    match name.to_ascii_lowercase().as_str() {
        "hlp" => Some(Part::Lead),
        "hd" => Some(Part::Field(Field::Headline)),
        "by" => Some(Part::Field(Field::Byline)),
        "cr" => Some(Part::Field(Field::Credit)),
        "se" => Some(Part::Field(Field::Section)),
        "re" => Some(Part::Field(Field::Country)),
        "la" | "lp" | "td" | "ns" | "co" | "in" | "rst" | "sn" | "wc" | "an" | "art" | "clm" => Some(Part::Missing),
        name => Field::named(name).map(Part::Field),
    }
}
