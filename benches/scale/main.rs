//! What a query, the index and the ingest cost as the index grows tenfold twice.
//!
//! Prints a table of Markdown and draws `target/scale.svg`. Statements of the sizes may be given, for a
//! first look: `cargo bench --bench scale -- 17000 170000`.

#[path = "../newswire/mod.rs"]
mod newswire;

mod plot;

use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use demarche::article::formats::Reading;
use demarche::index::{Facet, Request, StatementIndex};
use demarche::ingest::{Ingest, Summary, entries};
use demarche::knowledge::Knowledge;
use demarche::query::{Field, Query};
use newswire::Newswire;
use plot::{Line, Plot};
use tempfile::TempDir;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How often each query is asked.
const ROUNDS: usize = 200;

/// What is asked: a name, the query, and how many hits are shown.
const QUERIES: [(&str, &str, usize); 9] = [
    ("role, newest first", "signatory:JP", 10),
    ("role of few, newest first", "signatory:CL target:DE", 10),
    ("role, count only", "signatory:JP", 0),
    ("any member of a group", "signatory:members(G7)", 10),
    ("role + word", "signatory:JP nuclear", 10),
    ("month + word", "date:2004-05 nuclear", 10),
    ("word", "nuclear", 10),
    ("AND", "nuclear sanctions", 10),
    ("phrase", "\"joint statement\"", 10),
];

/// What is counted by country and month.
const COUNTED: [(&str, &str); 2] = [("facets of a role", "signatory:JP"), ("facets of a word", "nuclear")];

/// One size.
struct Measured {
    statements: usize,
    text: u64,
    bytes: u64,
    ingest: Duration,
    memory: Option<u64>,
    /// Hits, p50 and p99 of each query.
    queries: Vec<(usize, Duration, Duration)>,
}

fn main() {
    let mut sizes: Vec<usize> = std::env::args().skip(1).filter_map(|size| size.parse().ok()).collect();
    if sizes.is_empty() {
        sizes = vec![17_000, 170_000, 1_700_000];
    }
    let each = statements_in_an_article();
    let measured: Vec<Measured> = sizes.iter().map(|&size| measure(size, each)).collect();
    print(&measured);
    let svg = draw(&measured);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/scale.svg");
    fs_err::write(&path, svg).expect("the plot is written");
    println!("\nplot: target/scale.svg");
}

#[expect(clippy::cast_precision_loss, reason = "a mean")]
fn statements_in_an_article() -> f64 {
    const ARTICLES: usize = 2000;
    let scratch = TempDir::new().expect("a directory");
    let paths = Newswire::of(ARTICLES).into_files(scratch.path());
    let counted = entries(&paths, Knowledge::built_in(), &Reading::default()).filter_map(Result::ok);
    counted.map(|entry| entry.extraction.statements.len()).sum::<usize>() as f64 / ARTICLES as f64
}

fn measure(size: usize, each: f64) -> Measured {
    let knowledge = Knowledge::built_in();
    let scratch = TempDir::new().expect("a directory");
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a number of articles"
    )]
    let articles = (size as f64 / each).ceil() as usize;
    let paths = Newswire::of(articles).into_files(scratch.path());
    let directory = scratch.path().join("index");
    let index = StatementIndex::open_or_create(&directory).expect("an index");
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let started = Instant::now();
    let run = || Ingest::new(&paths, knowledge, threads).run(&index, |_| {}).expect("ingest runs");
    let (Summary { statements, bytes: text, .. }, memory) = with_memory(run);
    let ingest = started.elapsed();
    let index = StatementIndex::open(&directory).expect("the index opens");
    let bytes = index.stats().expect("counts").bytes;
    let asked = QUERIES.iter().map(|(_, query, limit)| ask(query, |query| found(&index, query, *limit)));
    let counted = COUNTED.iter().map(|(_, query)| ask(query, |query| counted(&index, query)));
    let queries = asked.chain(counted).collect();
    Measured { statements, text, bytes, ingest, memory, queries }
}

/// How many hits `text` has by `search`, and the middle and the slowest hundredth of its times.
fn ask(text: &str, search: impl Fn(&Query) -> usize) -> (usize, Duration, Duration) {
    let query = Query::parse(text).expect("a query");
    let mut times = Vec::with_capacity(ROUNDS);
    let mut hits = 0;
    for _ in 0..ROUNDS {
        let started = Instant::now();
        hits = search(&query);
        times.push(started.elapsed());
    }
    times.sort_unstable();
    (hits, times[ROUNDS / 2], times[ROUNDS * 99 / 100])
}

fn found(index: &StatementIndex, query: &Query, limit: usize) -> usize {
    index.search_with(query, &Request { limit, ..Request::default() }).expect("hits").statements
}

/// How many values the facets have.
fn counted(index: &StatementIndex, query: &Query) -> usize {
    let facets = [Facet::Of(Field::Country), Facet::Month];
    let counts = index.facets(query, &facets, &Request::default()).expect("counts");
    counts.iter().map(|facet| facet.values.len()).sum()
}

/// The name and the query of each row.
fn asked() -> impl Iterator<Item = (&'static str, &'static str)> {
    QUERIES.iter().map(|(name, query, _)| (*name, *query)).chain(COUNTED)
}

/// What `work` gives, and the most memory the process held meanwhile, in bytes, where the system tells. Pages of
/// the index that the system keeps at hand are not counted: it takes them back when it needs them.
fn with_memory<T>(work: impl FnOnce() -> T) -> (T, Option<u64>) {
    let (done, most) = (AtomicBool::new(false), AtomicU64::new(0));
    let given = thread::scope(|scope| {
        scope.spawn(|| {
            while !done.load(Ordering::Relaxed) {
                most.fetch_max(memory().unwrap_or_default(), Ordering::Relaxed);
                thread::sleep(Duration::from_millis(20));
            }
        });
        let given = work();
        done.store(true, Ordering::Relaxed);
        given
    });
    (given, Some(most.into_inner()).filter(|most| *most > 0))
}

/// The memory this process holds now, in bytes.
fn memory() -> Option<u64> {
    let status = fs_err::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("RssAnon:"))?;
    Some(line.split_whitespace().next()?.parse::<u64>().ok()? << 10)
}

#[expect(clippy::cast_precision_loss, reason = "numbers for reading")]
fn print(measured: &[Measured]) {
    let row = |name: &str, cell: &dyn Fn(&Measured) -> String| {
        let cells: Vec<String> = measured.iter().map(cell).collect();
        println!("| {name} | {} |", cells.join(" | "));
    };
    row("statements", &|size| size.statements.to_string());
    println!("|{}", " --- |".repeat(1 + measured.len()));
    row("text, MB", &|size| format!("{:.1}", size.text as f64 / 1e6));
    row("index over text", &|size| format!("{:.2}", size.bytes as f64 / size.text as f64));
    row("ingest, MB/s", &|size| format!("{:.1}", size.text as f64 / 1e6 / size.ingest.as_secs_f64()));
    row("most memory of the ingest, MB", &|size| {
        size.memory.map_or("-".to_owned(), |bytes| (bytes / 1_000_000).to_string())
    });
    for (at, (name, query)) in asked().enumerate() {
        row(&format!("{name}: `{query}`, p50 / p99 us (hits)"), &|size| {
            let (hits, p50, p99) = size.queries[at];
            format!("{} / {} ({hits})", p50.as_micros(), p99.as_micros())
        });
    }
}

#[expect(clippy::cast_precision_loss, reason = "places on paper")]
fn draw(measured: &[Measured]) -> String {
    let line = |(at, (name, _)): (usize, (&str, &str))| Line {
        name: name.to_owned(),
        points: measured.iter().map(|size| (size.statements as f64, size.queries[at].1.as_secs_f64() * 1e6)).collect(),
    };
    let lines = asked().enumerate().map(line).collect();
    Plot { title: "Latency against size", x: "statements", y: "microseconds, p50", lines }.svg()
}
