//! Cost of writing extracted articles into an index, per megabyte of text, without extraction.

mod newswire;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use demarche::article::formats::Reading;
use demarche::index::{Entry, StatementIndex};
use demarche::ingest::entries;
use demarche::knowledge::Knowledge;
use newswire::Newswire;
use tempfile::TempDir;

const ARTICLES: usize = 2000;

fn index(c: &mut Criterion) {
    let directory = TempDir::new().expect("a directory");
    let paths = Newswire::of(ARTICLES).into_files(directory.path());
    let entries: Vec<Entry> =
        entries(&paths, Knowledge::built_in(), &Reading::default()).filter_map(Result::ok).collect();
    let bytes: usize = entries.iter().map(|entry| entry.article.text.len()).sum();
    let mut group = c.benchmark_group("index");
    group.throughput(Throughput::BytesDecimal(bytes as u64)).sample_size(10);
    group.bench_function("documents", |bencher| {
        let scratch = TempDir::new().expect("a directory");
        let index = StatementIndex::open_or_create(scratch.path()).expect("an index");
        let prepare = |entry| index.prepare(entry, "wire").expect("an entry is prepared");
        bencher.iter(|| entries.iter().map(prepare).map(std::hint::black_box).count());
    });
    group.bench_function("documents and commit", |bencher| {
        bencher.iter_batched(
            || TempDir::new().expect("a directory"),
            |scratch| write(scratch, &entries),
            BatchSize::PerIteration,
        );
    });
    group.finish();
}

/// The directory goes back, so that removing it is not timed.
fn write(scratch: TempDir, entries: &[Entry]) -> TempDir {
    let index = StatementIndex::open_or_create(scratch.path()).expect("an index");
    let mut writer = index.writer(1).expect("a writer");
    for entry in entries {
        writer.add(index.prepare(entry, "wire").expect("an entry is prepared")).expect("an entry is added");
    }
    writer.commit().expect("a commit");
    writer.close().expect("merges end");
    scratch
}

criterion_group!(benches, index);
criterion_main!(benches);
