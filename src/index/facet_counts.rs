//! Counts hits by what they have in common.

use std::collections::{BTreeMap, HashMap};

use tantivy::index::InvertedIndexReader;
use tantivy::postings::TermInfo;
use tantivy::schema::{Field as EngineField, IndexRecordOption};
use tantivy::{COLLECT_BLOCK_BUFFER_LEN, DocAddress, DocId, DocSet as _, Searcher, SegmentReader};

use super::columns::{Columns, SegmentColumns};
use super::copies::{Copies, Tally};
use super::document::date_of;
use super::hit_sets::{HitSet, HitSets};
use super::party_term::{ORGANISATION, RELATED, party_term};
use super::query_fields::engine_field;
use super::schema::Fields;
use super::{Facet, FacetCounts, Request};
use crate::knowledge::{Knowledge, Party};
use crate::query::Field;

/// Finding a document by its number costs about as much as passing so many of them.
const SEEK: usize = 16;

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
        let mut keys = HashMap::new();
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
    hits: &'c HitSet,
    /// What hits share that are one hit, of those that share anything.
    keys: &'c HashMap<DocId, u64>,
    counted: &'c mut Counted,
}

impl ByValue<'_> {
    /// Goes through the postings of every term: there are far fewer codes than hits.
    fn terms(&mut self, field: Field, fields: &Fields, knowledge: &Knowledge) -> tantivy::Result<()> {
        let asked = fields_of(fields, field);
        // Several terms may be one value, and a hit that has two of them counts once.
        let is_plain = asked.len() == 1 && field != Field::Topic;
        let mut shared: BTreeMap<String, Vec<DocId>> = BTreeMap::new();
        for of in asked {
            let index = self.reader.inverted_index(of)?;
            let mut terms = index.terms().stream()?;
            while terms.advance() {
                // A target in a relation is a target already.
                if terms.key().contains(&(RELATED as u8)) {
                    continue;
                }
                let found = self.having(&index, terms.value())?;
                if found.is_empty() {
                    continue;
                }
                let term = term_of(fields, field, of, &String::from_utf8_lossy(terms.key()));
                if is_plain {
                    self.add(term, &found);
                    continue;
                }
                for value in above(field, term, knowledge) {
                    shared.entry(value).or_default().extend(&found);
                }
            }
        }
        for (value, mut docs) in shared {
            docs.sort_unstable();
            docs.dedup();
            self.add(value, &docs);
        }
        Ok(())
    }

    /// The hits that have a term: found among its documents, or where hits are far fewer, the other way round.
    fn having(&self, index: &InvertedIndexReader, term: &TermInfo) -> tantivy::Result<Vec<DocId>> {
        let mut postings = index.read_postings_from_terminfo(term, IndexRecordOption::Basic)?;
        let mut found = Vec::new();
        if self.hits.docs.len().saturating_mul(SEEK) < term.doc_freq as usize {
            for &doc in &self.hits.docs {
                if postings.doc() < doc {
                    postings.seek(doc);
                }
                if postings.doc() == doc {
                    found.push(doc);
                }
            }
            return Ok(found);
        }
        let mut block = [0; COLLECT_BLOCK_BUFFER_LEN];
        loop {
            let filled = postings.fill_buffer(&mut block);
            found.extend(block[..filled].iter().filter(|doc| self.hits.has(**doc)));
            if filled < block.len() {
                return Ok(found);
            }
        }
    }

    /// Counts by the first `length` characters of the date.
    fn dates(&mut self, length: usize) -> tantivy::Result<()> {
        let dates = self.columns.date()?;
        let mut by_day: BTreeMap<i64, Vec<DocId>> = BTreeMap::new();
        // Hits lie by their day, most of them.
        for docs in self.hits.docs.chunk_by(|one, other| dates.first(*one) == dates.first(*other)) {
            if let Some(day) = dates.first(docs[0]) {
                by_day.entry(day).or_default().extend(docs);
            }
        }
        for (day, docs) in by_day {
            if let Some(date) = date_of(day) {
                self.add(date.to_string().chars().take(length).collect(), &docs);
            }
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
