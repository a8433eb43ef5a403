//! A fast hash of short words; the table it serves comes with the program, so nobody can flood it.

use std::hash::Hasher;

/// Mixes eight bytes at a time by multiplication.
#[derive(Debug, Default)]
pub struct WordHasher(u64);

/// An odd number with well spread bits.
const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;

impl WordHasher {
    fn mix(&mut self, value: u64) {
        self.0 = (self.0.rotate_left(23) ^ value).wrapping_mul(FACTOR);
    }
}

impl Hasher for WordHasher {
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 29)
    }

    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            self.mix(u64::from_le_bytes(word));
        }
    }

    fn write_usize(&mut self, length: usize) {
        self.mix(length as u64);
    }
}
