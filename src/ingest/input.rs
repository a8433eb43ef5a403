//! What the files hold, in their order: articles, and headlines in handfuls.

use std::io::BufReader;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{FoundFile, Outcome, OutcomeKind, container, walk};
use crate::article::formats::headlines::{HeadlineRow, HeadlineRows, headline_rows};
use crate::article::formats::{Fault, Item, Place, read_source};

/// Headlines worked on and written at once.
const HANDFUL: usize = 512;

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

/// Everything the files below `paths` hold, in order; an outcome stands where something is not readable.
pub(super) fn inputs(paths: &[PathBuf]) -> impl Iterator<Item = Result<Input, Outcome>> + '_ {
    walk(paths).flat_map(|found| match found {
        FoundFile::File(path) => of_file(&path),
        FoundFile::Fault(path, reason) => Box::new(std::iter::once(Err(skipped(&path, reason, None)))),
    })
}

type Inputs = Box<dyn Iterator<Item = Result<Input, Outcome>>>;

fn of_file(path: &Path) -> Inputs {
    let path = path.to_owned();
    let opened = fs_err::File::open(&path).map(|file| BufReader::with_capacity(1 << 16, file));
    let file = match opened.and_then(|file| container::opened(Box::new(file))) {
        Ok(file) => file,
        Err(error) => return Box::new(std::iter::once(Err(skipped(&path, error.to_string(), None)))),
    };
    let name = path.to_string_lossy().into_owned();
    let source = source_name(&path);
    let input = move |content| Input { path: name.clone(), source: source.clone(), content };
    let contents: Box<dyn Iterator<Item = Result<Content, Fault>>> = match headline_rows(file) {
        Ok(rows) => Box::new(Handfuls { rows, fault: None }),
        Err(file) => Box::new(read_source(file, None).map(|item| item.map(|item| Content::Article(Box::new(item))))),
    };
    Box::new(contents.map(move |content| match content {
        Ok(content) => Ok(input(content)),
        Err(fault) => Err(skipped(&path, fault.kind.to_string(), Some(fault.place))),
    }))
}

/// Rows gathered by the handful, up to the next fault.
struct Handfuls<'r> {
    rows: HeadlineRows<'r>,
    fault: Option<Fault>,
}

impl Iterator for Handfuls<'_> {
    type Item = Result<Content, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(fault) = self.fault.take() {
            return Some(Err(fault));
        }
        let mut out = Vec::with_capacity(HANDFUL);
        while out.len() < HANDFUL {
            match self.rows.next() {
                Some(Ok(row)) => out.push(row),
                Some(Err(fault)) if out.is_empty() => return Some(Err(fault)),
                Some(Err(fault)) => {
                    self.fault = Some(fault);
                    break;
                }
                None => break,
            }
        }
        (!out.is_empty()).then_some(Ok(Content::Headlines(out)))
    }
}

/// A file's full path, however it was named.
fn source_name(path: &Path) -> Arc<str> {
    fs_err::canonicalize(path).map_or_else(|_| path.to_string_lossy().into(), |path| path.to_string_lossy().into())
}

fn skipped(path: &Path, reason: String, place: Option<Place>) -> Outcome {
    let path = path.to_string_lossy().into_owned();
    Outcome { path, member: None, kind: OutcomeKind::Skipped { reason }, place }
}
