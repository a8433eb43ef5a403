//! A bench for reading in a terminal.

use std::io::{self, Write};

use super::compare;
use super::report::{ClassReport, Report};

/// Characters of the longest bar.
const BAR: u64 = 50;

pub fn write(out: &mut impl Write, report: &Report, former: Option<&Report>) -> io::Result<()> {
    let index = &report.index;
    let commit = report.commit.as_deref().map(|commit| format!(", commit {commit}")).unwrap_or_default();
    writeln!(out, "demarche {}{commit} on {}", report.version, report.machine)?;
    writeln!(
        out,
        "{}: {} articles, {} statements, {} segments, {:.1} MB",
        index.path,
        index.articles,
        index.statements,
        index.segments,
        megabytes(index.bytes)
    )?;
    writeln!(
        out,
        "\nwarm, each query {} times, order shuffled with seed {}; microseconds",
        report.rounds, report.seed
    )?;
    table(out, &report.warm, former.map(|former| former.warm.as_slice()))?;
    if let Some(cold) = &report.cold {
        writeln!(out, "\ncold, each query once ({}); opening included; microseconds", cold.page_cache)?;
        let before = former.and_then(|former| former.cold.as_ref()).map(|cold| cold.classes.as_slice());
        table(out, &cold.classes, before)?;
    }
    let rates = report.throughput.iter().map(|rate| format!("{} at {}", rate.queries_per_second, rate.threads));
    writeln!(out, "\nqueries a second, by threads: {}", rates.collect::<Vec<_>>().join(", "))?;
    histogram(out, &report.warm)
}

fn table(out: &mut impl Write, classes: &[ClassReport], former: Option<&[ClassReport]>) -> io::Result<()> {
    let wide = classes.iter().map(|class| class.class.chars().count()).max().unwrap_or_default().max(5);
    write!(out, "{:wide$}  queries      hits", "class")?;
    for name in ["p50", "p90", "p99", "p99.9", "max"] {
        write!(out, "  {name:>8}")?;
    }
    writeln!(out, "{}", if former.is_some() { "  p50 now/then  p99 now/then" } else { "" })?;
    for class in classes {
        let times = &class.times;
        write!(out, "{:wide$}  {:>7}  {:>8}", class.class, class.queries, class.hits)?;
        for nanoseconds in [times.p50, times.p90, times.p99, times.p999, times.max] {
            write!(out, "  {:>8.1}", microseconds(nanoseconds))?;
        }
        if let Some(former) = former {
            match compare::ratios(class, former) {
                Some((p50, p99)) => write!(out, "  {p50:>12.2}  {p99:>12.2}")?,
                None => write!(out, "  {:>12}  {:>12}", "-", "-")?,
            }
            if !compare::same_hits(class, former) {
                write!(out, "  (other hits then)")?;
            }
        }
        writeln!(out)?;
    }
    Ok(())
}

/// All classes together.
fn histogram(out: &mut impl Write, classes: &[ClassReport]) -> io::Result<()> {
    let mut counts = std::collections::BTreeMap::<u64, u64>::new();
    for (end, count) in classes.iter().flat_map(|class| &class.histogram) {
        *counts.entry(*end).or_default() += count;
    }
    let most = counts.values().copied().max().unwrap_or_default().max(1);
    writeln!(out, "\nall of them, warm, microseconds")?;
    for (end, count) in counts {
        let bar = "#".repeat(usize::try_from((count * BAR).div_ceil(most)).unwrap_or_default());
        writeln!(out, "{:>9.1} - {:>9.1}  {count:>8}  {bar}", microseconds(end / 2), microseconds(end))?;
    }
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "a number for reading")]
fn microseconds(nanoseconds: u64) -> f64 {
    nanoseconds as f64 / 1e3
}

#[expect(clippy::cast_precision_loss, reason = "a number for reading")]
fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}
