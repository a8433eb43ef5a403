//! A bench as a table for a spreadsheet: one row a class.

use std::io::Write;

use anyhow::Result;

use super::compare;
use super::report::{ClassReport, Report};

const HEAD: [&str; 12] = [
    "class",
    "cache",
    "queries",
    "hits",
    "count",
    "p50_ns",
    "p90_ns",
    "p99_ns",
    "p99.9_ns",
    "max_ns",
    "p50_ratio",
    "p99_ratio",
];

/// The ratios are empty without a former run.
pub fn write(out: &mut impl Write, report: &Report, former: Option<&Report>) -> Result<()> {
    let mut rows = csv::Writer::from_writer(out);
    rows.write_record(HEAD)?;
    for class in &report.warm {
        let ratios = former.and_then(|former| compare::ratios(class, &former.warm));
        rows.write_record(row(class, "warm", ratios))?;
    }
    if let Some(cold) = &report.cold {
        let before = former.and_then(|former| former.cold.as_ref());
        for class in &cold.classes {
            let ratios = before.and_then(|before| compare::ratios(class, &before.classes));
            rows.write_record(row(class, "cold", ratios))?;
        }
    }
    rows.flush()?;
    Ok(())
}

fn row(class: &ClassReport, cache: &str, ratios: Option<(f64, f64)>) -> Vec<String> {
    let times = &class.times;
    let ratio = |pick: fn((f64, f64)) -> f64| ratios.map(|both| format!("{:.3}", pick(both))).unwrap_or_default();
    let mut out = vec![class.class.clone(), cache.to_owned(), class.queries.to_string(), class.hits.to_string()];
    let numbers = [class.count, times.p50, times.p90, times.p99, times.p999, times.max];
    out.extend(numbers.iter().map(u64::to_string));
    out.extend([ratio(|both| both.0), ratio(|both| both.1)]);
    out
}
