//! The surer a band of confidence, the more of its utterances people marked too.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use demarche::article::Article;
use demarche::extract::{Evidence, utterances};
use demarche::knowledge::Knowledge;
use demarche::text::Span;

/// Articles in which people marked who says what; not part of the project.
const MARKED: &str = "../shared/data/polnear/train";

/// Where each band begins.
const BANDS: [f32; 4] = [0.0, 0.5, 0.7, 0.85];

/// Utterances that a band needs for its share to mean anything.
const LEAST: usize = 300;

/// The contents marked in a file of brat's format, as spans of `text`.
fn marked(file: &str, text: &str) -> Vec<Vec<Span>> {
    // The marks count characters.
    let mut bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    bytes.push(text.len());
    let mut spans = HashMap::new();
    for line in file.lines().filter(|line| line.starts_with('T')) {
        let mut fields = line.split('\t');
        let (Some(name), Some(place)) = (fields.next(), fields.next()) else { continue };
        let parts = place.split_once(' ').map_or("", |(_, parts)| parts).split(';');
        let part = |part: &str| {
            let (start, end) = part.split_once(' ')?;
            Some(Span::new(*bytes.get(start.parse::<usize>().ok()?)?, *bytes.get(end.parse::<usize>().ok()?)?))
        };
        spans.insert(name, parts.filter_map(part).collect::<Vec<_>>());
    }
    let events = file.lines().filter(|line| line.starts_with('E'));
    let content = |event: &str| {
        let roles = event.split_whitespace().filter(|role| role.starts_with("Content"));
        let names = roles.filter_map(|role| role.split_once(':').map(|(_, name)| name.to_owned()));
        names.filter_map(|name| spans.get(name.as_str())).flatten().copied().collect::<Vec<_>>()
    };
    events.map(content).filter(|content| !content.is_empty()).collect()
}

/// Bytes that two contents have in common.
fn common(left: &[Span], right: &[Span]) -> usize {
    let shared = |a: &Span, b: &Span| a.end.min(b.end).saturating_sub(a.start.max(b.start));
    left.iter().map(|a| right.iter().map(|b| shared(a, b)).sum::<usize>()).sum()
}

fn length(content: &[Span]) -> usize {
    content.iter().map(|span| span.len()).sum()
}

/// The file of marks for each text; the first by name where several people read it.
fn files_of_marks(root: &Path) -> HashMap<String, PathBuf> {
    let entries = fs_err::read_dir(root.join("attributions")).expect("the marks can be listed");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("a file of marks can be listed").path()).collect();
    paths.sort_unstable_by(|a, b| b.cmp(a));
    let text_of = |path: &Path| path.file_stem()?.to_str()?.rsplit_once('_').map(|(text, _)| text.to_owned());
    paths.into_iter().filter_map(|path| Some((text_of(&path)?, path))).collect()
}

#[test]
fn surer_bands_are_more_often_right() {
    let root = Path::new(MARKED);
    if !root.exists() {
        eprintln!("skipped: no {MARKED}");
        return;
    }
    let knowledge = Knowledge::built_in();
    let files = files_of_marks(root);
    let (mut right, mut all) = ([0_usize; BANDS.len()], [0_usize; BANDS.len()]);
    for entry in fs_err::read_dir(root.join("text")).expect("the texts can be listed") {
        let path = entry.expect("a text can be listed").path();
        let name = path.file_stem().and_then(|stem| stem.to_str()).expect("a text has a name");
        let article = Article::from_body(fs_err::read_to_string(&path).expect("a text can be read"));
        let Some(marks) = files.get(name) else { continue };
        let gold = marked(&fs_err::read_to_string(marks).expect("marks can be read"), &article.text);
        for utterance in utterances(&article, knowledge).0 {
            let band = BANDS.iter().rposition(|&least| utterance.confidence >= least).expect("the first begins at 0");
            let content = &utterance.content;
            let same = |other: &Vec<Span>| 2 * common(content, other) >= length(content).max(length(other));
            right[band] += usize::from(gold.iter().any(same));
            all[band] += 1;
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "a ratio of small counts")]
    let shares: Vec<f64> = right.iter().zip(all).map(|(right, all)| *right as f64 / all.max(1) as f64).collect();
    println!("from {BANDS:?}: {shares:.3?} of {all:?}");
    assert!(all.iter().all(|&count| count >= LEAST), "{all:?} utterances in the bands from {BANDS:?}");
    assert!(shares.is_sorted_by(|less, more| less + 0.05 < *more), "{shares:.3?} right in the bands from {BANDS:?}");
}

#[test]
fn the_readme_tells_what_each_evidence_adds() {
    let readme = fs_err::read_to_string("README.md").expect("there is a README");
    for evidence in Evidence::ALL {
        let row = format!("| `{}` | {:+.1} |", evidence.as_str(), evidence.weight());
        assert!(readme.lines().any(|line| line.starts_with(&row)), "{row}");
    }
}
