//! Tells on standard error why a query found nothing.

use demarche::index::NothingFound;

/// Alternatives shown.
const NEAREST: usize = 3;

/// Writes the counts of the parts, of each two of them, and what is nearest.
pub fn write(found: &NothingFound) {
    let parts: Vec<String> = found.parts.iter().map(|(part, count)| format!("{part} {count}")).collect();
    eprintln!("Found alone: {}", parts.join(", "));
    let part = |at: usize| found.parts[at].0.to_string();
    let pairs: Vec<String> =
        found.pairs.iter().map(|(one, other, count)| format!("{} with {} {count}", part(*one), part(*other))).collect();
    if !pairs.is_empty() {
        eprintln!("Found together: {}", pairs.join(", "));
    }
    for (query, count) in found.nearest.iter().take(NEAREST) {
        eprintln!("Nearest: {query} {count}");
    }
}
