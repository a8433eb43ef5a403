//! Words, numbers and punctuation marks.

use super::Span;

/// One token of running text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
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
    let words = within.of(text);
    let mut out = Vec::with_capacity(words.len() / 5);
    let mut chars = words.char_indices().peekable();
    while let Some(&(at, c)) = chars.peek() {
        if c.is_whitespace() {
            chars.next();
            continue;
        }
        let start = at;
        if !c.is_alphanumeric() {
            chars.next();
            push(&mut out, within.start + start, within.start + start + c.len_utf8(), TokenKind::Mark);
            continue;
        }
        let end = word_end(words, start);
        while chars.peek().is_some_and(|&(at, _)| at < end) {
            chars.next();
        }
        push_word(&mut out, words, start, end, within.start);
    }
    out
}

/// Where the word that starts at `start` ends: alphanumerics, and `' ’ . , - & /`-like joiners only
/// when an alphanumeric follows (a comma only between digits), plus the final stop of `U.S.`.
fn word_end(words: &str, start: usize) -> usize {
    let mut chars = words[start..].char_indices().peekable();
    let mut end = start;
    let mut previous = ' ';
    while let Some((at, c)) = chars.next() {
        let at = start + at;
        if c.is_alphanumeric() {
            end = at + c.len_utf8();
            previous = c;
            continue;
        }
        let next = chars.peek().map_or(' ', |&(_, next)| next);
        let joins = match c {
            '\'' | '\u{2019}' | '.' | '-' | '&' => next.is_alphanumeric(),
            ',' => previous.is_ascii_digit() && next.is_ascii_digit(),
            _ => false,
        };
        if !joins {
            if c == '.' && is_dotted_initialism(&words[start..end]) {
                end = at + 1;
            }
            break;
        }
        previous = c;
    }
    end
}

/// `U.S`, `D.P.R.K`, `U.N`: single letters joined by stops.
fn is_dotted_initialism(word: &str) -> bool {
    word.contains('.') && word.split('.').all(|part| part.chars().count() == 1 && part.chars().all(char::is_alphabetic))
}

fn push_word(out: &mut Vec<Token>, words: &str, start: usize, end: usize, base: usize) {
    let word = &words[start..end];
    let kind = if word.starts_with(|c: char| c.is_ascii_digit()) { TokenKind::Number } else { TokenKind::Word };
    for ending in ["'s", "\u{2019}s", "'S", "\u{2019}S"] {
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| !stem.is_empty()) {
            let cut = start + stem.len();
            push(out, base + start, base + cut, kind);
            push(out, base + cut, base + end, TokenKind::Possessive);
            return;
        }
    }
    push(out, base + start, base + end, kind);
}

fn push(out: &mut Vec<Token>, start: usize, end: usize, kind: TokenKind) {
    out.push(Token { span: Span::new(start, end), kind });
}
