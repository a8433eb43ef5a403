//! Terms and connectors as in `LexisNexis`.
//!
//! | write | means |
//! | --- | --- |
//! | `nuclear war` | the words next to each other |
//! | `"nuclear war"` | the same, letter by letter |
//! | `a OR b`, `a AND b`, `a AND NOT b` | `OR` binds tightest, then what follows, then `AND`, then `AND NOT` |
//! | `a w/5 b`, `a /5 b` | at most 5 words apart, either first; of several the smallest number binds first |
//! | `a pre/5 b`, `a w/s b`, `a w/p b`, `a not w/5 b` | in order; in one sentence; in one paragraph; away from |
//! | `condemn!` | any ending |
//! | `wom*n` | one letter |
//! | `ATLEAST3(a)` | at least three times |
//! | `HEADLINE(a OR b)` | either in that part: names with only `AND` or only `OR` between them |
//! | `HEADLINE(a)`, `HLEAD(a)`, `BYLINE(a)`, `SECTION(a)`, `DATELINE(a)` | in that part of the article |
//! | `DATE IS 2024-11-05`, `DATE AFT 2024`, `DATE BEF 11/05/2024` | that day; later; earlier |

use super::super::text::{Order, Sense, Within, Word, WordForm};
use super::super::{Field, QueryError};
use super::dialect::{Dialect, Marks, Operator, Part, Quoted, Space, number_behind};
use crate::text::Span;

pub(super) const LEXIS: Dialect =
    Dialect { space: Space::Phrase, quoted: Quoted::ByLetter, operator, strength, word, part, marks: Marks::No };

fn operator(word: &str) -> Option<Operator> {
    let word = word.to_ascii_lowercase();
    let near = |within, order| Some(Operator::Near(within, order, Sense::Near));
    match word.as_str() {
        "and" | "&" => Some(Operator::And),
        "or" => Some(Operator::Or),
        "not" => Some(Operator::Not),
        "w/s" | "w/sent" | "/s" => near(Within::Sentence, Order::Either),
        "w/p" | "w/para" | "/p" => near(Within::Paragraph, Order::Either),
        "pre/s" => near(Within::Sentence, Order::Ordered),
        "pre/p" => near(Within::Paragraph, Order::Ordered),
        word => {
            if let Some(count) = number_behind("atleast", word) {
                return Some(Operator::AtLeast(count));
            }
            if let Some(words) = number_behind("pre/", word) {
                return near(Within::Words(words), Order::Ordered);
            }
            let words = number_behind("w/", word).or_else(|| number_behind("/", word))?;
            near(Within::Words(words), Order::Either)
        }
    }
}

fn strength(operator: Operator) -> u32 {
    match operator {
        Operator::AtLeast(_) => 3000,
        Operator::Or => 2000,
        Operator::Near(Within::Words(words), ..) => 1000 - words,
        Operator::Near(Within::Sentence, ..) => 300,
        Operator::Near(Within::Paragraph, ..) => 200,
        Operator::And => 100,
        Operator::Not => 90,
    }
}

fn word(written: &str, span: Span) -> Result<Word, QueryError> {
    let (letters, ending) = match written.strip_suffix('!') {
        Some(letters) => (letters, "*"),
        None => (written, ""),
    };
    if letters.contains('!') {
        return Err(QueryError::new(span, "! stands at the end of a word only", "write the letters before it"));
    }
    if letters.ends_with('*') {
        let hint = format!("write {}! for any ending", letters.trim_end_matches('*'));
        return Err(QueryError::new(span, "* stands for one letter inside a word", hint));
    }
    if ending.is_empty() && !letters.contains('*') {
        let plain = written.trim_matches(|c: char| !c.is_alphanumeric());
        if plain.contains(['?', '~']) {
            return Err(QueryError::new(
                span,
                "? and ~ are no signs of this syntax",
                "write * for one letter, ! for any ending",
            ));
        }
        return Ok(Word::stem(plain));
    }
    let text = format!("{}{ending}", letters.replace('*', "?"));
    super::super::wording::words(&text, WordForm::Stem, span)
}

fn part(name: &str) -> Option<Part> {
    match name.to_ascii_lowercase().as_str() {
        "hlead" => Some(Part::Lead),
        "lead" | "body" | "publication" | "language" | "length" | "subject" | "geographic" => Some(Part::Missing),
        name => Field::named(name).map(Part::Field),
    }
}
