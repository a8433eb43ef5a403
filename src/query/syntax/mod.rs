//! Other ways of writing queries: what users of news archives have in their fingers.
//!
//! | | demarche | lexis | factiva | lucene |
//! | --- | --- | --- | --- | --- |
//! | a space means | `AND` | next to each other | next to each other | `OR` |
//! | binds tightest first | near, `NOT`, `AND`, `OR` | `OR`, near (small numbers first), `AND`, `AND NOT` | near, `NOT`, `AND`, `OR` | `NOT`, `AND`, `OR` |
//! | operators are | upper case | in any case | in any case | upper case |
//! | near, either first | `w/5` | `w/5`, `/5` | `near5` | `"a b"~5` |
//! | near, in order | `pre/5` | `pre/5` | `w/5`, `adj5` | |
//! | in one sentence, paragraph | `w/s`, `w/p` | `w/s`, `w/p` | `same` (paragraph) | |
//! | away from | `not w/5` | `not w/5` | | |
//! | any ending | `condemn*` | `condemn!` | `condemn*`, `condemn$` | `condemn*` |
//! | any one letter | `wom?n` | `wom*n` | `wom?n` | `wom?n` |
//! | `"quoted words"` | by their stems | letter by letter | by their stems | by their stems |
//! | headline | `headline:` | `HEADLINE(...)` | `hd=` | `headline:` |
//! | headline and first paragraph | `hlead(...)` | `HLEAD(...)` | `hlp=` | |
//! | so often | `atleast3 a` | `ATLEAST3(a)` | `atleast3 a` | |
//! | date | `date:2024`, `date:>=2024-11` | `DATE IS 2024`, `AFT`, `BEF` | `date after 20241105`, `before` | `date:[20240101 TO 20241231]` |
//! | everything else | `field:value` | `field:value`, `FIELD(value)` | `field:value`, `by=`, `re=` | `field:value`, `+a`, `-a` |
//!
//! Each dialect is a [`Dialect`]: a table in a file of its own.

mod climb;
mod dates;
mod dialect;
mod factiva;
mod joined;
mod lexer;
mod lexis;
mod lucene;
mod names;

use super::{Query, QueryError, Reading};

/// A way of writing queries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Syntax {
    /// The program's own.
    #[default]
    Demarche,
    /// As in `LexisNexis`, terms and connectors.
    Lexis,
    /// As in Factiva's free text.
    Factiva,
    /// As in Lucene's classic query parser.
    Lucene,
}

/// Reads `text` in the syntax of `reading`.
pub(super) fn parse(text: &str, reading: &Reading) -> Result<Query, QueryError> {
    match reading.syntax {
        Syntax::Demarche => super::parse::parse(text, reading),
        Syntax::Lexis => climb::parse(text, reading, &lexis::LEXIS),
        Syntax::Factiva => climb::parse(text, reading, &factiva::FACTIVA),
        Syntax::Lucene => climb::parse(text, reading, &lucene::LUCENE),
    }
}
