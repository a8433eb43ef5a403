//! Words as fixed-size keys of the table, with a fast hash; the table comes with the program, so nobody
//! can flood it.

use std::hash::{Hash, Hasher};

/// Bytes of a key; no row of the tables is longer.
const LONGEST: usize = 24;

/// A word in lower case, filled up with zeros.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WordKey([u64; LONGEST / 8]);

impl WordKey {
    /// The key of `word`; `None` when it is longer than any in the tables.
    #[must_use]
    pub fn new(word: &str) -> Option<Self> {
        let mut bytes = [0; LONGEST];
        if word.is_ascii() {
            bytes.get_mut(..word.len())?.copy_from_slice(word.as_bytes());
        } else {
            // A typographic apostrophe is the tables' plain one.
            let plain = word.replace('\u{2019}', "'");
            bytes.get_mut(..plain.len())?.copy_from_slice(plain.as_bytes());
        }
        bytes.make_ascii_lowercase();
        let mut key = [0; LONGEST / 8];
        for (number, chunk) in key.iter_mut().zip(bytes.as_chunks::<8>().0) {
            *number = u64::from_le_bytes(*chunk);
        }
        Some(Self(key))
    }
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
