//! Counts of hits by what they have in common.

use std::io::{self, Write};

use anyhow::Result;
use demarche::index::FacetCounts;
use serde_json::{Map, Value, json};

use super::cells::Cells;

/// The longest bar, in characters.
const LONGEST: usize = 50;

/// For reading, one facet after the other.
pub fn text(out: &mut impl Write, counts: &[FacetCounts], total: usize) -> io::Result<()> {
    for FacetCounts { facet, values } in counts {
        writeln!(out, "{facet}")?;
        for (value, count) in values {
            writeln!(out, "  {value:<12} {count:>8}")?;
        }
    }
    writeln!(out, "of {total} statements")
}

/// A bar for each time, empty ones between them too.
pub fn bars(out: &mut impl Write, counts: &[FacetCounts]) -> io::Result<()> {
    for FacetCounts { values, .. } in counts {
        let most = values.iter().map(|(_, count)| *count).max().unwrap_or(1).max(1);
        for (time, count) in values {
            let bar = "\u{2588}".repeat((count * LONGEST).div_ceil(most));
            writeln!(out, "{time:<10} {count:>8} {bar}")?;
        }
    }
    Ok(())
}

/// A table.
pub fn markdown(out: &mut impl Write, counts: &[FacetCounts]) -> Result<()> {
    writeln!(out, "| facet | value | count |\n| --- | --- | --- |")?;
    for FacetCounts { facet, values } in counts {
        for (value, count) in values {
            writeln!(out, "| {facet} | {value} | {count} |")?;
        }
    }
    Ok(())
}

/// One object: the total, and each facet with its values.
pub fn json(out: &mut impl Write, counts: &[FacetCounts], total: usize) -> io::Result<()> {
    let of = |counts: &FacetCounts| {
        let values = counts.values.iter().map(|(value, count)| json!({"value": value, "count": count}));
        (counts.facet.to_string(), values.collect::<Value>())
    };
    let facets: Map<String, Value> = counts.iter().map(of).collect();
    super::json(out, &json!({"total": total, "facets": facets}))
}

/// One object for each value.
pub fn lines(out: &mut impl Write, counts: &[FacetCounts]) -> io::Result<()> {
    for FacetCounts { facet, values } in counts {
        for (value, count) in values {
            writeln!(out, "{}", json!({"facet": facet.to_string(), "value": value, "count": count}))?;
        }
    }
    Ok(())
}

/// A row for each value.
pub fn rows(out: &mut impl Write, counts: &[FacetCounts], separator: u8) -> Result<()> {
    let mut cells = Cells::new(out, separator)?;
    cells.row(["facet", "value", "count"].map(str::to_owned))?;
    for FacetCounts { facet, values } in counts {
        for (value, count) in values {
            cells.row([facet.to_string(), value.clone(), count.to_string()])?;
        }
    }
    cells.end()
}
