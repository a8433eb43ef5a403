//! `demarche extract`: prints the statements of files without an index.

use std::io::{BufWriter, Write as _, stdout};
use std::process::ExitCode;

use anyhow::Result;
use demarche::index::Hit;
use demarche::ingest::{OutcomeKind, entries};
use demarche::knowledge::Knowledge;

use crate::args::{self, ExtractFormat};
use crate::render::harmless::Harmless;
use crate::render::{article_text, places, spans, statement_json};

pub fn run(args: &args::Extract) -> Result<ExitCode> {
    let knowledge = Knowledge::built_in();
    let mut out = BufWriter::new(stdout().lock());
    let mut found = false;
    let mut failed = false;
    let reading = args.reading.reading();
    for item in entries(&args.paths, knowledge, &reading) {
        let entry = match item {
            Ok(entry) => entry,
            Err(outcome) => {
                failed = true;
                if let OutcomeKind::Skipped { reason } = outcome.kind {
                    let line = outcome.place.map_or_else(String::new, |place| format!(":{}", place.line));
                    eprintln!("skipped: {}{line}: {reason}", outcome.path);
                }
                continue;
            }
        };
        found |= match args.format {
            ExtractFormat::Places => !entry.extraction.focus.is_empty(),
            _ => !entry.extraction.statements.is_empty(),
        };
        match args.format {
            ExtractFormat::Text => article_text::write(&mut Harmless(&mut out), &entry, knowledge)?,
            ExtractFormat::Jsonl => statement_json::lines(&mut out, &Hit::of(&entry))?,
            ExtractFormat::Spans => spans::write(&mut out, &entry)?,
            ExtractFormat::Places => places::write(&mut out, &entry)?,
        }
    }
    out.flush()?;
    Ok(match (failed, found) {
        (true, _) => ExitCode::from(2),
        (false, true) => ExitCode::SUCCESS,
        (false, false) => ExitCode::from(1),
    })
}
