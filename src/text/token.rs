//! Words, numbers and punctuation marks.

use super::Span;

/// One token of running text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// Whether it is a word made of ASCII letters alone; some that are may not be marked.
    pub plain: bool,
}

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, possibly with inner apostrophes, full stops, hyphens, ampersands or digits: `U.S.`,
    /// `Jean-Yves`, `don't`. A possessive `'s` is a token of its own.
    Word,
    /// Digits with their separators: `10.6`, `1,250`.
    Number,
    /// A possessive ending `'s`. The bare apostrophe after a final s is a mark: it may close a
    /// quotation.
    Possessive,
    /// Any other single character.
    Mark,
}

/// The tokens of `text` inside `within`, in order; white space is left out.
#[must_use]
pub fn tokens(text: &str, within: Span) -> Vec<Token> {
    Tokens::new(text, within).collect()
}

/// The tokens of a text, one at a time.
#[derive(Debug, Clone)]
pub struct Tokens<'t> {
    words: &'t str,
    base: usize,
    at: usize,
    /// The possessive ending cut from the word before.
    ending: Option<Token>,
}

impl<'t> Tokens<'t> {
    /// Those of `text` inside `within`.
    #[must_use]
    pub fn new(text: &'t str, within: Span) -> Self {
        Self { words: within.of(text), base: within.start, at: 0, ending: None }
    }

    fn token(&self, start: usize, end: usize, kind: TokenKind) -> Token {
        Token { span: Span::new(self.base + start, self.base + end), kind, plain: false }
    }

    /// The word from `start` to `end`, with its possessive ending kept for next time.
    fn word(&mut self, start: usize, end: usize) -> Token {
        let word = &self.words[start..end];
        let digit = word.as_bytes()[0].is_ascii_digit();
        let kind = if digit { TokenKind::Number } else { TokenKind::Word };
        let cut = possessive_stem(word).map_or(end, |len| start + len);
        if cut < end {
            self.ending = Some(self.token(cut, end, TokenKind::Possessive));
        }
        self.token(start, cut, kind)
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    #[inline]
    fn next(&mut self) -> Option<Token> {
        self.short_word().or_else(|| self.any())
    }
}

impl Tokens<'_> {
    /// The next token when it is what most are: a word of less than eight letters, with a space before it or none.
    #[inline]
    fn short_word(&mut self) -> Option<Token> {
        let bytes = self.words.as_bytes();
        let start = self.at + usize::from(*bytes.get(self.at)? == b' ');
        let chunk = u64::from_le_bytes(*bytes.get(start..)?.first_chunk()?);
        let letters = letters(chunk);
        let behind = *bytes.get(start + letters)?;
        let found = letters > 0 && letters < 8 && BYTES[usize::from(behind)] == Byte::Ends && self.ending.is_none();
        if !found {
            return None;
        }
        self.at = start + letters;
        Some(Token { plain: true, ..self.token(start, self.at, TokenKind::Word) })
    }

    /// The next token, of any kind.
    fn any(&mut self) -> Option<Token> {
        if let Some(ending) = self.ending.take() {
            return Some(ending);
        }
        let bytes = self.words.as_bytes();
        while bytes.get(self.at).is_some_and(u8::is_ascii_whitespace) {
            self.at += 1;
        }
        let start = self.at;
        if bytes.get(start).is_some_and(u8::is_ascii_punctuation) {
            self.at = start + 1;
            return Some(self.token(start, self.at, TokenKind::Mark));
        }
        let end = letters_end(bytes, start);
        if end > start && ends_word(bytes, end) {
            self.at = end;
            return Some(Token { plain: true, ..self.token(start, end, TokenKind::Word) });
        }
        self.unusual(start)
    }
}

impl Tokens<'_> {
    /// The token at `start`, of any kind.
    fn unusual(&mut self, start: usize) -> Option<Token> {
        let bytes = self.words.as_bytes();
        if let Some(end) = plain_end(bytes, start) {
            self.at = end;
            let kind = if bytes[start].is_ascii_digit() { TokenKind::Number } else { TokenKind::Word };
            return Some(self.token(start, end, kind));
        }
        let c = self.words[start..].chars().next()?;
        if !c.is_alphanumeric() {
            self.at += c.len_utf8();
            return if c.is_whitespace() {
                self.next_after_space()
            } else {
                Some(self.token(start, self.at, TokenKind::Mark))
            };
        }
        self.at = word_end(self.words, start);
        Some(self.word(start, self.at))
    }

    /// Skips white space outside ASCII without recursion.
    fn next_after_space(&mut self) -> Option<Token> {
        let rest = &self.words[self.at..];
        self.at += rest.len() - rest.trim_start().len();
        self.next()
    }
}

/// What stands at a byte, as far as the end of a plain word goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Byte {
    /// An ASCII letter or digit.
    Inside,
    /// A character that ends any word.
    Ends,
    /// One that may join two words, or a part of a longer character.
    Unsure,
}

const BYTES: [Byte; 256] = {
    let mut bytes = [Byte::Unsure; 256];
    let mut byte: u8 = 0;
    while byte < 128 {
        bytes[byte as usize] = match byte {
            b'\'' | b'.' | b'-' | b'&' | b',' => Byte::Unsure,
            _ if byte.is_ascii_alphanumeric() => Byte::Inside,
            _ => Byte::Ends,
        };
        byte += 1;
    }
    bytes
};

/// Where the ASCII letters from `start` on end.
#[inline]
fn letters_end(bytes: &[u8], start: usize) -> usize {
    let mut end = start;
    while let Some(chunk) = bytes.get(end..).and_then(<[u8]>::first_chunk) {
        let letters = letters(u64::from_le_bytes(*chunk));
        end += letters;
        if letters < 8 {
            return end;
        }
    }
    while bytes.get(end).is_some_and(u8::is_ascii_alphabetic) {
        end += 1;
    }
    end
}

/// How many of the eight characters of `chunk`, the first the lowest, are ASCII letters before any other.
#[inline]
fn letters(chunk: u64) -> usize {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = ONES * 0x80;
    let small = (chunk | (ONES * 0x20)) & !HIGH;
    // No byte has its high bit set, so that no sum carries into the next.
    let from_a = small + ONES * u64::from(0x80 - b'a');
    let past_z = small + ONES * u64::from(0x80 - b'z' - 1);
    let others = !(from_a & !past_z & !chunk) & HIGH;
    others.trailing_zeros() as usize / 8
}

/// Whether the word before `end` ends there: a joiner before a space joins nothing.
#[inline]
fn ends_word(bytes: &[u8], end: usize) -> bool {
    let class = |at: usize| bytes.get(at).map_or(Byte::Ends, |&byte| BYTES[usize::from(byte)]);
    match class(end) {
        Byte::Inside => false,
        Byte::Ends => true,
        Byte::Unsure => bytes[end] < 128 && class(end + 1) == Byte::Ends,
    }
}

/// Where the word that starts at `start` ends, when it is made of ASCII letters and digits alone and
/// nothing behind it can belong to it.
#[inline]
fn plain_end(bytes: &[u8], start: usize) -> Option<usize> {
    let mut end = start;
    while let Some(&byte) = bytes.get(end) {
        match BYTES[usize::from(byte)] {
            Byte::Inside => end += 1,
            Byte::Ends => break,
            Byte::Unsure => {
                // A joiner before a space joins nothing.
                let behind = bytes.get(end + 1).copied().unwrap_or(b' ');
                if byte < 128 && BYTES[usize::from(behind)] == Byte::Ends {
                    break;
                }
                return None;
            }
        }
    }
    (end > start).then_some(end)
}

/// Where the word that starts at `start` ends: alphanumerics, and `' ’ . , - & /`-like joiners only
/// when an alphanumeric follows (a comma only between digits), plus the final stop of `U.S.`.
fn word_end(words: &str, start: usize) -> usize {
    let bytes = words.as_bytes();
    let mut end = start;
    loop {
        while bytes.get(end).is_some_and(u8::is_ascii_alphanumeric) {
            end += 1;
        }
        let mut rest = words[end..].chars();
        let Some(c) = rest.next() else {
            return end;
        };
        if c.is_alphanumeric() {
            end += c.len_utf8();
            continue;
        }
        let next = rest.next().unwrap_or(' ');
        let joins = end > start
            && match c {
                '\'' | '\u{2019}' | '.' | '-' | '&' => next.is_alphanumeric(),
                ',' => bytes[end - 1].is_ascii_digit() && next.is_ascii_digit(),
                _ => false,
            };
        if !joins {
            return if c == '.' && is_dotted_initialism(&words[start..end]) { end + 1 } else { end };
        }
        end += c.len_utf8();
    }
}

/// The length of `word` without a final `'s`.
fn possessive_stem(word: &str) -> Option<usize> {
    let stem = word.strip_suffix(['s', 'S'])?;
    let stem = stem.strip_suffix(['\'', '\u{2019}'])?;
    (!stem.is_empty()).then_some(stem.len())
}

/// `U.S`, `D.P.R.K`, `U.N`: single letters joined by stops.
fn is_dotted_initialism(word: &str) -> bool {
    word.contains('.') && word.split('.').all(|part| part.chars().count() == 1 && part.chars().all(char::is_alphabetic))
}
