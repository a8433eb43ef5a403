//! Statements as a Markdown list, for a note or a mail.

use std::io::Write;

use anyhow::Result;
use demarche::knowledge::Knowledge;

use super::{Paint, plain, statement_text};
use crate::commands::search::Found;

/// Writes an entry for each of `hits`.
pub fn hits(out: &mut impl Write, hits: impl Iterator<Item = Found>, knowledge: &Knowledge) -> Result<()> {
    for hit in hits {
        let hit = hit?;
        let headline = hit.article.headline.as_deref().unwrap_or("(no headline)");
        let headline = escaped(&plain(headline));
        match hit.link() {
            Some(link) => writeln!(out, "- [**{headline}**]({})  ", address(&link))?,
            None => writeln!(out, "- **{headline}**  ")?,
        }
        writeln!(out, "  {}  ", escaped(&statement_text::credits(&hit)))?;
        for line in statement_text::lines(&hit, knowledge) {
            writeln!(out, "  {}  ", escaped(&line))?;
        }
        writeln!(out, "  > {}", Paint::Markdown.marked(&hit.sentence, &hit.highlights))?;
    }
    Ok(())
}

/// `link` as an address in a link, which its parentheses would end.
pub fn address(link: &str) -> String {
    link.replace('(', "%28").replace(')', "%29")
}

/// `text` without the characters Markdown would read as its own.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '*' | '_' | '[' | ']' | '<' | '>' | '`' | '|' | '\\' | '#') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
