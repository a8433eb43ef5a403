//! Places in files, as editors and scripts read them.

use std::io::{self, Write};

use demarche::text::Span;
use serde::Serialize;

use super::plain;

/// Where some words stand.
#[derive(Debug, Serialize)]
pub struct Place {
    /// The file, as named to ingest.
    pub path: String,
    /// The item inside that file, when it holds several.
    pub member: Option<String>,
    /// The line, from 1.
    pub line: Option<u64>,
    /// The character of the line, from 1.
    pub column: Option<u64>,
    /// Bytes of the article's text.
    pub span: Option<Span>,
    pub words: String,
}

/// A line for each: `PATH:LINE:COLUMN  [START, END]  WORDS`.
pub fn text(out: &mut impl Write, places: &[Place]) -> io::Result<()> {
    for Place { path, member, line, column, span, words } in places {
        let mut parts = vec![match (line, column) {
            (Some(line), Some(column)) => format!("{path}:{line}:{column}"),
            (Some(line), None) => format!("{path}:{line}"),
            (None, _) => path.clone(),
        }];
        parts.extend(member.as_ref().map(|member| format!("item {member}")));
        parts.extend(span.map(|span| format!("[{}, {}]", span.start, span.end)));
        parts.push(words.clone());
        let parts: Vec<String> = parts.iter().map(|part| plain(part)).collect();
        writeln!(out, "{}", parts.join("  "))?;
    }
    Ok(())
}

/// One array.
pub fn json(out: &mut impl Write, places: &[Place]) -> io::Result<()> {
    super::json(out, &places)
}
