//! The values of a field that each document has: what the index of the field holds, the other way round.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::sync::Arc;

use tantivy::index::InvertedIndexReader;
use tantivy::postings::TermInfo;
use tantivy::schema::{Field as EngineField, IndexRecordOption};
use tantivy::{COLLECT_BLOCK_BUFFER_LEN, DocId, DocSet as _, SegmentReader};

use super::hit_sets::HitSet;
use super::party_term::{RELATED, party_term};
use super::query_fields::engine_field;
use super::schema::Fields;
use crate::knowledge::Party;
use crate::query::Field;

/// Finding a document by its number costs about as much as passing so many of them.
const SEEK: usize = 16;
/// So many documents are looked up together.
const TOGETHER: usize = 256;

/// The lists of documents of each value of a field in one segment.
pub(super) struct Lists {
    indexes: Vec<Arc<InvertedIndexReader>>,
    /// By value: the number of the index that has the list, and the list. Several lists may be of one value.
    of: BTreeMap<String, Vec<(usize, TermInfo)>>,
}

impl Lists {
    /// Those of a code of `field`.
    pub fn of(reader: &SegmentReader, fields: &Fields, field: Field) -> tantivy::Result<Self> {
        let mut lists = Self { indexes: Vec::new(), of: BTreeMap::new() };
        for asked in fields_of(fields, field) {
            let index = reader.inverted_index(asked)?;
            let mut terms = index.terms().stream()?;
            while terms.advance() {
                // A target in a relation is a target already.
                if terms.key().contains(&(RELATED as u8)) {
                    continue;
                }
                let value = term_of(fields, field, asked, &String::from_utf8_lossy(terms.key()));
                lists.of.entry(value).or_default().push((lists.indexes.len(), terms.value().clone()));
            }
            lists.indexes.push(index);
        }
        Ok(lists)
    }

    /// How many documents must be passed to read all lists.
    pub fn cost(&self) -> usize {
        self.of.values().flatten().map(|(_, list)| list.doc_freq as usize).sum()
    }

    /// How many must be passed to find so many hits in each.
    pub fn cost_of(&self, hits: usize) -> usize {
        let most = hits.saturating_mul(SEEK);
        self.of.values().flatten().map(|(_, list)| most.min(list.doc_freq as usize)).sum()
    }

    /// Each value with those of `hits` that have it, in their order.
    pub fn among(&self, hits: &HitSet) -> tantivy::Result<Vec<(&str, Vec<DocId>)>> {
        let mut found = Vec::new();
        for (value, lists) in &self.of {
            found.push((value.as_str(), self.union(lists, |list, out| having(hits, list.0, list.1, out))?));
        }
        Ok(found)
    }

    /// The documents that `read` reads of `lists`, each once.
    fn union(
        &self,
        lists: &[(usize, TermInfo)],
        read: impl Fn((&InvertedIndexReader, &TermInfo), &mut Vec<DocId>) -> tantivy::Result<()>,
    ) -> tantivy::Result<Vec<DocId>> {
        let mut docs = Vec::new();
        for (index, list) in lists {
            read((&self.indexes[*index], list), &mut docs)?;
        }
        if lists.len() > 1 {
            docs.sort_unstable();
            docs.dedup();
        }
        Ok(docs)
    }
}

/// The values of every document of a segment: what counting many hits takes.
pub(super) struct Values {
    names: Vec<String>,
    /// Where the numbers of each document's values begin, and the end of the last.
    starts: Vec<u32>,
    numbers: Vec<u32>,
}

impl Values {
    /// Those in `lists`, of `documents` documents.
    pub fn of(lists: &Lists, documents: DocId) -> tantivy::Result<Self> {
        let mut names = Vec::with_capacity(lists.of.len());
        let mut pairs = Vec::with_capacity(lists.cost());
        let mut starts = vec![0_u32; documents as usize + 1];
        for (number, (value, lists_of_value)) in (0_u32..).zip(&lists.of) {
            names.push(value.clone());
            for doc in lists.union(lists_of_value, |list, out| all(list.0, list.1, out))? {
                pairs.push((doc, number));
                starts[doc as usize + 1] += 1;
            }
        }
        for doc in 1..starts.len() {
            starts[doc] += starts[doc - 1];
        }
        let mut next = starts.clone();
        let mut numbers = vec![0; pairs.len()];
        for (doc, number) in pairs {
            let at = &mut next[doc as usize];
            numbers[*at as usize] = number;
            *at += 1;
        }
        Ok(Self { names, starts, numbers })
    }

    /// What the values are called, by their numbers.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Shows `each` one of `docs` after the other, by its place among them, with the numbers of its values.
    ///
    /// Documents lie far apart, so that memory takes longer to come than anything done with it. Where the values
    /// of many lie is looked up first, which can be waited for at once; one by one, each would be waited for alone.
    pub fn of_each(&self, docs: &[DocId], mut each: impl FnMut(usize, &[u32])) {
        let mut lie = [(0, 0); TOGETHER];
        let mut first = 0;
        for docs in docs.chunks(TOGETHER) {
            for (lies, doc) in lie.iter_mut().zip(docs) {
                let doc = *doc as usize;
                *lies = (self.starts[doc], self.starts[doc + 1]);
            }
            let lie = &lie[..docs.len()];
            // Nothing waits for the first value of each, so that all of them come at once.
            let first_of = |(start, _): &(u32, u32)| self.numbers.get(*start as usize).copied().unwrap_or_default();
            black_box(lie.iter().map(first_of).fold(0, |all, one| all ^ one));
            for (at, (start, end)) in (first..).zip(lie) {
                each(at, &self.numbers[*start as usize..*end as usize]);
            }
            first += docs.len();
        }
    }
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

/// The hits in `list`: found among its documents, or where hits are far fewer, the other way round.
fn having(hits: &HitSet, index: &InvertedIndexReader, list: &TermInfo, out: &mut Vec<DocId>) -> tantivy::Result<()> {
    if hits.docs.len().saturating_mul(SEEK) >= list.doc_freq as usize {
        let before = out.len();
        all(index, list, out)?;
        let mut at = 0;
        out.retain(|doc| {
            at += 1;
            at <= before || hits.has(*doc)
        });
        return Ok(());
    }
    let mut postings = index.read_postings_from_terminfo(list, IndexRecordOption::Basic)?;
    for &doc in &hits.docs {
        if postings.doc() < doc {
            postings.seek(doc);
        }
        if postings.doc() == doc {
            out.push(doc);
        }
    }
    Ok(())
}

/// Every document in `list`.
fn all(index: &InvertedIndexReader, list: &TermInfo, out: &mut Vec<DocId>) -> tantivy::Result<()> {
    let mut postings = index.read_postings_from_terminfo(list, IndexRecordOption::Basic)?;
    let mut block = [0; COLLECT_BLOCK_BUFFER_LEN];
    loop {
        let filled = postings.fill_buffer(&mut block);
        out.extend(&block[..filled]);
        if filled < block.len() {
            return Ok(());
        }
    }
}
