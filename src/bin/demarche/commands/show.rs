//! `demarche show`: an article with its statements, each role with the words that prove it.

use std::io::{BufWriter, Write as _, stdout};
use std::process::ExitCode;

use anyhow::Result;
use demarche::extract::Extraction;
use demarche::index::{Entry, Shown, Standing};
use demarche::knowledge::Knowledge;

use crate::args::{self, WorldFormat};
use crate::failure::Mistake;
use crate::render::harmless::Harmless;
use crate::render::{article_json, article_text};

pub fn run(args: &args::Show) -> Result<ExitCode> {
    let index = args.asked.open()?;
    let Some(entry) = index.article(&args.id)? else {
        eprintln!("no article or statement has the id {}", args.id);
        return Ok(ExitCode::from(1));
    };
    let mut out = Harmless(BufWriter::new(stdout().lock()));
    let note = if index.shows(&entry) { standing(&entry) } else { Some(embargo(&entry)) };
    let is_withdrawn = matches!(entry.standing, Standing::Withdrawn { .. });
    // Of what may not be used, nothing is shown but that it was there.
    let entry = if is_withdrawn || !index.shows(&entry) { without_words(entry) } else { entry };
    if args.format == WorldFormat::Json {
        article_json::write(&mut out, &entry)?;
    } else {
        if let Some(note) = note {
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
                return Err(Mistake { message, hint: format!("write a statement's id, such as {}-1", args.id) }.into());
            }
        }
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// The number of the statement that `id` names.
fn statement_number(id: &str) -> Option<usize> {
    id.split_once('-').and_then(|(_, number)| number.parse().ok())
}

/// `entry` with its headline and what the publisher says of it, and nothing else.
fn without_words(entry: Entry) -> Entry {
    let Entry { mut article, .. } = entry.clone();
    for spans in [&mut article.paragraphs, &mut article.subheads] {
        spans.clear();
    }
    article.lists.clear();
    Entry { article, extraction: Extraction::default(), ..entry }
}

fn embargo(entry: &Entry) -> String {
    match entry.shown {
        Shown { from: Some(from), .. } => format!("Under embargo until {from}."),
        Shown { until: Some(until), .. } => format!("An older version; a newer one was under embargo until {until}."),
        Shown { from: None, until: None } => String::new(),
    }
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
