//! Asks the queries, round after round, each round in another order, and takes the time.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use demarche::index::StatementIndex;

use super::latencies::Latencies;
use super::order::Order;
use super::page_cache::{self, Dropped};
use super::report::{ClassReport, ColdReport, Throughput};
use super::task::Task;

/// How long queries are asked for each number of threads.
const THROUGHPUT_TIME: Duration = Duration::from_millis(500);

/// Asks each query once; how many match each.
pub fn warm_up(index: &StatementIndex, tasks: &[Task]) -> Result<Vec<usize>> {
    tasks.iter().map(|task| task.run(index)).collect()
}

/// Asks all of them `rounds` times over one open index.
pub fn warm(
    index: &StatementIndex,
    tasks: &[Task],
    answers: &[usize],
    rounds: usize,
    seed: u64,
) -> Result<Vec<ClassReport>> {
    let mut order = Order::of(tasks.len(), seed);
    let mut times = vec![Latencies::new(); tasks.len()];
    for _ in 0..rounds {
        for &at in order.next_round() {
            let started = Instant::now();
            let found = tasks[at].run(index)?;
            times[at].record(started.elapsed().as_nanos());
            same(&tasks[at], answers[at], found)?;
        }
    }
    Ok(reports(tasks, answers, &times))
}

/// Asks each query once of an index that was closed, forgotten by the system where it can, and opened again.
pub fn cold(path: &Path, tasks: &[Task], answers: &[usize], seed: u64) -> Result<ColdReport> {
    let mut order = Order::of(tasks.len(), seed);
    let mut times = vec![Latencies::new(); tasks.len()];
    let mut dropped = Dropped::Asked;
    for &at in order.next_round() {
        if let Dropped::Not(reason) = page_cache::forget(path)? {
            dropped = Dropped::Not(reason);
        }
        let started = Instant::now();
        let index = StatementIndex::open(path)?;
        let found = tasks[at].run(&index)?;
        times[at].record(started.elapsed().as_nanos());
        same(&tasks[at], answers[at], found)?;
    }
    Ok(ColdReport { page_cache: dropped.to_string(), classes: reports(tasks, answers, &times) })
}

/// How many queries are answered in a second by 1, 2, ... `cores` threads that ask all of them.
pub fn throughput(index: &StatementIndex, tasks: &[Task], cores: usize) -> Result<Vec<Throughput>> {
    (1..=cores).map(|threads| asked_by(index, tasks, threads)).collect()
}

fn asked_by(index: &StatementIndex, tasks: &[Task], threads: usize) -> Result<Throughput> {
    let started = Instant::now();
    let ask = |first: usize| -> Result<usize> {
        let mut asked = 0;
        while started.elapsed() < THROUGHPUT_TIME {
            tasks[(first + asked) % tasks.len()].run(index)?;
            asked += 1;
        }
        Ok(asked)
    };
    let asked: usize = std::thread::scope(|scope| {
        let ask = &ask;
        let first = |thread: usize| thread * tasks.len() / threads;
        let threads: Vec<_> = (0..threads).map(|thread| scope.spawn(move || ask(first(thread)))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap_or_else(|_| bail!("a thread stopped"))).sum::<Result<_>>()
    })?;
    #[expect(clippy::cast_precision_loss, reason = "a rate for reading")]
    let per_second = asked as f64 / started.elapsed().as_secs_f64();
    Ok(Throughput { threads, queries_per_second: per_second.round() })
}

fn reports(tasks: &[Task], answers: &[usize], times: &[Latencies]) -> Vec<ClassReport> {
    let of_class = |(name, members): (&str, Vec<usize>)| {
        let hits = members.iter().map(|&at| answers[at]).sum();
        ClassReport::of(name, members.len(), hits, members.iter().map(|&at| &times[at]))
    };
    super::classes(tasks).into_iter().map(of_class).collect()
}

fn same(task: &Task, expected: usize, found: usize) -> Result<()> {
    if expected != found {
        bail!("'{}' matched {expected} statements at first and {found} later: the index changed meanwhile", task.text);
    }
    Ok(())
}
