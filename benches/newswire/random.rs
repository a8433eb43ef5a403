//! Numbers that look drawn by chance and are the same every time.

/// A generator of such numbers (`SplitMix64`).
pub struct Random(u64);

impl Random {
    /// The generator that begins at `seed`.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: u32) -> u32 {
        u32::try_from(((self.next() >> 32) * u64::from(end)) >> 32).expect("less than `end`")
    }

    /// A rank below `end` by Zipf's law: each as often as it is near the front.
    pub fn rank(&mut self, end: usize) -> usize {
        #[expect(clippy::cast_precision_loss, reason = "a share from 0 to 1")]
        let share = (self.next() >> 11) as f64 / (1_u64 << 53) as f64;
        #[expect(
            clippy::cast_precision_loss,
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a rank"
        )]
        let rank = ((end as f64 + 1.0).powf(share) - 1.0) as usize;
        rank.min(end - 1)
    }

    /// One of `items`, the first ones most often.
    pub fn often_first<'i, T>(&mut self, items: &'i [T]) -> &'i T {
        &items[self.rank(items.len())]
    }

    /// Any of `items`.
    pub fn any<'i, T>(&mut self, items: &'i [T]) -> &'i T {
        &items[self.below(u32::try_from(items.len()).expect("few items")) as usize]
    }

    /// `items` in another order.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for at in (1..items.len()).rev() {
            let other = self.below(u32::try_from(at + 1).expect("few items")) as usize;
            items.swap(at, other);
        }
    }
}
