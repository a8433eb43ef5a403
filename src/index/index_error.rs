//! What can go wrong with an index.

use std::io;
use std::path::{Path, PathBuf};

use tantivy::TantivyError;
use tantivy::directory::error::LockError;

/// An error of the index; each names the directory.
#[derive(Debug, thiserror::Error)]
pub enum IndexError {
    /// No index there.
    #[error("there is no index in {}", path.display())]
    Missing {
        /// The directory.
        path: PathBuf,
    },
    /// Made by another version of the program.
    #[error("the index in {} was made by another version of demarche", path.display())]
    OtherVersion {
        /// The directory.
        path: PathBuf,
    },
    /// Another process is writing it.
    #[error("another program is writing the index in {}", path.display())]
    Busy {
        /// The directory.
        path: PathBuf,
    },
    /// The index cannot be read.
    #[error("cannot read the index in {}: {reason}", path.display())]
    Reading {
        /// The directory.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// The index cannot be written.
    #[error("cannot write the index in {}: {reason}", path.display())]
    Writing {
        /// The directory.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// A stored record does not decode.
    #[error("a record of the index in {} is damaged: {reason}", path.display())]
    Damaged {
        /// The directory.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// The directory cannot be made.
    #[error("cannot make the directory {}", path.display())]
    Io {
        /// The directory.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
}

impl IndexError {
    /// What the user can do about it.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Missing { .. } => "build one with `demarche ingest PATH`, or name another with --index DIR",
            Self::OtherVersion { .. } | Self::Damaged { .. } => {
                "make it again from its files with `demarche rebuild --index DIR`"
            }
            Self::Busy { .. } => "wait until the other ingest has ended",
            Self::Reading { .. } => "check that the directory is readable and complete",
            Self::Writing { .. } | Self::Io { .. } => {
                "check the directory's permissions and the free space on its disk"
            }
        }
    }

    pub(super) fn reading(path: &Path, error: &TantivyError) -> Self {
        Self::Reading { path: path.to_owned(), reason: error.to_string() }
    }

    pub(super) fn writing(path: &Path, error: &TantivyError) -> Self {
        match error {
            TantivyError::LockFailure(LockError::LockBusy, _) => Self::Busy { path: path.to_owned() },
            error => Self::Writing { path: path.to_owned(), reason: error.to_string() },
        }
    }
}
