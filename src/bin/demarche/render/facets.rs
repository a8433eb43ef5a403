//! Counts of hits by what they have in common.

use std::io::{self, Write};

use anyhow::Result;
use demarche::index::FacetCounts;
use jiff::ToSpan as _;
use jiff::civil::Date;
use serde_json::{Map, Value, json};

use super::cells::Cells;

/// The longest bar, in characters.
const LONGEST: usize = 50;
/// So many times without a hit are told one by one.
const MOST_EMPTY: usize = 12;

/// For reading, one facet after the other.
pub fn text(out: &mut impl Write, counts: &[FacetCounts], total: usize) -> io::Result<()> {
    for FacetCounts { facet, values } in counts {
        writeln!(out, "{facet}")?;
        for (value, count) in values {
            writeln!(out, "  {count:>8} {value}")?;
        }
    }
    writeln!(out, "of {total} hits")
}

/// A bar for each time; those between two that have none are told too, many of them in one line.
pub fn bars(out: &mut impl Write, counts: &[FacetCounts]) -> io::Result<()> {
    for FacetCounts { values, .. } in counts {
        let most = values.iter().map(|(_, count)| *count).max().unwrap_or(1).max(1);
        let mut before: Option<&str> = None;
        for (time, count) in values {
            let between = before.map_or_else(Vec::new, |before| times_between(before, time));
            match between.as_slice() {
                [first, .., last] if between.len() > MOST_EMPTY => writeln!(out, "{first} to {last}: 0")?,
                empty => empty.iter().try_for_each(|time| writeln!(out, "{time:<10} {:>8}", 0))?,
            }
            let bar = "\u{2588}".repeat((count * LONGEST).div_ceil(most));
            writeln!(out, "{time:<10} {count:>8} {bar}")?;
            before = Some(time);
        }
    }
    Ok(())
}

/// The days, months or years between two, which are written to the same length.
fn times_between(before: &str, after: &str) -> Vec<String> {
    let first_day = |time: &str| format!("{time}{}", &"0000-01-01"[time.len()..]).parse::<Date>().ok();
    let step = match before.len() {
        4 => 1.year(),
        7 => 1.month(),
        _ => 1.day(),
    };
    let (Some(before_day), Some(after_day)) = (first_day(before), first_day(after)) else { return Vec::new() };
    let written = |day: Date| day.to_string().chars().take(before.len()).collect();
    let between = before_day.series(step).skip(1).take_while(|day| *day < after_day);
    between.map(written).collect()
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
