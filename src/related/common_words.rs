//! Words that say nothing of what a text is about.

use std::collections::HashSet;
use std::sync::LazyLock;

static WORDS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| include_str!("../knowledge/data/common_words.txt").lines().collect());

/// Whether `word`, in lower case, is one of them ("of", "after"), or a single letter.
///
/// Short names that are also such words ("US", "WHO") are known as countries and organisations.
pub(super) fn is_common(word: &str) -> bool {
    (word.len() == 1 && !word.starts_with(|c: char| c.is_ascii_digit())) || WORDS.contains(word)
}
