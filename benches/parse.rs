//! Cost of reading wire text into articles, per megabyte, on one core.
//!
//! Reads synthetic newswire in both layouts, and C50 when `../shared/data/c50` is there.

mod newswire;

use std::hint::black_box;
use std::io::Cursor;
use std::path::Path;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use demarche::article::formats::read;
use newswire::{Newswire, Story};
use walkdir::WalkDir;

const ARTICLES: usize = 1000;

fn parse(c: &mut Criterion) {
    let stories: Vec<Story> = Newswire::of(ARTICLES).collect();
    let tagged: String = stories.iter().map(Story::sgml).collect();
    bench(c, "text files", &stories.iter().map(Story::wire_text).map(String::into_bytes).collect::<Vec<_>>());
    bench(c, "tagged items", &[tagged.into_bytes()]);
    let c50 = Path::new("../shared/data/c50/C50train");
    if c50.is_dir() {
        let files = WalkDir::new(c50).sort_by_file_name().into_iter().filter_map(Result::ok);
        let files = files.filter(|entry| entry.file_type().is_file()).step_by(5);
        bench(c, "C50", &files.filter_map(|entry| fs_err::read(entry.path()).ok()).collect::<Vec<_>>());
    }
}

fn bench(c: &mut Criterion, name: &str, files: &[Vec<u8>]) {
    let bytes: usize = files.iter().map(Vec::len).sum();
    let mut group = c.benchmark_group("parse");
    group.throughput(Throughput::BytesDecimal(bytes as u64)).sample_size(10);
    group.bench_function(name, |bencher| {
        let articles = |file: &Vec<u8>| read(Cursor::new(black_box(file.clone())), None).flatten().count();
        bencher.iter(|| files.iter().map(articles).sum::<usize>());
    });
    group.finish();
}

criterion_group!(benches, parse);
criterion_main!(benches);
