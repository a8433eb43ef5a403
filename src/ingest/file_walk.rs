//! Finds the files to ingest.

use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

/// A file to read, or a place that cannot be walked into with the reason.
#[derive(Debug)]
pub enum FoundFile {
    /// A file.
    File(PathBuf),
    /// A directory, link or file that cannot be reached.
    Fault(PathBuf, String),
}

/// Every file below `paths`, each directory in name order; links are followed, loops reported.
///
/// A file named outright is always given; inside a directory, files and directories whose names begin
/// with a dot are left out. `-` is standard input.
pub fn walk(paths: &[PathBuf]) -> impl Iterator<Item = FoundFile> + Send + '_ {
    paths.iter().flat_map(|path| -> Box<dyn Iterator<Item = FoundFile> + Send> {
        // Standard input is no file to walk to.
        if path == Path::new("-") {
            return Box::new(std::iter::once(FoundFile::File(path.clone())));
        }
        let entries = WalkDir::new(path).follow_links(true).sort_by_file_name().into_iter();
        Box::new(
            entries
                .filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry))
                .filter_map(|entry| found(path, entry)),
        )
    })
}

fn found(root: &Path, entry: walkdir::Result<DirEntry>) -> Option<FoundFile> {
    match entry {
        Ok(entry) if entry.file_type().is_dir() => None,
        Ok(entry) => Some(FoundFile::File(entry.into_path())),
        Err(error) => {
            let path = error.path().unwrap_or(root).to_owned();
            Some(FoundFile::Fault(path, reason(&error)))
        }
    }
}

fn reason(error: &walkdir::Error) -> String {
    match (error.loop_ancestor(), error.io_error()) {
        (Some(ancestor), _) => format!("a directory loop: it leads back to {}", ancestor.display()),
        (None, Some(error)) => error.to_string(),
        (None, None) => error.to_string(),
    }
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().to_str().is_some_and(|name| name.starts_with('.'))
}
