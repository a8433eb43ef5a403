//! `demarche search`: finds statements.

use std::io::{BufWriter, Write as _, stdout};
use std::process::ExitCode;

use anyhow::Result;
use demarche::index::{Request, StatementIndex};
use demarche::knowledge::Knowledge;
use demarche::query::{Query, Reading};
use jiff::ZonedDateTime;

use crate::args::{self, Format};
use crate::failure::BadQuery;
use crate::render::{statement_json, statement_text};

pub fn run(args: &args::Search) -> Result<ExitCode> {
    let text = args.query.join(" ");
    let knowledge = Knowledge::built_in();
    let today = args.today.unwrap_or_else(|| ZonedDateTime::now().date());
    let reading = Reading { knowledge, today: Some(today) };
    let query = Query::parse_with(&text, &reading).map_err(|error| BadQuery { query: text, error })?;
    let query = match args.as_of {
        Some(day) => query.as_of(day, knowledge),
        None => query,
    };
    eprintln!("Read as: {}", query.describe(knowledge));
    let index = StatementIndex::open(&args.index.dir)?;
    let limit = if args.count { 0 } else { args.limit };
    let found = index.search_with(&query, &Request { limit, ..Request::default() })?;
    let mut out = BufWriter::new(stdout().lock());
    if args.count {
        writeln!(out, "{}", found.total)?;
    } else {
        match args.format {
            Format::Text => statement_text::hits(&mut out, &found, knowledge)?,
            Format::Json => statement_json::array(&mut out, &found.hits)?,
            Format::Jsonl => statement_json::lines(&mut out, &found.hits)?,
        }
    }
    out.flush()?;
    Ok(if found.total == 0 { ExitCode::from(1) } else { ExitCode::SUCCESS })
}
