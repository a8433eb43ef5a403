//! A stream cut into its lines, in bounded memory.

use std::io::{self, BufRead};

use crate::article::formats::{Fault, FaultKind, ITEM_LIMIT, Place, Source};

/// The lines of a stream without their ends, each with its place. One over [`ITEM_LIMIT`] is a fault, and the
/// next one is read.
pub(super) struct Lines<'r> {
    source: Source<'r>,
    place: Place,
    ended: bool,
}

impl<'r> Lines<'r> {
    pub(super) fn new(source: Source<'r>) -> Self {
        Self { source, place: Place::START, ended: false }
    }

    fn read(&mut self) -> Result<Option<(Place, Vec<u8>)>, Fault> {
        let place = self.place;
        let mut line = Vec::new();
        let mut too_large = false;
        loop {
            let read = match self.source.fill_buf() {
                Ok(read) => read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => {
                    self.ended = true;
                    return Err(Fault { place: self.place, kind: FaultKind::Read(error) });
                }
            };
            let end = memchr::memchr(b'\n', read).map_or(read.len(), |at| at + 1);
            let (taken, last) = (&read[..end], read.is_empty() || read[end - 1] == b'\n');
            too_large = too_large || line.len() + taken.len() > ITEM_LIMIT;
            if !too_large {
                line.extend_from_slice(taken);
            }
            self.place = self.place.after(taken);
            self.ended = read.is_empty();
            self.source.consume(end);
            if last {
                break;
            }
        }
        if too_large {
            return Err(Fault { place, kind: FaultKind::ItemTooLarge { limit: ITEM_LIMIT } });
        }
        if self.ended && line.is_empty() {
            return Ok(None);
        }
        while line.last().is_some_and(|byte| matches!(byte, b'\n' | b'\r')) {
            line.pop();
        }
        Ok(Some((place, line)))
    }
}

impl Iterator for Lines<'_> {
    type Item = Result<(Place, Vec<u8>), Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended { None } else { self.read().transpose() }
    }
}
