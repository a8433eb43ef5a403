//! Search, count and ingest beside plain tantivy, `SQLite` FTS5 and ripgrep: one run, one table each.
//!
//! All hold the same statements, are asked the same queries in turns, and must count the same. Reads
//! Reuters-21578 when `../shared/data/reuters-21578` is there, else synthetic newswire:
//!
//! ```sh
//! cargo bench --bench peers --features peers
//! ```
//!
//! A number behind `--` asks for synthetic newswire of as many articles: how the cost grows with the size.

#[path = "../newswire/mod.rs"]
mod newswire;

mod asked;
mod documents;
mod fts5;
mod ours;
mod plain;
mod process;
mod table;
mod terms;

use std::path::PathBuf;
use std::time::{Duration, Instant};

use demarche::knowledge::Knowledge;
use newswire::{Newswire, Random};
use tempfile::TempDir;

use asked::{Asked, CLASSES};
use documents::documents;
use fts5::Fts5;
use ours::Ours;
use plain::Plain;
use table::Table;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How often each query is asked of each.
const ROUNDS: usize = 15;
/// Made-up articles, where there are no real ones.
const ARTICLES: usize = 17_000;

/// One that can be asked.
pub trait Engine {
    /// The stored text of the ten best hits, or newest where nothing ranks; how many bytes it has.
    fn top(&self, asked: &Asked) -> usize;
    /// How many match.
    fn count(&self, asked: &Asked) -> usize;
}

fn main() {
    let knowledge = Knowledge::built_in();
    let scratch = TempDir::new().expect("a directory");
    let shared = PathBuf::from("../shared/data/reuters-21578");
    let wanted: Option<usize> = std::env::args().skip(1).find_map(|argument| argument.parse().ok());
    let (source, paths) = if wanted.is_none() && shared.is_dir() {
        ("Reuters-21578", vec![shared])
    } else {
        ("synthetic newswire", Newswire::of(wanted.unwrap_or(ARTICLES)).into_files(scratch.path()))
    };
    let ours = Ours::ingest(&paths, knowledge, &scratch.path().join("ours"));
    let documents = documents(&paths, knowledge, ours.index());
    let plain = Plain::of(&documents, &scratch.path().join("plain"));
    let fts5 = Fts5::of(&documents, &scratch.path().join("fts5.db"));
    let asked = asked::drawn(ours.index());
    println!("{source}: {} statements, {} queries, each {ROUNDS} times\n", documents.len(), asked.len());
    check_counts(&asked, &[&ours, &plain, &fts5]);
    search(&asked, &[&ours, &plain, &fts5]);
    count(&asked, &[&ours, &plain, &fts5]);
    process::cold(ours.index().path(), &scratch.path().join("plain"), &documents);
}

/// All must count the same.
fn check_counts(asked: &[Asked], engines: &[&dyn Engine]) {
    for query in asked {
        let counts: Vec<usize> = engines.iter().map(|engine| engine.count(query)).collect();
        assert!(counts.iter().all(|count| *count == counts[0]), "{query:?} is counted {counts:?}");
    }
    println!("Counts are equal for all {} queries.\n", asked.len());
}

fn search(asked: &[Asked], engines: &[&dyn Engine]) {
    let times = times(asked, engines, |engine, query| engine.top(query));
    let title = "Ten best hits with their text; ours and plain tantivy count all matches too";
    Table { title, names: &["ours", "plain tantivy", "FTS5"] }.print(&CLASSES, asked, &times);
}

fn count(asked: &[Asked], engines: &[&dyn Engine]) {
    let times = times(asked, engines, |engine, query| engine.count(query));
    Table { title: "Count only", names: &["ours", "plain tantivy", "FTS5"] }.print(&CLASSES, asked, &times);
}

/// The times of each query, engine by engine: `[engine][query][round]`. The engines take turns.
fn times(
    asked: &[Asked],
    engines: &[&dyn Engine],
    ask: impl Fn(&dyn Engine, &Asked) -> usize,
) -> Vec<Vec<Vec<Duration>>> {
    let mut out = vec![vec![Vec::with_capacity(ROUNDS); asked.len()]; engines.len()];
    let mut order: Vec<usize> = (0..asked.len()).collect();
    let mut random = Random::new(1);
    for round in 0..=ROUNDS {
        random.shuffle(&mut order);
        for &query in &order {
            for turn in 0..engines.len() {
                let engine = (turn + round) % engines.len();
                let started = Instant::now();
                std::hint::black_box(ask(engines[engine], &asked[query]));
                // The first round warms up.
                if round > 0 {
                    out[engine][query].push(started.elapsed());
                }
            }
        }
    }
    out
}
