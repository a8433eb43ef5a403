//! Formats whose file is read as a whole: its bytes, its text, and where in it an item stands.

use std::io::Read;
use std::iter;

use super::decode::decode_markup;
use super::item::digest;
use super::parts::Parts;
use super::{Fault, FaultKind, Item, Items, Place, Source, TEXT_LIMIT};

/// A file read as a whole.
pub(super) struct WholeFile {
    /// The decoded text.
    pub(super) text: String,
    encoding: &'static str,
    digest: String,
}

/// One article of a file, still in parts.
pub(super) struct Piece {
    pub(super) parts: Parts,
    /// Its name inside the file; none when the file is the article.
    pub(super) member: Option<String>,
    /// Where it stands in the text, in bytes; the whole of it when none.
    pub(super) range: Option<(usize, usize)>,
    /// Its bytes, where they do not stand in the text as one stretch.
    pub(super) bytes: Option<Vec<u8>>,
}

/// A piece, or the byte where something is wrong, and what.
pub(super) type Found = Result<Piece, (usize, FaultKind)>;

impl Piece {
    /// The one article of a file.
    pub(super) fn only(parts: Parts) -> Self {
        Self { parts, member: None, range: None, bytes: None }
    }
}

impl WholeFile {
    fn read(source: Source<'_>) -> Result<Self, Fault> {
        let fault = |kind| Fault { place: Place::START, kind };
        let mut raw = Vec::new();
        source.take(TEXT_LIMIT as u64 + 1).read_to_end(&mut raw).map_err(|error| fault(FaultKind::Read(error)))?;
        if raw.len() > TEXT_LIMIT {
            return Err(fault(FaultKind::TooLarge { limit: TEXT_LIMIT }));
        }
        let (text, encoding) = decode_markup(&raw);
        if text.trim().is_empty() {
            return Err(fault(FaultKind::Empty));
        }
        Ok(Self { text, encoding, digest: digest(&raw) })
    }

    fn place(&self, at: usize) -> Place {
        let bytes = self.text.as_bytes();
        Place::START.after(&bytes[..at.min(bytes.len())])
    }

    fn item(&self, found: Found) -> Result<Item, Fault> {
        let fault = |at: usize, kind: FaultKind| Fault { place: self.place(at), kind };
        let Piece { parts, member, range, bytes } = found.map_err(|(at, kind)| fault(at, kind))?;
        let start = range.map_or(0, |(start, _)| start);
        if parts.is_empty() {
            return Err(fault(start, FaultKind::NoWords));
        }
        let stretch = range.and_then(|(start, end)| self.text.as_bytes().get(start..end));
        let own = bytes.as_deref().or(stretch).map(digest);
        Ok(Item {
            member,
            digest: own.unwrap_or_else(|| self.digest.clone()),
            encoding: self.encoding,
            place: self.place(start),
            article: parts.article(),
        })
    }
}

/// The items `find` finds in the text of a file.
pub(super) fn whole_file<'r>(source: Source<'r>, find: impl FnOnce(&str) -> Vec<Found> + 'r) -> Items<'r> {
    let mut work = Some((source, find));
    let items = iter::from_fn(move || {
        let (source, find) = work.take()?;
        Some(match WholeFile::read(source) {
            Err(fault) => vec![Err(fault)],
            Ok(file) => {
                let found = find(&file.text);
                if found.is_empty() {
                    vec![Err(Fault { place: Place::START, kind: FaultKind::Empty })]
                } else {
                    found.into_iter().map(|found| file.item(found)).collect()
                }
            }
        })
    });
    Box::new(items.flatten())
}
