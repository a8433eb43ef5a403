//! How long the answers of one class took.

use hdrhistogram::Histogram;
use serde::{Deserialize, Serialize};

/// Times in nanoseconds, to three figures.
#[derive(Debug, Clone)]
pub struct Latencies(Histogram<u64>);

/// What a report says of them, in nanoseconds.
#[derive(Debug, Clone, Serialize, Deserialize, PartialEq, Eq)]
pub struct Quantiles {
    #[serde(rename = "p50_ns")]
    pub p50: u64,
    #[serde(rename = "p90_ns")]
    pub p90: u64,
    #[serde(rename = "p99_ns")]
    pub p99: u64,
    #[serde(rename = "p99.9_ns")]
    pub p999: u64,
    #[serde(rename = "max_ns")]
    pub max: u64,
}

impl Latencies {
    pub fn new() -> Self {
        Self(Histogram::new(3).expect("three figures are allowed"))
    }

    pub fn record(&mut self, nanoseconds: u128) {
        // The histogram grows as needed, and no answer takes a thousand years.
        let _ = self.0.record(u64::try_from(nanoseconds).unwrap_or(u64::MAX));
    }

    pub fn add(&mut self, other: &Self) {
        // Two histograms that grow as needed hold each other's values.
        let _ = self.0.add(&other.0);
    }

    pub fn count(&self) -> u64 {
        self.0.len()
    }

    pub fn quantiles(&self) -> Quantiles {
        let at = |share: f64| self.0.value_at_quantile(share);
        Quantiles { p50: at(0.5), p90: at(0.9), p99: at(0.99), p999: at(0.999), max: self.0.max() }
    }

    /// Powers of two, in nanoseconds, with how many took less than that and no less than half of it.
    pub fn doublings(&self) -> Vec<(u64, u64)> {
        let mut out = Vec::new();
        let mut end = 1_u64;
        while end / 2 <= self.0.max() {
            out.push((end, if end == 1 { 0 } else { self.0.count_between(end / 2, end - 1) }));
            end = end.saturating_mul(2);
        }
        let first = out.iter().position(|(_, count)| *count > 0).unwrap_or_default();
        out.split_off(first)
    }
}
