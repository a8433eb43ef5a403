//! One reader for every format.

use std::io::{BufRead, Cursor, Read};
use std::iter;

use super::{Fault, FaultKind, Format, Items, OPENING, Place, detect};

/// The items of one file, read as they are asked for, in bounded memory.
///
/// Without a `format` the file's first bytes tell it. A fault inside a file of many items does not
/// end the reading: the items after it follow.
pub fn read<'r>(mut reader: impl BufRead + Send + 'r, format: Option<Format>) -> Items<'r> {
    if let Some(format) = format {
        return format.reader().items(Box::new(reader));
    }
    let mut opening = Vec::with_capacity(OPENING);
    if let Err(error) = reader.by_ref().take(OPENING as u64).read_to_end(&mut opening) {
        let fault = Fault { place: Place::START.after(&opening), kind: FaultKind::Read(error) };
        return Box::new(iter::once(Err(fault)));
    }
    match detect(&opening) {
        Ok(format) => format.reader().items(Box::new(Cursor::new(opening).chain(reader))),
        Err(fault) => Box::new(iter::once(Err(fault))),
    }
}
