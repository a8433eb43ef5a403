//! How fast names are recognised in wire prose, on one core.

use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use demarche::knowledge::Knowledge;
use walkdir::WalkDir;

/// The text files of a folder of articles: the larger collection beside the project, else the samples.
fn articles() -> Vec<String> {
    let shared = Path::new("../shared/data/c50");
    let root = if shared.is_dir() { shared } else { Path::new("corpus") };
    let files = WalkDir::new(root).into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_file());
    files.filter_map(|file| std::fs::read_to_string(file.path()).ok()).collect()
}

fn recognise(c: &mut Criterion) {
    let articles = articles();
    let bytes: usize = articles.iter().map(String::len).sum();
    let recogniser = Knowledge::built_in().recogniser();
    let mut group = c.benchmark_group("recognise");
    group.throughput(Throughput::BytesDecimal(bytes as u64)).sample_size(10);
    group.bench_function("articles", |b| {
        b.iter(|| articles.iter().map(|text| recogniser.find(black_box(text), None).len()).sum::<usize>());
    });
    group.finish();
}

criterion_group!(benches, recognise);
criterion_main!(benches);
