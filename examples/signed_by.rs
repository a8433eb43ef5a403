//! Reads articles, then prints what a country signed: `cargo run --example signed_by -- corpus ROK`.

use std::io::Write;

use anyhow::{Context, Result};
use demarche::index::{Request, StatementIndex};
use demarche::ingest::Ingest;
use demarche::knowledge::Knowledge;
use demarche::query::Query;

fn main() -> Result<()> {
    let mut args = std::env::args().skip(1);
    let path = args.next().unwrap_or_else(|| "corpus".to_owned());
    let country = args.next().unwrap_or_else(|| "KR".to_owned());
    run(&path, &country, &mut std::io::stdout().lock())
}

/// Prints the ten newest statements that `country` signed in the articles at `path`.
///
/// # Errors
/// When the articles or the index cannot be read, or the query cannot be understood.
pub fn run(path: &str, country: &str, out: &mut impl Write) -> Result<()> {
    let knowledge = Knowledge::built_in();
    let directory = tempfile::tempdir()?;
    let index = StatementIndex::open_or_create(directory.path())?;
    Ingest::new(&[path.into()], knowledge, 2).run(&index, |_| {})?;

    let index = StatementIndex::open(directory.path())?;
    let query = Query::parse(&format!("signatory:\"{country}\"")).context("that is no country")?;
    writeln!(out, "{}: {}", query.describe(knowledge), index.matching(&query, &Request::default())?)?;
    for hit in index.search(&query)?.hits {
        writeln!(out, "{}  {}", hit.statement.date.map(|date| date.to_string()).unwrap_or_default(), hit.sentence)?;
    }
    Ok(())
}
