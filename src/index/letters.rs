//! First letters of words, by which most words of a text are known not to be wanted before they are stemmed.

use tantivy::tokenizer::{Token, TokenFilter, TokenStream, Tokenizer};

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
        word.bytes().next().is_some_and(|first| self.has(first))
    }

    fn has(self, first: u8) -> bool {
        self.0[usize::from(first >> 6)] >> (first & 63) & 1 == 1
    }
}

/// Empties words that begin with none of some letters, in either case; they keep their places.
#[derive(Clone)]
pub(super) struct Beginning(pub Letters);

impl TokenFilter for Beginning {
    type Tokenizer<T: Tokenizer> = BeginningTokenizer<T>;

    fn transform<T: Tokenizer>(self, inner: T) -> BeginningTokenizer<T> {
        BeginningTokenizer { inner, letters: self.0 }
    }
}

/// Words, of which only those that begin with some letters are told.
#[derive(Clone)]
pub(super) struct BeginningTokenizer<T> {
    inner: T,
    letters: Letters,
}

impl<T: Tokenizer> Tokenizer for BeginningTokenizer<T> {
    type TokenStream<'a> = BeginningStream<T::TokenStream<'a>>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Self::TokenStream<'a> {
        BeginningStream { words: self.inner.token_stream(text), letters: self.letters }
    }
}

/// Those of one text.
pub(super) struct BeginningStream<T> {
    words: T,
    letters: Letters,
}

impl<T: TokenStream> TokenStream for BeginningStream<T> {
    fn advance(&mut self) -> bool {
        if !self.words.advance() {
            return false;
        }
        let word = &mut self.words.token_mut().text;
        // The small form of other letters may begin with another byte.
        let first = word.bytes().next().filter(u8::is_ascii_alphanumeric);
        if first.is_some_and(|first| !self.letters.has(first.to_ascii_lowercase())) {
            word.clear();
        }
        true
    }

    fn token(&self) -> &Token {
        self.words.token()
    }

    fn token_mut(&mut self) -> &mut Token {
        self.words.token_mut()
    }
}

#[cfg(test)]
mod tests {
    use super::Letters;

    #[test]
    fn only_words_that_begin_alike_may_be_wanted() {
        let letters = Letters::of(["tariff", "été"]);
        for (word, expected) in [("tax", true), ("étage", true), ("ariff", false), ("", false), ("Tax", false)] {
            assert_eq!(letters.begin(word), expected, "{word}");
            assert_eq!(Letters::ALL.begin(word), !word.is_empty(), "{word}");
        }
    }
}
