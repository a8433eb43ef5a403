//! `demarche search`: finds statements.

use std::io::{BufWriter, IsTerminal as _, Write, stdout};
use std::process::ExitCode;

use anyhow::Result;
use demarche::index::{Answer, Copies, Explain, Request, SearchError, Sort, StatementIndex, Unit};
use demarche::knowledge::Knowledge;
use demarche::query::{Query, Reading, Syntax};

use super::headline_search;
use crate::args_search::{Hits, Search, SearchFormat, SortBy, SyntaxName};
use crate::failure::BadQuery;
use crate::render::{
    Paint, facets, markdown, nothing_found, statement_json, statement_rows, statement_text, undated_members,
};

/// Hits of a page, and on a terminal, when no number is given.
const FOR_READING: usize = 10;

pub fn run(args: &Search) -> Result<ExitCode> {
    let text = args.query.join(" ");
    let knowledge = Knowledge::built_in();
    let today = args.asked.today();
    let syntax = match args.syntax {
        SyntaxName::Demarche => Syntax::Demarche,
        SyntaxName::Lexis => Syntax::Lexis,
        SyntaxName::Factiva => Syntax::Factiva,
        SyntaxName::Lucene => Syntax::Lucene,
    };
    let reading = Reading { knowledge, syntax, today: Some(today) };
    let query = Query::parse_with(&text, &reading).map_err(|error| BadQuery { query: text, error })?;
    let undated = query.undated_members(args.as_of, knowledge);
    let query = match args.as_of {
        Some(day) => query.as_of(day, knowledge),
        None => query,
    };
    let read = match args.hits {
        Hits::Headline => query.describe_headlines(knowledge),
        Hits::Statement | Hits::Article => query.describe(knowledge),
    };
    eprintln!("Read as: {read}");
    for group in &undated {
        eprintln!("{}", undated_members::line(group, knowledge));
    }
    let index = args.asked.open()?;
    let request = request(args);
    if args.hits == Hits::Headline {
        let total = headline_search::run(args, &index, &query, &request)?;
        return Ok(if total > 0 { ExitCode::SUCCESS } else { ExitCode::from(1) });
    }
    let mut out = BufWriter::new(stdout().lock());
    let total = if args.count {
        let total = index.matching(&query, &request)?;
        writeln!(out, "{total}")?;
        total
    } else if !args.facet.is_empty() || args.timeline.is_some() {
        counted(&mut out, args, &index, &query, &request)?
    } else {
        let answer = index.stream(&query, &request)?;
        let statements = answer.statements();
        print(&mut out, args, answer, |shown| match shown {
            all if all < request.limit && request.skip == 0 && args.after.is_none() => Ok(all),
            _ => index.matching(&query, &request),
        })?;
        statements
    };
    out.flush()?;
    if total > 0 {
        return Ok(ExitCode::SUCCESS);
    }
    nothing_found::write(&index.nothing_found(&query, &request)?);
    Ok(ExitCode::from(1))
}

fn request(args: &Search) -> Request<'static> {
    let is_read = args.format == SearchFormat::Text && stdout().is_terminal();
    let whole = if is_read || args.page.is_some() { FOR_READING } else { usize::MAX };
    let limit = args.limit.unwrap_or(whole);
    let pages = args.page.map_or(0, |page| usize::try_from(page - 1).unwrap_or(usize::MAX));
    Request {
        limit,
        skip: limit.saturating_mul(pages),
        after: args.after.clone(),
        sort: match args.sort {
            SortBy::Relevance => Sort::Relevance,
            SortBy::Newest => Sort::Newest,
            SortBy::Oldest => Sort::Oldest,
        },
        copies: if args.copies { Copies::Shown } else { Copies::Folded },
        unit: match args.hits {
            Hits::Statement | Hits::Headline => Unit::Statement,
            Hits::Article => Unit::Article,
        },
        explain: if args.explain { Explain::Yes } else { Explain::No },
        ..Request::default()
    }
}

/// Counts by facets or along time; how many hits there are.
fn counted(
    out: &mut impl Write,
    args: &Search,
    index: &StatementIndex,
    query: &Query,
    request: &Request,
) -> Result<usize> {
    let total = index.matching(query, request)?;
    let wanted: Vec<_> = args.timeline.into_iter().chain(args.facet.iter().copied()).collect();
    let counts = index.facets(query, &wanted, request)?;
    match args.format {
        SearchFormat::Text if args.timeline.is_some() => facets::bars(out, &counts)?,
        SearchFormat::Text => facets::text(out, &counts, total)?,
        SearchFormat::Md => facets::markdown(out, &counts)?,
        SearchFormat::Json => facets::json(out, &counts, total)?,
        SearchFormat::Jsonl => facets::lines(out, &counts)?,
        SearchFormat::Csv => facets::rows(out, &counts, b',')?,
        SearchFormat::Tsv => facets::rows(out, &counts, b'\t')?,
    }
    Ok(total)
}

/// Prints the hits of `answer`; `all` tells how many there are when so many were shown.
fn print(
    out: &mut impl Write,
    args: &Search,
    answer: Answer,
    all: impl FnOnce(usize) -> Result<usize, SearchError>,
) -> Result<()> {
    let knowledge = Knowledge::built_in();
    match args.format {
        SearchFormat::Text => {
            let found = answer.statements();
            let shown = statement_text::hits(out, answer, knowledge, Paint::of(stdout().is_terminal()))?;
            let hits = all(shown)?;
            let statements = if args.hits == Hits::Statement { found } else { hits };
            Ok(statement_text::end(out, shown, hits, statements)?)
        }
        SearchFormat::Json => statement_json::array(out, answer),
        SearchFormat::Jsonl => statement_json::lines(out, answer),
        SearchFormat::Csv => statement_rows::write(out, answer, b','),
        SearchFormat::Tsv => statement_rows::write(out, answer, b'\t'),
        SearchFormat::Md => markdown::hits(out, answer, knowledge),
    }
}

/// A hit of a search, or why it cannot be read.
pub type Found = Result<demarche::index::Hit, SearchError>;
