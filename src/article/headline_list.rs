//! A list of other headlines on an article's page.

use serde::{Deserialize, Serialize};

use crate::text::Span;

/// "Next In World", "Others Also Read": its title and its headlines, in the page's order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeadlineList {
    /// The list's title, without its colon.
    pub title: Span,
    /// The headlines.
    pub headlines: Vec<Span>,
}
