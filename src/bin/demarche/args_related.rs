//! The command line of `related` and `headlines`.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum};
use jiff::civil::Date;

use crate::args::{AskedIndex, Format};

#[derive(Debug, ClapArgs)]
#[command(after_help = RELATED_HELP)]
pub struct Related {
    /// Id of an article, statement or headline, or a text; several words are joined by spaces
    #[arg(value_name = "ID|TEXT", required_unless_present = "file", conflicts_with = "file")]
    pub asked: Vec<String>,
    /// Ask for the relations of the first article in FILE
    #[arg(long, value_name = "FILE")]
    pub file: Option<PathBuf>,
    #[command(flatten)]
    pub index: AskedIndex,
    /// What makes a relation
    #[arg(long, value_enum, default_value_t = By::Subject)]
    pub by: By,
    /// What to find [default: headline; statement with --by signatories]
    #[arg(long, value_enum)]
    pub hits: Option<Hits>,
    /// At most so many, of each kind of relation
    #[arg(short = 'n', value_name = "N", default_value_t = 10)]
    pub limit: usize,
    /// None before this day
    #[arg(long, value_name = "DATE")]
    pub since: Option<Date>,
    /// None after this day
    #[arg(long, value_name = "DATE")]
    pub until: Option<Date>,
    /// The day of TEXT [default: the day its likest headlines stand around]
    #[arg(long, value_name = "DATE")]
    pub on: Option<Date>,
    /// How to print them
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

const RELATED_HELP: &str = "\
list gives the headlines of the page's own lists in their order, each with the indexed article it belongs
to; subject ranks by shared rare words, countries and organisations, and closeness in time; signatories
ranks by who signed together; all gives the three one after the other. Copies of one story appear once.

Examples:
  demarche related 3f0c4d21aa --by list
  demarche related \"Ministers warn Russia over troops\" --on 2024-11-05
  demarche related 3f0c4d21aa-1 --by signatories --hits statement

Exit status: 0 found, 1 nothing found, 2 error.";

#[derive(Debug, ClapArgs)]
#[command(after_help = HEADLINES_HELP)]
pub struct Headlines {
    /// What to find; several words are joined by spaces
    #[arg(required = true, value_name = "QUERY")]
    pub query: Vec<String>,
    #[command(flatten)]
    pub asked: AskedIndex,
    /// At most so many headlines
    #[arg(short = 'n', value_name = "N", default_value_t = 10)]
    pub limit: usize,
    /// How to print them
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// Print only how many match
    #[arg(long)]
    pub count: bool,
}

const HEADLINES_HELP: &str = "\
The query language of `search`. A headline has words, a date, and the countries and organisations it
names (`country` and `mention` are the same here); it has no roles, so `signatory` and the like find none.

Examples:
  demarche headlines 'country:RU missile'
  demarche headlines 'mention:NATO date:2024-11 NOT summit'

Exit status: 0 found, 1 nothing found, 2 error.";

/// What makes a relation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum By {
    /// The lists of headlines on its page
    List,
    /// Shared words, countries and organisations, and closeness in time
    Subject,
    /// Countries that signed both
    Signatories,
    /// Each of these
    All,
}

/// What to find.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Hits {
    /// Headlines, on pages and alone
    Headline,
    /// Articles
    Article,
    /// Statements
    Statement,
}
