//! `demarche headlines`: finds headlines.

use std::io::{BufWriter, Write as _, stdout};
use std::process::ExitCode;

use anyhow::Result;
use demarche::index::HeadlineEntry;
use demarche::knowledge::Knowledge;
use demarche::query::{Query, Reading, Syntax};
use demarche::related::link;

use crate::args::Format;
use crate::args_related as args;
use crate::failure::BadQuery;
use crate::render::{headline_rows, related_json};

pub fn run(args: &args::Headlines) -> Result<ExitCode> {
    let text = args.query.join(" ");
    let knowledge = Knowledge::built_in();
    let reading = Reading { knowledge, syntax: Syntax::Demarche, today: Some(args.asked.today()) };
    let query = Query::parse_with(&text, &reading).map_err(|error| BadQuery { query: text, error })?;
    eprintln!("Read as: {}", query.describe_headlines(knowledge));
    let index = args.asked.open()?;
    let limit = if args.count { 0 } else { args.limit };
    let found = index.search_headlines(&query, limit, knowledge)?;
    let mut out = BufWriter::new(stdout().lock());
    if args.count {
        writeln!(out, "{}", found.total)?;
    } else {
        let linked = |headline: HeadlineEntry| -> Result<(HeadlineEntry, Option<String>)> {
            let article = link(&index, &headline)?.map(|id| id.to_string());
            Ok((headline, article))
        };
        let hits: Vec<_> = found.hits.into_iter().map(linked).collect::<Result<_>>()?;
        match args.format {
            Format::Text => headline_rows::text(&mut out, &hits, found.total)?,
            Format::Json => related_json::headline_array(&mut out, &hits)?,
            Format::Jsonl => related_json::headline_lines(&mut out, &hits)?,
        }
    }
    out.flush()?;
    Ok(if found.total == 0 { ExitCode::from(1) } else { ExitCode::SUCCESS })
}
