//! Reads files as a stream, extracts on all threads, and writes in the order of the files.

use std::path::PathBuf;
use std::sync::Arc;

use rayon::prelude::*;

use super::input::{Content, Input, batches};
use super::{Outcome, OutcomeKind, Summary};
use crate::article::formats::headlines::HeadlineRow;
use crate::article::formats::{Item, Place, Reading};
use crate::article::{Article, language_of};
use crate::extract::{Extraction, extract, named};
use crate::index::{ArticleId, Entry, HeadlineEntry, IndexError, IndexWriter, Prepared, StatementIndex};
use crate::knowledge::Knowledge;

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
    /// How the files are to be read.
    pub reading: Reading,
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
        let work = |input: Result<Input, Outcome>| input.map(|input| Worked::of(input, self.knowledge, index));
        let mut summary = Summary::default();
        for batch in batches(self.paths, &self.reading) {
            let worked: Vec<_> = pool.install(|| batch.into_par_iter().map(work).collect());
            for item in worked {
                let outcomes = match item {
                    Ok(Worked { source, prepared, bytes, headlines, counts }) => {
                        summary.bytes += bytes;
                        summary.headlines += headlines;
                        let known = match (sink.as_mut(), prepared) {
                            (Some(sink), Some(prepared)) => sink.take(&source, prepared?, counts.len())?,
                            _ => false,
                        };
                        counts.into_iter().map(|counts| counts.outcome(known)).collect()
                    }
                    Err(outcome) => vec![outcome],
                };
                for outcome in &outcomes {
                    summary.count(outcome);
                    report(outcome);
                }
            }
        }
        Ok(summary)
    }
}

/// Where entries go.
struct Sink<'a> {
    index: &'a StatementIndex,
    writer: IndexWriter,
    /// The file the last entry came from, and whether the index held it before.
    file: Option<(Arc<str>, bool)>,
    /// Items since the last commit.
    pending: usize,
}

impl Sink<'_> {
    /// Writes `items` items from file `source`; whether the index held that file before.
    fn take(&mut self, source: &Arc<str>, prepared: Prepared, items: usize) -> Result<bool, IndexError> {
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
        self.pending += items;
        if self.pending >= COMMIT_ITEMS {
            self.writer.commit()?;
            self.pending = 0;
        }
        Ok(known)
    }
}

/// An input after its work: ready to be written, and counted.
struct Worked {
    source: Arc<str>,
    prepared: Option<Result<Prepared, IndexError>>,
    /// Bytes of text.
    bytes: u64,
    headlines: usize,
    counts: Vec<Counts>,
}

impl Worked {
    /// Extracts, and makes what was found ready for `index`, if there is one.
    fn of(input: Input, knowledge: &Knowledge, index: Option<&StatementIndex>) -> Self {
        let bytes = input.bytes() as u64;
        let Input { path, source, content } = input;
        match content {
            Content::Article(item) => {
                let entry = entry(path, *item, knowledge);
                let statements = &entry.extraction.statements;
                let counts = Counts {
                    path: entry.path.clone(),
                    member: entry.member.clone(),
                    statements: statements.len(),
                    joint: statements.iter().filter(|statement| statement.joint).count(),
                    place: None,
                    language: other_language(&entry.article).map(str::to_owned),
                };
                let prepared = index.map(|index| index.prepare(&entry, &source));
                Self { source, prepared, bytes, headlines: entry.headlines.len(), counts: vec![counts] }
            }
            Content::Headlines(rows) => {
                let count =
                    |row: &HeadlineRow| Counts { path: path.clone(), place: Some(row.place), ..Counts::default() };
                let counts: Vec<Counts> = rows.iter().map(count).collect();
                let headlines: Vec<_> = rows.into_iter().map(|row| headline(&path, row, knowledge)).collect();
                let prepared = index.map(|index| index.prepare_headlines(&headlines, &source));
                Self { source, prepared, bytes, headlines: headlines.len(), counts }
            }
        }
    }
}

/// What an outcome tells of an item.
#[derive(Default)]
struct Counts {
    path: String,
    member: Option<String>,
    statements: usize,
    joint: usize,
    place: Option<Place>,
    language: Option<String>,
}

impl Counts {
    fn outcome(self, known: bool) -> Outcome {
        let Self { path, member, statements, joint, place, language } = self;
        let kind = if known {
            OutcomeKind::Replaced { statements, joint }
        } else {
            OutcomeKind::Indexed { statements, joint }
        };
        Outcome { path, member, kind, place, language }
    }
}

fn entry(path: String, item: Item, knowledge: &Knowledge) -> Entry {
    let Item { member, digest, mut article, .. } = item;
    if article.header.language.is_none() {
        article.header.language = language_of(body(&article));
    }
    // The rules of extraction are rules of English.
    let extraction = match other_language(&article) {
        Some(_) => Extraction::default(),
        None => extract(&article, knowledge),
    };
    let id = ArticleId::of(&digest);
    let parties = article.headline_words().map_or_else(Vec::new, |words| named(words, article.date(), knowledge));
    let headlines = HeadlineEntry::listed(&article, &id, &path, |text| named(text, article.date(), knowledge));
    Entry { id, path, member, digest, article, extraction, parties, headlines }
}

fn headline(path: &str, row: HeadlineRow, knowledge: &Knowledge) -> HeadlineEntry {
    let HeadlineRow { text, date, url, digest, place } = row;
    HeadlineEntry {
        id: format!("h{digest}"),
        parties: named(&text, date, knowledge),
        text,
        date,
        url,
        listed: None,
        path: path.to_owned(),
        line: Some(place.line),
    }
}

/// The text from the first paragraph on.
fn body(article: &Article) -> &str {
    let start = article.paragraphs.first().map_or(0, |paragraph| paragraph.start);
    &article.text[start..]
}

/// The language of an article that is not in English.
fn other_language(article: &Article) -> Option<&str> {
    let language = article.header.language.as_ref()?;
    (!language.is_english()).then_some(language.code.as_str())
}

/// The articles of the files below `paths`, extracted one after the other, without an index; files of
/// headlines have none.
pub fn entries<'a>(
    paths: &[PathBuf],
    knowledge: &'a Knowledge,
    reading: &Reading,
) -> impl Iterator<Item = Result<Entry, Outcome>> + use<'a> {
    batches(paths, reading).flatten().filter_map(move |input| match input {
        Ok(Input { path, content: Content::Article(item), .. }) => Some(Ok(entry(path, *item, knowledge))),
        Ok(_) => None,
        Err(outcome) => Some(Err(outcome)),
    })
}
