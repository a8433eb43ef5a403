//! How articles, headlines and files are stored, and how they are read back.

use std::ops::Range;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Entry;
use crate::statement::Statement;

/// Bytes behind a record that tell its length. The engine reads a stored value byte by byte; with its length
/// at its end, a record is found in the document's bytes as they lie in the store.
const LENGTH: usize = size_of::<u32>();

/// The bytes to store of `record`.
///
/// # Errors
/// When it cannot be encoded.
pub(super) fn encode(record: &impl Serialize) -> Result<Vec<u8>, postcard::Error> {
    closed(postcard::to_stdvec(record)?)
}

/// The bytes to store of `entry`: all but its statements, their lengths, and each statement by itself, so that
/// a hit decodes one of them.
///
/// # Errors
/// When it cannot be encoded.
pub(super) fn encode_article(entry: &Entry) -> Result<Vec<u8>, postcard::Error> {
    let mut lengths = Vec::with_capacity(entry.extraction.statements.len());
    let mut statements = Vec::new();
    for statement in &entry.extraction.statements {
        let start = statements.len();
        statements = postcard::to_extend(statement, statements)?;
        lengths.push(statements.len() - start);
    }
    let mut out = postcard::to_stdvec(&(entry, lengths))?;
    out.extend(statements);
    closed(out)
}

fn closed(mut record: Vec<u8>) -> Result<Vec<u8>, postcard::Error> {
    let length = u32::try_from(record.len()).map_err(|_| postcard::Error::SerializeBufferFull)?;
    record.extend(length.to_le_bytes());
    Ok(record)
}

/// The record at the end of the stored bytes of a document.
fn opened(stored: &[u8]) -> Result<&[u8], postcard::Error> {
    let missing = postcard::Error::DeserializeUnexpectedEnd;
    let (before, length) = stored.split_last_chunk::<LENGTH>().ok_or(missing)?;
    let length = u32::from_le_bytes(*length) as usize;
    let start = before.len().checked_sub(length).ok_or(postcard::Error::DeserializeUnexpectedEnd)?;
    Ok(&before[start..])
}

/// What was stored as `stored`.
///
/// # Errors
/// When it is damaged.
pub(super) fn decode<T: DeserializeOwned>(stored: &[u8]) -> Result<T, postcard::Error> {
    postcard::from_bytes(opened(stored)?)
}

/// An article as it lies in the store; its statements are decoded when asked for.
pub(super) struct StoredArticle {
    /// The article, without statements.
    pub entry: Entry,
    statements: Vec<u8>,
    places: Vec<Range<usize>>,
}

impl StoredArticle {
    /// The article stored as `stored`.
    ///
    /// # Errors
    /// When it is damaged.
    pub fn decode(stored: &[u8]) -> Result<Self, postcard::Error> {
        let ((entry, lengths), statements): ((Entry, Vec<usize>), _) = postcard::take_from_bytes(opened(stored)?)?;
        let mut places = Vec::with_capacity(lengths.len());
        let mut start = 0_usize;
        for length in lengths {
            let end = start.checked_add(length).filter(|end| *end <= statements.len());
            let end = end.ok_or(postcard::Error::DeserializeUnexpectedEnd)?;
            places.push(start..end);
            start = end;
        }
        Ok(Self { entry, statements: statements.to_vec(), places })
    }

    /// The statement of this number, from 1.
    ///
    /// # Errors
    /// When it is damaged.
    pub fn statement(&self, number: usize) -> Result<Option<Statement>, postcard::Error> {
        let place = number.checked_sub(1).and_then(|at| self.places.get(at));
        place.map(|place| postcard::from_bytes(&self.statements[place.clone()])).transpose()
    }

    /// The article with its statements.
    ///
    /// # Errors
    /// When one is damaged.
    pub fn whole(self) -> Result<Entry, postcard::Error> {
        let mut entry = self.entry;
        let statements = self.places.into_iter().map(|place| postcard::from_bytes(&self.statements[place]));
        entry.extraction.statements = statements.collect::<Result<_, _>>()?;
        Ok(entry)
    }
}
