//! What tells whether a file has changed: its size, when it was changed, and its bytes.

use std::io;
use std::path::Path;
use std::time::UNIX_EPOCH;

use crate::article::formats::Reading;
use crate::index::{FileRecord, ItemRecord};

/// A file as it is now.
#[derive(Debug, Clone)]
pub(super) struct Stamp {
    path: String,
    size: u64,
    modified: i64,
    digest: String,
    reading: String,
}

impl Stamp {
    /// The stamp of the regular file at `path`, read as `reading` says, without its digest.
    pub(super) fn of(path: &Path, reading: &Reading) -> io::Result<Option<Self>> {
        let metadata = fs_err::metadata(path)?;
        if !metadata.is_file() {
            return Ok(None);
        }
        let since = metadata.modified().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok());
        let modified = since.and_then(|since| i64::try_from(since.as_nanos()).ok()).unwrap_or_default();
        let reading = if reading.is_by_content() { String::new() } else { format!("{reading:?}") };
        let path = path.to_string_lossy().into_owned();
        Ok(Some(Self { path, size: metadata.len(), modified, digest: String::new(), reading }))
    }

    /// Whether size and time are those of `record`, and it was read the same way.
    pub(super) fn is_of(&self, record: &FileRecord) -> bool {
        self.may_be_of(record) && self.modified == record.modified
    }

    /// Whether the bytes may be those of `record`: the size is the same.
    pub(super) fn may_be_of(&self, record: &FileRecord) -> bool {
        self.size == record.size && self.reading == record.reading
    }

    /// Reads the file through to know its digest.
    pub(super) fn digest(&mut self) -> io::Result<&str> {
        if self.digest.is_empty() {
            let mut hasher = blake3::Hasher::new();
            hasher.update_reader(fs_err::File::open(&self.path)?)?;
            self.digest = hasher.finalize().to_hex().to_string();
        }
        Ok(&self.digest)
    }

    /// The record of the file with this stamp.
    pub(super) fn record(&self, source: &str, items: Vec<ItemRecord>, headlines: usize) -> FileRecord {
        let Self { path, size, modified, digest, reading } = self.clone();
        FileRecord { source: source.to_owned(), path, size, modified, digest, reading, items, headlines }
    }
}
