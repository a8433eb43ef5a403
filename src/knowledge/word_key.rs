//! Words as fixed-size keys of the table, with a fast hash; the table comes with the program, so nobody
//! can flood it.

use std::hash::{Hash, Hasher};

/// Bytes of a key; no row of the tables is longer.
const LONGEST: usize = 24;

/// A word in lower case, filled up with zeros.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct WordKey([u64; LONGEST / 8]);

impl WordKey {
    /// That of no word.
    pub(super) const EMPTY: Self = Self([0; LONGEST / 8]);

    /// Its bits, mixed; the low ones are well spread.
    #[inline]
    pub(super) fn mixed(&self) -> usize {
        let [first, rest @ ..] = self.0;
        // Most words fill no more than the first number.
        let mix = |mixed: u64, number: u64| {
            if number == 0 { mixed } else { (mixed.rotate_left(23) ^ number).wrapping_mul(FACTOR) }
        };
        let mixed = rest.into_iter().fold(first.wrapping_mul(FACTOR), mix);
        // The high half of a product is spread best.
        (mixed >> 32) as usize
    }

    /// The key of the word that `text` begins with and that has `length` bytes, at least one; `None` where that
    /// is not told at a glance.
    #[inline]
    pub(super) fn at_a_glance(text: &[u8], length: usize) -> Option<Self> {
        let number = u64::from_le_bytes(*text.first_chunk().filter(|_| length <= 8)?) & u64::MAX >> (64 - 8 * length);
        (number & HIGH == 0).then(|| Self([lower(number), 0, 0]))
    }

    /// The key of `word`; `None` when it is longer than any in the tables.
    #[must_use]
    #[inline]
    pub fn new(word: &str) -> Option<Self> {
        let bytes = word.as_bytes();
        if bytes.len() > LONGEST {
            return None;
        }
        let mut key = [0; LONGEST / 8];
        let mut all = 0;
        for (number, chunk) in key.iter_mut().zip(bytes.chunks(8)) {
            *number = number_of(chunk);
            all |= *number;
        }
        if all & HIGH != 0 {
            return Self::beyond_ascii(word);
        }
        Some(Self(key.map(lower)))
    }

    /// As [`WordKey::new`]: a typographic apostrophe is the tables' plain one.
    #[cold]
    fn beyond_ascii(word: &str) -> Option<Self> {
        let mut bytes = [0; LONGEST];
        let plain = word.replace('\u{2019}', "'");
        bytes.get_mut(..plain.len())?.copy_from_slice(plain.as_bytes());
        bytes.make_ascii_lowercase();
        let mut key = [0; LONGEST / 8];
        for (number, chunk) in key.iter_mut().zip(bytes.as_chunks::<8>().0) {
            *number = u64::from_le_bytes(*chunk);
        }
        Some(Self(key))
    }
}

/// The high bit of every byte, which no ASCII character has.
const HIGH: u64 = 0x8080_8080_8080_8080;

/// Up to eight bytes as a number, the first the lowest.
#[inline]
fn number_of(bytes: &[u8]) -> u64 {
    if let Some(all) = bytes.first_chunk::<8>() {
        return u64::from_le_bytes(*all);
    }
    // Two halves that may overlap, where they say the same.
    if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        let shift = 8 * (bytes.len() - 4);
        return u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << shift;
    }
    bytes.iter().rev().fold(0, |number, &byte| number << 8 | u64::from(byte))
}

/// The ASCII characters of `number` in lower case.
#[inline]
fn lower(number: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    // No byte has its high bit set, so that no sum carries into the next.
    let from_a = number + ONES * u64::from(0x80 - b'A');
    let past_z = number + ONES * u64::from(0x80 - b'Z' - 1);
    number | (from_a & !past_z & HIGH) >> 2
}

impl Hash for WordKey {
    fn hash<H: Hasher>(&self, state: &mut H) {
        for number in self.0 {
            state.write_u64(number);
        }
    }
}

/// Mixes numbers by multiplication.
#[derive(Debug, Default)]
pub struct WordHasher(u64);

/// An odd number with well spread bits.
const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;

impl Hasher for WordHasher {
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 29)
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u64(u64::from(byte));
        }
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = (self.0.rotate_left(23) ^ number).wrapping_mul(FACTOR);
    }
}
