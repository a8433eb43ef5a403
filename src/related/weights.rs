//! The weights of the ranking, all in one place.

/// What each part of the ranking counts for; [`crate::related`] tells the formula.
///
/// [`Weights::DEFAULT`] is tuned on the headlines of January to June 2014; the benchmark `related` reports
/// it on July to December, and what each part adds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weights {
    /// The rarity of what is shared is raised to this power: above 1 the rarest words decide alone.
    pub rarity_power: f32,
    /// What a word found only in the body counts for, beside one of the headline.
    pub body: f32,
    /// What two words shared next to each other add, beside the commoner of them alone.
    pub pair: f32,
    /// What a shared country or organisation adds, beside a word as rare.
    pub party: f32,
    /// What having the same topics adds, beside the rarest word; less when only some are the same.
    pub topic: f32,
    /// What is shared is divided by the number of the result's words, plus [`Weights::LENGTH_OFFSET`],
    /// raised to this power.
    pub length_power: f32,
    /// Closeness in time falls to about a third in so many days.
    pub days: f32,
    /// How suddenly it falls.
    pub days_power: f32,
    /// The closeness of what is far away, or has no day, from 0 to 1.
    pub far: f32,
}

impl Weights {
    /// The weights in use.
    pub const DEFAULT: Self = Self {
        rarity_power: 0.9,
        body: 0.5,
        pair: 0.5,
        party: 0.3,
        topic: 0.3,
        length_power: 0.5,
        days: 7.0,
        days_power: 1.5,
        far: 0.1,
    };

    /// Added to the number of words, so that a headline of two words is not thrice as good as one of six.
    pub const LENGTH_OFFSET: f32 = 2.0;

    /// The words asked with: the rarest ones. More cost time and add nothing.
    pub const WORDS: usize = 25;

    /// The documents weighed word by word: the best by a first, rougher sum.
    pub const CANDIDATES: usize = 150;

    /// A word in more documents than this helps to rank, but not to gather, where rarer ones are there.
    pub const COMMON: u64 = 30_000;

    /// Closeness in time of two documents so many days apart, from [`Weights::far`] to 1.
    #[must_use]
    pub fn closeness(&self, days: Option<f32>) -> f32 {
        let Some(days) = days else { return self.far };
        self.far + (1.0 - self.far) * (-(days.abs() / self.days).powf(self.days_power)).exp()
    }

    /// What sharing something adds: `frequency` of `total` documents have it.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "a logarithm of a ratio")]
    pub fn rarity(&self, frequency: u64, total: u64) -> f32 {
        let (frequency, total) = (frequency.min(total) as f32, total as f32);
        (1.0 + (total - frequency + 0.5) / (frequency + 0.5)).ln().powf(self.rarity_power)
    }
}
