//! The words of a text that tell what it is about.

use crate::index::StatementIndex;
use crate::text::Span;

use super::common_words::is_common;

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ContentWord {
    /// Its stem.
    pub(super) stem: String,
    /// Where it stands.
    pub(super) span: Span,
    /// Its number among all words: the next one's is one more when nothing stands between them.
    pub(super) number: usize,
}

/// The words of `text` that tell what it is about, in order.
pub(super) fn content_words(index: &StatementIndex, text: &str) -> Vec<ContentWord> {
    let words = index.stems(text).into_iter().enumerate();
    let kept = words.filter(|(_, word)| !is_common(&word.span.of(text).to_lowercase()));
    kept.map(|(number, word)| ContentWord { stem: word.stem, span: word.span, number }).collect()
}

/// The neighbours in `words`: each with the one right after it.
pub(super) fn neighbours(words: &[ContentWord]) -> impl Iterator<Item = (&str, &str)> {
    let pairs = words.windows(2).filter(|pair| pair[0].number + 1 == pair[1].number);
    pairs.map(|pair| (pair[0].stem.as_str(), pair[1].stem.as_str()))
}
