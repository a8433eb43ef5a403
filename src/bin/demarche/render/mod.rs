//! One file for each way of printing something.

pub mod actors;
pub mod article_json;
pub mod article_text;
mod cells;
pub mod country_text;
pub mod facets;
pub mod group_text;
pub mod harmless;
pub mod headline_rows;
pub mod ingest_report;
pub mod markdown;
pub mod nothing_found;
pub mod outcome_json;
pub mod open_places;
mod paint;
pub mod places;
pub mod related_json;
pub mod related_text;
pub mod spans;
pub mod statement_json;
pub mod statement_rows;
pub mod statement_text;
pub mod undated_members;
pub mod who_text;
pub mod world;

pub use paint::Paint;

use std::io::{self, Write};

use serde::Serialize;

/// `text` on one line, without control characters a terminal would obey.
pub fn plain(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").chars().filter(|c| !c.is_control()).collect()
}

/// Writes `value` as one JSON value.
pub fn json(out: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    writeln!(out)
}
