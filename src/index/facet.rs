//! Counts hits by what they have in common.

use std::collections::BTreeMap;
use std::fmt;

use tantivy::query::{EnableScoring, Query};
use tantivy::schema::IndexRecordOption;
use tantivy::{BitSet, DocSet as _, Searcher, SegmentReader, TERMINATED};

use super::document::date_of;
use super::schema::DATE;
use crate::query::Field;

/// By what hits are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Facet {
    /// The values of a field that has codes: countries, organisations, kinds.
    Of(Field),
    /// The day: `2024-11-05`.
    Day,
    /// The month: `2024-11`.
    Month,
    /// The year: `2024`.
    Year,
}

impl Facet {
    /// The facet called `name`, in any case: a field's name, `day`, `month` or `year`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        match name.to_ascii_lowercase().as_str() {
            "day" => Some(Self::Day),
            "month" => Some(Self::Month),
            "year" => Some(Self::Year),
            name => Field::named(name).filter(|field| field.has_codes()).map(Self::Of),
        }
    }

    /// Whether its values are a line of time.
    #[must_use]
    pub fn is_time(self) -> bool {
        !matches!(self, Self::Of(_))
    }
}

impl fmt::Display for Facet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Of(field) => field.fmt(f),
            Self::Day => f.pad("day"),
            Self::Month => f.pad("month"),
            Self::Year => f.pad("year"),
        }
    }
}

/// How many hits have each value of a facet, the most frequent first, a line of time in its own order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetCounts {
    /// Which facet.
    pub facet: Facet,
    /// Each value with its count of hits. A hit with several values counts for each, one with none
    /// for none.
    pub values: Vec<(String, usize)>,
}

/// Counts the hits of `query` by each of `facets`; `field` names the index's field of a query's.
pub(super) fn counts(
    searcher: &Searcher,
    query: &dyn Query,
    facets: &[Facet],
    field: impl Fn(Field) -> tantivy::schema::Field,
) -> tantivy::Result<Vec<FacetCounts>> {
    let weight = query.weight(EnableScoring::disabled_from_searcher(searcher))?;
    let mut found: Vec<BTreeMap<String, usize>> = vec![BTreeMap::new(); facets.len()];
    for reader in searcher.segment_readers() {
        let mut hits = BitSet::with_max_value(reader.max_doc());
        weight.for_each_no_score(reader, &mut |docs| {
            for &doc in docs {
                if reader.alive_bitset().is_none_or(|alive| alive.is_alive(doc)) {
                    hits.insert(doc);
                }
            }
        })?;
        for (facet, counted) in facets.iter().zip(&mut found) {
            match facet {
                Facet::Of(name) => by_term(reader, &hits, field(*name), counted)?,
                Facet::Day => by_date(reader, &hits, 10, counted)?,
                Facet::Month => by_date(reader, &hits, 7, counted)?,
                Facet::Year => by_date(reader, &hits, 4, counted)?,
            }
        }
    }
    Ok(facets.iter().zip(found).map(|(facet, counted)| FacetCounts::of(*facet, counted)).collect())
}

impl FacetCounts {
    fn of(facet: Facet, counted: BTreeMap<String, usize>) -> Self {
        let mut values: Vec<(String, usize)> = counted.into_iter().collect();
        if !facet.is_time() {
            values.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        }
        Self { facet, values }
    }
}

/// Goes through the postings of every term: there are far fewer codes than hits.
fn by_term(
    reader: &SegmentReader,
    hits: &BitSet,
    field: tantivy::schema::Field,
    counted: &mut BTreeMap<String, usize>,
) -> tantivy::Result<()> {
    let index = reader.inverted_index(field)?;
    let mut terms = index.terms().stream()?;
    while terms.advance() {
        let mut postings = index.read_postings_from_terminfo(terms.value(), IndexRecordOption::Basic)?;
        let mut count = 0;
        while postings.doc() != TERMINATED {
            count += usize::from(hits.contains(postings.doc()));
            postings.advance();
        }
        if count > 0 {
            *counted.entry(String::from_utf8_lossy(terms.key()).into_owned()).or_default() += count;
        }
    }
    Ok(())
}

/// Counts by the first `length` characters of the date.
fn by_date(
    reader: &SegmentReader,
    hits: &BitSet,
    length: usize,
    counted: &mut BTreeMap<String, usize>,
) -> tantivy::Result<()> {
    let dates = reader.fast_fields().i64(DATE)?;
    let mut by_day: BTreeMap<i64, usize> = BTreeMap::new();
    for doc in (0..reader.max_doc()).filter(|doc| hits.contains(*doc)) {
        if let Some(day) = dates.first(doc) {
            *by_day.entry(day).or_default() += 1;
        }
    }
    for (day, count) in by_day {
        if let Some(date) = date_of(day) {
            *counted.entry(date.to_string().chars().take(length).collect()).or_default() += count;
        }
    }
    Ok(())
}
