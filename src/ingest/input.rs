//! What the files hold, in their order, read on a thread of its own: articles, and headlines in handfuls.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread;

use super::container::Opener;
use super::{FoundFile, Outcome, OutcomeKind, walk};
use crate::article::formats::headlines::HeadlineRow;
use crate::article::formats::{Fault, Item, Place, Reading};

/// Text taken in before it is extracted, in bytes: bounds memory whatever the corpus.
const BATCH_BYTES: usize = 4 << 20;
/// Inputs taken in before they are extracted.
const BATCH_INPUTS: usize = 2048;
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

/// Inputs worked on together; an outcome stands where something is not readable.
pub(super) type Batch = Vec<Result<Input, Outcome>>;

/// Everything the files below `paths` hold, in order. The next batch is read while one is worked on.
pub(super) fn batches(paths: &[PathBuf], reading: &Reading) -> impl Iterator<Item = Batch> + use<> {
    let (send, receive) = sync_channel(1);
    let (paths, reading) = (paths.to_vec(), reading.clone());
    thread::spawn(move || {
        let mut reader = Reader { reading, batch: Vec::new(), bytes: 0, send };
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
    batch: Batch,
    bytes: usize,
    send: SyncSender<Batch>,
}

impl Reader {
    /// Reads one file; false when nobody waits for more.
    fn found(&mut self, found: FoundFile) -> bool {
        let path = match found {
            FoundFile::File(path) => path,
            FoundFile::Fault(path, reason) => return self.push(Err(skipped(&path, None, reason, None))),
        };
        let reading = self.reading.clone();
        let source = source_name(&path);
        let name = path.to_string_lossy().into_owned();
        let mut take = |member: Option<String>, content: Result<Content, Fault>| match content {
            Ok(content) => {
                let content = inside(content, member);
                // What comes from standard input has no other name than its content.
                let source = match &content {
                    Content::Article(item) if name == STANDARD_INPUT => format!("-{}", item.digest).into(),
                    _ => source.clone(),
                };
                self.push(Ok(Input { path: name.clone(), source, content }))
            }
            Err(fault) => self.push(Err(skipped(&path, member, fault.kind.to_string(), Some(fault.place)))),
        };
        let mut opener = Opener { reading: &reading, take: &mut take };
        // A fault of the program itself costs one file, not the run.
        let read = catch_unwind(AssertUnwindSafe(|| open(&path, &mut opener)));
        match read {
            Ok(Ok(goes_on)) => goes_on,
            Ok(Err(error)) => self.push(Err(skipped(&path, None, error.to_string(), None))),
            Err(_) => self.push(Err(skipped(&path, None, "the program failed on it".to_owned(), None))),
        }
    }

    fn push(&mut self, input: Result<Input, Outcome>) -> bool {
        self.bytes += input.as_ref().map_or(0, Input::bytes);
        self.batch.push(input);
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
