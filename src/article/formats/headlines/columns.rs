//! Which column of a table of headlines is which.

use std::borrow::Cow;

use super::day::day;
use super::row::HeadlineRow;
use crate::article::formats::FaultKind;

const TIME: [&str; 8] = ["time", "date", "published", "timestamp", "datetime", "pubdate", "published_at", "day"];
const TITLE: [&str; 2] = ["title", "headline"];
const ADDRESS: [&str; 4] = ["url", "link", "uri", "address"];
/// A table with one of these holds articles.
const BODY: [&str; 6] = ["text", "body", "content", "article", "full_text", "article_text"];

/// The places of the columns, from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Columns {
    title: usize,
    time: Option<usize>,
    address: Option<usize>,
    /// Whether the first row names them.
    pub(super) named: bool,
}

impl Columns {
    /// What the first row of a file tells of its columns, when it is a table of headlines.
    pub(super) fn of(first: &[Cow<'_, str>]) -> Option<Self> {
        Self::named(first).or_else(|| Self::told_by_content(first))
    }

    fn named(first: &[Cow<'_, str>]) -> Option<Self> {
        let at =
            |names: &[&str]| first.iter().position(|field| names.iter().any(|name| name.eq_ignore_ascii_case(field)));
        let (title, time, address) = (at(&TITLE)?, at(&TIME), at(&ADDRESS));
        let is_ours = (time.is_some() || address.is_some()) && at(&BODY).is_none();
        is_ours.then_some(Self { title, time, address, named: true })
    }

    fn told_by_content(first: &[Cow<'_, str>]) -> Option<Self> {
        let [time, title, address] = first else { return None };
        let is_ours = day(time).is_some() && title.contains(' ') && address.contains("://");
        is_ours.then_some(Self { title: 1, time: Some(0), address: Some(2), named: false })
    }

    /// The headline of one row.
    pub(super) fn row(&self, fields: &[Cow<'_, str>]) -> Result<HeadlineRow, FaultKind> {
        let field = |at: usize| fields.get(at).map_or("", |field| field.as_ref());
        HeadlineRow::new(self.time.map_or("", field), field(self.title), self.address.map_or("", field))
    }
}

/// Whether a column or key of this name holds the body of an article.
pub(super) fn is_body(name: &str) -> bool {
    // ninjs calls it `body_html` or `bodies`, and has other keys no row of headlines has.
    let of_item = ["bod", "pubstatus", "versioncreated", "renditions"]
        .iter()
        .any(|start| name.get(..start.len()).is_some_and(|opening| opening.eq_ignore_ascii_case(start)));
    of_item || BODY.iter().any(|body| body.eq_ignore_ascii_case(name))
}
