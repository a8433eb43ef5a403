//! The arguments of the commands that keep an index: ingest, check, rebuild, versions.

use std::path::PathBuf;

use clap::Args as ClapArgs;
use demarche::article::formats::{ColumnMap, Format as InputFormat, Reading};
use demarche::ingest::COMMIT_EVERY;

use crate::args::{AskedIndex, IndexDir};

#[derive(Debug, ClapArgs)]
pub struct InputOptions {
    /// Read every file in this format [default: told from each file's content]
    #[arg(long, value_name = "FORMAT")]
    pub input_format: Option<InputFormat>,
    /// Which column of a table or key of a JSON object holds what, as headline=title,body=text
    #[arg(long, value_name = "MAP", default_value = "", hide_default_value = true)]
    pub map: ColumnMap,
}

impl InputOptions {
    pub fn reading(&self) -> Reading {
        Reading { format: self.input_format, map: self.map.clone() }
    }
}

/// Files and directories are read in name order, `-` is standard input; a file that cannot be read is
/// reported with its place, counted, and the rest goes on. Files that are as they were are not read again.
#[derive(Debug, ClapArgs)]
#[command(after_help = FORMATS_HELP)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub struct Ingest {
    /// Files and directories to read, or - for standard input
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    #[command(flatten)]
    pub reading: InputOptions,
    #[command(flatten)]
    pub index: IndexDir,
    /// Threads to work with [default: one for each core]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub threads: Option<u16>,
    /// Read and extract, but write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Drop what came from files that are no longer there
    #[arg(long)]
    pub prune: bool,
    /// Go on, and read what is new or changed as soon as it is there
    #[arg(long, conflicts_with = "dry_run")]
    pub watch: bool,
    /// Commit after so many items, at the end of a file
    #[arg(long, value_name = "N", default_value_t = COMMIT_EVERY)]
    pub commit_every: usize,
    /// Write one JSON line for each item to FILE
    #[arg(long, value_name = "FILE")]
    pub report: Option<PathBuf>,
    /// Exit with 2 when anything was skipped
    #[arg(long)]
    pub strict: bool,
}

const FORMATS_HELP: &str = "\
Formats: wire-text plain reuters-sgml newsml-g2 newsml-1 rcv1 nitf ninjs html feed jsonl csv; files of
headlines (TSV, CSV, JSON lines without a body); all of them inside .gz .zst .zip .tar and WARC.

Counts: items read = indexed + replaced + unchanged + duplicates + skipped.";

/// Reads the whole index: checksums, counts, and whether the words of every statement are there.
#[derive(Debug, ClapArgs)]
pub struct Check {
    #[command(flatten)]
    pub index: IndexDir,
}

/// Makes the index again from the files it was made of, and puts it in the place of the old one.
#[derive(Debug, ClapArgs)]
pub struct Rebuild {
    #[command(flatten)]
    pub index: IndexDir,
    #[command(flatten)]
    pub reading: InputOptions,
    /// Threads to work with [default: one for each core]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub threads: Option<u16>,
    /// Go on although files are gone; what came from them is lost
    #[arg(long)]
    pub prune: bool,
}

/// The oldest version first, each with the statements that were added, dropped or worded anew.
#[derive(Debug, ClapArgs)]
pub struct Versions {
    /// Id of an article or statement
    #[arg(value_name = "ID")]
    pub id: String,
    #[command(flatten)]
    pub asked: AskedIndex,
}
