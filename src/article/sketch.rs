//! A small portrait of an article's words, by which copies of a story are told.

use serde::{Deserialize, Serialize};

use super::Article;

/// Places of a sketch.
const PLACES: usize = 32;
/// Words of a run.
const RUN: usize = 3;
/// A text with fewer runs has no sketch: a flash of a few words may be sent again about something else.
const FEWEST_RUNS: u16 = 8;
/// Below so many runs, texts are mostly figures and set phrases ("sets payout of 5 cts"), and so much of what
/// both have must agree in copies.
const SHORT: [(u16, f32); 2] = [(50, 0.9), (100, 0.8)];
/// In all others so much must agree at least.
const LOOSE: f32 = 0.25;
/// How much of the shorter one a copy holds.
const HELD: f32 = 0.7;

/// What is kept of the words of an article's paragraphs: one-permutation `MinHash` of the runs of three words.
///
/// The runs fall into 32 places by their hash, and each place keeps the least. Where two texts share half of
/// their runs, about half of their places agree. Case, punctuation, line breaks, headline, dateline and
/// credits make no difference. See Li, Owen and Zhang, "One Permutation Hashing" (2012).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sketch {
    /// How many runs there are.
    runs: u16,
    /// Twelve bits of each place's least hash, 0 where it is empty: the low eight of each, then the others of
    /// two places in a byte.
    low: [u8; PLACES],
    high: [u8; PLACES / 2],
}

impl Sketch {
    /// The sketch of `article`; none when it has too few words.
    #[must_use]
    pub fn of(article: &Article) -> Option<Self> {
        let mut runs = Runs { last: [0; RUN], least: [u32::MAX; PLACES], words: 0 };
        for paragraph in &article.paragraphs {
            runs.read(article.words(*paragraph));
        }
        let count = u16::try_from(runs.words.saturating_sub(RUN - 1)).unwrap_or(u16::MAX);
        (count >= FEWEST_RUNS).then(|| {
            let mut sketch = Self { runs: count, low: [0; PLACES], high: [0; PLACES / 2] };
            for (place, least) in runs.least.into_iter().enumerate() {
                // What tells least hashes apart is in their low bits; 0 is an empty place.
                let [low, high, ..] = if least == u32::MAX { [0; 4] } else { (least | 1).to_le_bytes() };
                sketch.low[place] = low;
                sketch.high[place / 2] |= (high & 0xF) << (4 * (place % 2));
            }
            sketch
        })
    }

    /// Whether the texts are copies of each other: the same but for some words, or one holds most of the other.
    #[must_use]
    pub fn is_copy_of(&self, other: &Self) -> bool {
        let share = self.share(other);
        let (fewer, more) = (self.runs.min(other.runs), self.runs.max(other.runs));
        if let Some((_, close)) = SHORT.iter().find(|(below, _)| fewer < *below) {
            return share >= *close;
        }
        let both = share * (f32::from(fewer) + f32::from(more)) / (1.0 + share);
        share >= LOOSE && both >= HELD * f32::from(fewer)
    }

    /// About how much of the runs of both texts together they share, from 0 to 1.
    #[must_use]
    pub fn share(&self, other: &Self) -> f32 {
        let (mut same, mut filled) = (0_u8, 0_u8);
        for place in 0..PLACES {
            let (own, its) = (self.place(place), other.place(place));
            filled += u8::from(own | its != 0);
            same += u8::from(own == its && own != 0);
        }
        f32::from(same) / f32::from(filled.max(1))
    }

    /// Sixteen keys; two texts that share half of their runs have one of them in common 99 times in 100.
    pub fn keys(&self) -> impl Iterator<Item = u64> + '_ {
        (0..PLACES / 2).map(|pair| {
            let (one, other) = (self.place(2 * pair), self.place(2 * pair + 1));
            (pair as u64) << 32 | u64::from(one) << 16 | u64::from(other)
        })
    }

    fn place(&self, place: usize) -> u16 {
        let high = self.high[place / 2] >> (4 * (place % 2)) & 0xF;
        u16::from_le_bytes([self.low[place], high])
    }
}

/// Reads words, and keeps the least hash of the runs that fall into each place.
struct Runs {
    /// The hashes of the last words, the newest first.
    last: [u64; RUN],
    least: [u32; PLACES],
    words: usize,
}

impl Runs {
    fn read(&mut self, text: &str) {
        const START: u64 = 0xCBF2_9CE4_8422_2325;
        let mut hash = START;
        for c in text.chars() {
            if c.is_ascii_alphanumeric() {
                hash = (hash ^ u64::from(c.to_ascii_lowercase())).wrapping_mul(0x0100_0000_01B3);
            } else if c.is_alphanumeric() {
                for lower in c.to_lowercase() {
                    hash = (hash ^ u64::from(lower)).wrapping_mul(0x0100_0000_01B3);
                }
            } else if hash != START {
                self.word(hash);
                hash = START;
            }
        }
        if hash != START {
            self.word(hash);
        }
    }

    fn word(&mut self, hash: u64) {
        self.last = [hash, self.last[0], self.last[1]];
        self.words += 1;
        if self.words < RUN {
            return;
        }
        let [newest, middle, oldest] = self.last;
        // Each word is turned by another amount, so that their order counts; then all bits are mixed.
        let mut run = newest ^ middle.rotate_left(21) ^ oldest.rotate_left(42);
        run = (run ^ (run >> 33)).wrapping_mul(0xFF51_AFD7_ED55_8CCD);
        run = (run ^ (run >> 33)).wrapping_mul(0xC4CE_B9FE_1A85_EC53);
        run ^= run >> 33;
        let place = (run >> 59) as usize;
        #[expect(clippy::cast_possible_truncation, reason = "the low half of the bits")]
        let value = run as u32;
        self.least[place] = self.least[place].min(value);
    }
}
