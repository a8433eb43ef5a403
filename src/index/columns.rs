//! The columns and the store that searches read, each opened once.
//!
//! Opening a column reads a header for every 512 documents, so a search that opened its own would cost more
//! with every document of the index, however few its hits.

use std::hash::Hash;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use rustc_hash::{FxHashMap, FxHashSet};
use tantivy::columnar::Column;
use tantivy::directory::OwnedBytes;
use tantivy::index::SegmentId;
use tantivy::store::StoreReader;
use tantivy::{DocAddress, DocId, Searcher, SegmentReader, TantivyError};

use super::days_query::first_at;
use super::place::Place;
use super::record::StoredArticle;
use super::schema::{CONFIDENCE, DATE, FINGERPRINT, NUMBER, ORDER, SHOWN_FROM, SHOWN_UNTIL, STORY};
use super::values::Values;
use crate::query::Field;

/// Blocks of stored articles kept unpacked, of 32 kB each, in all segments together: most of what a top-ten
/// query costs beyond counting is unpacking the blocks its hits lie in.
const BLOCKS_KEPT: usize = 1024;

/// Articles kept decoded: about 5 kB each.
const ARTICLES_KEPT: usize = 1 << 12;

/// Stories whose copies are kept once they are known.
const STORIES_KEPT: usize = 1 << 12;

/// The first of those that a statement is a copy of or has as copies, itself among them, and how many they are.
pub(super) type Group = (DocAddress, usize);

/// By statement of a story, where it has copies.
pub(super) type Groups = Arc<FxHashMap<DocAddress, Group>>;

/// The columns of all segments, in their order.
#[derive(Clone)]
pub(super) struct Columns(Arc<All>);

struct All {
    segments: Vec<Arc<SegmentColumns>>,
    /// By story.
    copies: Mutex<FxHashMap<u64, Groups>>,
    retold: OnceLock<FxHashSet<u64>>,
    articles: Mutex<FxHashMap<DocAddress, Arc<StoredArticle>>>,
}

/// Those of one segment.
pub(super) struct SegmentColumns {
    segment: SegmentId,
    reader: SegmentReader,
    /// Blocks of its store that are kept.
    blocks: usize,
    order: OnceLock<Column<u64>>,
    number: OnceLock<Column<u64>>,
    confidence: OnceLock<Column<u64>>,
    fingerprint: OnceLock<Column<u64>>,
    story: OnceLock<Column<u64>>,
    retold: OnceLock<Vec<u64>>,
    shown_from: OnceLock<Column<u64>>,
    shown_until: OnceLock<Column<u64>>,
    date: OnceLock<Column<i64>>,
    store: OnceLock<StoreReader>,
    days: OnceLock<Vec<(DocId, Option<i64>)>>,
    values: Mutex<FxHashMap<Field, Arc<Values>>>,
}

impl Columns {
    /// Those of `searcher`; what `known` has is taken from there.
    pub fn of(searcher: &Searcher, known: Option<&Self>) -> Self {
        let readers = searcher.segment_readers();
        let segments = readers.iter().enumerate().map(|(at, reader)| {
            // Most often nothing was written since.
            let known = known.and_then(|known| {
                let same = |columns: &&Arc<SegmentColumns>| columns.segment == reader.segment_id();
                known.0.segments.get(at).filter(same).or_else(|| known.0.segments.iter().find(same))
            });
            known.map_or_else(|| Arc::new(SegmentColumns::of(reader, BLOCKS_KEPT.div_ceil(readers.len()))), Arc::clone)
        });
        Self(Arc::new(All {
            segments: segments.collect(),
            copies: Mutex::default(),
            retold: OnceLock::new(),
            articles: Mutex::default(),
        }))
    }

    /// Whether they are those of `searcher`.
    pub fn are_of(&self, searcher: &Searcher) -> bool {
        let segments = searcher.segment_readers().iter().map(SegmentReader::segment_id);
        self.0.segments.iter().map(|columns| columns.segment).eq(segments)
    }

    /// Those of the segment where `at` lies.
    pub fn at(&self, at: DocAddress) -> tantivy::Result<&SegmentColumns> {
        let known = self.0.segments.get(at.segment_ord as usize).map(AsRef::as_ref);
        known.ok_or_else(|| TantivyError::InternalError(format!("segment {} has no columns", at.segment_ord)))
    }

    /// Those of the segment of `reader`.
    pub fn in_segment(&self, reader: &SegmentReader) -> tantivy::Result<&SegmentColumns> {
        let segment = reader.segment_id();
        let known = self.0.segments.iter().find(|columns| columns.segment == segment).map(AsRef::as_ref);
        known.ok_or_else(|| TantivyError::InternalError(format!("segment {segment:?} has no columns")))
    }

    /// The copies in `story`, as `find` finds them when they are first asked for.
    pub fn copies(&self, story: u64, find: impl FnOnce() -> tantivy::Result<Groups>) -> tantivy::Result<Groups> {
        kept(&self.0.copies, STORIES_KEPT, story, find)
    }

    /// The stories told again in any segment, as `find` finds them when they are first asked for.
    pub fn retold(&self, find: impl FnOnce() -> tantivy::Result<FxHashSet<u64>>) -> tantivy::Result<&FxHashSet<u64>> {
        opened(&self.0.retold, find)
    }

    /// The article at `at`, as `read` reads it when it is first asked for.
    pub fn article<E>(
        &self,
        at: DocAddress,
        read: impl FnOnce() -> Result<StoredArticle, E>,
    ) -> Result<Arc<StoredArticle>, E> {
        kept(&self.0.articles, ARTICLES_KEPT, at, || read().map(Arc::new))
    }

    /// Segment by segment, in the searcher's order.
    pub fn segments(&self) -> impl Iterator<Item = &SegmentColumns> {
        self.0.segments.iter().map(AsRef::as_ref)
    }
}

impl SegmentColumns {
    fn of(reader: &SegmentReader, blocks: usize) -> Self {
        Self {
            segment: reader.segment_id(),
            reader: reader.clone(),
            blocks,
            order: OnceLock::new(),
            number: OnceLock::new(),
            confidence: OnceLock::new(),
            fingerprint: OnceLock::new(),
            story: OnceLock::new(),
            retold: OnceLock::new(),
            shown_from: OnceLock::new(),
            shown_until: OnceLock::new(),
            date: OnceLock::new(),
            store: OnceLock::new(),
            days: OnceLock::new(),
            values: Mutex::default(),
        }
    }

    /// Where documents lie.
    pub fn order(&self) -> tantivy::Result<&Column<u64>> {
        opened(&self.order, || self.reader.fast_fields().u64(ORDER))
    }

    /// How many documents stand between each and its article.
    pub fn number(&self) -> tantivy::Result<&Column<u64>> {
        opened(&self.number, || self.reader.fast_fields().u64(NUMBER))
    }

    /// Thousandths of confidence.
    pub fn confidence(&self) -> tantivy::Result<&Column<u64>> {
        opened(&self.confidence, || self.reader.fast_fields().u64(CONFIDENCE))
    }

    /// What copies share.
    pub fn fingerprint(&self) -> tantivy::Result<&Column<u64>> {
        opened(&self.fingerprint, || self.reader.fast_fields().u64(FINGERPRINT))
    }

    /// Seconds since 1970 from which documents are found.
    pub fn shown_from(&self) -> tantivy::Result<&Column<u64>> {
        opened(&self.shown_from, || self.reader.fast_fields().u64(SHOWN_FROM))
    }

    /// Seconds since 1970 until which documents are found.
    pub fn shown_until(&self) -> tantivy::Result<&Column<u64>> {
        opened(&self.shown_until, || self.reader.fast_fields().u64(SHOWN_UNTIL))
    }

    /// The stored bytes of `doc`, whose end is its record.
    pub fn stored(&self, doc: DocId) -> tantivy::Result<OwnedBytes> {
        opened(&self.store, || Ok(self.reader.get_store_reader(self.blocks)?))?.get_document_bytes(doc)
    }

    /// Where the documents of each day begin, in their order: newest first, those without a day last.
    pub fn days(&self) -> tantivy::Result<&[(DocId, Option<i64>)]> {
        let first = || {
            let (order, documents) = (self.order()?, self.reader.max_doc());
            let mut days = Vec::new();
            let mut doc = 0;
            while doc < documents {
                let place = Place(order.first(doc).unwrap_or(u64::MAX));
                let day = self.date()?.first(doc);
                days.push((doc, day));
                // Days too far away to have a place of their own lie among each other.
                let behind = place.behind_day().filter(|_| day.is_none_or(Place::is_exact_day));
                doc = match behind {
                    Some(next) => first_at(order, documents, next).max(doc + 1),
                    None if day.is_none() => documents,
                    None => doc + 1,
                };
            }
            Ok(days)
        };
        Ok(opened(&self.days, first)?)
    }

    /// What each document has of `field`, where it was worked out before.
    pub fn values_known(&self, field: Field) -> Option<Arc<Values>> {
        self.values.lock().unwrap_or_else(PoisonError::into_inner).get(&field).cloned()
    }

    /// What each document has of `field`, as `work_out` finds it, which is kept.
    pub fn values(
        &self,
        field: Field,
        work_out: impl FnOnce() -> tantivy::Result<Values>,
    ) -> tantivy::Result<Arc<Values>> {
        let values = Arc::new(work_out()?);
        self.values.lock().unwrap_or_else(PoisonError::into_inner).insert(field, values.clone());
        Ok(values)
    }

    /// The number of each document's story.
    pub fn story(&self) -> tantivy::Result<&Column<u64>> {
        opened(&self.story, || self.reader.fast_fields().u64(STORY))
    }

    /// The stories told again here, as `find` finds them when they are first asked for.
    pub fn retold(&self, find: impl FnOnce() -> tantivy::Result<Vec<u64>>) -> tantivy::Result<&[u64]> {
        Ok(opened(&self.retold, find)?)
    }

    /// Days since 1970-01-01.
    pub fn date(&self) -> tantivy::Result<&Column<i64>> {
        opened(&self.date, || self.reader.fast_fields().i64(DATE))
    }
}

/// What `known` has for `key`; else what `find` finds, which is kept. All is dropped when there are `most`.
fn kept<K: Eq + Hash, V: Clone, E>(
    known: &Mutex<FxHashMap<K, V>>,
    most: usize,
    key: K,
    find: impl FnOnce() -> Result<V, E>,
) -> Result<V, E> {
    if let Some(value) = known.lock().unwrap_or_else(PoisonError::into_inner).get(&key) {
        return Ok(value.clone());
    }
    let value = find()?;
    let mut known = known.lock().unwrap_or_else(PoisonError::into_inner);
    if known.len() >= most {
        known.clear();
    }
    known.insert(key, value.clone());
    Ok(value)
}

fn opened<T>(known: &OnceLock<T>, open: impl FnOnce() -> tantivy::Result<T>) -> tantivy::Result<&T> {
    if let Some(known) = known.get() {
        return Ok(known);
    }
    let fresh = open()?;
    Ok(known.get_or_init(|| fresh))
}
