//! A file that is one article of plain text.

use std::io::Read;
use std::iter;

use super::decode::decode;
use super::item::digest;
use super::{Fault, FaultKind, Item, Items, Place, Source};
use crate::article::Article;

/// The most bytes one text file may have.
pub const TEXT_LIMIT: usize = 64 * 1024 * 1024;

/// The single item of a text file, whose decoded text `layout` makes an article of.
pub(super) fn text_file(source: Source<'_>, layout: fn(String) -> Article) -> Items<'_> {
    let mut source = Some(source);
    Box::new(iter::from_fn(move || {
        let read = read_whole(source.take()?, layout);
        Some(read.map_err(|kind| Fault { place: Place::START, kind }))
    }))
}

fn read_whole(source: Source<'_>, layout: fn(String) -> Article) -> Result<Item, FaultKind> {
    let mut raw = Vec::new();
    source.take(TEXT_LIMIT as u64 + 1).read_to_end(&mut raw).map_err(FaultKind::Read)?;
    if raw.len() > TEXT_LIMIT {
        return Err(FaultKind::TooLarge { limit: TEXT_LIMIT });
    }
    let (text, encoding) = decode(&raw);
    if text.trim().is_empty() {
        return Err(FaultKind::Empty);
    }
    let article = layout(text);
    Ok(Item { member: None, digest: digest(&raw), encoding, place: Place::START, article })
}
