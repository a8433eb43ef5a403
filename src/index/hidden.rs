//! Which documents may not be seen yet, or no longer: an embargo runs, or the one of a newer version has ended.

use std::ops::Bound;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use tantivy::columnar::Column;
use tantivy::query::{BooleanQuery, Occur, Query, RangeQuery};
use tantivy::{DocId, TantivyDocument, Term};

use super::columns::{Columns, SegmentColumns};
use super::schema::Fields;

/// When an article is found by searching.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// From this moment on: the end of its embargo.
    pub from: Option<Timestamp>,
    /// Before this moment: the end of the embargo of a newer version.
    pub until: Option<Timestamp>,
}

impl Shown {
    /// Whether it is found at `moment`.
    #[must_use]
    pub fn at(self, moment: Timestamp) -> bool {
        self.from.is_none_or(|from| from <= moment) && self.until.is_none_or(|until| moment < until)
    }

    /// Adds it to a document.
    pub(super) fn add(self, fields: &Fields, out: &mut TantivyDocument) {
        if let Some(from) = self.from {
            out.add_u64(fields.shown_from, seconds(from));
        }
        if let Some(until) = self.until {
            out.add_u64(fields.shown_until, seconds(until));
        }
    }
}

/// Whole seconds since 1970, rounded up: nothing is shown too early.
fn seconds(moment: Timestamp) -> u64 {
    let up = i64::from(moment.subsec_nanosecond() > 0);
    u64::try_from(moment.as_second() + up).unwrap_or_default()
}

/// What is hidden in one segment at one moment.
pub(super) struct Hidden<'c> {
    now: u64,
    /// Only where some of the segment's documents are hidden.
    from: Option<&'c Column<u64>>,
    until: Option<&'c Column<u64>>,
}

impl<'c> Hidden<'c> {
    pub fn of(columns: &'c SegmentColumns, moment: Timestamp) -> tantivy::Result<Self> {
        let now = u64::try_from(moment.as_second()).unwrap_or_default();
        let filled = |column: &'c Column<u64>| Some(column).filter(|column| column.values.num_vals() > 0);
        Ok(Self {
            now,
            from: filled(columns.shown_from()?).filter(|column| column.max_value() > now),
            until: filled(columns.shown_until()?).filter(|column| column.min_value() <= now),
        })
    }

    /// Whether `doc` is hidden.
    pub fn has(&self, doc: DocId) -> bool {
        let of = |column: Option<&Column<u64>>| column.and_then(|column| column.first(doc));
        of(self.from).is_some_and(|from| from > self.now) || of(self.until).is_some_and(|until| until <= self.now)
    }

    fn is_empty(&self) -> bool {
        self.from.is_none() && self.until.is_none()
    }
}

/// `query` without what is hidden at `moment`.
pub(super) fn shown(
    query: Box<dyn Query>,
    fields: &Fields,
    columns: &Columns,
    moment: Timestamp,
) -> tantivy::Result<Box<dyn Query>> {
    for segment in columns.segments() {
        let hidden = Hidden::of(segment, moment)?;
        if !hidden.is_empty() {
            let now = |field| Term::from_field_u64(field, hidden.now);
            let early = RangeQuery::new(Bound::Excluded(now(fields.shown_from)), Bound::Unbounded);
            let late = RangeQuery::new(Bound::Unbounded, Bound::Included(now(fields.shown_until)));
            let clauses: Vec<(Occur, Box<dyn Query>)> =
                vec![(Occur::Must, query), (Occur::MustNot, Box::new(early)), (Occur::MustNot, Box::new(late))];
            return Ok(Box::new(BooleanQuery::new(clauses)));
        }
    }
    Ok(query)
}
