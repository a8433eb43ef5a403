//! One reader for every format.

use std::io::{BufRead, Cursor, Read};
use std::iter;

use super::{Fault, FaultKind, Format, Items, OPENING, Place, Source, detect};

/// The items of one file, read as they are asked for, in bounded memory.
///
/// Without a `format` the file's first bytes tell it. A fault inside a file of many items does not
/// end the reading: the items after it follow.
pub fn read<'r>(reader: impl BufRead + Send + 'r, format: Option<Format>) -> Items<'r> {
    read_source(Box::new(reader), format)
}

/// The items of one file, like [`read`], from a reader that is boxed already.
#[must_use]
pub fn read_source(mut reader: Source<'_>, format: Option<Format>) -> Items<'_> {
    if let Some(format) = format {
        return format.reader().items(reader);
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
