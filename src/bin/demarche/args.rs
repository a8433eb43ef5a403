//! The command line.

use std::path::PathBuf;

use anyhow::Result;
use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};

use demarche::index::StatementIndex;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::args_life::{self, InputOptions};
use crate::{args_bench, args_related, args_search, args_world};

/// Search what governments said in newswire, and who signed it.
#[derive(Debug, Parser)]
#[command(version, about, max_term_width = 100)]
pub struct Args {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Read articles and put their statements into the index
    Ingest(args_life::Ingest),
    /// Find statements
    Search(args_search::Search),
    /// Find headlines, those of lists on pages and those of files of headlines
    Headlines(args_related::Headlines),
    /// What belongs to an article, a statement, a headline or a text, and why
    Related(args_related::Related),
    /// Show an article with its statements, each role with the words that prove it
    Show(Show),
    /// Print where a statement, an article or a headline stands: file, line and span
    Open(Open),
    /// Print the statements of files without an index
    Extract(Extract),
    /// Count what the index holds
    Stats(Stats),
    /// List the versions of a story, and how their statements differ
    Versions(args_life::Versions),
    /// Look the index over: checksums, counts, and every statement's words
    Check(args_life::Check),
    /// Make the index again from the files it was made of
    Rebuild(args_life::Rebuild),
    /// Measure how fast an index answers
    Bench(args_bench::Bench),
    /// What a name means, and why: a country, a group, a person, an office
    Who(args_world::Who),
    /// Groups and organisations, and their members at a date
    Groups(args_world::Groups),
    /// Who speaks in the indexed articles, under which names and roles
    Actors(args_world::Actors),
    /// Countries and their names
    Countries(args_world::Countries),
}

#[derive(Debug, ClapArgs)]
pub struct IndexDir {
    /// Directory of the index
    #[arg(long = "index", value_name = "DIR", default_value = "index")]
    pub dir: PathBuf,
}

/// An index to be asked, and the day it is asked on.
#[derive(Debug, ClapArgs)]
pub struct AskedIndex {
    #[command(flatten)]
    pub index: IndexDir,
    /// The day date:7d counts back from; articles under embargo after its first moment are not found [default: the
    /// clock's]
    #[arg(long, value_name = "DATE")]
    pub today: Option<Date>,
}

impl AskedIndex {
    /// The index, as it may be seen on that day.
    pub fn open(&self) -> Result<StatementIndex> {
        let index = StatementIndex::open(&self.index.dir)?;
        Ok(match self.today {
            Some(today) => index.at(today.in_tz("UTC")?.timestamp()),
            None => index.at(Timestamp::now()),
        })
    }

    /// The day it is asked on: today in UTC, since finding the system's time zone costs more than a search.
    pub fn today(&self) -> Date {
        self.today.unwrap_or_else(|| TimeZone::UTC.to_datetime(Timestamp::now()).date())
    }
}

#[derive(Debug, ClapArgs)]
pub struct Show {
    /// Id of an article or statement
    #[arg(value_name = "ID")]
    pub id: String,
    /// Show of a statement only its paragraphs, and N before and behind them [default N: 1]
    #[arg(long, value_name = "N", num_args = 0..=1, default_missing_value = "1", conflicts_with = "format")]
    pub context: Option<usize>,
    #[command(flatten)]
    pub asked: AskedIndex,
    /// How to print it
    #[arg(long, value_enum, default_value_t = WorldFormat::Text)]
    pub format: WorldFormat,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = OPEN_HELP)]
pub struct Open {
    /// Id of a statement, an article or a headline
    #[arg(value_name = "ID")]
    pub id: String,
    #[command(flatten)]
    pub asked: AskedIndex,
    /// How to print the places
    #[arg(long, value_enum, default_value_t = WorldFormat::Text)]
    pub format: WorldFormat,
}

const OPEN_HELP: &str = "\
Prints PATH:LINE:COLUMN, the span in bytes of the article's text, and the words: a line for each stretch of a
statement's words. Where the file holds more than the text of one article, LINE is that of the article in
the file, and there is no COLUMN.

Exit status: 0 found, 1 nothing found, 2 error.";

#[derive(Debug, ClapArgs)]
pub struct Extract {
    /// Files and directories to read
    #[arg(required = true, value_name = "FILE")]
    pub paths: Vec<PathBuf>,
    #[command(flatten)]
    pub reading: InputOptions,
    /// How to print the statements
    #[arg(long, value_enum, default_value_t = ExtractFormat::Text)]
    pub format: ExtractFormat,
}

#[derive(Debug, ClapArgs)]
pub struct Stats {
    #[command(flatten)]
    pub index: IndexDir,
}

/// How to print headlines, and what belongs to something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For reading
    Text,
    /// One JSON array
    Json,
    /// One JSON object a line
    Jsonl,
}

/// How to print statements extracted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExtractFormat {
    /// For reading
    Text,
    /// One JSON object for each statement, a line each
    Jsonl,
    /// One JSON object for each article: content, cue and source of every utterance, in characters
    Spans,
    /// One JSON object for each article: the countries it is about
    Places,
}

/// How to print one thing that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum WorldFormat {
    /// For reading
    Text,
    /// One JSON value
    Json,
}
