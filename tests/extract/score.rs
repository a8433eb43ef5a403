//! Counts right, wrong and missed decisions by kind, and keeps every difference.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// Decisions of one kind about one statement.
pub type Set = BTreeSet<String>;

/// Right, wrong and missed decisions of one kind.
#[derive(Default)]
struct Score {
    right: usize,
    wrong: usize,
    missed: usize,
}

/// The scores of every kind, and what differed.
#[derive(Default)]
pub struct Report {
    /// The article in hand, for the differences.
    pub article: String,
    scores: BTreeMap<&'static str, Score>,
    differences: Vec<String>,
}

impl Report {
    /// Counts what was `found` against what is `wanted`.
    pub fn compare(&mut self, kind: &'static str, found: &Set, wanted: &Set) {
        let score = self.scores.entry(kind).or_default();
        score.right += found.intersection(wanted).count();
        let wrong: Vec<&String> = found.difference(wanted).collect();
        let missed: Vec<&String> = wanted.difference(found).collect();
        score.wrong += wrong.len();
        score.missed += missed.len();
        if !wrong.is_empty() || !missed.is_empty() {
            self.differences.push(format!("{} {kind}: wrong {wrong:?}, missed {missed:?}", self.article));
        }
    }

    /// Counts decisions that can only be right or missed.
    pub fn count(&mut self, kind: &'static str, right: usize, missed: usize) {
        let score = self.scores.entry(kind).or_default();
        score.right += right;
        score.missed += missed;
        if missed > 0 {
            self.differences.push(format!("{} {kind}: missed {missed}", self.article));
        }
    }

    /// The F1 of one kind; 1 when nothing of the kind was there.
    #[expect(clippy::cast_precision_loss, reason = "a ratio of small counts")]
    pub fn f1(&self, kind: &str) -> f64 {
        self.scores.get(kind).map_or(1.0, |score| {
            2.0 * score.right as f64 / (2 * score.right + score.wrong + score.missed).max(1) as f64
        })
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for kind in self.scores.keys() {
            writeln!(f, "{kind}: {:.3}", self.f1(kind))?;
        }
        self.differences.iter().try_for_each(|line| writeln!(f, "{line}"))
    }
}
