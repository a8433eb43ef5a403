//! Marks words near each other, asked for in the syntax of Lexis: `cargo run --example words_near -- corpus 'nuclear w/3 war'`.

use std::io::Write;

use anyhow::Result;
use demarche::index::{Request, Sort, StatementIndex};
use demarche::ingest::Ingest;
use demarche::knowledge::Knowledge;
use demarche::query::{Query, Reading, Syntax};

fn main() -> Result<()> {
    let mut args = std::env::args().skip(1);
    let path = args.next().unwrap_or_else(|| "corpus".to_owned());
    let words = args.next().unwrap_or_else(|| "nuclear w/3 war".to_owned());
    run(&path, &words, &mut std::io::stdout().lock())
}

/// Prints the sentences of the articles at `path` that have `words`, the oldest first, each find in brackets.
///
/// # Errors
/// When the articles or the index cannot be read, or the query cannot be understood.
pub fn run(path: &str, words: &str, out: &mut impl Write) -> Result<()> {
    let directory = tempfile::tempdir()?;
    let index = StatementIndex::open_or_create(directory.path())?;
    Ingest::new(&[path.into()], Knowledge::built_in(), 2).run(&index, |_| {})?;
    index.reload()?;

    let query = Query::parse_with(words, &Reading { syntax: Syntax::Lexis, ..Reading::default() })?;
    let request = Request { limit: usize::MAX, sort: Sort::Oldest, ..Request::default() };
    // Hits are read from the index one after the other, so there may be any number of them.
    for hit in index.stream(&query, &request)? {
        let hit = hit?;
        let mut marked = hit.sentence.clone();
        for span in hit.highlights.iter().rev() {
            marked.insert(span.end, ']');
            marked.insert(span.start, '[');
        }
        writeln!(out, "{} {marked}", hit.id)?;
    }
    Ok(())
}
