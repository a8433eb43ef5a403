//! First letters of words, by which most words of a text are known not to be wanted before they are stemmed.

/// A set of first letters, by their first byte. Stemming keeps a word's first letter.
#[derive(Debug, Clone, Copy)]
pub(super) struct Letters([u64; 4]);

impl Letters {
    /// Every letter.
    pub const ALL: Self = Self([u64::MAX; 4]);

    /// The first letters of `words`.
    pub fn of<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let mut out = Self([0; 4]);
        for first in words.into_iter().filter_map(|word| word.bytes().next()) {
            out.0[usize::from(first >> 6)] |= 1 << (first & 63);
        }
        out
    }

    /// Whether `word` begins with one of them.
    pub fn begin(self, word: &str) -> bool {
        word.bytes().next().is_none_or(|first| self.0[usize::from(first >> 6)] >> (first & 63) & 1 == 1)
    }
}

#[cfg(test)]
mod tests {
    use super::Letters;

    #[test]
    fn only_words_that_begin_alike_may_be_wanted() {
        let letters = Letters::of(["tariff", "été"]);
        for (word, expected) in [("tax", true), ("étage", true), ("ariff", false), ("", true), ("Tax", false)] {
            assert_eq!(letters.begin(word), expected, "{word}");
            assert!(Letters::ALL.begin(word), "{word}");
        }
    }
}
