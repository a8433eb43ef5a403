//! Files of headlines alone: rows of time, title and address, as TSV, CSV or JSON lines.
//!
//! A row with a body is an article and belongs to the article formats; these rows have none.
//!
//! ```
//! use demarche::article::formats::headlines::HeadlineLayout;
//!
//! let file = "time\ttitle\turl\n2014-03-18\tEnvoys meet in Geneva\thttp://sample.example/1\n";
//! let layout = HeadlineLayout::of(file.as_bytes()).expect("these are headlines");
//! let rows: Vec<_> = layout.rows(Box::new(file.as_bytes())).collect::<Result<_, _>>()?;
//! assert_eq!(rows[0].text, "Envoys meet in Geneva");
//! # Ok::<(), demarche::article::formats::Fault>(())
//! ```

mod columns;
mod day;
mod fields;
mod json_row;
mod row;
mod row_lines;

pub use row::HeadlineRow;

use std::io::{BufRead as _, Cursor, Read as _};

use columns::Columns;
use fields::fields;
use row_lines::RowLines;

use super::{Fault, FaultKind, OPENING, Source};

/// How a file of headlines is laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadlineLayout(Layout);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Layout {
    /// One JSON object a line.
    JsonLines,
    /// Columns with something between them.
    Table { separator: u8, columns: Columns },
}

impl HeadlineLayout {
    /// The layout of a file that opens with `opening`, when it is a file of headlines.
    ///
    /// Its first line decides: a JSON object with a title and no body, a row that names the columns
    /// (`time`, `title`, `url` or their synonyms), or a row that holds a time, a title and an address.
    #[must_use]
    pub fn of(opening: &[u8]) -> Option<Self> {
        let opening = opening.strip_prefix(row_lines::MARK).unwrap_or(opening);
        let line = opening.lines().next()?.ok()?;
        let whole = line.len() < opening.len() || opening.len() < OPENING;
        // A page or other markup may have anything between its commas.
        if !whole || line.trim().is_empty() || line.trim_start().starts_with('<') {
            return None;
        }
        if line.starts_with('{') {
            return json_row::is_headline(&line).then_some(Self(Layout::JsonLines));
        }
        [b'\t', b',', b';'].into_iter().find_map(|separator| {
            let columns = Columns::of(&fields(&line, separator)?)?;
            Some(Self(Layout::Table { separator, columns }))
        })
    }

    /// The rows of `source`, in order; a fault stands where a row could not be read.
    #[must_use]
    pub fn rows<'r>(&self, source: Source<'r>) -> HeadlineRows<'r> {
        HeadlineRows { layout: self.0.clone(), lines: RowLines::new(source), first: true }
    }
}

/// Reads headlines from a file, telling their layout by its opening; gives the file back when it holds
/// something else.
///
/// # Errors
/// The untouched source, when these are not headlines.
pub fn headline_rows(mut source: Source<'_>) -> Result<HeadlineRows<'_>, Source<'_>> {
    let mut opening = Vec::with_capacity(OPENING);
    // A reader that fails gives its fault again to whoever reads on.
    let _ = source.by_ref().take(OPENING as u64).read_to_end(&mut opening);
    let layout = HeadlineLayout::of(&opening);
    let source: Source<'_> = Box::new(Cursor::new(opening).chain(source));
    match layout {
        Some(layout) => Ok(layout.rows(source)),
        None => Err(source),
    }
}

/// The headlines of one file, read as they are asked for, in bounded memory.
pub struct HeadlineRows<'r> {
    layout: Layout,
    lines: RowLines<'r>,
    first: bool,
}

impl Iterator for HeadlineRows<'_> {
    type Item = Result<HeadlineRow, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let place = match self.lines.read(self.layout.quotes_over_lines())? {
                Ok(place) => place,
                Err(fault) => return Some(Err(fault)),
            };
            let first = std::mem::take(&mut self.first);
            let line = self.lines.line();
            if line.trim_ascii().is_empty() {
                continue;
            }
            let row = match std::str::from_utf8(line) {
                Ok(line) => self.layout.row(line, first),
                Err(_) => Some(Err(FaultKind::Row("the row is not in UTF-8".to_owned()))),
            };
            match row {
                None => {}
                Some(Ok(row)) => return Some(Ok(HeadlineRow { place, ..row })),
                Some(Err(kind)) => return Some(Err(Fault { place, kind })),
            }
        }
    }
}

impl Layout {
    fn quotes_over_lines(&self) -> Option<u8> {
        match self {
            Self::Table { separator, .. } if *separator != b'\t' => Some(*separator),
            _ => None,
        }
    }

    /// The headline in `line`; none where the line names the columns.
    fn row(&self, line: &str, first: bool) -> Option<Result<HeadlineRow, FaultKind>> {
        match self {
            Self::JsonLines => Some(json_row::row(line)),
            Self::Table { columns, .. } if first && columns.named => None,
            Self::Table { separator, columns } => {
                let fields = fields(line, *separator);
                let unclosed = || FaultKind::Row("a quotation mark is not closed".to_owned());
                Some(fields.ok_or_else(unclosed).and_then(|fields| columns.row(&fields)))
            }
        }
    }
}
