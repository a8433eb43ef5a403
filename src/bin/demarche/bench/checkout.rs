//! The commit of the checkout the program was built in.

use std::path::{Path, PathBuf};

/// The first twelve digits of that commit, when the program still lies in its checkout.
pub fn commit() -> Option<String> {
    let program = std::env::current_exe().ok()?;
    let git = program.ancestors().map(|directory| directory.join(".git")).find(|git| git.exists())?;
    let git = git_directory(&git)?;
    let head = read(&git.join("HEAD"))?;
    let commit = match head.strip_prefix("ref: ") {
        None => head,
        Some(name) => reference(&git, name)?,
    };
    commit.get(..12).map(str::to_owned)
}

/// A linked worktree has a file there that names its directory.
fn git_directory(git: &Path) -> Option<PathBuf> {
    if git.is_dir() {
        return Some(git.to_owned());
    }
    Some(PathBuf::from(read(git)?.strip_prefix("gitdir: ")?))
}

fn reference(git: &Path, name: &str) -> Option<String> {
    let common = read(&git.join("commondir")).map_or_else(|| git.to_owned(), |common| git.join(common));
    let loose = || read(&common.join(name));
    let packed = || {
        let packed = read(&common.join("packed-refs"))?;
        let of_name = |line: &str| line.strip_suffix(name).map(|commit| commit.trim().to_owned());
        packed.lines().find_map(of_name)
    };
    loose().or_else(packed)
}

fn read(path: &Path) -> Option<String> {
    fs_err::read_to_string(path).ok().map(|text| text.trim().to_owned())
}
