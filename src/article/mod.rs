//! An article as it was published, and the formats it comes in.

mod credit;
mod dateline;
pub(crate) mod day_code;
pub mod formats;
mod headline_key;
mod header;
mod headline_list;
mod language;
mod layout;
mod link;
mod revision;
mod sketch;
mod tags;

pub use credit::{Credit, Part};
pub use dateline::Dateline;
pub use header::{Header, Language, Related, Status, Subject};
pub use headline_key::{headline_core, headline_key};
pub use headline_list::HeadlineList;
pub use language::language_of;
pub use link::link_to;
pub use revision::without_marks;
pub use sketch::Sketch;
pub use tags::Tags;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::text::{Span, paragraphs};

/// One article, as published: its text and where each part of it stands.
///
/// All spans are byte ranges of [`Article::text`]. For a plain text file that text is the decoded
/// file itself, without a byte order mark; a format with markup gives the text without it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Article {
    /// Everything searchable or showable, in reading order.
    pub text: String,
    /// The headline, when the format or layout has one.
    pub headline: Option<Span>,
    /// Lines under the headline that sum the article up; shown, and never searched for statements.
    pub subheads: Vec<Span>,
    /// Section labels above the article ("World").
    pub sections: Vec<Span>,
    /// The day of publication, when the article says it.
    #[serde(with = "day_code")]
    pub published: Option<Date>,
    /// City, agency and date that open the first paragraph.
    pub dateline: Option<Dateline>,
    /// The paragraphs of the body, in order; datelines, credits, promos and lists are not in them.
    pub paragraphs: Vec<Span>,
    /// Who reported, wrote and edited.
    pub credits: Vec<Credit>,
    /// Lines whose words are told elsewhere (date lines in `published`, credit lines in `credits`) and
    /// the agency's sign-off; never searched.
    pub furniture: Vec<Span>,
    /// House advertising, kept in the text but never searched.
    pub promos: Vec<Span>,
    /// Lists of other headlines on the page ("Next In World"), in order.
    pub lists: Vec<HeadlineList>,
    /// What the publisher's markup says about the article.
    pub tags: Tags,
    /// What the publisher says of the article beside its text.
    pub header: Header,
}

impl Article {
    /// An article that has nothing but a body: every paragraph of `text` is one of its own.
    #[must_use]
    pub fn from_body(text: String) -> Self {
        let paragraphs = paragraphs(&text, Span::new(0, text.len()));
        Self { text, paragraphs, ..Self::default() }
    }

    /// The words of `span`.
    #[must_use]
    pub fn words(&self, span: Span) -> &str {
        span.of(&self.text)
    }

    /// The headline's words.
    #[must_use]
    pub fn headline_words(&self) -> Option<&str> {
        self.headline.map(|span| self.words(span))
    }

    /// The day the article speaks from: the day it was published, else the one in its dateline.
    #[must_use]
    pub fn date(&self) -> Option<Date> {
        self.published.or(self.dateline.as_ref().and_then(|dateline| dateline.date))
    }
}
