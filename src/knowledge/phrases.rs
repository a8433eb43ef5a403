//! A set of phrases, found in running text at the starts of its words.
//!
//! Names begin where words do. Looking each word up by its shape visits a sixth of the positions that
//! an automaton does, and turns almost every word away by one bit.
//!
//! One pass of an automaton was measured beside it, over the same articles and the 22,755 names
//! (`cargo bench --bench recognise`). A compact one (2 MB) finds them, without deciding what any means,
//! at four fifths of the speed at which [`super::Recogniser::find`] does both. A table of every state and
//! byte is a quarter faster than that, and takes 194 MB of memory and half a second to build; these phrases
//! are built in a tenth of that. What limits the speed is that each word is looked at once.

use crate::text::Span;

/// How many shapes are told apart.
const SHAPES: usize = 1 << 16;

/// Phrases by the shape of their first word, each with a number.
#[derive(Debug)]
pub(super) struct Phrases {
    /// One bit for each shape that a first word has.
    filter: Box<[u64]>,
    /// For each shape, where its phrases begin in `all`; one more at the end.
    starts: Box<[u32]>,
    /// By shape, and the longest first within one.
    all: Vec<Phrase>,
}

#[derive(Debug)]
struct Phrase {
    /// The two bytes behind the first word turn most candidates away without a look at the rest.
    behind: [u8; 2],
    /// Bytes of the first word.
    first: usize,
    text: Box<str>,
    number: usize,
}

impl Phrases {
    /// Takes `phrases` in; each must begin with a letter or digit.
    pub(super) fn new<'p>(phrases: impl IntoIterator<Item = (&'p str, usize)>) -> Self {
        let mut shaped: Vec<(usize, Phrase)> = phrases.into_iter().filter_map(shaped).collect();
        shaped.sort_by(|(shape, a), (other, b)| {
            shape.cmp(other).then(b.text.len().cmp(&a.text.len())).then_with(|| a.text.cmp(&b.text))
        });
        let mut filter = vec![0_u64; SHAPES / 64].into_boxed_slice();
        let mut starts = vec![0_u32; SHAPES + 1].into_boxed_slice();
        for (shape, _) in &shaped {
            filter[shape / 64] |= 1 << (shape % 64);
            starts[shape + 1] += 1;
        }
        for shape in 0..SHAPES {
            starts[shape + 1] += starts[shape];
        }
        Self { filter, starts, all: shaped.into_iter().map(|(_, phrase)| phrase).collect() }
    }

    /// The phrases that begin with `word` and end where a word ends, longest first: where each ends, and
    /// its number.
    #[inline]
    pub(super) fn at<'p>(&'p self, text: &'p str, word: Span) -> impl Iterator<Item = (usize, usize)> + 'p {
        let from_word = &text[word.start..];
        let first = word.end - word.start;
        let shape = shape(&from_word.as_bytes()[..first]);
        let known = self.filter[shape / 64] & (1 << (shape % 64)) != 0;
        let range = if known { self.starts[shape] as usize..self.starts[shape + 1] as usize } else { 0..0 };
        let behind = two_bytes(&from_word.as_bytes()[first..]);
        self.all[range].iter().filter_map(move |phrase| {
            let may_fit = phrase.first == first && fits(phrase.behind, behind);
            let rest = may_fit.then(|| from_word.strip_prefix(phrase.text.as_ref())).flatten()?;
            (!rest.starts_with(char::is_alphanumeric)).then(|| (word.start + phrase.text.len(), phrase.number))
        })
    }
}

fn shaped((text, number): (&str, usize)) -> Option<(usize, Phrase)> {
    let first = word_from(text, 0).filter(|word| word.start == 0);
    debug_assert!(first.is_some(), "'{text}' does not begin with a word");
    let (word, behind) = text.as_bytes().split_at(first?.end);
    Some((shape(word), Phrase { behind: two_bytes(behind), first: word.len(), text: text.into(), number }))
}

/// The first two bytes; 0 stands for the end.
fn two_bytes(bytes: &[u8]) -> [u8; 2] {
    [bytes.first().copied().unwrap_or(0), bytes.get(1).copied().unwrap_or(0)]
}

fn fits(wanted: [u8; 2], found: [u8; 2]) -> bool {
    (wanted[0] == 0 || wanted[0] == found[0]) && (wanted[1] == 0 || wanted[1] == found[1])
}

/// What a byte says about the character it begins.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Byte {
    /// An ASCII letter or digit.
    Alphanumeric,
    /// Any other ASCII character.
    Other,
    /// A part of a longer character.
    Beyond,
}

const BYTES: [Byte; 256] = {
    let mut bytes = [Byte::Beyond; 256];
    let mut byte: u8 = 0;
    while byte < 128 {
        bytes[byte as usize] = if byte.is_ascii_alphanumeric() { Byte::Alphanumeric } else { Byte::Other };
        byte += 1;
    }
    bytes
};

/// The first run of letters and digits that begins at or behind `at`, where no word is cut.
#[inline]
#[must_use]
pub fn word_from(text: &str, at: usize) -> Option<Span> {
    let bytes = text.as_bytes();
    let mut start = at;
    loop {
        let byte = *bytes.get(start)?;
        match BYTES[usize::from(byte)] {
            Byte::Alphanumeric => break,
            Byte::Other => start += 1,
            Byte::Beyond if text[start..].starts_with(char::is_alphanumeric) => break,
            Byte::Beyond => start += width(byte),
        }
    }
    let mut end = start;
    while let Some(&byte) = bytes.get(end) {
        match BYTES[usize::from(byte)] {
            Byte::Alphanumeric => end += 1,
            Byte::Beyond if text[end..].starts_with(char::is_alphanumeric) => end += width(byte),
            Byte::Other | Byte::Beyond => break,
        }
    }
    Some(Span::new(start, end))
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

/// A number made of a word's length, its first three bytes and its last.
#[inline]
fn shape(word: &[u8]) -> usize {
    let (first, last) = (word.first().copied().unwrap_or(0), word.last().copied().unwrap_or(0));
    let (second, third) = (word.get(1).copied().unwrap_or(0), word.get(2).copied().unwrap_or(0));
    let length = u32::try_from(word.len()).unwrap_or(u32::MAX);
    let key = u32::from_le_bytes([first, second, third, last]) ^ length.wrapping_mul(0x0101_4d31);
    (key.wrapping_mul(0x9e37_79b1) >> 16) as usize
}
