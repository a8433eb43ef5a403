//! Finds the copies of a statement: the same statement in the other articles that tell one story.

use std::sync::Arc;

use jiff::Timestamp;
use rustc_hash::FxHashSet;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocAddress, DocId, DocSet as _, Searcher, SegmentReader, TERMINATED, Term};

use super::ArticleId;
use super::columns::{Columns, Group, Groups};
use super::fingerprint::are_alike;
use super::hidden::Hidden;
use super::listing::Row;
use super::order::{article_in, article_of};
use super::request::{self, Unit};
use super::schema::Fields;

/// The copies of each statement, worked out story by story when one is asked for.
///
/// Which statements are copies depends on the index alone and not on the query, so hits, counts and facets
/// agree.
pub(super) struct Copies {
    searcher: Searcher,
    columns: Columns,
    fields: Fields,
    moment: Timestamp,
}

impl Copies {
    /// Those that are found at `moment`.
    pub fn of(searcher: &Searcher, columns: &Columns, fields: Fields, moment: Timestamp) -> tantivy::Result<Self> {
        let (searcher, columns) = (searcher.clone(), columns.clone());
        let copies = Self { searcher, columns, fields, moment };
        copies.retold()?;
        Ok(copies)
    }

    /// How many copies there are of the one at `at`.
    pub fn count(&self, at: DocAddress) -> tantivy::Result<usize> {
        Ok(self.group(at)?.map_or(0, |(_, all)| all - 1))
    }

    /// Those that are one with the one at `at`; none when it has no copy.
    fn group(&self, at: DocAddress) -> tantivy::Result<Option<Group>> {
        let retold = self.retold()?;
        if retold.is_empty() {
            return Ok(None);
        }
        let story = self.columns.at(at)?.story()?.first(at.doc_id);
        let Some(story) = story.filter(|story| retold.contains(story)) else { return Ok(None) };
        Ok(self.columns.copies(story, || self.groups(story))?.get(&at).copied())
    }

    /// The stories that are told again.
    fn retold(&self) -> tantivy::Result<&FxHashSet<u64>> {
        self.columns.retold(|| {
            let mut stories = FxHashSet::default();
            for (columns, reader) in self.columns.segments().zip(self.searcher.segment_readers()) {
                stories.extend(columns.retold(|| retold(reader, self.fields))?);
            }
            Ok(stories)
        })
    }

    /// Whether no story of the index is told again.
    pub fn are_none(&self) -> tantivy::Result<bool> {
        Ok(self.retold()?.is_empty())
    }

    /// What hits share that are one hit as `unit` and `shown` ask: none for a hit that shares it with no other.
    ///
    /// A statement is one hit with its copies, an article with the others that tell its story.
    pub fn key(&self, at: DocAddress, unit: Unit, shown: request::Copies) -> tantivy::Result<Option<u64>> {
        let packed = |at: DocAddress| u64::from(at.segment_ord) << 32 | u64::from(at.doc_id);
        Ok(match (unit, shown) {
            (Unit::Statement, request::Copies::Shown) => None,
            (Unit::Statement, request::Copies::Folded) => self.group(at)?.map(|(first, _)| packed(first)),
            (Unit::Article, request::Copies::Shown) => Some(packed(article_of(&self.columns, at)?.0)),
            (Unit::Article, request::Copies::Folded) => self.columns.at(at)?.story()?.first(at.doc_id),
        })
    }

    /// Keeps the first of `rows` that are one hit.
    pub fn fold(&self, rows: Vec<Row>, unit: Unit, shown: request::Copies) -> tantivy::Result<Vec<Row>> {
        let mut seen = FxHashSet::default();
        let mut kept = Vec::with_capacity(rows.len());
        for row in rows {
            if self.key(row.at, unit, shown)?.is_none_or(|key| seen.insert(key)) {
                kept.push(row);
            }
        }
        Ok(kept)
    }

    /// The statements of `story` that have copies.
    fn groups(&self, story: u64) -> tantivy::Result<Groups> {
        let told = self.told(story)?;
        let mut groups: Vec<(u64, Vec<&Told>)> = Vec::new();
        for one in &told {
            // An article does not copy itself.
            let fits = |(likeness, group): &&mut (u64, Vec<&Told>)| {
                are_alike(*likeness, one.likeness) && group.iter().all(|other| other.article != one.article)
            };
            match groups.iter_mut().find(fits) {
                Some((_, group)) => group.push(one),
                None => groups.push((one.likeness, vec![one])),
            }
        }
        let copies = groups.iter().map(|(_, group)| group).filter(|group| group.len() > 1);
        let of_each = copies.flat_map(|group| group.iter().map(|one| (one.at, (group[0].at, group.len()))));
        Ok(Arc::new(of_each.collect()))
    }

    /// Every statement of `story`, in the order of the index.
    fn told(&self, story: u64) -> tantivy::Result<Vec<Told>> {
        let id = ArticleId::of_number(story);
        let mut told = Vec::new();
        let segments = self.searcher.segment_readers().iter().zip(self.columns.segments());
        for (segment, (reader, columns)) in (0..).zip(segments) {
            let hidden = Hidden::of(columns, self.moment)?;
            let (order, likeness) = (columns.order()?, columns.fingerprint()?);
            let mut docs = documents(reader, self.fields.retold, id.as_str())?;
            for first in documents(reader, self.fields.article, id.as_str())? {
                let of_article = |doc: &DocId| order.first(*doc) == order.first(first);
                docs.extend((first + 1..reader.max_doc()).take_while(of_article));
            }
            docs.sort_unstable();
            docs.dedup();
            for doc in docs {
                let is_alive = reader.alive_bitset().is_none_or(|alive| alive.is_alive(doc)) && !hidden.has(doc);
                // Only statements have a likeness.
                if let Some(likeness) = likeness.first(doc).filter(|_| is_alive) {
                    let at = DocAddress::new(segment, doc);
                    let article = DocAddress::new(segment, article_in(columns, doc)?.0);
                    told.push(Told { order: order.first(doc), at, article, likeness });
                }
            }
        }
        told.sort_unstable_by_key(|one| (one.order, one.at));
        Ok(told)
    }
}

/// A statement of a story.
struct Told {
    order: Option<u64>,
    at: DocAddress,
    article: DocAddress,
    likeness: u64,
}

/// Counts hits, those that are one only once.
#[derive(Debug, Clone, Default)]
pub(super) struct Tally {
    alone: usize,
    keys: FxHashSet<u64>,
}

impl Tally {
    /// Counts a hit with the `key` it shares with others.
    pub fn add(&mut self, key: Option<u64>) {
        match key {
            Some(key) => drop(self.keys.insert(key)),
            None => self.alone += 1,
        }
    }

    /// Counts so many hits that share a key with no other.
    pub fn add_alone(&mut self, count: usize) {
        self.alone += count;
    }

    /// Counts what `other` counted too.
    pub fn take_in(&mut self, other: Self) {
        self.alone += other.alone;
        if self.keys.is_empty() {
            self.keys = other.keys;
        } else {
            self.keys.extend(other.keys);
        }
    }

    /// How many hits there are.
    pub fn count(&self) -> usize {
        self.alone + self.keys.len()
    }
}

/// The stories of which a segment has another article than the first.
fn retold(reader: &SegmentReader, fields: Fields) -> tantivy::Result<Vec<u64>> {
    let inverted = reader.inverted_index(fields.retold)?;
    let mut ids = inverted.terms().stream()?;
    let mut stories = Vec::new();
    while let Some((id, _)) = ids.next() {
        stories.extend(std::str::from_utf8(id).ok().map(|id| ArticleId::of(id).number()));
    }
    Ok(stories)
}

/// The documents of a segment that have `id` in `field`.
fn documents(reader: &SegmentReader, field: Field, id: &str) -> tantivy::Result<Vec<DocId>> {
    let term = Term::from_field_text(field, id);
    let inverted = reader.inverted_index(field)?;
    let mut docs = Vec::new();
    let Some(mut postings) = inverted.read_postings(&term, IndexRecordOption::Basic)? else { return Ok(docs) };
    while postings.doc() != TERMINATED {
        docs.push(postings.doc());
        postings.advance();
    }
    Ok(docs)
}
