//! `demarche bench`: how fast an index answers, measured where it lies.

mod checkout;
mod compare;
mod latencies;
mod machine;
mod order;
mod page_cache;
mod query_class;
mod query_file;
mod report;
mod report_csv;
mod report_text;
mod rounds;
mod sample;
mod task;

use std::io::{BufWriter, Write as _, stdout};
use std::num::NonZero;
use std::process::ExitCode;

use anyhow::Result;
use demarche::index::StatementIndex;

use crate::args_bench::{Bench, BenchFormat};
use crate::failure::Mistake;
use crate::render::json;
use report::{IndexReport, Report};
use task::Task;

/// The seed of the order in which queries are asked.
const SEED: u64 = 1;

pub fn run(args: &Bench) -> Result<ExitCode> {
    let former = args.compare.as_deref().map(compare::read).transpose()?;
    let index = StatementIndex::open(&args.index.dir)?;
    let tasks = match &args.queries {
        Some(path) => query_file::read(path)?,
        None => query_class::tasks(&index, &sample::Sample::of(&index)?)?,
    };
    if tasks.is_empty() {
        return Err(nothing_to_ask(args));
    }
    let rounds = usize::from(args.rounds);
    let answers = rounds::warm_up(&index, &tasks)?;
    eprintln!("{} queries, warmed up; {rounds} rounds of each", tasks.len());
    let classes = rounds::warm(&index, &tasks, &answers, rounds, SEED)?;
    let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
    let throughput = rounds::throughput(&index, &tasks, cores)?;
    let of_index = IndexReport::of(&index)?;
    drop(index);
    let cold = args.cold.then(|| rounds::cold(&args.index.dir, &tasks, &answers, SEED)).transpose()?;
    let report = Report::new(of_index, rounds, SEED, classes, throughput, cold);
    let mut out = BufWriter::new(stdout().lock());
    match args.format {
        BenchFormat::Text => report_text::write(&mut out, &report, former.as_ref())?,
        BenchFormat::Json => json(&mut out, &report)?,
        BenchFormat::Csv => report_csv::write(&mut out, &report, former.as_ref())?,
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

fn nothing_to_ask(args: &Bench) -> anyhow::Error {
    let message = match &args.queries {
        Some(path) => format!("{} holds no query", path.display()),
        None => format!("the index {} holds no statement to ask for", args.index.dir.display()),
    };
    let hint = "write one query a line, or fill the index: demarche ingest PATH...";
    Mistake { message, hint: hint.to_owned() }.into()
}

/// The queries of one class, by their place in `tasks`.
fn classes(tasks: &[Task]) -> Vec<(&str, Vec<usize>)> {
    let mut out: Vec<(&str, Vec<usize>)> = Vec::new();
    for (at, task) in tasks.iter().enumerate() {
        match out.iter_mut().find(|(name, _)| *name == task.class) {
            Some((_, members)) => members.push(at),
            None => out.push((&task.class, vec![at])),
        }
    }
    out
}
