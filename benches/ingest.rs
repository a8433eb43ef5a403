//! Ingest with full extraction beside plain tantivy indexing the same titles and bodies, in one run.
//!
//! Reads Reuters-21578 when `../shared/data/reuters-21578` is there, else `corpus/`. The two take
//! turns, so that a drift of the machine meets both; the table gives medians.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use demarche::article::Article;
use demarche::article::formats::read;
use demarche::index::StatementIndex;
use demarche::ingest::{FoundFile, Ingest, walk};
use demarche::knowledge::Knowledge;
use tantivy::schema::{STORED, Schema, TEXT};
use tantivy::{Index, TantivyDocument};
use tempfile::TempDir;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const ROUNDS: usize = 5;
const MEMORY_PER_THREAD: usize = 64 << 20;

fn main() {
    let shared = PathBuf::from("../shared/data/reuters-21578");
    let paths = [if shared.is_dir() { shared } else { PathBuf::from("corpus") }];
    let articles = articles(&paths);
    let bytes: usize = articles.iter().map(|article| article.text.len()).sum();
    #[expect(clippy::cast_precision_loss, reason = "a rate for reading")]
    let megabytes = bytes as f64 / 1e6;
    println!("{}: {} articles, {megabytes:.1} MB of text", paths[0].display(), articles.len());
    println!("threads  demarche MB/s  tantivy MB/s  ratio");
    for threads in [1, 2] {
        let mut ours = Vec::new();
        let mut plain = Vec::new();
        for _ in 0..ROUNDS {
            ours.push(time(|directory| ingest(&paths, threads, directory)));
            plain.push(time(|directory| tantivy_only(&articles, threads, directory)));
        }
        let (ours, plain) = (median(ours), median(plain));
        println!(
            "{threads:>7}  {:>13.1}  {:>12.1}  {:>5.2}",
            megabytes / ours.as_secs_f64(),
            megabytes / plain.as_secs_f64(),
            plain.as_secs_f64() / ours.as_secs_f64()
        );
    }
}

fn articles(paths: &[PathBuf]) -> Vec<Article> {
    let mut out = Vec::new();
    for found in walk(paths) {
        let FoundFile::File(path) = found else { continue };
        let file = std::io::BufReader::new(fs_err::File::open(path).expect("a file opens"));
        out.extend(read(file, None).flatten().map(|item| item.article));
    }
    out
}

fn time(work: impl FnOnce(&Path)) -> Duration {
    let directory = TempDir::new().expect("a directory");
    let started = Instant::now();
    work(directory.path());
    started.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn ingest(paths: &[PathBuf], threads: usize, directory: &Path) {
    let index = StatementIndex::open_or_create(directory).expect("an index");
    let ingest = Ingest::new(paths, Knowledge::built_in(), threads);
    ingest.run(&index, |_| {}).expect("ingest runs");
}

/// Title and body, positions and stored text, and nothing else.
fn tantivy_only(articles: &[Article], threads: usize, directory: &Path) {
    let mut schema = Schema::builder();
    let title = schema.add_text_field("title", TEXT | STORED);
    let body = schema.add_text_field("body", TEXT | STORED);
    let index = Index::create_in_dir(directory, schema.build()).expect("an index");
    let mut writer = index.writer_with_num_threads(threads, MEMORY_PER_THREAD * threads).expect("a writer");
    for article in articles {
        let mut document = TantivyDocument::default();
        document.add_text(title, article.headline_words().unwrap_or_default());
        for &paragraph in &article.paragraphs {
            document.add_text(body, article.words(paragraph));
        }
        writer.add_document(document).expect("a document");
    }
    writer.commit().expect("a commit");
    writer.wait_merging_threads().expect("merges end");
}
