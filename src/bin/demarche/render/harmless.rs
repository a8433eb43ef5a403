//! Keeps what stands in an article from doing anything to a terminal.

use std::io::{self, Write};

/// `text` with its control characters, except line breaks and tabs, made harmless.
pub fn harmless(text: &str) -> String {
    text.chars().map(|c| if c.is_control() && !matches!(c, '\n' | '\t') { '\u{FFFD}' } else { c }).collect()
}

/// A writer that makes control characters harmless.
pub struct Harmless<W: Write>(pub W);

impl<W: Write> Write for Harmless<W> {
    /// Whole characters come in: everything is written by `write!` from text.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match std::str::from_utf8(bytes) {
            Ok(text) if text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\t')) => {
                self.0.write_all(harmless(text).as_bytes())?;
            }
            _ => self.0.write_all(bytes)?,
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}
