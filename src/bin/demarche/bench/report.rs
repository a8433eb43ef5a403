//! What a bench found, as it is printed and saved.

use anyhow::Result;
use demarche::index::{StatementIndex, Stats};
use serde::{Deserialize, Serialize};

use super::latencies::{Latencies, Quantiles};
use super::{checkout, machine};

/// Changes when a key changes meaning.
pub const SCHEMA: u32 = 1;

/// One bench.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Report {
    pub schema: u32,
    pub machine: String,
    pub version: String,
    /// The commit of the checkout the program lies in.
    pub commit: Option<String>,
    pub index: IndexReport,
    /// How often each query was asked, warm.
    pub rounds: usize,
    pub seed: u64,
    pub warm: Vec<ClassReport>,
    pub cold: Option<ColdReport>,
    pub throughput: Vec<Throughput>,
}

/// What was asked.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct IndexReport {
    pub path: String,
    pub bytes: u64,
    pub articles: usize,
    pub statements: usize,
    pub segments: usize,
}

/// Queries of one kind.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ClassReport {
    pub class: String,
    pub queries: usize,
    /// Statements that match, of all its queries.
    pub hits: usize,
    /// Times taken.
    pub count: u64,
    #[serde(flatten)]
    pub times: Quantiles,
    /// Nanoseconds, powers of two, with how many times were less than that and no less than half of it.
    pub histogram: Vec<(u64, u64)>,
}

/// Each query once, of an index just opened.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ColdReport {
    /// What was done to the system's memory of the index.
    pub page_cache: String,
    pub classes: Vec<ClassReport>,
}

/// Queries answered in a second.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Throughput {
    pub threads: usize,
    pub queries_per_second: f64,
}

impl Report {
    pub fn new(
        index: IndexReport,
        rounds: usize,
        seed: u64,
        warm: Vec<ClassReport>,
        throughput: Vec<Throughput>,
        cold: Option<ColdReport>,
    ) -> Self {
        let version = env!("CARGO_PKG_VERSION").to_owned();
        let (machine, commit) = (machine::line(), checkout::commit());
        Self { schema: SCHEMA, machine, version, commit, index, rounds, seed, warm, cold, throughput }
    }
}

impl IndexReport {
    pub fn of(index: &StatementIndex) -> Result<Self> {
        let Stats { articles, statements, segments, bytes, .. } = index.stats()?;
        Ok(Self { path: index.path().display().to_string(), bytes, articles, statements, segments })
    }
}

impl ClassReport {
    pub fn of<'t>(class: &str, queries: usize, hits: usize, times: impl Iterator<Item = &'t Latencies>) -> Self {
        let mut all = Latencies::new();
        for time in times {
            all.add(time);
        }
        let (count, times, histogram) = (all.count(), all.quantiles(), all.doublings());
        Self { class: class.to_owned(), queries, hits, count, times, histogram }
    }
}
