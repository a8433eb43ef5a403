//! What belongs to a headline, an article, a statement or a text, and why.
//!
//! Ranking by subject compares the words and parties of what is asked for, *q*, with those of every
//! headline, article or statement, *d*:
//!
//! ```text
//! score = likeness(q, d) * closeness(days between q and d)
//!
//! likeness = ( sum over shared words    of share(w) * rarity(w)^2
//!            + sum over shared pairs    of pair * the lesser of the two words' worth
//!            + sum over shared parties  of party * rarity(p)^2
//!            + topic * overlap(topics of q, topics of d) * the worth of q's rarest word )
//!            / (words of d + 2)^length_power
//!            / the same for a headline of q's ten rarest words alone
//!
//! rarity(x)  = ln(1 + (N - n + 0.5) / (n + 0.5))^rarity_power      n of N documents have x
//! closeness  = far + (1 - far) * exp(-(days / 7)^days_power)
//! ```
//!
//! Words are stems; words that tell nothing of a subject ("after", "of") are left out, and only the 25 rarest are
//! asked with. A pair is two words next to each other in both. Parties are countries and organisations in
//! any spelling. Topics are Media Topics, of a headline by its own words; their overlap is the cosine of the two
//! sets, from 0 to 1. `share` is 1 in a headline and less in a body. All weights are in [`Weights`]. A text
//! without a day is first ranked without closeness; the day most of its likest documents stand around is
//! then taken for its own.
//!
//! The documents weighed so are the best by a rougher sum, without pairs, over everything that shares a
//! word or party.

mod asked;
mod by_list;
mod by_signatories;
mod by_subject;
mod candidate;
mod common_words;
mod content;
mod copies;
mod found;
mod subject;
mod weights;

pub use asked::Asked;
pub use by_list::by_list;
pub use by_signatories::by_signatories;
pub use by_subject::by_subject;
pub use found::{Found, RelatedHit, Why};
pub use weights::Weights;

use jiff::civil::Date;

use crate::article::headline_key;
use crate::index::{ArticleId, DocumentKind, HeadlineEntry, IndexError, StatementIndex};

/// What kind of relations are wanted, and how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    /// Headlines, articles or statements.
    pub hits: DocumentKind,
    /// At most so many.
    pub limit: usize,
    /// None before this day.
    pub since: Option<Date>,
    /// None after this day.
    pub until: Option<Date>,
}

/// The indexed article `headline` belongs to: the one with the same headline, whose day is closest. A
/// headline without one dangles until the article arrives.
///
/// # Errors
/// When the index cannot be read.
pub fn link(index: &StatementIndex, headline: &HeadlineEntry) -> Result<Option<ArticleId>, IndexError> {
    let days = |date: Option<Date>| Why::days_between(headline.date, date).map_or(i32::MAX, i32::abs);
    let found = index.articles_titled(&headline_key(&headline.text))?;
    Ok(found.into_iter().min_by_key(|(id, date)| (days(*date), id.clone())).map(|(id, _)| id))
}
