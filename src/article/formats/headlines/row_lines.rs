//! The rows of a file as they stand in its lines.

use std::io::{BufRead as _, Read as _};

use super::super::{Fault, FaultKind, Place, Source};

/// The most bytes one row may have.
const ROW_LIMIT: usize = 1 << 20;
/// The byte order mark of UTF-8.
pub(super) const MARK: &[u8] = b"\xEF\xBB\xBF";

/// Reads rows one after the other into one buffer.
pub(super) struct RowLines<'r> {
    source: Source<'r>,
    line: Vec<u8>,
    next: Place,
    ended: bool,
}

impl<'r> RowLines<'r> {
    pub(super) fn new(source: Source<'r>) -> Self {
        Self { source, line: Vec::new(), next: Place::START, ended: false }
    }

    /// The row last read, without its line break.
    pub(super) fn line(&self) -> &[u8] {
        let line = if self.next.line == 2 { self.line.strip_prefix(MARK).unwrap_or(&self.line) } else { &self.line };
        let line = line.strip_suffix(b"\n").unwrap_or(line);
        line.strip_suffix(b"\r").unwrap_or(line)
    }

    /// Reads the next row and tells where it starts. With `quoted` a row goes on over line breaks
    /// between quotation marks.
    pub(super) fn read(&mut self, quoted: Option<u8>) -> Option<Result<Place, Fault>> {
        if self.ended {
            return None;
        }
        self.line.clear();
        let place = self.next;
        let mut is_open = false;
        loop {
            let from = self.line.len();
            let limit = (ROW_LIMIT + 1 - from) as u64;
            let read = match self.source.by_ref().take(limit).read_until(b'\n', &mut self.line) {
                Err(error) => {
                    self.ended = true;
                    return Some(Err(Fault { place, kind: FaultKind::Read(error) }));
                }
                Ok(0) if from == 0 => return None,
                Ok(read) => read,
            };
            if self.line.len() > ROW_LIMIT {
                self.skip_line();
                return Some(Err(Fault { place, kind: FaultKind::ItemTooLarge { limit: ROW_LIMIT } }));
            }
            let is_last = read == 0 || !self.line.ends_with(b"\n");
            is_open ^= quoted.is_some() && memchr::memchr_iter(b'"', &self.line[from..]).count() % 2 == 1;
            if is_last || !is_open {
                self.next = Place {
                    offset: place.offset + self.line.len() as u64,
                    line: place.line + memchr::memchr_iter(b'\n', &self.line).count().max(1) as u64,
                };
                return Some(Ok(place));
            }
        }
    }

    /// Passes over what is left of a line that is too long.
    fn skip_line(&mut self) {
        let mut passed = self.line.len() as u64;
        let mut whole = self.line.ends_with(b"\n");
        while !whole {
            let Ok(buffer) = self.source.fill_buf() else { break };
            let end = memchr::memchr(b'\n', buffer);
            let used = end.map_or(buffer.len(), |end| end + 1);
            whole = end.is_some() || buffer.is_empty();
            passed += used as u64;
            self.source.consume(used);
        }
        let lines = memchr::memchr_iter(b'\n', &self.line).count() as u64;
        self.next = Place { offset: self.next.offset + passed, line: self.next.line + lines.max(1) };
    }
}
