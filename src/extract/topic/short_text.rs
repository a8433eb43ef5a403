//! What a headline, or another text too short to come back to its subject, is about.

use std::collections::BTreeMap;

use super::STATEMENT;
use crate::knowledge::{TopicId, TopicWords};

/// The topics of `text`, by id. As in the headline of an article, a word counts double; three points are enough.
#[must_use]
pub fn topics_of(text: &str, words: &TopicWords) -> Vec<TopicId> {
    let mut met: Vec<usize> = Vec::new();
    let mut points: BTreeMap<TopicId, u16> = BTreeMap::new();
    for (_, word) in words.find(text) {
        if met.contains(&word) {
            continue;
        }
        met.push(word);
        for says in words.says(word) {
            let sum = points.entry(says.topic).or_default();
            *sum = sum.saturating_add(2 * says.points);
        }
    }
    points.into_iter().filter(|(_, sum)| *sum >= STATEMENT).map(|(topic, _)| topic).collect()
}
