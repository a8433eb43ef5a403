//! Makes the system forget the files of a closed index, where it can be asked to.

use std::fmt;
use std::path::Path;

use anyhow::Result;

/// Whether the system was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dropped {
    /// It was; pages another program uses stay.
    Asked,
    /// It was not, and why.
    Not(&'static str),
}

impl fmt::Display for Dropped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Asked => f.write_str("index closed, its pages given back to the system, opened again"),
            Self::Not(reason) => write!(f, "index closed and opened again; its pages stayed in memory: {reason}"),
        }
    }
}

/// Asks the system to drop every file of the index in `directory`.
#[cfg(target_os = "linux")]
pub fn forget(directory: &Path) -> Result<Dropped> {
    use rustix::fs::{Advice, fadvise};

    for file in fs_err::read_dir(directory)? {
        let path = file?.path();
        if path.is_file() && fadvise(&fs_err::File::open(&path)?, 0, None, Advice::DontNeed).is_err() {
            return Ok(Dropped::Not("the file system does not drop pages on request"));
        }
    }
    Ok(Dropped::Asked)
}

/// No other system is asked.
#[cfg(not(target_os = "linux"))]
#[expect(clippy::unnecessary_wraps, reason = "as on Linux")]
pub fn forget(_directory: &Path) -> Result<Dropped> {
    Ok(Dropped::Not("only Linux is asked to drop them"))
}
