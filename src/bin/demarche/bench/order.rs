//! The order in which queries are asked: another one each round, the same ones each time.

/// Places, shuffled anew for every round.
pub struct Order {
    places: Vec<usize>,
    state: u64,
}

impl Order {
    /// Of so many places; the same `seed` gives the same orders.
    pub fn of(places: usize, seed: u64) -> Self {
        Self { places: (0..places).collect(), state: seed }
    }

    /// The places in the next order.
    pub fn next_round(&mut self) -> &[usize] {
        for at in (1..self.places.len()).rev() {
            let other = usize::try_from(self.draw() % (at as u64 + 1)).unwrap_or_default();
            self.places.swap(at, other);
        }
        &self.places
    }

    /// The next number of `SplitMix64`.
    fn draw(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
}
