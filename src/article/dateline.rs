//! The dateline that opens an article.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::text::Span;

/// City, agency and date before an article's first words: "ROME, Nov 5 (Reuters) -".
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dateline {
    /// The whole dateline, up to its dash.
    pub span: Span,
    /// The cities, in order, as written ("PARIS/BERLIN" gives two); none in "(Reuters) -".
    pub cities: Vec<Span>,
    /// The agency in brackets, as written.
    pub agency: Option<Span>,
    /// The day, when it has one; the year comes from the publication date where it is not written.
    #[serde(with = "super::day_code")]
    pub date: Option<Date>,
}
