//! One article as it came out of a file.

use serde::{Deserialize, Serialize};

use crate::article::Article;

/// An article and where it was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// The item's name inside its file; none when the file is the article.
    pub member: Option<String>,
    /// BLAKE3 of the item's raw bytes, the first 32 hexadecimal digits.
    pub digest: String,
    /// The name of the character encoding the bytes were read in.
    pub encoding: &'static str,
    /// Where the item starts.
    pub place: Place,
    /// The article.
    pub article: Article,
}

/// A place in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    /// Bytes before it.
    pub offset: u64,
    /// Its line, the first being 1.
    pub line: u64,
}

impl Place {
    /// The start of a file.
    pub const START: Self = Self { offset: 0, line: 1 };

    /// The place reached after reading `bytes` from here.
    #[must_use]
    pub fn after(self, bytes: &[u8]) -> Self {
        Self {
            offset: self.offset + count(bytes.len()),
            line: self.line + count(memchr::memchr_iter(b'\n', bytes).count()),
        }
    }
}

fn count(bytes: usize) -> u64 {
    u64::try_from(bytes).unwrap_or(u64::MAX)
}

/// The digest kept for an item's raw bytes.
pub(super) fn digest(raw: &[u8]) -> String {
    let mut hex = blake3::hash(raw).to_hex().to_string();
    hex.truncate(32);
    hex
}
