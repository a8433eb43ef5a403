//! Where an article of the index came from.

use std::sync::Arc;

use super::sink::place;

/// Where an article came from.
///
/// An ingest holds one for each article of the index, so that a file is named once for all of its articles.
pub(super) struct Holder {
    file: Arc<NamedFile>,
    member: Option<Box<str>>,
}

/// A file's source, and its path for reading.
pub(super) struct NamedFile {
    pub(super) source: Arc<str>,
    pub(super) path: String,
}

impl Holder {
    /// Item `member` of `file`.
    pub(super) fn of(file: &Arc<NamedFile>, member: Option<&str>) -> Self {
        Self { file: file.clone(), member: member.map(Into::into) }
    }

    /// Whether it is the file called `source`.
    pub(super) fn is_file(&self, source: &str) -> bool {
        *self.file.source == *source
    }

    /// Its place for reading.
    pub(super) fn place(&self) -> String {
        place(&self.file.path, self.member.as_deref())
    }
}
