//! `demarche ingest`: reads articles and puts their statements into the index.

use std::num::NonZero;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use anyhow::Result;
use demarche::index::StatementIndex;
use demarche::ingest::{Gone, Ingest, Summary};
use demarche::knowledge::Knowledge;
use notify::{RecursiveMode, Watcher as _};

use crate::args_life;
use crate::render::ingest_report::IngestReport;

/// Changes that come this soon after each other are read together.
const TOGETHER: Duration = Duration::from_millis(400);

/// One thread for each core, unless told otherwise.
pub fn threads(told: Option<u16>) -> usize {
    told.map_or_else(|| std::thread::available_parallelism().map_or(1, NonZero::get), usize::from)
}

pub fn run(args: &args_life::Ingest) -> Result<ExitCode> {
    let stop = Arc::new(AtomicBool::new(false));
    end_on_interrupt(&stop)?;
    let ingest = Ingest {
        reading: args.reading.reading(),
        gone: if args.prune { Gone::Dropped } else { Gone::Kept },
        commit_every: args.commit_every,
        stop: stop.clone(),
        ..Ingest::new(&args.paths, Knowledge::built_in(), threads(args.threads))
    };
    let mut skipped = once(args, &ingest)?;
    if args.watch {
        skipped += watch(args, &ingest)?;
    }
    Ok(if args.strict && skipped > 0 { ExitCode::from(2) } else { ExitCode::SUCCESS })
}

/// One run over all paths; how many items were skipped.
fn once(args: &args_life::Ingest, ingest: &Ingest<'_>) -> Result<usize> {
    let started = Instant::now();
    let mut report = IngestReport::new(args.report.as_deref(), &args.paths)?;
    let summary = if args.dry_run {
        ingest.dry_run(|outcome| report.hear(outcome))?
    } else {
        ingest.run(&StatementIndex::open_or_create(&args.index.dir)?, |outcome| report.hear(outcome))?
    };
    report.end()?;
    if ingest.stop.load(Ordering::Relaxed) {
        eprintln!("interrupted: what was read up to here is in the index; run the same command to read the rest");
    }
    println!("{}", line(&summary, started.elapsed().as_secs_f64()));
    Ok(summary.skipped)
}

/// Reads again whenever something changes below the paths, until it is interrupted.
fn watch(args: &args_life::Ingest, ingest: &Ingest<'_>) -> Result<usize> {
    let (send, changes) = channel();
    let mut watcher = notify::recommended_watcher(move |change| drop(send.send(change)))?;
    for path in args.paths.iter().filter(|path| *path != Path::new("-")) {
        watcher.watch(path, RecursiveMode::Recursive)?;
    }
    eprintln!("watching; press Ctrl-C to end");
    let mut skipped = 0;
    while !ingest.stop.load(Ordering::Relaxed) {
        match changes.recv_timeout(TOGETHER) {
            Ok(_) => {
                while changes.recv_timeout(TOGETHER / 2).is_ok() {}
                skipped += once(args, ingest)?;
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => break,
        }
    }
    Ok(skipped)
}

/// Lets the first Ctrl-C end the run after the file that is being read, and the second end the program.
fn end_on_interrupt(stop: &Arc<AtomicBool>) -> Result<()> {
    let stop = stop.clone();
    ctrlc::set_handler(move || {
        if stop.swap(true, Ordering::Relaxed) {
            std::process::exit(130);
        }
        eprintln!("interrupted: the file that is being read is finished first; press Ctrl-C again to end at once");
    })?;
    Ok(())
}

/// The counts of a run in one line.
pub fn line(summary: &Summary, seconds: f64) -> String {
    let Summary { read, indexed, replaced, unchanged, duplicates, skipped, .. } = summary;
    let Summary { other_languages, statements, joint, headlines, bytes, gone, .. } = summary;
    #[expect(clippy::cast_precision_loss, reason = "a rate for reading")]
    let megabytes = *bytes as f64 / 1e6;
    let other = match other_languages {
        0 => String::new(),
        count => format!("; {count} in other languages than English, without statements"),
    };
    let gone = match gone {
        0 => String::new(),
        count => format!("; {count} files are gone"),
    };
    format!(
        "{read} items read: {indexed} indexed, {replaced} replaced, {unchanged} unchanged, {duplicates} duplicates, \
         {skipped} skipped; {statements} statements, {joint} of them joint; {headlines} headlines{other}{gone}; \
         {megabytes:.1} MB in {seconds:.1} s"
    )
}
