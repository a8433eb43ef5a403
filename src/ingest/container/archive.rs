//! The members of zip and tar archives.

use std::io::{BufReader, Read, Seek};

use tar::Archive;
use zip::ZipArchive;
use zip::read::ZipFile;
use zip::result::ZipError;

use super::Opener;
use super::limits::{Budget, Unpacked};
use super::member_name::member_name;
use crate::article::formats::FaultKind;

impl Opener<'_, '_> {
    /// Reads the members of a zip archive, in its own order.
    pub(super) fn zip(
        &mut self,
        file: impl Read + Seek,
        outer: Option<&str>,
        depth: usize,
        budget: &mut Budget,
    ) -> bool {
        let mut archive = match ZipArchive::new(file) {
            Ok(archive) => archive,
            Err(error) => return self.fault(outer, broken("zip", &error)),
        };
        let mut any = false;
        for at in 0..archive.len() {
            let member = match archive.by_index(at) {
                Ok(member) if member.is_dir() || is_beside(&name_of(&member)) => continue,
                Ok(member) => member,
                Err(error) => {
                    any = true;
                    if !self.fault(outer, member_fault(at, &error)) {
                        return false;
                    }
                    continue;
                }
            };
            any = true;
            let name = member_name(outer, &name_of(&member));
            let packed = member.compressed_size();
            let unpacked = Unpacked::member(member, packed, budget);
            if !self.stream(&mut BufReader::new(unpacked), Some(&name), depth + 1, budget) {
                return false;
            }
        }
        any || self.fault(outer, FaultKind::Empty)
    }

    /// Reads the members of a tar archive, in its own order.
    pub(super) fn tar(
        &mut self,
        source: &mut dyn Read,
        outer: Option<&str>,
        depth: usize,
        budget: &mut Budget,
    ) -> bool {
        let mut archive = Archive::new(source);
        let entries = match archive.entries() {
            Ok(entries) => entries,
            Err(error) => return self.fault(outer, FaultKind::Read(error)),
        };
        let mut any = false;
        for entry in entries {
            let entry = match entry {
                Ok(entry) => entry,
                // Where one header is broken, the next cannot be found.
                Err(error) => {
                    return self.fault(outer, FaultKind::Container(format!("the tar archive is broken: {error}")));
                }
            };
            let path = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
            if !entry.header().entry_type().is_file() || is_beside(&path) {
                continue;
            }
            any = true;
            let name = member_name(outer, &path);
            if !self.stream(&mut BufReader::new(entry), Some(&name), depth + 1, budget) {
                return false;
            }
        }
        any || self.fault(outer, FaultKind::Empty)
    }
}

/// The name of a member, as far as it is text.
fn name_of<R: Read>(member: &ZipFile<'_, R>) -> String {
    match member.name() {
        Ok(name) => name.into_owned(),
        Err(_) => String::from_utf8_lossy(member.name_raw()).into_owned(),
    }
}

/// What some programs put into archives beside the files.
fn is_beside(name: &str) -> bool {
    name.starts_with("__MACOSX/") || name.rsplit('/').next().is_some_and(|file| file.starts_with('.'))
}

fn broken(what: &str, error: &ZipError) -> FaultKind {
    FaultKind::Container(format!("the {what} archive is broken: {error}"))
}

fn member_fault(at: usize, error: &ZipError) -> FaultKind {
    let number = at + 1;
    FaultKind::Container(match error {
        ZipError::UnsupportedArchive(told) => format!("member {number} cannot be unpacked: {told}"),
        other => format!("member {number} is broken: {other}"),
    })
}
