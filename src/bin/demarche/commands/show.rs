//! `demarche show`: an article with its statements, each role with the words that prove it.

use std::io::{BufWriter, Write as _, stdout};
use std::process::ExitCode;

use anyhow::Result;
use demarche::index::{Entry, Standing, StatementIndex};
use demarche::knowledge::Knowledge;

use crate::args;
use crate::failure::Mistake;
use crate::render::article_text;
use crate::render::harmless::Harmless;

pub fn run(args: &args::Show) -> Result<ExitCode> {
    let index = StatementIndex::open(&args.index.dir)?;
    let Some(entry) = index.article(&args.id)? else {
        eprintln!("no article or statement has the id {}", args.id);
        return Ok(ExitCode::from(1));
    };
    let mut out = Harmless(BufWriter::new(stdout().lock()));
    if let Some(note) = standing(&entry) {
        writeln!(out, "{note}\n")?;
    }
    match (args.context, statement_number(&args.id)) {
        (None, _) => article_text::write(&mut out, &entry, Knowledge::built_in())?,
        (Some(around), Some(number)) if (1..=entry.extraction.statements.len()).contains(&number) => {
            article_text::write_statement(&mut out, &entry, number, around, Knowledge::built_in())?;
        }
        (Some(_), Some(_)) => {
            eprintln!("no statement has the id {}", args.id);
            return Ok(ExitCode::from(1));
        }
        (Some(_), None) => {
            let message = format!("{} is an article: --context is of one statement", args.id);
            return Err(Mistake { message, hint: format!("write the statement's id, such as {}-1", args.id) }.into());
        }
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// The number of the statement that `id` names.
fn statement_number(id: &str) -> Option<usize> {
    id.split_once('-').and_then(|(_, number)| number.parse().ok())
}

/// Why an article is not found by searching.
fn standing(entry: &Entry) -> Option<String> {
    match &entry.standing {
        Standing::Current => None,
        Standing::Older { newest } => Some(format!("An older version; the newest is {newest}.")),
        Standing::Copy { of } => Some(format!("A copy of what came from {of}.")),
        Standing::Withdrawn { status, by, at } => {
            let at = at.map_or_else(String::new, |at| format!(" on {at}"));
            Some(format!("The publisher has set this story to {}{at}, by {by}.", status.as_str()))
        }
    }
}
