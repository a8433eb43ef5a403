//! Reads files as a stream, extracts on all threads, and writes in the order of the files.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

use rayon::ThreadPool;
use rayon::prelude::*;

use super::input::{Batch, Content, Input, Known, Step, batches};
use super::sink::Sink;
use super::stamp::Stamp;
use super::worked::{Worked, entry};
use super::{Outcome, OutcomeKind, Summary};
use crate::article::formats::Reading;
use crate::extract::{heading, named};
use crate::index::{Entry, FileRecord, HeadlineEntry, IndexError, ItemRecord, StatementIndex};
use crate::knowledge::Knowledge;

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

/// Items written between two commits, unless told otherwise.
pub const COMMIT_EVERY: usize = 200_000;

/// What becomes of files the index remembers that are no longer there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Gone {
    /// What came from them stays.
    #[default]
    Kept,
    /// What came from them is dropped.
    Dropped,
}

/// One run over some files.
pub struct Ingest<'a> {
    /// Files and directories, in order.
    pub paths: &'a [PathBuf],
    /// What to extract with.
    pub knowledge: &'a Knowledge,
    /// Threads to extract and index with.
    pub threads: usize,
    /// How the files are to be read.
    pub reading: Reading,
    /// What becomes of files that are gone.
    pub gone: Gone,
    /// Items written between two commits; a file is always committed as a whole.
    pub commit_every: usize,
    /// Set by another thread to end the run after the file that is being read.
    pub stop: Arc<AtomicBool>,
}

impl<'a> Ingest<'a> {
    /// A run over `paths` that reads each file as its content tells.
    #[must_use]
    pub fn new(paths: &'a [PathBuf], knowledge: &'a Knowledge, threads: usize) -> Self {
        Self {
            paths,
            knowledge,
            threads,
            reading: Reading::default(),
            gone: Gone::Kept,
            commit_every: COMMIT_EVERY,
            stop: Arc::default(),
        }
    }

    /// Reads every file that is new or has changed, and writes `index`; `report` hears of every item, in the
    /// order of the files.
    ///
    /// # Errors
    /// When the index cannot be written; everything committed before stays.
    pub fn run(&self, index: &StatementIndex, mut report: impl FnMut(&Outcome)) -> Result<Summary, IngestError> {
        let files: Vec<Arc<FileRecord>> = index.files()?.into_iter().map(Arc::new).collect();
        let mut sink = Sink::new(index, self.threads, &files, self.commit_every)?;
        let known = files.iter().map(|file| (file.source.clone(), file.clone())).collect();
        let mut summary = self.stream(Some(&mut sink), known, &mut report)?;
        for source in self.missing(&sink) {
            if self.gone == Gone::Dropped {
                sink.drop_file(&source);
            }
            let kind = OutcomeKind::Gone { dropped: self.gone == Gone::Dropped };
            let outcome = Outcome { path: source, member: None, kind, place: None, language: None };
            summary.count(&outcome);
            report(&outcome);
        }
        sink.finish(|entry| self.with_headlines(entry))?;
        Ok(summary)
    }

    /// Reads and extracts every file, and writes nothing.
    ///
    /// # Errors
    /// When the threads cannot be started.
    pub fn dry_run(&self, mut report: impl FnMut(&Outcome)) -> Result<Summary, IngestError> {
        self.stream(None, Known::new(), &mut report)
    }

    fn stream(
        &self,
        sink: Option<&mut Sink<'_>>,
        known: Known,
        report: &mut impl FnMut(&Outcome),
    ) -> Result<Summary, IngestError> {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(self.threads)
            .build()
            .map_err(|error| IngestError::Threads { threads: self.threads, reason: error.to_string() })?;
        let index = sink.as_ref().map(|sink| sink.index());
        let batches = batches(self.paths, &self.reading, known);
        // The next batch is worked on while one is written.
        let (send, receive) = sync_channel(0);
        thread::scope(|scope| {
            scope.spawn(move || {
                for batch in batches {
                    if send.send(self.work(&pool, batch, index)).is_err() {
                        return;
                    }
                }
            });
            self.write(receive, sink, report)
        })
    }

    /// Writes what was worked on, in its order.
    fn write(
        &self,
        batches: Receiver<Vec<Done>>,
        mut sink: Option<&mut Sink<'_>>,
        report: &mut impl FnMut(&Outcome),
    ) -> Result<Summary, IngestError> {
        let mut summary = Summary::default();
        for batch in batches {
            for step in batch {
                let outcomes = match step {
                    Done::Worked(worked) => {
                        summary.bytes += worked.bytes;
                        summary.headlines += worked.headlines;
                        match sink.as_mut() {
                            Some(sink) => sink.take(*worked)?,
                            None => worked.counts.into_iter().map(|counts| counts.outcome(false, None)).collect(),
                        }
                    }
                    Done::Fault(source, outcome) => {
                        if let (Some(sink), Some(source)) = (sink.as_mut(), source) {
                            sink.fault(&source, &outcome)?;
                        }
                        vec![outcome]
                    }
                    Done::Unchanged(record, renewed) => {
                        if let (Some(sink), Some(renewed)) = (sink.as_mut(), renewed) {
                            sink.touch(*renewed)?;
                        }
                        summary.read += record.headlines;
                        summary.unchanged += record.headlines;
                        unchanged(&record)
                    }
                    Done::End(source, stamp) => {
                        if let Some(sink) = sink.as_mut() {
                            sink.end(&source, &stamp)?;
                        }
                        Vec::new()
                    }
                };
                for outcome in &outcomes {
                    summary.count(outcome);
                    report(outcome);
                }
                if self.stop.load(Ordering::Relaxed) && sink.as_ref().is_none_or(|sink| !sink.is_inside_file()) {
                    return Ok(summary);
                }
            }
        }
        Ok(summary)
    }

    /// The work of a batch, done on all threads, in its order.
    fn work(&self, pool: &ThreadPool, batch: Batch, index: Option<&StatementIndex>) -> Vec<Done> {
        let work = |step: Step| match step {
            Step::Input(input) => Done::Worked(Box::new(Worked::of(input, self.knowledge, index))),
            Step::Fault(source, outcome) => Done::Fault(source, outcome),
            Step::Unchanged(record, renewed) => Done::Unchanged(record, renewed),
            Step::End(source, stamp) => Done::End(source, stamp),
        };
        pool.install(|| batch.into_par_iter().map(work).collect())
    }

    /// The files the index remembers below the paths of this run that are no longer there.
    fn missing(&self, sink: &Sink<'_>) -> Vec<String> {
        let full = |path: &PathBuf| fs_err::canonicalize(path).or_else(|_| std::path::absolute(path)).ok();
        let roots: Vec<PathBuf> = self.paths.iter().filter_map(full).collect();
        let below = |source: &Path| roots.iter().any(|root| source.starts_with(root));
        let is_missing = |source: &str| below(Path::new(source)) && !Path::new(source).exists();
        sink.files().map(|file| file.source.clone()).filter(|source| is_missing(source)).collect()
    }

    /// `entry` with what the index stores by itself worked out again.
    fn with_headlines(&self, entry: Entry) -> Entry {
        let (article, knowledge) = (&entry.article, self.knowledge);
        let parties = article.headline_words().map_or_else(Vec::new, |words| named(words, article.date(), knowledge));
        let headlines =
            HeadlineEntry::listed(article, &entry.id, &entry.path, |text| heading(text, article.date(), knowledge));
        Entry { parties, headlines, ..entry }
    }
}

/// A step after its work.
enum Done {
    Worked(Box<Worked>),
    Fault(Option<Arc<str>>, Outcome),
    Unchanged(Arc<FileRecord>, Option<Box<FileRecord>>),
    End(Arc<str>, Stamp),
}

/// What is told again of a file that is as it was.
fn unchanged(record: &FileRecord) -> Vec<Outcome> {
    let outcome = |item: &ItemRecord| {
        let (kind, place) = match &item.found {
            Ok(_) => (OutcomeKind::Unchanged, None),
            Err((reason, place)) => (OutcomeKind::Skipped { reason: reason.clone() }, *place),
        };
        Outcome { path: record.path.clone(), member: item.member.clone(), kind, place, language: None }
    };
    record.items.iter().map(outcome).collect()
}

/// The articles of the files below `paths`, extracted one after the other, without an index; files of
/// headlines have none.
pub fn entries<'a>(
    paths: &[PathBuf],
    knowledge: &'a Knowledge,
    reading: &Reading,
) -> impl Iterator<Item = Result<Entry, Outcome>> + use<'a> {
    batches(paths, reading, Known::new()).flatten().filter_map(move |step| match step {
        Step::Input(Input { path, content: Content::Article(item), .. }) => Some(Ok(entry(path, *item, knowledge))),
        Step::Fault(_, outcome) => Some(Err(outcome)),
        _ => None,
    })
}
