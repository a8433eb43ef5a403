//! Writes entries into the index, a commit at a time.

use std::cell::Cell;
use std::path::PathBuf;
use std::time::Duration;

use tantivy::directory::error::LockError;
use tantivy::indexer::{NoMergePolicy, UserOperation};
use tantivy::{Index, IndexReader, SegmentMeta, TantivyDocument, TantivyError, Term};

use super::document::documents;
use super::files::file_key;
use super::headline_document::lone_headline_document;
use super::place::Place;
use super::record::encode;
use super::schema::{Fields, VERSION};
use super::{Entry, FileRecord, HeadlineEntry, IndexError, StatementIndex};

/// Memory the indexing threads may fill together before they write segments, in bytes.
const MEMORY: usize = 112 << 20;
/// Memory of a writer that only joins segments.
const MEMORY_TO_JOIN: usize = 16 << 20;
/// So many threads make documents beside one that indexes them: fewer indexing threads make fewer segments, which need
/// not be joined.
const THREADS_PER_INDEXER: usize = 3;
/// The engine refuses threads with less than 15 MB each.
const MOST_INDEXERS: usize = 7;

/// What is read anew when the segments of an index are joined may be so many times what was written since it was
/// opened: joining costs a share of an ingest, never the whole index for a few articles.
const REREAD: usize = 2;

/// How often, and after how long, an index that another writer has is tried again.
const BUSY_TRIES: usize = 20;
const BUSY_WAIT: Duration = Duration::from_millis(50);

/// Indexing threads beside `threads` others.
fn indexers(threads: usize) -> usize {
    threads.div_ceil(THREADS_PER_INDEXER).clamp(1, MOST_INDEXERS)
}

/// The engine's writer of `index`, which has one at a time.
///
/// A process that is just being started holds the files of the one that starts it for a moment, so that an index may
/// seem busy that nobody writes any more.
fn opened(index: &Index, threads: usize, memory: usize) -> tantivy::Result<tantivy::IndexWriter<TantivyDocument>> {
    for _ in 0..BUSY_TRIES {
        match index.writer_with_num_threads(threads, memory) {
            Err(TantivyError::LockFailure(LockError::LockBusy, _)) => std::thread::sleep(BUSY_WAIT),
            opened => return opened,
        }
    }
    index.writer_with_num_threads(threads, memory)
}

/// An entry made ready to be written, which any thread can do.
#[derive(Debug)]
pub struct Prepared {
    documents: Vec<TantivyDocument>,
}

impl StatementIndex {
    /// Makes `entry` ready to be written. `source` is the name under which [`IndexWriter::forget`] finds
    /// it.
    ///
    /// # Errors
    /// When the entry cannot be encoded.
    pub fn prepare(&self, entry: &Entry, source: &str) -> Result<Prepared, IndexError> {
        let unwritable =
            |error: postcard::Error| IndexError::Writing { path: self.path.clone(), reason: error.to_string() };
        Ok(Prepared { documents: documents(&self.fields, entry, source).map_err(unwritable)? })
    }

    /// Makes headlines that stand on no page ready to be written.
    ///
    /// # Errors
    /// When one cannot be encoded.
    pub fn prepare_headlines(&self, headlines: &[HeadlineEntry], source: &str) -> Result<Prepared, IndexError> {
        let unwritable =
            |error: postcard::Error| IndexError::Writing { path: self.path.clone(), reason: error.to_string() };
        let document = |headline| lone_headline_document(&self.fields, headline, source);
        Ok(Prepared { documents: headlines.iter().map(document).collect::<Result<_, _>>().map_err(unwritable)? })
    }
}

/// Adds and replaces articles. Nothing is visible to readers before [`IndexWriter::commit`].
pub struct IndexWriter {
    path: PathBuf,
    fields: Fields,
    index: Index,
    reader: IndexReader,
    /// Documents written since it was opened.
    written: Cell<usize>,
    writer: tantivy::IndexWriter<TantivyDocument>,
}

impl IndexWriter {
    pub(super) fn new(index: &StatementIndex, threads: usize) -> Result<Self, IndexError> {
        let writer = opened(&index.index, indexers(threads), MEMORY)
            .map_err(|error| IndexError::writing(&index.path, &error))?;
        let StatementIndex { path, index, fields, reader, .. } = index;
        let (path, index, reader) = (path.clone(), index.clone(), reader.clone());
        Ok(Self { path, fields: *fields, index, reader, written: Cell::new(0), writer })
    }

    /// Drops everything that came from `source` before this call; entries added later stay.
    pub fn forget(&self, source: &str) {
        self.writer.delete_term(Term::from_field_text(self.fields.source, source));
    }

    /// Adds what [`StatementIndex::prepare`] made of an entry.
    ///
    /// # Errors
    /// When the index cannot be written.
    pub fn add(&self, prepared: Prepared) -> Result<(), IndexError> {
        self.written.set(self.written.get() + prepared.documents.len());
        let operations = prepared.documents.into_iter().map(UserOperation::Add);
        self.writer.run(operations).map_err(|error| IndexError::writing(&self.path, &error))?;
        Ok(())
    }

    /// Remembers what a file holds, in the place of what was remembered of it.
    ///
    /// # Errors
    /// When the index cannot be written.
    pub fn remember(&self, record: &FileRecord) -> Result<(), IndexError> {
        let key = file_key(&record.source);
        self.writer.delete_term(Term::from_field_text(self.fields.id, &key));
        let bytes = encode(record)
            .map_err(|error| IndexError::Writing { path: self.path.clone(), reason: error.to_string() })?;
        let mut document = TantivyDocument::default();
        document.add_text(self.fields.doc, "file");
        document.add_text(self.fields.id, &key);
        document.add_text(self.fields.source, &record.source);
        // What is remembered of files lies behind all articles.
        document.add_u64(self.fields.order, u64::MAX);
        document.add_u64(self.fields.number, 0);
        document.add_bytes(self.fields.record, &bytes);
        self.writer.add_document(document).map_err(|error| IndexError::writing(&self.path, &error))?;
        Ok(())
    }

    /// Puts `prepared`, made of `entry`, in the place of all that was made of that entry before.
    ///
    /// # Errors
    /// When the index cannot be written.
    pub fn replace(&self, entry: &Entry, prepared: Prepared) -> Result<(), IndexError> {
        self.writer.delete_term(Term::from_field_u64(self.fields.order, Place::of(entry).0));
        self.add(prepared)
    }

    /// Makes everything added so far visible, or nothing of it when the program ends before.
    ///
    /// # Errors
    /// When the index cannot be written; what was committed before stays readable.
    pub fn commit(&mut self) -> Result<(), IndexError> {
        let failed = |error| IndexError::writing(&self.path, &error);
        let mut commit = self.writer.prepare_commit().map_err(failed)?;
        commit.set_payload(VERSION);
        commit.commit().map_err(failed)?;
        Ok(())
    }

    /// Waits for merges to end, joins the segments that are small beside what was written, and closes the index
    /// for writing.
    ///
    /// A search costs more with every segment, and what was replaced takes place until it is left out.
    ///
    /// # Errors
    /// When a merge failed; what was committed stays readable.
    pub fn close(self) -> Result<(), IndexError> {
        let Self { path, index, reader, written, writer, .. } = self;
        let closed = || -> tantivy::Result<()> {
            writer.wait_merging_threads()?;
            let mut segments = index.searchable_segment_metas()?;
            segments.sort_unstable_by_key(SegmentMeta::max_doc);
            let mut reread = 0;
            let cheap = segments.iter().take_while(|segment| {
                reread += segment.max_doc() as usize;
                reread <= REREAD * written.get()
            });
            segments.truncate(cheap.count());
            if segments.len() < 2 && segments.iter().all(|segment| !segment.has_deletes()) {
                return Ok(());
            }
            let mut writer = opened(&index, 1, MEMORY_TO_JOIN)?;
            writer.set_merge_policy(Box::new(NoMergePolicy));
            let ids: Vec<_> = segments.iter().map(SegmentMeta::id).collect();
            writer.merge(&ids).wait()?;
            // Files are kept for as long as someone knows of them.
            drop(segments);
            reader.reload()?;
            writer.garbage_collect_files().wait()?;
            writer.wait_merging_threads()
        };
        closed().map_err(|error| IndexError::writing(&path, &error))
    }
}
