//! Counts hits by what they have in common.

use std::collections::{BTreeMap, HashMap};

use rustc_hash::FxHashMap;
use tantivy::{DocAddress, DocId, Searcher, SegmentReader};

use super::columns::{Columns, SegmentColumns};
use super::copies::{Copies, Tally};
use super::document::{date_of, day_number};
use super::hit_sets::{HitSet, HitSets};
use super::party_term::ORGANISATION;
use super::schema::Fields;
use super::values::{Lists, Values};
use super::{Facet, FacetCounts, Request};
use crate::knowledge::{Knowledge, Party};
use crate::query::Field;

/// Working out what each document has costs about so much of reading its lists, and is paid once.
const FEW: usize = 8;

/// How many hits each value has, by its term in the index.
type Counted = BTreeMap<String, Tally>;

/// Counts `hits` by each of `facets`, as `request` says what one hit is.
pub(super) fn counts(
    searcher: &Searcher,
    columns: &Columns,
    copies: &Copies,
    hits: &HitSets,
    facets: &[Facet],
    request: &Request,
    fields: &Fields,
) -> tantivy::Result<Vec<FacetCounts>> {
    let knowledge = request.knowledge;
    let mut found: Vec<Counted> = vec![Counted::new(); facets.len()];
    let segments = searcher.segment_readers().iter().zip(columns.segments()).zip(&hits.segments);
    for (segment, ((reader, columns), hits)) in (0..).zip(segments) {
        let key = |doc: &DocId| copies.key(DocAddress::new(segment, *doc), request.unit, request.copies);
        let keys: Vec<Option<u64>> = hits.docs.iter().map(key).collect::<tantivy::Result<_>>()?;
        for (facet, counted) in facets.iter().zip(&mut found) {
            let mut by = ByValue { reader, columns, hits, keys: &keys, counted };
            match facet {
                Facet::Of(field) => by.terms(*field, fields, knowledge)?,
                time => by.dates(*time)?,
            }
        }
    }
    let named = |facet: &Facet, counted: Counted| {
        let mut values: Vec<(String, usize)> =
            counted.into_iter().map(|(term, tally)| (written(*facet, term, knowledge), tally.count())).collect();
        if !facet.is_time() {
            values.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        }
        FacetCounts { facet: *facet, values }
    };
    Ok(facets.iter().zip(found).map(|(facet, counted)| named(facet, counted)).collect())
}

/// The values that a hit with `term` counts for: of a topic, those it is part of too.
fn above(field: Field, term: &str, knowledge: &Knowledge) -> Vec<String> {
    let mut out = vec![term.to_owned()];
    if let Some(id) = term.parse().ok().filter(|_| field == Field::Topic) {
        let topics = knowledge.topics();
        let mut next = topics.get(id);
        while let Some(broader) = next.and_then(|topic| topic.broader) {
            out.push(broader.digits());
            next = topics.get(broader);
        }
    }
    out
}

/// The value of `term` as a query writes it.
fn written(facet: Facet, term: String, knowledge: &Knowledge) -> String {
    match facet {
        Facet::Of(Field::Topic) => match term.parse() {
            Ok(id) => knowledge.topics().name(id),
            Err(_) => term,
        },
        Facet::Of(_) => match term.strip_prefix(ORGANISATION) {
            // Few ids are codes of countries that exist.
            Some(id) if facet == Facet::Of(Field::Org) || is_clear(id, knowledge) => id.to_owned(),
            Some(id) => format!("organisation({id})"),
            None => term,
        },
        Facet::Day | Facet::Month | Facet::Year => term,
    }
}

/// Whether `id` alone means the organisation.
fn is_clear(id: &str, knowledge: &Knowledge) -> bool {
    knowledge.parties(id) == [Party::Organisation(id.into())]
}

/// Counts the hits of one segment.
struct ByValue<'c> {
    reader: &'c SegmentReader,
    columns: &'c SegmentColumns,
    hits: &'c HitSet,
    /// Of each hit what it shares with those that are one hit with it, where it does.
    keys: &'c [Option<u64>],
    counted: &'c mut Counted,
}

impl ByValue<'_> {
    /// Few hits are looked for in the lists of the field; where they are many, what each document has is worked
    /// out once and kept.
    fn terms(&mut self, field: Field, fields: &Fields, knowledge: &Knowledge) -> tantivy::Result<()> {
        let values = if let Some(values) = self.columns.values_known(field) {
            values
        } else {
            let lists = Lists::of(self.reader, fields, field)?;
            if lists.cost_of(self.hits.docs.len()).saturating_mul(FEW) < lists.cost() {
                return self.lists(&lists, field, knowledge);
            }
            self.columns.values(field, || Values::of(&lists, self.reader.max_doc()))?
        };
        self.values(&values, field, knowledge);
        Ok(())
    }

    fn lists(&mut self, lists: &Lists, field: Field, knowledge: &Knowledge) -> tantivy::Result<()> {
        let mut shared: BTreeMap<String, Vec<DocId>> = BTreeMap::new();
        for (term, docs) in lists.among(self.hits)?.into_iter().filter(|(_, docs)| !docs.is_empty()) {
            for value in above(field, term, knowledge) {
                shared.entry(value).or_default().extend(&docs);
            }
        }
        for (value, mut docs) in shared {
            // A hit with two topics that are part of one has that one once.
            docs.sort_unstable();
            docs.dedup();
            self.add(value, &docs);
        }
        Ok(())
    }

    fn values(&mut self, values: &Values, field: Field, knowledge: &Knowledge) {
        let broader = (field == Field::Topic).then(|| Broader::of(values.names(), knowledge));
        let names = broader.as_ref().map_or(values.names(), |broader| &broader.names);
        let (mut alone, mut of_hit) = (vec![0; names.len()], Vec::new());
        let mut shared: FxHashMap<u32, Tally> = FxHashMap::default();
        let Self { hits, keys, counted, .. } = self;
        values.of_each(&hits.docs, |at, terms| {
            let counted_for = match &broader {
                None => terms,
                Some(broader) => {
                    of_hit.clear();
                    of_hit.extend(terms.iter().flat_map(|term| &broader.of[*term as usize]));
                    of_hit.sort_unstable();
                    of_hit.dedup();
                    &of_hit[..]
                }
            };
            match keys[at] {
                None => counted_for.iter().for_each(|value| alone[*value as usize] += 1),
                Some(key) => {
                    for value in counted_for {
                        shared.entry(*value).or_default().add(Some(key));
                    }
                }
            }
        });
        for (value, tally) in shared {
            counted.entry(names[value as usize].clone()).or_default().take_in(tally);
        }
        for (value, count) in names.iter().zip(alone).filter(|(_, count)| *count > 0) {
            counted.entry(value.clone()).or_default().add_alone(count);
        }
    }

    /// Counts by day, or by the month or the year of each.
    fn dates(&mut self, time: Facet) -> tantivy::Result<()> {
        let days = self.columns.days()?;
        let (mut rest, mut keys) = (&self.hits.docs[..], self.keys);
        let ends = days.iter().skip(1).map(|(first, _)| *first).chain([DocId::MAX]);
        // Hits lie by their day, newest first.
        let mut since: Option<(Since, Tally)> = None;
        for ((_, day), end) in days.iter().zip(ends) {
            let Some(first) = rest.first() else { break };
            if *first >= end {
                continue;
            }
            let many = rest.partition_point(|doc| *doc < end);
            let of_day;
            (rest, (of_day, keys)) = (&rest[many..], keys.split_at(many));
            let Some(day) = *day else { continue };
            if !since.as_ref().is_some_and(|(since, _)| since.has(day)) {
                self.end(since.take());
                since = Since::of(day, time).map(|since| (since, Tally::default()));
            }
            let Some((_, tally)) = &mut since else { continue };
            for key in of_day {
                tally.add(*key);
            }
        }
        self.end(since);
        Ok(())
    }

    /// Counts what fell into a month or a year, once it is over.
    fn end(&mut self, since: Option<(Since, Tally)>) {
        if let Some((since, tally)) = since {
            self.counted.entry(since.value).or_default().take_in(tally);
        }
    }

    /// Counts `docs`, which are hits, for `value`.
    fn add(&mut self, value: String, docs: &[DocId]) {
        let tally = self.counted.entry(value).or_default();
        for doc in docs {
            let at = self.hits.docs.binary_search(doc);
            tally.add(at.ok().and_then(|at| self.keys[at]));
        }
    }
}

/// The topics a hit counts for, by the number of one that it has.
struct Broader {
    names: Vec<String>,
    of: Vec<Vec<u32>>,
}

impl Broader {
    fn of(terms: &[String], knowledge: &Knowledge) -> Self {
        let mut names: Vec<String> = Vec::new();
        let mut numbers: HashMap<String, u32> = HashMap::new();
        let mut number = |name: String| {
            *numbers.entry(name).or_insert_with_key(|name| {
                names.push(name.clone());
                u32::try_from(names.len() - 1).unwrap_or(u32::MAX)
            })
        };
        let of_term = |term: &String| above(Field::Topic, term, knowledge).into_iter().map(&mut number).collect();
        let of = terms.iter().map(of_term).collect();
        Self { names, of }
    }
}

/// A day, a month or a year.
struct Since {
    value: String,
    first: i64,
    last: i64,
}

impl Since {
    /// The one of `day`, as counted from 1970-01-01.
    fn of(day: i64, time: Facet) -> Option<Self> {
        let date = date_of(day)?;
        let (length, first, last) = match time {
            Facet::Year => (4, date.first_of_year(), date.last_of_year()),
            Facet::Month => (7, date.first_of_month(), date.last_of_month()),
            Facet::Day | Facet::Of(_) => (10, date, date),
        };
        let value = date.to_string().chars().take(length).collect();
        Some(Self { value, first: day_number(first), last: day_number(last) })
    }

    fn has(&self, day: i64) -> bool {
        (self.first..=self.last).contains(&day)
    }
}
