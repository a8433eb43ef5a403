//! Works out where each article stands among the versions and copies of its story.
//!
//! It depends on what the files hold and on nothing else, so that it does not matter in which order, or in how
//! many runs, they were read.

use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap};

use super::story::stories;
use crate::article::Status;
use crate::index::{ArticleId, ArticleRecord, Chain, FileRecord, Shown, Standing};

/// Where an article is: the number of its file, and its number in it.
type At = (usize, usize);

/// Where an article belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Placed {
    pub(super) standing: Standing,
    pub(super) shown: Shown,
    /// The first article of its story.
    pub(super) story: ArticleId,
}

/// The articles of `files`, which are in the order of their sources, that belong elsewhere than they are.
pub(super) fn changes(files: &[FileRecord]) -> Vec<(At, Placed)> {
    let all: Vec<(At, &ArticleRecord)> = articles(files).collect();
    let records: Vec<&ArticleRecord> = all.iter().map(|(_, article)| *article).collect();
    let stories = stories(&records);
    let mut standings = standings(files, &all);
    standings.sort_unstable_by_key(|(at, ..)| *at);
    let placed = all.into_iter().zip(standings).zip(stories);
    let moved = placed.filter_map(|(((at, article), (_, standing, shown)), story)| {
        (article.standing != standing || article.shown != shown || article.story != *story)
            .then(|| (at, Placed { standing, shown, story: story.clone() }))
    });
    moved.collect()
}

/// Where each of `all`, which are in `files`, stands among the versions and copies of its story.
fn standings(files: &[FileRecord], all: &[(At, &ArticleRecord)]) -> Vec<(At, Standing, Shown)> {
    let mut first: HashMap<&ArticleId, At> = HashMap::new();
    let mut chains: BTreeMap<Chain, Vec<At>> = BTreeMap::new();
    let mut standings: Vec<(At, Standing, Shown)> = Vec::with_capacity(all.len());
    for &(at, article) in all {
        if let Some(&of) = first.get(&article.id) {
            standings.push((at, Standing::Copy { of: place(files, of) }, Shown::default()));
            continue;
        }
        first.insert(&article.id, at);
        match article.chain {
            Some(chain) => chains.entry(chain).or_default().push(at),
            None if article.status == Status::Usable => standings.push((at, Standing::Current, under_embargo(article))),
            None => standings.push((at, withdrawn(files, at, article), Shown::default())),
        }
    }
    for (chain, versions) in chains {
        standings.extend(of_chain(files, chain, versions));
    }
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

/// Found from the end of its own embargo on.
fn under_embargo(article: &ArticleRecord) -> Shown {
    Shown { from: article.embargo, until: None }
}

fn withdrawn(files: &[FileRecord], at: At, by: &ArticleRecord) -> Standing {
    Standing::Withdrawn { status: by.status, by: place(files, at), at: by.made }
}

/// Where the versions of one story stand: the newest is current, unless it withdraws the story.
fn of_chain(files: &[FileRecord], chain: Chain, mut versions: Vec<At>) -> Vec<(At, Standing, Shown)> {
    let record = |at: &At| article(files, *at);
    let marked = versions.iter().any(|at| record(at).is_some_and(|article| article.revision > 0));
    if matches!(chain, Chain::Headline(_)) && !marked {
        let shown = |at: &At| record(at).map_or_else(Shown::default, under_embargo);
        return versions.into_iter().map(|at| (at, Standing::Current, shown(&at))).collect();
    }
    versions.sort_by(|a, b| match (record(a), record(b)) {
        (Some(a), Some(b)) => a.by_version(b),
        _ => Ordering::Equal,
    });
    let Some((newest_at, newest)) = versions.last().and_then(|at| Some((*at, record(at)?))) else {
        return Vec::new();
    };
    if newest.status != Status::Usable {
        return versions.into_iter().map(|at| (at, withdrawn(files, newest_at, newest), Shown::default())).collect();
    }
    // From the newest to the oldest: a version stands until the embargo of a newer one ends.
    let mut until = None;
    let mut is_settled = false;
    let mut out = Vec::with_capacity(versions.len());
    for at in versions.into_iter().rev() {
        let from = record(&at).and_then(|article| article.embargo);
        if is_settled || until.is_some_and(|until| from.is_some_and(|from| from >= until)) {
            out.push((at, Standing::Older { newest: newest.id.clone() }, Shown::default()));
            continue;
        }
        out.push((at, Standing::Current, Shown { from, until }));
        is_settled = from.is_none();
        until = from;
    }
    out
}
