//! Works out where each article stands among the versions and copies of its story.
//!
//! It depends on what the files hold and on nothing else, so that it does not matter in which order, or in how
//! many runs, they were read.

use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap};

use crate::article::Status;
use crate::index::{ArticleId, ArticleRecord, FileRecord, Standing};

/// A story told by a headline alone needs a mark on one of its versions to be a story at all.
const BY_HEADLINE: &str = "headline:";

/// Where an article is: the number of its file, and its number in it.
type At = (usize, usize);

/// The articles of `files`, which are in the order of their sources, that should stand elsewhere than they do.
pub(super) fn changes(files: &[FileRecord]) -> Vec<(At, Standing)> {
    let mut first: HashMap<&ArticleId, At> = HashMap::new();
    let mut stories: BTreeMap<&str, Vec<At>> = BTreeMap::new();
    let mut standings: Vec<(At, Standing)> = Vec::new();
    for (at, article) in articles(files) {
        if let Some(&of) = first.get(&article.id) {
            standings.push((at, Standing::Copy { of: place(files, of) }));
            continue;
        }
        first.insert(&article.id, at);
        match &article.story {
            Some(story) => stories.entry(story).or_default().push(at),
            None if article.status == Status::Usable => standings.push((at, Standing::Current)),
            None => standings.push((at, withdrawn(files, at, article))),
        }
    }
    for (story, versions) in stories {
        standings.extend(of_story(files, story, versions));
    }
    standings.retain(|(at, standing)| article(files, *at).is_some_and(|article| article.standing != *standing));
    standings.sort_unstable_by_key(|(at, _)| *at);
    standings
}

fn articles(files: &[FileRecord]) -> impl Iterator<Item = (At, &ArticleRecord)> {
    files.iter().enumerate().flat_map(|(file, record)| {
        record
            .items
            .iter()
            .enumerate()
            .filter_map(move |(item, record)| Some(((file, item), record.found.as_ref().ok()?)))
    })
}

fn article(files: &[FileRecord], (file, item): At) -> Option<&ArticleRecord> {
    files.get(file)?.items.get(item)?.found.as_ref().ok()
}

/// Where the item at `at` came from, for reading.
fn place(files: &[FileRecord], (file, item): At) -> String {
    super::sink::place(&files[file].path, files[file].items[item].member.as_deref())
}

fn withdrawn(files: &[FileRecord], at: At, by: &ArticleRecord) -> Standing {
    Standing::Withdrawn { status: by.status, by: place(files, at), at: by.made }
}

/// Where the versions of one story stand: the newest is current, unless it withdraws the story.
fn of_story(files: &[FileRecord], story: &str, mut versions: Vec<At>) -> Vec<(At, Standing)> {
    let record = |at: &At| article(files, *at);
    let marked = versions.iter().any(|at| record(at).is_some_and(|article| article.revision > 0));
    if story.starts_with(BY_HEADLINE) && !marked {
        return versions.into_iter().map(|at| (at, Standing::Current)).collect();
    }
    versions.sort_by(|a, b| match (record(a), record(b)) {
        (Some(a), Some(b)) => a.by_version(b),
        _ => Ordering::Equal,
    });
    let Some((newest_at, newest)) = versions.last().and_then(|at| Some((*at, record(at)?))) else {
        return Vec::new();
    };
    let standing = |at: At| {
        if newest.status != Status::Usable {
            withdrawn(files, newest_at, newest)
        } else if at == newest_at {
            Standing::Current
        } else {
            Standing::Older { newest: newest.id.clone() }
        }
    };
    versions.into_iter().map(|at| (at, standing(at))).collect()
}
