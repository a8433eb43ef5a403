//! The command line.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use crate::args_life::{self, InputOptions};
use crate::{args_bench, args_related, args_world};

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
    Search(Search),
    /// Find headlines, those of lists on pages and those of files of headlines
    Headlines(args_related::Headlines),
    /// What belongs to an article, a statement, a headline or a text, and why
    Related(args_related::Related),
    /// Show an article with its statements, each role with the words that prove it
    Show(Show),
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

#[derive(Debug, ClapArgs)]
#[command(after_help = SEARCH_HELP)]
pub struct Search {
    /// What to find; several words are joined by spaces
    #[arg(required = true, value_name = "QUERY")]
    pub query: Vec<String>,
    #[command(flatten)]
    pub index: IndexDir,
    /// At most so many statements
    #[arg(short = 'n', value_name = "N", default_value_t = 10)]
    pub limit: usize,
    /// How to print them
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// Print only how many match
    #[arg(long)]
    pub count: bool,
    /// The day that date:7d counts back from [default: the clock's]
    #[arg(long, value_name = "DATE")]
    pub today: Option<Date>,
    /// Judge members of groups and holders of offices on this day, YYYY-MM-DD [default: each statement's own]
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<Date>,
}

const SEARCH_HELP: &str = "\
Fields: signatory represented nonsignatory speaker (from) actor target (to) mention country org
issuer kind joint act topic (about) confidence doubt date; of the article: headline section dateline place agency
byline credit. Values: a country or organisation in any spelling, lists (KR,JP), * for any; kind is
direct, mixed or indirect; act is urge, condemn, pledge and so on; confidence is >0.8 or 0.5..0.8;
date is 2024, 2024-10, 2024-11-05, 2024-10..2024-12 or >=2024-11-05.
NOT binds tighter than AND, AND tighter than OR; a space means AND. Words: \"a phrase\",
a w/5 b (either order), a pre/5 b, a w/s b (one sentence), a w/p b (one paragraph), a not w/5 b,
atleast3 a, condemn*, wom?n, Kyjiw~1, =\"exactly so\".

Examples:
  demarche search 'signatory:KR target:\"North Korea\" date:2024'
  demarche search 'signatory:members(G7) NOT signatory:US'
  demarche search 'target:CN \"human rights\"'

Exit status: 0 found, 1 nothing found, 2 error.";

#[derive(Debug, ClapArgs)]
pub struct Show {
    /// Id of an article or statement
    #[arg(value_name = "ID")]
    pub id: String,
    #[command(flatten)]
    pub index: IndexDir,
}

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

/// How to print statements found.
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

/// How to print what is known of the world.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum WorldFormat {
    /// For reading
    Text,
    /// One JSON value
    Json,
}
