//! Counts who signed together with a country, year by year: `cargo run --example cosigners -- corpus JP`.

use std::io::Write;

use anyhow::Result;
use demarche::index::{Facet, Request, StatementIndex};
use demarche::ingest::Ingest;
use demarche::knowledge::Knowledge;
use demarche::query::{Field, Query, Value};

fn main() -> Result<()> {
    let mut args = std::env::args().skip(1);
    let path = args.next().unwrap_or_else(|| "corpus".to_owned());
    let country = args.next().unwrap_or_else(|| "JP".to_owned());
    run(&path, &country, &mut std::io::stdout().lock())
}

/// Prints how many statements each party signed with the country of code `country`, and how many in each year.
///
/// # Errors
/// When the articles or the index cannot be read, or the query cannot be understood.
pub fn run(path: &str, country: &str, out: &mut impl Write) -> Result<()> {
    let directory = tempfile::tempdir()?;
    let index = StatementIndex::open_or_create(directory.path())?;
    Ingest::new(&[path.into()], Knowledge::built_in(), 2).run(&index, |_| {})?;
    index.reload()?;

    // A query can be built as well as parsed.
    let query = Query::Is(Field::Signatory, vec![Value::Country(country.parse()?)]);
    let facets = [Facet::Of(Field::Signatory), Facet::Year];
    for counts in index.facets(&query, &facets, &Request::default())? {
        for (value, count) in counts.values {
            writeln!(out, "{} {value} {count}", counts.facet)?;
        }
    }
    Ok(())
}
