//! The arguments of `demarche bench`.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum};

use crate::args::IndexDir;

/// Without --queries, the queries are drawn from the index itself: rare, medium and frequent words, AND,
/// OR, phrases, proximity, roles, roles with words, date ranges, facets, headlines, related. Every round asks all of them in another order; a
/// query must match as many statements in every round.
#[derive(Debug, ClapArgs)]
#[command(after_help = BENCH_HELP)]
pub struct Bench {
    #[command(flatten)]
    pub index: IndexDir,
    /// Queries to ask, one a line; a class and a tab may stand before each
    #[arg(long, value_name = "FILE")]
    pub queries: Option<PathBuf>,
    /// How often each query is asked
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u16).range(1..))]
    pub rounds: u16,
    /// Ask each query of the index just opened, too, its pages given back to the system where it can
    #[arg(long)]
    pub cold: bool,
    /// How to print what was measured; json is what --compare reads
    #[arg(long, value_enum, default_value_t = BenchFormat::Text)]
    pub format: BenchFormat,
    /// A former run saved as JSON, to set this one beside
    #[arg(long, value_name = "FILE")]
    pub compare: Option<PathBuf>,
}

const BENCH_HELP: &str = "\
Examples:
  demarche bench                                    measure, for reading
  demarche bench --format json > before.json        save
  demarche bench --compare before.json              set beside a saved run

Exit status: 0 measured, 2 error.";

/// How to print a bench.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum BenchFormat {
    /// Tables and a histogram, for reading
    Text,
    /// One JSON object
    Json,
    /// One row a class
    Csv,
}
