//! Cost of each stage of extraction per megabyte, on one core.
//!
//! Reads the C50 articles when `../shared/data/c50` is there, else `corpus/`.

use std::hint::black_box;
use std::path::PathBuf;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use demarche::article::Article;
use demarche::article::formats::read;
use demarche::extract::{extract, utterances};
use demarche::ingest::{FoundFile, walk};
use demarche::knowledge::Knowledge;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn articles() -> Vec<Article> {
    let shared = PathBuf::from("../shared/data/c50/C50train");
    let paths = [if shared.is_dir() { shared } else { PathBuf::from("corpus") }];
    let files = walk(&paths).filter_map(|found| match found {
        FoundFile::File(path) => Some(path),
        FoundFile::Fault(..) => None,
    });
    let every_tenth = files.enumerate().filter(|(at, _)| at % 10 == 0).map(|(_, path)| path);
    let open = |path| std::io::BufReader::new(fs_err::File::open(path).expect("a file opens"));
    every_tenth.flat_map(|path| read(open(path), None).flatten()).map(|item| item.article).collect()
}

fn stages(c: &mut Criterion) {
    let articles = articles();
    let bytes: usize = articles.iter().map(|article| article.text.len()).sum();
    let knowledge = Knowledge::built_in();
    // The tables are loaded once, whatever is read.
    black_box(extract(&articles[0], knowledge));
    let mut group = c.benchmark_group("extract");
    group.throughput(Throughput::Bytes(bytes as u64)).sample_size(10);
    group.bench_function("recognise", |bencher| {
        let recogniser = knowledge.recogniser();
        bencher.iter(|| {
            articles.iter().map(|article| recogniser.find(black_box(&article.text), None).len()).sum::<usize>()
        });
    });
    group.bench_function("attribution", |bencher| {
        bencher
            .iter(|| articles.iter().map(|article| utterances(black_box(article), knowledge).0.len()).sum::<usize>());
    });
    group.bench_function("all", |bencher| {
        bencher.iter(|| {
            articles.iter().map(|article| extract(black_box(article), knowledge).statements.len()).sum::<usize>()
        });
    });
    group.finish();
}

criterion_group!(benches, stages);
criterion_main!(benches);
