//! Writes tables that spreadsheets open.

use std::io::Write;

use anyhow::Result;

use super::plain;

/// A table of comma- or tab-separated rows.
pub struct Cells<W: Write> {
    rows: csv::Writer<W>,
}

impl<W: Write> Cells<W> {
    /// Begins a table. Spreadsheets know by a byte order mark that a comma-separated one is UTF-8.
    pub fn new(mut out: W, separator: u8) -> Result<Self> {
        if separator == b',' {
            out.write_all("\u{feff}".as_bytes())?;
        }
        Ok(Self { rows: csv::WriterBuilder::new().delimiter(separator).from_writer(out) })
    }

    /// Writes one row, each cell on one line.
    pub fn row(&mut self, cells: impl IntoIterator<Item = String>) -> Result<()> {
        self.rows.write_record(cells.into_iter().map(|cell| neutral(&plain(&cell))))?;
        Ok(())
    }

    /// Writes what is held back.
    pub fn end(mut self) -> Result<()> {
        self.rows.flush()?;
        Ok(())
    }
}

/// A cell that a spreadsheet takes for text: one that would begin a formula gets an apostrophe in front, as
/// one types it there.
fn neutral(cell: &str) -> String {
    let begins_formula =
        |c: char| matches!(c, '=' | '+' | '-' | '@' | '\u{FF1D}' | '\u{FF0B}' | '\u{FF0D}' | '\u{FF20}');
    if cell.starts_with(begins_formula) { format!("'{cell}") } else { cell.to_owned() }
}
