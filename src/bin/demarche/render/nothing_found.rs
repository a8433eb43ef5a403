//! Tells on standard error why a query found nothing.

use demarche::index::NothingFound;

/// Alternatives shown.
const NEAREST: usize = 4;

/// Writes what [`lines`] says.
pub fn write(found: &NothingFound) {
    for line in lines(found) {
        eprintln!("{line}");
    }
}

/// The counts of the parts alone, of each two of them, and what is nearest, in queries that can be typed.
fn lines(found: &NothingFound) -> Vec<String> {
    let mut alone: Vec<String> = found.parts.iter().map(|(part, count)| format!("{part} {count}")).collect();
    let mut out = Vec::new();
    match found.pairs.as_slice() {
        [(_, _, both)] => alone.push(format!("both {both}")),
        pairs if !pairs.is_empty() => {
            let part = |at: usize| &found.parts[at].0;
            let pairs = pairs.iter().map(|(one, other, count)| format!("{} with {} {count}", part(*one), part(*other)));
            out.push(format!("Found together: {}", pairs.collect::<Vec<_>>().join(", ")));
        }
        _ => {}
    }
    out.insert(0, format!("Found alone: {}", alone.join(", ")));
    out.extend(found.nearest.iter().take(NEAREST).map(|(query, count)| format!("Nearest: {query} {count}")));
    out
}
