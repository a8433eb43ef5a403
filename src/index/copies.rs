//! Finds the copies of a statement: the same statement in the other articles that tell one story.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use jiff::Timestamp;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, DocSet as _, Searcher, SegmentReader, TERMINATED, Term};

use super::columns::{Columns, SegmentColumns};
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
pub(super) struct Copies<'c> {
    searcher: &'c Searcher,
    columns: &'c Columns,
    fields: Fields,
    moment: Timestamp,
    /// Of each segment, the stories told again there.
    retold: Vec<&'c HashSet<u64>>,
    known: RefCell<HashMap<u64, Rc<Vec<Vec<DocAddress>>>>>,
}

impl<'c> Copies<'c> {
    /// Those that are found at `moment`.
    pub fn of(
        searcher: &'c Searcher,
        columns: &'c Columns,
        fields: Fields,
        moment: Timestamp,
    ) -> tantivy::Result<Self> {
        let segments = columns.segments().zip(searcher.segment_readers());
        let retold = segments.map(|(columns, reader)| columns.retold(|| retold(reader, columns, fields)));
        let retold = retold.collect::<tantivy::Result<_>>()?;
        Ok(Self { searcher, columns, fields, moment, retold, known: RefCell::default() })
    }

    /// The one at `at` and its copies, in the order of the index.
    pub fn all(&self, at: DocAddress) -> tantivy::Result<Vec<DocAddress>> {
        if self.are_none() {
            return Ok(vec![at]);
        }
        let story = self.columns.at(at)?.story()?.first(at.doc_id);
        let Some(story) = story.filter(|story| self.retold.iter().any(|retold| retold.contains(story))) else {
            return Ok(vec![at]);
        };
        let groups = self.groups(story)?;
        Ok(groups.iter().find(|group| group.contains(&at)).cloned().unwrap_or_else(|| vec![at]))
    }

    /// Whether no story of the index is told again.
    pub fn are_none(&self) -> bool {
        self.retold.iter().all(|retold| retold.is_empty())
    }

    /// What hits share that are one hit as `unit` and `shown` ask: none for a hit that shares it with no other.
    ///
    /// A statement is one hit with its copies, an article with the others that tell its story.
    pub fn key(&self, at: DocAddress, unit: Unit, shown: request::Copies) -> tantivy::Result<Option<u64>> {
        let packed = |at: DocAddress| u64::from(at.segment_ord) << 32 | u64::from(at.doc_id);
        Ok(match (unit, shown) {
            (Unit::Statement, request::Copies::Shown) => None,
            (Unit::Statement, request::Copies::Folded) => {
                let all = self.all(at)?;
                (all.len() > 1).then(|| packed(all[0]))
            }
            (Unit::Article, request::Copies::Shown) => Some(packed(article_of(self.columns, at)?.0)),
            (Unit::Article, request::Copies::Folded) => self.columns.at(at)?.story()?.first(at.doc_id),
        })
    }

    /// Keeps the first of `rows` that are one hit.
    pub fn fold(&self, rows: Vec<Row>, unit: Unit, shown: request::Copies) -> tantivy::Result<Vec<Row>> {
        let mut seen = HashSet::new();
        let mut kept = Vec::with_capacity(rows.len());
        for row in rows {
            if self.key(row.at, unit, shown)?.is_none_or(|key| seen.insert(key)) {
                kept.push(row);
            }
        }
        Ok(kept)
    }

    /// The statements of `story`, those that are copies of each other together.
    fn groups(&self, story: u64) -> tantivy::Result<Rc<Vec<Vec<DocAddress>>>> {
        if let Some(known) = self.known.borrow().get(&story) {
            return Ok(known.clone());
        }
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
        let groups = groups.into_iter().map(|(_, group)| group.into_iter().map(|one| one.at).collect());
        let groups = Rc::new(groups.collect::<Vec<_>>());
        self.known.borrow_mut().insert(story, groups.clone());
        Ok(groups)
    }

    /// Every statement of `story`, in the order of the index.
    fn told(&self, story: u64) -> tantivy::Result<Vec<Told>> {
        let mut told = Vec::new();
        let segments = self.searcher.segment_readers().iter().zip(self.columns.segments());
        for (segment, (reader, columns)) in (0..).zip(segments) {
            let term = Term::from_field_u64(self.fields.story, story);
            let inverted = reader.inverted_index(self.fields.story)?;
            let Some(mut postings) = inverted.read_postings(&term, IndexRecordOption::Basic)? else { continue };
            let hidden = Hidden::of(columns, self.moment)?;
            while postings.doc() != TERMINATED {
                let doc = postings.doc();
                let is_alive = reader.alive_bitset().is_none_or(|alive| alive.is_alive(doc)) && !hidden.has(doc);
                // Only statements have a likeness.
                if let Some(likeness) = columns.fingerprint()?.first(doc).filter(|_| is_alive) {
                    let order = columns.order()?.first(doc);
                    let at = DocAddress::new(segment, doc);
                    let article = DocAddress::new(segment, article_in(columns, doc)?.0);
                    told.push(Told { order, at, article, likeness });
                }
                postings.advance();
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
    keys: HashSet<u64>,
}

impl Tally {
    /// Counts a hit with the `key` it shares with others.
    pub fn add(&mut self, key: Option<u64>) {
        match key {
            Some(key) => drop(self.keys.insert(key)),
            None => self.alone += 1,
        }
    }

    /// How many hits there are.
    pub fn count(&self) -> usize {
        self.alone + self.keys.len()
    }
}

/// The stories of which a segment has another article than the first.
fn retold(reader: &SegmentReader, columns: &SegmentColumns, fields: Fields) -> tantivy::Result<HashSet<u64>> {
    let mut stories = HashSet::new();
    let term = Term::from_field_text(fields.retold, "yes");
    let inverted = reader.inverted_index(fields.retold)?;
    let Some(mut postings) = inverted.read_postings(&term, IndexRecordOption::Basic)? else { return Ok(stories) };
    let story = columns.story()?;
    while postings.doc() != TERMINATED {
        stories.extend(story.first(postings.doc()));
        postings.advance();
    }
    Ok(stories)
}
