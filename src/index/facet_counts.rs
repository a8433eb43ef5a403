//! Counts hits by what they have in common.

use std::collections::BTreeMap;

use tantivy::schema::{Field as EngineField, IndexRecordOption};
use tantivy::{BitSet, DocAddress, DocId, DocSet as _, Searcher, SegmentReader, TERMINATED};

use super::columns::{Columns, SegmentColumns};
use super::copies::{Copies, Tally};
use super::document::date_of;
use super::hit_sets::HitSets;
use super::party_term::{ORGANISATION, RELATED, party_term};
use super::query_fields::engine_field;
use super::schema::Fields;
use super::{Facet, FacetCounts, Request};
use crate::knowledge::{Knowledge, Party};
use crate::query::Field;

/// How many hits each value has, by its term in the index.
type Counted = BTreeMap<String, Tally>;

/// Counts `hits` by each of `facets`, as `request` says what one hit is.
pub(super) fn counts(
    searcher: &Searcher,
    columns: &Columns,
    copies: &Copies<'_>,
    hits: &HitSets,
    facets: &[Facet],
    request: &Request,
    fields: &Fields,
) -> tantivy::Result<Vec<FacetCounts>> {
    let knowledge = request.knowledge;
    let mut found: Vec<Counted> = vec![Counted::new(); facets.len()];
    let segments = searcher.segment_readers().iter().zip(columns.segments()).zip(&hits.segments);
    for (segment, ((reader, columns), hits)) in (0..).zip(segments) {
        let key = |doc| copies.key(DocAddress::new(segment, doc), request.unit, request.copies);
        for (facet, counted) in facets.iter().zip(&mut found) {
            let mut by = ByValue { reader, columns, key: &key, counted };
            match facet {
                Facet::Of(field) => {
                    let value = |of, term: &str| above(*field, term_of(fields, *field, of, term), knowledge);
                    by.terms(hits, &fields_of(fields, *field), value)?;
                }
                Facet::Day => by.dates(hits, 10)?,
                Facet::Month => by.dates(hits, 7)?,
                Facet::Year => by.dates(hits, 4)?,
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

/// The fields of the index that a query for a code of `field` asks.
fn fields_of(fields: &Fields, field: Field) -> Vec<EngineField> {
    match field {
        Field::Actor => vec![fields.speaker, fields.signatory, fields.issuer],
        Field::Signatory => vec![fields.signatory, fields.issuer],
        Field::Represented => vec![fields.represented, fields.issuer],
        field => vec![engine_field(fields, field)],
    }
}

/// `term` of the field `of`, as `field` has it: the names of issuers stand by themselves, and beside countries
/// some of them are codes.
fn term_of(fields: &Fields, field: Field, of: EngineField, term: &str) -> String {
    let beside_countries = of == fields.issuer && field != Field::Issuer;
    if beside_countries { party_term(&Party::Organisation(term.into())) } else { term.to_owned() }
}

/// The values that a hit with `term` counts for: of a topic, those it is part of too.
fn above(field: Field, term: String, knowledge: &Knowledge) -> Vec<String> {
    let id = term.parse().ok().filter(|_| field == Field::Topic);
    let mut out = vec![term];
    if let Some(id) = id {
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
    /// What hits share that are one hit.
    key: &'c dyn Fn(DocId) -> tantivy::Result<Option<u64>>,
    counted: &'c mut Counted,
}

impl ByValue<'_> {
    /// Goes through the postings of every term: there are far fewer codes than hits.
    fn terms(
        &mut self,
        hits: &BitSet,
        fields: &[EngineField],
        above: impl Fn(EngineField, &str) -> Vec<String>,
    ) -> tantivy::Result<()> {
        let mut docs: BTreeMap<String, Vec<DocId>> = BTreeMap::new();
        for field in fields {
            let index = self.reader.inverted_index(*field)?;
            let mut terms = index.terms().stream()?;
            while terms.advance() {
                // A target in a relation is a target already.
                if terms.key().contains(&(RELATED as u8)) {
                    continue;
                }
                let mut postings = index.read_postings_from_terminfo(terms.value(), IndexRecordOption::Basic)?;
                let mut found = Vec::new();
                while postings.doc() != TERMINATED {
                    if hits.contains(postings.doc()) {
                        found.push(postings.doc());
                    }
                    postings.advance();
                }
                if !found.is_empty() {
                    for value in above(*field, &String::from_utf8_lossy(terms.key())) {
                        docs.entry(value).or_default().extend(&found);
                    }
                }
            }
        }
        for (value, mut docs) in docs {
            docs.sort_unstable();
            docs.dedup();
            self.add(value, &docs)?;
        }
        Ok(())
    }

    /// Counts by the first `length` characters of the date.
    fn dates(&mut self, hits: &BitSet, length: usize) -> tantivy::Result<()> {
        let dates = self.columns.date()?;
        let mut by_day: BTreeMap<i64, Vec<DocId>> = BTreeMap::new();
        for doc in (0..self.reader.max_doc()).filter(|doc| hits.contains(*doc)) {
            if let Some(day) = dates.first(doc) {
                by_day.entry(day).or_default().push(doc);
            }
        }
        for (day, docs) in by_day {
            if let Some(date) = date_of(day) {
                self.add(date.to_string().chars().take(length).collect(), &docs)?;
            }
        }
        Ok(())
    }

    /// Counts the hits `docs` for `value`.
    fn add(&mut self, value: String, docs: &[DocId]) -> tantivy::Result<()> {
        let tally = self.counted.entry(value).or_default();
        for &doc in docs {
            tally.add((self.key)(doc)?);
        }
        Ok(())
    }
}
