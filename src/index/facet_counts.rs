//! Counts hits by what they have in common.

use std::collections::{BTreeMap, HashMap};

use rustc_hash::FxHashMap;
use tantivy::{DocAddress, DocId, Searcher, SegmentReader};

use super::columns::{Columns, SegmentColumns};
use super::copies::{Copies, Tally};
use super::document::date_of;
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
        let mut keys = FxHashMap::default();
        for &doc in &hits.docs {
            let key = copies.key(DocAddress::new(segment, doc), request.unit, request.copies)?;
            keys.extend(key.map(|key| (doc, key)));
        }
        for (facet, counted) in facets.iter().zip(&mut found) {
            let mut by = ByValue { reader, columns, hits, keys: &keys, counted };
            match facet {
                Facet::Of(field) => by.terms(*field, fields, knowledge)?,
                Facet::Day => by.dates(10)?,
                Facet::Month => by.dates(7)?,
                Facet::Year => by.dates(4)?,
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
    /// What hits share that are one hit, of those that share anything.
    keys: &'c FxHashMap<DocId, u64>,
    counted: &'c mut Counted,
}

impl ByValue<'_> {
    /// Few hits are looked for in the lists of the field; where they are many, what each document has is worked
    /// out once and kept.
    fn terms(&mut self, field: Field, fields: &Fields, knowledge: &Knowledge) -> tantivy::Result<()> {
        let values = match self.columns.values_known(field) {
            Some(values) => values,
            None => {
                let lists = Lists::of(self.reader, fields, field)?;
                if lists.cost_of(self.hits.docs.len()).saturating_mul(FEW) < lists.cost() {
                    return self.lists(&lists, field, knowledge);
                }
                self.columns.values(field, || Values::of(&lists, self.reader.max_doc()))?
            }
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
        let mut names: Vec<String> = Vec::new();
        let mut numbers: HashMap<String, usize> = HashMap::new();
        let mut number = |value: String| {
            *numbers.entry(value).or_insert_with_key(|value| {
                names.push(value.clone());
                names.len() - 1
            })
        };
        let counted_for: Vec<Vec<usize>> = values
            .names()
            .iter()
            .map(|term| above(field, term, knowledge).into_iter().map(&mut number).collect())
            .collect();
        let (mut alone, mut of_hit) = (vec![0; names.len()], Vec::new());
        for doc in &self.hits.docs {
            of_hit.clear();
            of_hit.extend(values.numbers(*doc).iter().flat_map(|term| &counted_for[*term as usize]));
            if field == Field::Topic {
                of_hit.sort_unstable();
                of_hit.dedup();
            }
            match self.keys.get(doc) {
                None => of_hit.iter().for_each(|value: &usize| alone[*value] += 1),
                Some(key) => {
                    for value in &of_hit {
                        self.counted.entry(names[*value].clone()).or_default().add(Some(*key));
                    }
                }
            }
        }
        for (value, count) in names.into_iter().zip(alone).filter(|(_, count)| *count > 0) {
            self.counted.entry(value).or_default().add_alone(count);
        }
    }

    /// Counts by the first `length` characters of the date.
    fn dates(&mut self, length: usize) -> tantivy::Result<()> {
        let days = self.columns.days()?;
        let mut rest = &self.hits.docs[..];
        let mut next = days.iter().skip(1).map(|(first, _)| *first).chain([DocId::MAX]);
        // Hits lie by their day.
        let mut counted: Option<(String, Vec<DocId>)> = None;
        for ((_, day), end) in days.iter().zip(&mut next) {
            if rest.is_empty() {
                break;
            }
            let (of_day, behind) = rest.split_at(rest.partition_point(|doc| *doc < end));
            rest = behind;
            let date = day.and_then(date_of).filter(|_| !of_day.is_empty());
            let Some(date) = date else { continue };
            let mut value = date.to_string();
            value.truncate(length);
            match &mut counted {
                Some((known, docs)) if *known == value => docs.extend(of_day),
                _ => {
                    if let Some((value, docs)) = counted.replace((value, of_day.to_vec())) {
                        self.add(value, &docs);
                    }
                }
            }
        }
        if let Some((value, docs)) = counted {
            self.add(value, &docs);
        }
        Ok(())
    }

    /// Counts the hits `docs` for `value`.
    fn add(&mut self, value: String, docs: &[DocId]) {
        let tally = self.counted.entry(value).or_default();
        if self.keys.is_empty() {
            tally.add_alone(docs.len());
            return;
        }
        for doc in docs {
            tally.add(self.keys.get(doc).copied());
        }
    }
}
