//! Reads the queries to time from a file.

use std::path::Path;

use anyhow::Result;
use demarche::query::Query;

use super::task::{Ask, Task};
use crate::failure::Mistake;

/// One query a line, a class and a tab before it if wanted; empty lines and lines that begin with `#`
/// say nothing.
pub fn read(path: &Path) -> Result<Vec<Task>> {
    let text = fs_err::read_to_string(path)?;
    let mut out = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let (class, text) = line.split_once('\t').unwrap_or(("query", line));
        let query = Query::parse(text.trim()).map_err(|error| Mistake {
            message: format!("{}:{number}: {error}\n{}", path.display(), error.caret(text.trim())),
            hint: error.hint.clone(),
        })?;
        out.push(Task { class: class.trim().to_owned(), text: text.trim().to_owned(), ask: Ask::Hits(query) });
    }
    Ok(out)
}
