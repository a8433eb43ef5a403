//! The countries an article is about, a line for each article.

use std::io::{self, Write};
use std::path::Path;

use demarche::index::Entry;
use demarche::knowledge::CountryCode;
use serde::Serialize;

#[derive(Serialize)]
struct Article<'e> {
    doc_id: &'e str,
    countries: Vec<CountryCode>,
}

/// Writes the focus of `entry`.
pub fn write(out: &mut impl Write, entry: &Entry) -> io::Result<()> {
    let stem = Path::new(&entry.path).file_stem().and_then(|stem| stem.to_str()).unwrap_or(&entry.path);
    let doc_id = entry.member.as_deref().unwrap_or(stem);
    let countries = entry.extraction.focus.iter().map(|focus| focus.country).collect();
    serde_json::to_writer(&mut *out, &Article { doc_id, countries })?;
    writeln!(out)
}
