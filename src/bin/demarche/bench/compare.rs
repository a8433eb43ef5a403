//! Sets a bench beside a former one.

use std::path::Path;

use anyhow::Result;

use super::report::{ClassReport, Report, SCHEMA};
use crate::failure::Mistake;

/// Reads a bench saved by `--format json`.
pub fn read(path: &Path) -> Result<Report> {
    let text = fs_err::read_to_string(path)?;
    let hint = || "name a file written by: demarche bench --format json > FILE".to_owned();
    let report: Report = serde_json::from_str(&text)
        .map_err(|error| Mistake { message: format!("{} is no saved bench: {error}", path.display()), hint: hint() })?;
    if report.schema != SCHEMA {
        let message = format!("{} was saved by another version (schema {})", path.display(), report.schema);
        return Err(Mistake { message, hint: hint() }.into());
    }
    Ok(report)
}

/// How many times as long as in `former` the class takes: p50 and p99; less than 1 is faster.
pub fn ratios(class: &ClassReport, former: &[ClassReport]) -> Option<(f64, f64)> {
    let before = former.iter().find(|before| before.class == class.class)?;
    Some((ratio(class.times.p50, before.times.p50), ratio(class.times.p99, before.times.p99)))
}

/// Whether the class found as much then: else the two do not compare.
pub fn same_hits(class: &ClassReport, former: &[ClassReport]) -> bool {
    former.iter().find(|before| before.class == class.class).is_none_or(|before| before.hits == class.hits)
}

#[expect(clippy::cast_precision_loss, reason = "a ratio for reading")]
fn ratio(now: u64, before: u64) -> f64 {
    now as f64 / before.max(1) as f64
}
