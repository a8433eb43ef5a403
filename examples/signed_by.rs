//! Reads articles, then prints what a country signed: `cargo run --example signed_by -- corpus ROK`.

use std::path::PathBuf;

use anyhow::{Context, Result};
use demarche::index::StatementIndex;
use demarche::ingest::Ingest;
use demarche::knowledge::Knowledge;
use demarche::query::Query;

fn main() -> Result<()> {
    let mut args = std::env::args().skip(1);
    let paths = [PathBuf::from(args.next().unwrap_or_else(|| "corpus".to_owned()))];
    let country = args.next().unwrap_or_else(|| "KR".to_owned());

    let knowledge = Knowledge::built_in();
    let directory = tempfile::tempdir()?;
    let index = StatementIndex::open_or_create(directory.path())?;
    let ingest = Ingest::new(&paths, knowledge, 2);
    ingest.run(&index, |_| {})?;

    let index = StatementIndex::open(directory.path())?;
    let query = Query::parse(&format!("signatory:\"{country}\"")).context("that is no country")?;
    let found = index.search(&query)?;
    println!("{}: {}", query.describe(knowledge), found.total);
    for hit in found.hits {
        println!("{}  {}", hit.statement.date.map(|date| date.to_string()).unwrap_or_default(), hit.sentence);
    }
    Ok(())
}
