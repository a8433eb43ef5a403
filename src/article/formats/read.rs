//! One reader for every format.

use std::io::{BufRead, Cursor, Read};
use std::iter;

use super::{ColumnMap, Fault, FaultKind, Format, Item, Items, OPENING, Place, Source, detect};

/// How files are to be read, where the caller knows better than their content.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// The format; told from the content when none.
    pub format: Option<Format>,
    /// Which columns of a table hold what.
    pub map: ColumnMap,
}

impl Reading {
    /// Whether nothing is told: each file's content decides.
    #[must_use]
    pub fn is_by_content(&self) -> bool {
        self.format.is_none() && self.map.is_empty()
    }
}

/// The items of one file, read as they are asked for, in bounded memory.
///
/// Without a `format` the file's first bytes tell it. A fault inside a file of many items does not
/// end the reading: the items after it follow.
pub fn read<'r>(reader: impl BufRead + 'r, format: Option<Format>) -> Items<'r> {
    read_as(Box::new(reader), &Reading { format, ..Reading::default() })
}

/// The items of one file, read as `reading` says.
#[must_use]
pub fn read_as<'r>(mut source: Source<'r>, reading: &Reading) -> Items<'r> {
    if let Some(format) = reading.format {
        return Box::new(format.reader().items(source, &reading.map).map(told));
    }
    let mut opening = Vec::with_capacity(OPENING);
    if let Err(error) = source.by_ref().take(OPENING as u64).read_to_end(&mut opening) {
        let fault = Fault { place: Place::START.after(&opening), kind: FaultKind::Read(error) };
        return Box::new(iter::once(Err(fault)));
    }
    match detect(&opening) {
        Ok(format) => {
            let source = Box::new(Cursor::new(opening).chain(source));
            Box::new(format.reader().items(source, &reading.map).map(told))
        }
        Err(fault) => Box::new(iter::once(Err(fault))),
    }
}

/// The item with what its article says of how it was read.
fn told(item: Result<Item, Fault>) -> Result<Item, Fault> {
    item.map(|mut item| {
        item.encoding.clone_into(&mut item.article.header.encoding);
        item
    })
}
