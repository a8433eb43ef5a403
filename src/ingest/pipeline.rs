//! Reads files as a stream, extracts on all threads, and writes in the order of the files.

use std::io::BufReader;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use super::{FoundFile, Outcome, OutcomeKind, Summary, walk};
use crate::article::formats::{Item, Place, read};
use crate::extract::extract;
use crate::index::{ArticleId, Entry, IndexError, IndexWriter, Prepared, StatementIndex};
use crate::knowledge::Knowledge;

/// Text taken in before it is extracted, in bytes: bounds memory whatever the corpus.
const BATCH_BYTES: usize = 4 << 20;
/// Items taken in before they are extracted.
const BATCH_ITEMS: usize = 2048;
/// Items written between two commits.
const COMMIT_ITEMS: usize = 200_000;

/// An ingest cannot go on.
#[derive(Debug, thiserror::Error)]
pub enum IngestError {
    /// The index cannot be written.
    #[error(transparent)]
    Index(#[from] IndexError),
    /// The threads cannot be started.
    #[error("cannot start {threads} threads: {reason}")]
    Threads {
        /// How many were asked for.
        threads: usize,
        /// Why not.
        reason: String,
    },
}

/// One run over some files.
pub struct Ingest<'a> {
    /// Files and directories, in order.
    pub paths: &'a [PathBuf],
    /// What to extract with.
    pub knowledge: &'a Knowledge,
    /// Threads to extract and index with.
    pub threads: usize,
}

impl Ingest<'_> {
    /// Reads every file and writes `index`; `report` hears of every item, in the order of the files.
    ///
    /// # Errors
    /// When the index cannot be written; everything committed before stays.
    pub fn run(&self, index: &StatementIndex, report: impl FnMut(&Outcome)) -> Result<Summary, IngestError> {
        let mut sink = Sink { index, writer: index.writer(self.threads)?, file: None, pending: 0 };
        let summary = self.stream(Some(&mut sink), report)?;
        sink.writer.commit()?;
        sink.writer.close()?;
        Ok(summary)
    }

    /// Reads and extracts every file, and writes nothing.
    ///
    /// # Errors
    /// When the threads cannot be started.
    pub fn dry_run(&self, report: impl FnMut(&Outcome)) -> Result<Summary, IngestError> {
        self.stream(None, report)
    }

    fn stream(
        &self,
        mut sink: Option<&mut Sink<'_>>,
        mut report: impl FnMut(&Outcome),
    ) -> Result<Summary, IngestError> {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(self.threads)
            .build()
            .map_err(|error| IngestError::Threads { threads: self.threads, reason: error.to_string() })?;
        let index = sink.as_ref().map(|sink| sink.index);
        let work = |item: Result<ReadItem, Outcome>| item.map(|read| read.work(self.knowledge, index));
        let mut summary = Summary::default();
        let mut found = items(self.paths);
        loop {
            let batch = batch(&mut found);
            if batch.is_empty() {
                return Ok(summary);
            }
            let worked: Vec<_> = pool.install(|| batch.into_par_iter().map(work).collect());
            for item in worked {
                let outcome = match item {
                    Ok(Worked { source, prepared, bytes, counts }) => {
                        summary.bytes += bytes;
                        let known = match (sink.as_mut(), prepared) {
                            (Some(sink), Some(prepared)) => sink.take(&source, prepared?)?,
                            _ => false,
                        };
                        counts.outcome(known)
                    }
                    Err(outcome) => outcome,
                };
                summary.count(&outcome);
                report(&outcome);
            }
        }
    }
}

/// Where entries go.
struct Sink<'a> {
    index: &'a StatementIndex,
    writer: IndexWriter,
    /// The file the last entry came from, and whether the index held it before.
    file: Option<(Arc<str>, bool)>,
    /// Entries since the last commit.
    pending: usize,
}

impl Sink<'_> {
    /// Writes an entry from file `source`; whether the index held that file before.
    fn take(&mut self, source: &Arc<str>, prepared: Prepared) -> Result<bool, IndexError> {
        let known = match &self.file {
            Some((file, known)) if file == source => *known,
            _ => {
                let known = self.index.holds(source)?;
                self.writer.forget(source);
                self.file = Some((source.clone(), known));
                known
            }
        };
        self.writer.add(prepared)?;
        self.pending += 1;
        if self.pending >= COMMIT_ITEMS {
            self.writer.commit()?;
            self.pending = 0;
        }
        Ok(known)
    }
}

/// An item after its work: ready to be written, and counted.
struct Worked {
    source: Arc<str>,
    prepared: Option<Result<Prepared, IndexError>>,
    bytes: u64,
    counts: Counts,
}

/// What an outcome tells of an entry.
struct Counts {
    path: String,
    member: Option<String>,
    statements: usize,
    joint: usize,
}

impl Counts {
    fn outcome(self, known: bool) -> Outcome {
        let Self { path, member, statements, joint } = self;
        let kind = if known {
            OutcomeKind::Replaced { statements, joint }
        } else {
            OutcomeKind::Indexed { statements, joint }
        };
        Outcome { path, member, kind, place: None }
    }
}

/// The name under which a file's articles are replaced: its full path, however it was named.
fn source_name(path: &Path) -> Arc<str> {
    fs_err::canonicalize(path).map_or_else(|_| path.to_string_lossy().into(), |path| path.to_string_lossy().into())
}

/// An item and the file it came from.
struct ReadItem {
    path: String,
    source: Arc<str>,
    item: Item,
}

impl ReadItem {
    /// Extracts, and makes the entry ready for `index`, if there is one.
    fn work(self, knowledge: &Knowledge, index: Option<&StatementIndex>) -> Worked {
        let source = self.source.clone();
        let entry = self.extract(knowledge);
        let statements = &entry.extraction.statements;
        let counts = Counts {
            path: entry.path.clone(),
            member: entry.member.clone(),
            statements: statements.len(),
            joint: statements.iter().filter(|statement| statement.joint).count(),
        };
        let bytes = entry.article.text.len() as u64;
        let prepared = index.map(|index| index.prepare(&entry, &source));
        Worked { source, prepared, bytes, counts }
    }

    fn extract(self, knowledge: &Knowledge) -> Entry {
        let Self { path, item: Item { member, digest, article, .. }, .. } = self;
        let extraction = extract(&article, knowledge);
        Entry { id: ArticleId::of(&digest), path, member, digest, article, extraction }
    }
}

fn batch(found: &mut impl Iterator<Item = Result<ReadItem, Outcome>>) -> Vec<Result<ReadItem, Outcome>> {
    let mut out = Vec::new();
    let mut bytes = 0;
    while bytes < BATCH_BYTES && out.len() < BATCH_ITEMS {
        let Some(item) = found.next() else { break };
        bytes += item.as_ref().map_or(0, |read| read.item.article.text.len());
        out.push(item);
    }
    out
}

/// Every item of every file below `paths`, in order.
fn items(paths: &[PathBuf]) -> impl Iterator<Item = Result<ReadItem, Outcome>> + '_ {
    walk(paths).flat_map(|found| -> Box<dyn Iterator<Item = Result<ReadItem, Outcome>>> {
        match found {
            FoundFile::File(path) => Box::new(file_items(&path)),
            FoundFile::Fault(path, reason) => Box::new(std::iter::once(Err(skipped(&path, reason, None)))),
        }
    })
}

fn file_items(path: &Path) -> Box<dyn Iterator<Item = Result<ReadItem, Outcome>>> {
    let path = path.to_owned();
    let file = match fs_err::File::open(&path) {
        Ok(file) => BufReader::with_capacity(1 << 16, file),
        Err(error) => return Box::new(std::iter::once(Err(skipped(&path, error.to_string(), None)))),
    };
    let name = path.to_string_lossy().into_owned();
    let source = source_name(&path);
    Box::new(read(file, None).map(move |item| match item {
        Ok(item) => Ok(ReadItem { path: name.clone(), source: source.clone(), item }),
        Err(fault) => Err(skipped(&path, fault.kind.to_string(), Some(fault.place))),
    }))
}

fn skipped(path: &Path, reason: String, place: Option<Place>) -> Outcome {
    let path = path.to_string_lossy().into_owned();
    Outcome { path, member: None, kind: OutcomeKind::Skipped { reason }, place }
}

/// The articles of the files below `paths`, extracted one after the other, without an index.
pub fn entries<'a>(
    paths: &'a [PathBuf],
    knowledge: &'a Knowledge,
) -> impl Iterator<Item = Result<Entry, Outcome>> + 'a {
    items(paths).map(|item| item.map(|read| read.extract(knowledge)))
}
