//! First letters of words, by which most words of a text are known not to be wanted before they are stemmed.

use tantivy::tokenizer::{Token, TokenFilter, TokenStream, Tokenizer};

/// A set of the first two letters of words. Stemming keeps them, but that it may turn a `y` into an `i` ("dying").
///
/// Five bits of each count, so that a few more words pass than need to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Letters([u32; 32]);

impl Letters {
    /// Every letter.
    pub const ALL: Self = Self([u32::MAX; 32]);

    /// The first letters of `words`, which are in lower case.
    pub fn of<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let mut out = Self([0; 32]);
        for word in words {
            if let [first, rest @ ..] = word.as_bytes() {
                out.0[usize::from(row(*first))] |= 1 << column(rest.first().copied());
            }
        }
        out
    }

    /// Whether `word`, in either case, may begin with some of them.
    pub fn begin(&self, word: &str) -> bool {
        FirstLetters::of(word).is_some_and(|first| self.have(first))
    }

    /// Whether a word that begins so may begin with some of them.
    pub fn have(&self, first: FirstLetters) -> bool {
        match first {
            FirstLetters::Two { row, column } => self.0[usize::from(row)] & (1 << column) != 0,
            FirstLetters::One { row } => self.0[usize::from(row)] != 0,
            FirstLetters::Other => self.0.iter().any(|row| *row != 0),
        }
    }
}

/// How a word begins, in either case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FirstLetters {
    /// Low bits of the first two letters.
    Two { row: u8, column: u8 },
    /// The second letter has an accent, or is of another script.
    One { row: u8 },
    /// The first one is: its small form may begin with another byte.
    Other,
}

impl FirstLetters {
    /// Those of `word`; none where it has no letter.
    pub fn of(word: &str) -> Option<Self> {
        Some(match word.as_bytes() {
            [] => return None,
            [first, ..] if !first.is_ascii() => Self::Other,
            [first, second, ..] if !second.is_ascii() => Self::One { row: row(*first) },
            [first, rest @ ..] => Self::Two { row: row(*first), column: column(rest.first().copied()) },
        })
    }
}

/// Capitals and small letters share their low bits.
fn row(letter: u8) -> u8 {
    letter & 31
}

fn column(letter: Option<u8>) -> u8 {
    match letter {
        None => 31,
        Some(b'y' | b'Y') => row(b'i'),
        Some(letter) => row(letter),
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
        // Marks of sentences and paragraphs are no words.
        let is_mark = word.bytes().next().is_some_and(|first| first.is_ascii() && !first.is_ascii_alphanumeric());
        if !is_mark && !self.letters.begin(word) {
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
    use tantivy::tokenizer::{LowerCaser, SimpleTokenizer, TextAnalyzer};

    use super::Letters;
    use crate::index::stemmer::KeptStems;

    #[test]
    fn only_words_that_begin_alike_may_be_wanted() {
        let letters = Letters::of(["tariff", "été", "die", "a"]);
        for (word, expected) in [
            ("tax", true),
            ("TAX", true),
            ("tough", false),
            ("étage", true),
            ("ariff", false),
            ("dying", true),
            ("doing", false),
            ("A", true),
            ("as", false),
            ("", false),
        ] {
            assert_eq!(letters.begin(word), expected, "{word}");
            assert_eq!(Letters::ALL.begin(word), !word.is_empty(), "{word}");
        }
    }

    #[test]
    fn stems_begin_as_their_words_do() {
        let mut stems = TextAnalyzer::builder(SimpleTokenizer::default()).filter(LowerCaser).filter(KeptStems).build();
        for file in fs_err::read_dir("corpus").expect("the corpus") {
            let text = fs_err::read_to_string(file.expect("a file").path()).expect("text");
            stems.token_stream(&text).process(&mut |token| {
                let word = &text[token.offset_from..token.offset_to];
                assert!(Letters::of([token.text.as_str()]).begin(word), "{word}: {}", token.text);
            });
        }
    }
}
