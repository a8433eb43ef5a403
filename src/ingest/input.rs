//! What the files hold, in their order, read on a thread of its own: articles, and headlines in handfuls.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread;

use super::container::Opener;
use super::stamp::Stamp;
use super::{FoundFile, Outcome, OutcomeKind, walk};
use crate::article::formats::headlines::HeadlineRow;
use crate::article::formats::{Fault, Item, Place, Reading};
use crate::index::FileRecord;

/// Text taken in before it is extracted, in bytes: bounds the text in memory whatever the corpus.
const BATCH_BYTES: usize = 256 << 10;
/// Inputs taken in before they are extracted.
const BATCH_INPUTS: usize = 1024;
/// What names standard input.
const STANDARD_INPUT: &str = "-";

/// Something read, and the file it came from.
pub(super) struct Input {
    /// The file, as named to ingest.
    pub(super) path: String,
    /// The name under which what comes from the file is replaced.
    pub(super) source: Arc<str>,
    pub(super) content: Content,
}

/// What was read.
pub(super) enum Content {
    /// An article.
    Article(Box<Item>),
    /// Rows of a file of headlines.
    Headlines(Vec<HeadlineRow>),
}

impl Input {
    /// Its text, in bytes.
    pub(super) fn bytes(&self) -> usize {
        match &self.content {
            Content::Article(item) => item.article.text.len(),
            Content::Headlines(rows) => rows.iter().map(|row| row.text.len()).sum(),
        }
    }
}

/// A step through the files.
pub(super) enum Step {
    /// Something was read.
    Input(Input),
    /// Something was not readable, inside a file that was begun when it has a source.
    Fault(Option<Arc<str>>, Outcome),
    /// A file is as it was when it was last read; with its new record where only its time is new.
    Unchanged(Arc<FileRecord>, Option<Box<FileRecord>>),
    /// A file has been read to its end.
    End(Arc<str>, Stamp),
}

/// Steps worked on together.
pub(super) type Batch = Vec<Step>;

/// What is remembered of each file, by its source.
pub(super) type Known = HashMap<String, Arc<FileRecord>>;

/// Everything the files below `paths` hold, in order. The next batch is read while one is worked on.
pub(super) fn batches(paths: &[PathBuf], reading: &Reading, known: Known) -> impl Iterator<Item = Batch> + use<> {
    let (send, receive) = sync_channel(1);
    let (paths, reading) = (paths.to_vec(), reading.clone());
    thread::spawn(move || {
        let mut reader = Reader { reading, known, batch: Vec::new(), bytes: 0, send };
        let goes_on = walk(&paths).all(|found| reader.found(found));
        if goes_on {
            reader.send();
        }
    });
    receive.into_iter()
}

/// Reads files, and sends what they hold a batch at a time.
struct Reader {
    reading: Reading,
    known: Known,
    batch: Batch,
    bytes: usize,
    send: SyncSender<Batch>,
}

impl Reader {
    /// Reads one file; false when nobody waits for more.
    fn found(&mut self, found: FoundFile) -> bool {
        let path = match found {
            FoundFile::File(path) => path,
            FoundFile::Fault(path, reason) => return self.push(Step::Fault(None, skipped(&path, None, reason, None))),
        };
        let source = source_name(&path);
        let mut stamp =
            if path == Path::new(STANDARD_INPUT) { None } else { Stamp::of(&path, &self.reading).ok().flatten() };
        match self.unchanged(&source, stamp.as_mut()) {
            Ok(Some(step)) => return self.push(step),
            Ok(None) => {}
            Err(error) => return self.push(Step::Fault(None, skipped(&path, None, error.to_string(), None))),
        }
        self.read(&path, &source, stamp)
    }

    /// The step for a file that is as it was.
    fn unchanged(&self, source: &Arc<str>, stamp: Option<&mut Stamp>) -> std::io::Result<Option<Step>> {
        let Some(stamp) = stamp else { return Ok(None) };
        let Some(record) = self.known.get(&**source) else {
            // The digest is wanted when the file is ended.
            return stamp.digest().map(|_| None);
        };
        if stamp.is_of(record) {
            return Ok(Some(Step::Unchanged(record.clone(), None)));
        }
        let same = stamp.may_be_of(record);
        if stamp.digest()? == record.digest && same {
            let renewed = stamp.record(source, record.items.clone(), record.headlines);
            return Ok(Some(Step::Unchanged(record.clone(), Some(Box::new(renewed)))));
        }
        Ok(None)
    }

    fn read(&mut self, path: &Path, source: &Arc<str>, stamp: Option<Stamp>) -> bool {
        let reading = self.reading.clone();
        let name = path.to_string_lossy().into_owned();
        let mut take = |member: Option<String>, content: Result<Content, Fault>| match content {
            Ok(content) => {
                let content = inside(content, member);
                // What comes from standard input has no other name than its content.
                let source = match &content {
                    Content::Article(item) if name == STANDARD_INPUT => format!("-{}", item.digest).into(),
                    _ => source.clone(),
                };
                self.push(Step::Input(Input { path: name.clone(), source, content }))
            }
            Err(fault) => {
                let outcome = skipped(path, member, fault.kind.to_string(), Some(fault.place));
                self.push(Step::Fault(Some(source.clone()), outcome))
            }
        };
        let mut opener = Opener { reading: &reading, take: &mut take };
        // A fault of the program itself costs one file, not the run.
        let read = catch_unwind(AssertUnwindSafe(|| open(path, &mut opener)));
        match (read, stamp) {
            (Ok(Ok(goes_on)), Some(stamp)) => goes_on && self.push(Step::End(source.clone(), stamp)),
            (Ok(Ok(goes_on)), None) => goes_on,
            (Ok(Err(error)), _) => self.push(Step::Fault(None, skipped(path, None, error.to_string(), None))),
            (Err(_), _) => {
                let outcome = skipped(path, None, "the program failed on it".to_owned(), None);
                self.push(Step::Fault(Some(source.clone()), outcome))
            }
        }
    }

    fn push(&mut self, step: Step) -> bool {
        self.bytes += match &step {
            Step::Input(input) => input.bytes(),
            _ => 0,
        };
        self.batch.push(step);
        if self.bytes < BATCH_BYTES && self.batch.len() < BATCH_INPUTS {
            return true;
        }
        self.send()
    }

    fn send(&mut self) -> bool {
        self.bytes = 0;
        self.send.send(std::mem::take(&mut self.batch)).is_ok()
    }
}

/// Reads what stands at `path`; false when nobody waits for more.
fn open(path: &Path, opener: &mut Opener<'_, '_>) -> std::io::Result<bool> {
    if path == Path::new(STANDARD_INPUT) {
        return Ok(opener.unseekable(std::io::stdin().lock()));
    }
    let file = fs_err::File::open(path)?;
    Ok(if file.metadata()?.is_file() { opener.file(file) } else { opener.unseekable(std::io::BufReader::new(file)) })
}

/// `content` named as inside `member` of a container.
fn inside(content: Content, member: Option<String>) -> Content {
    match (content, member) {
        (Content::Article(mut item), Some(outer)) => {
            item.member = Some(match item.member.take() {
                Some(inner) => format!("{outer}#{inner}"),
                None => outer,
            });
            Content::Article(item)
        }
        (content, _) => content,
    }
}

/// A file's full path, however it was named.
fn source_name(path: &Path) -> Arc<str> {
    fs_err::canonicalize(path).map_or_else(|_| path.to_string_lossy().into(), |path| path.to_string_lossy().into())
}

fn skipped(path: &Path, member: Option<String>, reason: String, place: Option<Place>) -> Outcome {
    let path = path.to_string_lossy().into_owned();
    Outcome { path, member, kind: OutcomeKind::Skipped { reason }, place, language: None }
}
