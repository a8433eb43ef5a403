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
const SHAPES: usize = 1 << 18;
/// So many shapes that are next to each other share one row of phrases.
const ROW: usize = 4;

/// Phrases by the shape of their first word, each with a number.
#[derive(Debug)]
pub(super) struct Phrases {
    /// One bit for each shape that a first word has.
    filter: Box<[u64]>,
    /// For each row of shapes, where its phrases begin in `all`; one more at the end.
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
            (shape / ROW).cmp(&(other / ROW)).then(b.text.len().cmp(&a.text.len())).then_with(|| a.text.cmp(&b.text))
        });
        let mut filter = vec![0_u64; SHAPES / 64].into_boxed_slice();
        let mut starts = vec![0_u32; SHAPES / ROW + 1].into_boxed_slice();
        for (shape, _) in &shaped {
            filter[shape / 64] |= 1 << (shape % 64);
            starts[shape / ROW + 1] += 1;
        }
        for row in 0..SHAPES / ROW {
            starts[row + 1] += starts[row];
        }
        Self { filter, starts, all: shaped.into_iter().map(|(_, phrase)| phrase).collect() }
    }

    /// Whether any phrase may begin with a word of this shape.
    #[inline]
    pub(super) fn may_begin_with(&self, word: ShapedWord) -> bool {
        self.filter[word.shape as usize / 64] & (1 << (word.shape % 64)) != 0
    }

    /// The phrases that begin with `word` and end where a word ends, longest first: where each ends, and
    /// its number.
    pub(super) fn at<'p>(&'p self, text: &'p str, word: ShapedWord) -> impl Iterator<Item = (usize, usize)> + 'p {
        let (word, row) = (word.span, word.shape as usize / ROW);
        let from_word = &text[word.start..];
        let first = word.end - word.start;
        let range = self.starts[row] as usize..self.starts[row + 1] as usize;
        let behind = two_bytes(&from_word.as_bytes()[first..]);
        self.all[range].iter().filter_map(move |phrase| {
            let may_fit = phrase.first == first && fits(phrase.behind, behind);
            let length = may_fit.then(|| length_of(&phrase.text, from_word)).flatten()?;
            let closed = !from_word[length..].starts_with(char::is_alphanumeric);
            closed.then_some((word.start + length, phrase.number))
        })
    }
}

fn shaped((text, number): (&str, usize)) -> Option<(usize, Phrase)> {
    let first = shaped_word_from(text, 0).filter(|word| word.span.start == 0);
    debug_assert!(first.is_some(), "'{text}' does not begin with a word");
    let ShapedWord { span, shape } = first?;
    let (word, behind) = text.as_bytes().split_at(span.end);
    Some((shape as usize, Phrase { behind: two_bytes(behind), first: word.len(), text: text.into(), number }))
}

/// The first two bytes; 0 stands for the end.
fn two_bytes(bytes: &[u8]) -> [u8; 2] {
    [bytes.first().copied().unwrap_or(0), bytes.get(1).copied().unwrap_or(0)]
}

fn fits(wanted: [u8; 2], found: [u8; 2]) -> bool {
    let wrapped = wanted[0] == b' ' && found[0] == b'\n';
    wrapped || (wanted[0] == 0 || wanted[0] == found[0]) && (wanted[1] == 0 || wanted[1] == found[1])
}

/// How many bytes `phrase` takes at the start of `text`; a line may end where it has a space.
fn length_of(phrase: &str, text: &str) -> Option<usize> {
    if text.starts_with(phrase) {
        return Some(phrase.len());
    }
    let bytes = text.as_bytes();
    let mut at = 0;
    for &wanted in phrase.as_bytes() {
        match bytes.get(at) {
            Some(&found) if found == wanted => at += 1,
            Some(b'\n') if wanted == b' ' => {
                at += 1;
                at += bytes[at..].iter().take_while(|&&byte| byte == b' ').count();
            }
            _ => return None,
        }
    }
    Some(at)
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

/// A word of a text, with the little that tells most words from those of a table.
#[derive(Debug, Clone, Copy)]
pub struct ShapedWord {
    /// Where it stands.
    pub span: Span,
    /// A number made of its length, its first three bytes and its last.
    shape: u32,
}

impl ShapedWord {
    /// The word that `text` has at `span`.
    #[inline]
    #[must_use]
    pub fn new(text: &str, span: Span) -> Self {
        let bytes = &text.as_bytes()[span.start..];
        let length = span.len();
        // Its first four bytes, the first the lowest; zeros fill up a shorter one.
        let head = match bytes.first_chunk() {
            Some(head) => u32::from_le_bytes(*head) & u32::MAX >> (32 - 8 * length.clamp(1, 4)),
            None => bytes[..length].iter().rev().fold(0, |head, &byte| head << 8 | u32::from(byte)),
        };
        let last = u32::from(bytes[length - 1]) << 24;
        #[expect(clippy::cast_possible_truncation, reason = "the low bits of a length will do")]
        let key = (head & 0x00ff_ffff | last) ^ (length as u32).wrapping_mul(0x0101_4d31);
        Self { span, shape: key.wrapping_mul(0x9e37_79b1) >> 14 }
    }
}

/// As [`word_from`], with its shape.
#[inline]
#[must_use]
pub fn shaped_word_from(text: &str, at: usize) -> Option<ShapedWord> {
    word_from(text, at).map(|span| ShapedWord::new(text, span))
}

/// The first run of letters and digits that begins at or behind `at`, where no word is cut.
#[inline]
#[must_use]
pub fn word_from(text: &str, at: usize) -> Option<Span> {
    let bytes = text.as_bytes();
    let (mut start, mut end) = (at, at);
    // Most words end within eight bytes, the space before them taken in.
    if let Some(chunk) = bytes.get(at..).and_then(<[u8]>::first_chunk) {
        let chunk = u64::from_le_bytes(*chunk);
        let inside = alphanumerics(chunk);
        if inside != 0 && chunk & HIGH == 0 {
            let skipped = inside.trailing_zeros() / 8;
            let behind = (!inside & HIGH) >> (8 * skipped);
            start = at + skipped as usize;
            if behind != 0 {
                return Some(Span::new(start, start + behind.trailing_zeros() as usize / 8));
            }
            end = at + 8;
        }
    }
    if start == end {
        start = word_start(text, at)?;
        end = start;
    }
    Some(Span::new(start, word_end(text, end)))
}

/// Where the first word that begins at or behind `at` does.
fn word_start(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut start = at;
    loop {
        let byte = *bytes.get(start)?;
        match BYTES[usize::from(byte)] {
            Byte::Alphanumeric => return Some(start),
            Byte::Other => start += 1,
            Byte::Beyond if begins_letter(text, start) => return Some(start),
            Byte::Beyond => start += width(byte),
        }
    }
}

/// Where the word that `at` stands in or behind ends.
fn word_end(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = at;
    while let Some(&byte) = bytes.get(end) {
        match BYTES[usize::from(byte)] {
            Byte::Alphanumeric => end += 1,
            Byte::Beyond if begins_letter(text, end) => end += width(byte),
            Byte::Other | Byte::Beyond => break,
        }
    }
    end
}

/// Whether the character beyond ASCII at `at` is a letter or digit.
#[cold]
fn begins_letter(text: &str, at: usize) -> bool {
    text[at..].starts_with(char::is_alphanumeric)
}

/// The high bit of every byte, which no ASCII character has.
const HIGH: u64 = 0x8080_8080_8080_8080;

/// The high bits of those of the eight bytes of `chunk`, the first the lowest, that are ASCII letters or digits.
#[inline]
fn alphanumerics(chunk: u64) -> u64 {
    const ONES: u64 = HIGH >> 7;
    // No byte has its high bit set, so that no sum carries into the next.
    let plain = chunk & !HIGH;
    let small = plain | (ONES * 0x20);
    let from = |bytes: u64, first: u8| bytes + ONES * u64::from(0x80 - first);
    let letters = from(small, b'a') & !from(small, b'z' + 1);
    let digits = from(plain, b'0') & !from(plain, b'9' + 1);
    (letters | digits) & !chunk & HIGH
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
