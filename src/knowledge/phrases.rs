//! A set of phrases, found in running text at the starts of its words.
//!
//! Names begin where words do. Looking each word up in a table of first words visits a sixth of the
//! positions that an automaton does, and almost every word is turned away by one bit.

use std::collections::HashMap;

use crate::text::Span;

/// Bits of the filter over first words.
const FILTER_BITS: usize = 1 << 16;

/// Phrases by their first word, each with a number.
#[derive(Debug)]
pub(super) struct Phrases {
    filter: Box<[u64]>,
    by_first_word: HashMap<Box<str>, Vec<(Box<str>, usize)>>,
}

impl Phrases {
    /// Takes `phrases` in; each must begin with a letter or digit.
    pub(super) fn new<'p>(phrases: impl IntoIterator<Item = (&'p str, usize)>) -> Self {
        let mut filter = vec![0_u64; FILTER_BITS / 64].into_boxed_slice();
        let mut by_first_word: HashMap<Box<str>, Vec<(Box<str>, usize)>> = HashMap::new();
        for (phrase, number) in phrases {
            let Some(first) = word_from(phrase, 0).filter(|word| word.start == 0) else {
                debug_assert!(false, "'{phrase}' does not begin with a word");
                continue;
            };
            let first = first.of(phrase);
            let bit = filter_bit(first.as_bytes());
            filter[bit / 64] |= 1 << (bit % 64);
            by_first_word.entry(first.into()).or_default().push((phrase.into(), number));
        }
        for phrases in by_first_word.values_mut() {
            phrases.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.cmp(b)));
        }
        Self { filter, by_first_word }
    }

    /// The phrases that begin with `word` and end where a word ends, longest first: where each ends, and
    /// its number.
    pub(super) fn at<'p>(&'p self, text: &'p str, word: Span) -> impl Iterator<Item = (usize, usize)> + 'p {
        let first = word.of(text);
        let bit = filter_bit(first.as_bytes());
        let may_begin = self.filter[bit / 64] & (1 << (bit % 64)) != 0;
        let phrases = may_begin.then(|| self.by_first_word.get(first)).flatten();
        phrases.into_iter().flatten().filter_map(move |(phrase, number)| {
            let rest = text[word.start..].strip_prefix(phrase.as_ref())?;
            (!rest.starts_with(char::is_alphanumeric)).then(|| (word.start + phrase.len(), *number))
        })
    }
}

/// The first run of letters and digits that begins at or behind `at`, where no word is cut.
pub(super) fn word_from(text: &str, at: usize) -> Option<Span> {
    let bytes = text.as_bytes();
    let mut start = at;
    while !begins_alphanumeric(text, *bytes.get(start)?, start) {
        start += width(bytes[start]);
    }
    let mut end = start;
    while bytes.get(end).is_some_and(|&byte| begins_alphanumeric(text, byte, end)) {
        end += width(bytes[end]);
    }
    Some(Span::new(start, end))
}

fn begins_alphanumeric(text: &str, byte: u8, at: usize) -> bool {
    if byte.is_ascii() { byte.is_ascii_alphanumeric() } else { text[at..].starts_with(char::is_alphanumeric) }
}

/// Bytes of the character that begins with `byte`.
fn width(byte: u8) -> usize {
    match byte {
        0..0xc0 => 1,
        0xc0..0xe0 => 2,
        0xe0..0xf0 => 3,
        0xf0.. => 4,
    }
}

/// The bit of a word: made of its length and three of its bytes, so that no word need be read whole.
fn filter_bit(word: &[u8]) -> usize {
    let (Some(&first), Some(&last)) = (word.first(), word.last()) else { return 0 };
    let second = word.get(1).copied().unwrap_or_default();
    let third = word.get(2).copied().unwrap_or_default();
    let key = u32::from_le_bytes([first, second, third, last]).wrapping_add(u32::try_from(word.len()).unwrap_or(0));
    (key.wrapping_mul(0x9e37_79b1) >> 16) as usize
}
