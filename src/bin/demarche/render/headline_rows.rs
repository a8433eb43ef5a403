//! Headlines for reading, as the rows of a table, and as a Markdown list.

use std::io::{self, Write};

use anyhow::Result;
use demarche::index::HeadlineEntry;

use super::cells::Cells;
use super::markdown::{address, escaped};
use super::{plain, related_text};

/// A headline, and the id of its article when that is indexed.
type Linked = (HeadlineEntry, Option<String>);

/// Writes headlines numbered, and how many match.
pub fn text(out: &mut impl Write, hits: &[Linked], total: usize) -> io::Result<()> {
    for (at, hit) in hits.iter().enumerate() {
        writeln!(out, "{}. {}", at + 1, plain(&hit.0.text))?;
        writeln!(out, "   {}", credits(hit))?;
    }
    match total {
        0 => writeln!(out, "No headline found."),
        total => writeln!(out, "\n{} of {total} headlines", hits.len()),
    }
}

fn credits((headline, article): &Linked) -> String {
    let date = headline.date.map_or_else(|| "undated".to_owned(), |date| date.to_string());
    let article = match article {
        Some(id) if *id == headline.id => None,
        Some(id) => Some(format!("article {id}")),
        None => Some("dangling".to_owned()),
    };
    let parts = [headline.id.clone(), date, related_text::source(headline)];
    plain(&parts.into_iter().chain(article).collect::<Vec<_>>().join("  "))
}

/// Writes a row for each headline, under a row of column names.
pub fn write(out: &mut impl Write, hits: &[Linked], separator: u8) -> Result<()> {
    let mut cells = Cells::new(out, separator)?;
    let columns = [
        "id", "date", "headline", "parties", "persons", "topics", "list", "position", "page", "article", "path",
        "line", "url",
    ];
    cells.row(columns.map(str::to_owned))?;
    for (headline, article) in hits {
        let listed = headline.listed.as_ref();
        let parties: Vec<String> = headline.parties.iter().map(ToString::to_string).collect();
        let topics: Vec<String> = headline.topics.iter().map(ToString::to_string).collect();
        cells.row([
            headline.id.clone(),
            headline.date.map_or_else(String::new, |date| date.to_string()),
            headline.text.clone(),
            parties.join("; "),
            headline.persons.join("; "),
            topics.join("; "),
            listed.map_or_else(String::new, |listed| listed.list.clone()),
            listed.map_or_else(String::new, |listed| listed.position.to_string()),
            listed.map_or_else(String::new, |listed| listed.page.to_string()),
            article.clone().unwrap_or_default(),
            headline.path.clone(),
            headline.line.map_or_else(String::new, |line| line.to_string()),
            headline.url.clone().unwrap_or_default(),
        ])?;
    }
    cells.end()
}

/// Writes an entry for each headline, a link to its article where there is an address.
pub fn markdown(out: &mut impl Write, hits: &[Linked]) -> io::Result<()> {
    for hit in hits {
        let headline = escaped(&plain(&hit.0.text));
        match hit.0.url.as_deref().and_then(|url| demarche::article::link_to(url, "")) {
            Some(url) => writeln!(out, "- [**{headline}**]({})  ", address(&url))?,
            None => writeln!(out, "- **{headline}**  ")?,
        }
        writeln!(out, "  {}  ", escaped(&credits(hit)))?;
    }
    Ok(())
}
