//! `demarche search --hits headline`: finds headlines, those above articles among them.

use std::io::{BufWriter, Write as _, stdout};

use anyhow::Result;
use demarche::index::{HeadlineEntry, HeadlineHits, Request, StatementIndex};
use demarche::query::Query;
use demarche::related::link;

use crate::args_search::{Search, SearchFormat};
use crate::failure::Mistake;
use crate::render::{headline_rows, related_json};

/// Prints the headlines that match; how many do.
pub fn run(args: &Search, index: &StatementIndex, query: &Query, request: &Request) -> Result<usize> {
    if let Some(option) = unfit(args) {
        return Err(Mistake {
            message: format!("{option} is of statements, not of headlines"),
            hint: format!("leave out {option} or --hits headline"),
        }
        .into());
    }
    let limit = if args.count { 0 } else { request.limit };
    let HeadlineHits { total, hits } = index.search_every_headline(query, &Request { limit, ..request.clone() })?;
    let mut out = BufWriter::new(stdout().lock());
    if args.count {
        writeln!(out, "{total}")?;
        out.flush()?;
        return Ok(total);
    }
    let linked = |headline: HeadlineEntry| -> Result<(HeadlineEntry, Option<String>)> {
        let is_own = headline.listed.is_none() && !headline.id.starts_with('h');
        let article = if is_own { Some(headline.id.clone()) } else { link(index, &headline)?.map(|id| id.to_string()) };
        Ok((headline, article))
    };
    let hits: Vec<_> = hits.into_iter().map(linked).collect::<Result<_>>()?;
    match args.format {
        SearchFormat::Text => headline_rows::text(&mut out, &hits, total)?,
        SearchFormat::Json => related_json::headline_array(&mut out, &hits)?,
        SearchFormat::Jsonl => related_json::headline_lines(&mut out, &hits)?,
        SearchFormat::Csv => headline_rows::write(&mut out, &hits, b',')?,
        SearchFormat::Tsv => headline_rows::write(&mut out, &hits, b'\t')?,
        SearchFormat::Md => headline_rows::markdown(&mut out, &hits)?,
    }
    out.flush()?;
    Ok(total)
}

/// The option that says nothing of headlines.
fn unfit(args: &Search) -> Option<&'static str> {
    let given = [
        (!args.facet.is_empty(), "--facet"),
        (args.timeline.is_some(), "--timeline"),
        (args.explain, "--explain"),
        (args.after.is_some(), "--after"),
        (args.copies, "--copies"),
    ];
    given.into_iter().find(|(is_given, _)| *is_given).map(|(_, option)| option)
}
