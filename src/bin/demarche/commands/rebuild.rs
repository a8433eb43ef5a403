//! `demarche rebuild`: makes an index again from the files it was made of.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context as _, Result};
use demarche::index::{StatementIndex, file_paths};
use demarche::ingest::Ingest;
use demarche::knowledge::Knowledge;
#[cfg(target_os = "linux")]
use rustix::fs::{CWD, RenameFlags};

use super::ingest::{line, threads};
use crate::args_life;
use crate::failure::Mistake;
use crate::render::ingest_report::IngestReport;

pub fn run(args: &args_life::Rebuild) -> Result<ExitCode> {
    let started = Instant::now();
    let directory = &args.index.dir;
    let beside = |end: &str| {
        let name = directory.file_name().map_or_else(|| "index".into(), |name| name.to_string_lossy().into_owned());
        directory.with_file_name(format!("{name}.{end}"))
    };
    let (new, old) = (beside("new"), beside("old"));
    // A rebuild that was killed between two renames has left the index under its other name.
    if !directory.exists() && old.exists() {
        fs_err::rename(&old, directory)?;
    }
    let (there, gone): (Vec<PathBuf>, Vec<PathBuf>) =
        file_paths(directory)?.into_iter().partition(|path| path.is_file());
    if !args.prune && !gone.is_empty() {
        let named: Vec<String> = gone.iter().take(3).map(|path| path.display().to_string()).collect();
        let message = format!("{} files the index was made of are gone: {}", gone.len(), named.join(", "));
        let hint = "put them back, or go on without what came from them with --prune".to_owned();
        return Err(Mistake { message, hint }.into());
    }
    if new.exists() {
        fs_err::remove_dir_all(&new)?;
    }
    let mut report = IngestReport::new(None, &there)?;
    let ingest =
        Ingest { reading: args.reading.reading(), ..Ingest::new(&there, Knowledge::built_in(), threads(args.threads)) };
    let summary = ingest.run(&StatementIndex::open_or_create(&new)?, |outcome| report.hear(outcome))?;
    report.end()?;
    // The old index answers until the new one is whole.
    let left = put_in_place(&new, directory, &old)?;
    fs_err::remove_dir_all(&left)?;
    println!("{}", line(&summary, started.elapsed().as_secs_f64()));
    Ok(ExitCode::SUCCESS)
}

/// Puts `new` in the place of `directory`; gives the path where the old one is now, `new` or `old`.
fn put_in_place(new: &Path, directory: &Path, old: &Path) -> Result<PathBuf> {
    // In one step, where the system can: at no moment is there no index.
    #[cfg(target_os = "linux")]
    if rustix::fs::renameat_with(CWD, new, CWD, directory, RenameFlags::EXCHANGE).is_ok() {
        return Ok(new.to_owned());
    }
    fs_err::rename(directory, old)?;
    fs_err::rename(new, directory).with_context(|| format!("the old index is in {}", old.display()))?;
    Ok(old.to_owned())
}
