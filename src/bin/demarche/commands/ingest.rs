//! `demarche ingest`: reads articles and puts their statements into the index.

use std::io::Write as _;
use std::num::NonZero;
use std::process::ExitCode;
use std::time::Instant;

use anyhow::Result;
use demarche::index::StatementIndex;
use demarche::ingest::{Ingest, Outcome, OutcomeKind, Summary};
use demarche::knowledge::Knowledge;
use indicatif::{ProgressBar, ProgressStyle};

use crate::args;
use crate::render::outcome_json;

pub fn run(args: &args::Ingest) -> Result<ExitCode> {
    let started = Instant::now();
    let cores = || std::thread::available_parallelism().map_or(1, NonZero::get);
    let threads = args.threads.map_or_else(cores, usize::from);
    let ingest =
        Ingest { paths: &args.paths, knowledge: Knowledge::built_in(), threads, reading: args.reading.reading() };
    let mut report = args.report.as_ref().map(fs_err::File::create).transpose()?.map(std::io::BufWriter::new);
    let mut unwritten = None;
    let progress = progress();
    let on_outcome = |outcome: &Outcome| {
        progress.inc(1);
        if let OutcomeKind::Skipped { reason } = &outcome.kind {
            progress.suspend(|| eprintln!("skipped: {}: {reason}", place(outcome)));
        }
        if let Some(report) = &mut report {
            let written =
                serde_json::to_writer(&mut *report, &outcome_json::line(outcome)).map_err(std::io::Error::from);
            if let Err(error) = written.and_then(|()| report.write_all(b"\n")) {
                unwritten.get_or_insert(error);
            }
        }
    };
    let summary = if args.dry_run {
        ingest.dry_run(on_outcome)?
    } else {
        ingest.run(&StatementIndex::open_or_create(&args.index.dir)?, on_outcome)?
    };
    progress.finish_and_clear();
    if let Some(mut report) = report {
        report.flush()?;
    }
    if let Some(error) = unwritten {
        return Err(error.into());
    }
    println!("{}", line(&summary, started.elapsed().as_secs_f64()));
    Ok(if args.strict && summary.skipped > 0 { ExitCode::from(2) } else { ExitCode::SUCCESS })
}

fn line(summary: &Summary, seconds: f64) -> String {
    let Summary { read, indexed, replaced, skipped, other_languages, statements, joint, headlines, bytes } = summary;
    #[expect(clippy::cast_precision_loss, reason = "a rate for reading")]
    let megabytes = *bytes as f64 / 1e6;
    let other = match other_languages {
        0 => String::new(),
        count => format!(" ({count} of those in other languages than English, without statements)"),
    };
    format!(
        "{read} items read: {indexed} indexed, {replaced} replaced{other}, {skipped} skipped; \
         {statements} statements, {joint} of them joint; {headlines} headlines; {megabytes:.1} MB in {seconds:.1} s"
    )
}

fn place(outcome: &Outcome) -> String {
    let path = match &outcome.member {
        Some(member) => format!("{}:{member}", outcome.path),
        None => outcome.path.clone(),
    };
    outcome.place.map_or_else(|| path.clone(), |place| format!("{path}:{}", place.line))
}

/// A count that runs on a terminal, and nothing elsewhere.
fn progress() -> ProgressBar {
    let style = ProgressStyle::with_template("{pos} items read, {per_sec}, {elapsed}");
    let bar = ProgressBar::no_length();
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()));
    bar
}
