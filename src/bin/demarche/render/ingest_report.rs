//! Tells what becomes of each item while an ingest runs: on a terminal, and in the file of `--report`.

use std::io::{BufWriter, IsTerminal as _, Write as _, stderr};
use std::path::{Path, PathBuf};

use anyhow::Result;
use demarche::ingest::{FoundFile, Outcome, OutcomeKind, walk};
use indicatif::{ProgressBar, ProgressStyle};

use super::harmless::harmless;
use super::outcome_json;

/// A running report.
pub struct IngestReport {
    file: Option<BufWriter<fs_err::File>>,
    unwritten: Option<std::io::Error>,
    progress: ProgressBar,
    /// The file the last item came from.
    path: String,
    items: u64,
}

impl IngestReport {
    /// A report on a run over `paths`.
    pub fn new(file: Option<&Path>, paths: &[PathBuf]) -> Result<Self> {
        let file = file.map(fs_err::File::create).transpose()?.map(BufWriter::new);
        Ok(Self { file, unwritten: None, progress: progress(paths), path: String::new(), items: 0 })
    }

    /// Tells of one item.
    pub fn hear(&mut self, outcome: &Outcome) {
        self.items += 1;
        if outcome.path != self.path {
            self.progress.inc(size(Path::new(&self.path)));
            self.path.clone_from(&outcome.path);
            self.progress.set_message(format!("{} items", self.items));
        }
        let told = match &outcome.kind {
            OutcomeKind::Skipped { reason } => Some(format!("skipped: {}: {reason}", place(outcome))),
            OutcomeKind::Gone { dropped: true } => Some(format!("dropped: {}: the file is gone", outcome.path)),
            OutcomeKind::Gone { dropped: false } => {
                Some(format!("gone: {}: kept; --prune drops what came from it", outcome.path))
            }
            _ => None,
        };
        if let Some(told) = told {
            self.progress.suspend(|| eprintln!("{}", harmless(&told)));
        }
        if let Some(file) = &mut self.file {
            let written = serde_json::to_writer(&mut *file, &outcome_json::line(outcome)).map_err(std::io::Error::from);
            if let Err(error) = written.and_then(|()| file.write_all(b"\n")) {
                self.unwritten.get_or_insert(error);
            }
        }
    }

    /// Ends the report.
    pub fn end(self) -> Result<()> {
        self.progress.finish_and_clear();
        if let Some(mut file) = self.file {
            file.flush()?;
        }
        self.unwritten.map_or(Ok(()), |error| Err(error.into()))
    }
}

fn place(outcome: &Outcome) -> String {
    let path = match &outcome.member {
        Some(member) => format!("{}#{member}", outcome.path),
        None => outcome.path.clone(),
    };
    outcome.place.map_or_else(|| path.clone(), |place| format!("{path}:{}", place.line))
}

fn size(path: &Path) -> u64 {
    fs_err::metadata(path).map_or(0, |metadata| metadata.len())
}

/// A bar with the rate and the time left on a terminal, and nothing elsewhere.
fn progress(paths: &[PathBuf]) -> ProgressBar {
    if !stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let total = walk(paths).map(|found| match found {
        FoundFile::File(path) => size(&path),
        FoundFile::Fault(..) => 0,
    });
    let bar = ProgressBar::new(total.sum());
    let style = ProgressStyle::with_template("{bar:30} {bytes} of {total_bytes}, {bytes_per_sec}, {eta} left, {msg}");
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar
}
