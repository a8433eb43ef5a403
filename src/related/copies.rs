//! Folds copies: one story appears once.

use std::collections::HashMap;

use super::RelatedHit;
use super::candidate::Candidate;
use crate::article::headline_key;

/// Words two headlines must have to be one when they have the same, in any order.
const ENOUGH: usize = 4;

/// The stories met so far.
#[derive(Debug, Default)]
pub(super) struct Copies {
    /// Where the first of each story stands, by its key and by its words in any order.
    first: HashMap<String, usize>,
}

impl Copies {
    /// Where the first copy of `candidate` stands, when there is one.
    pub(super) fn known(&self, candidate: &Candidate) -> Option<usize> {
        keys(candidate).iter().find_map(|key| self.first.get(key)).copied()
    }

    /// Tells that `candidate`, the first of its story, stands at `at`.
    pub(super) fn add(&mut self, candidate: &Candidate, at: usize) {
        for key in keys(candidate) {
            self.first.entry(key).or_insert(at);
        }
    }
}

fn keys(candidate: &Candidate) -> Vec<String> {
    let key = match &candidate.hit {
        RelatedHit::Statement(hit) => headline_key(&hit.text),
        hit => headline_key(hit.headline()),
    };
    let mut out = vec![key];
    let mut stems: Vec<&str> = candidate.words.iter().map(|word| word.stem.as_str()).collect();
    stems.sort_unstable();
    stems.dedup();
    // Few words in another order can be another story.
    if stems.len() >= ENOUGH {
        out.push(format!("\n{}", stems.join(" ")));
    }
    out
}
