//! Cost of one query of each kind over an index of synthetic newswire, and of parsing it.

mod newswire;

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use demarche::index::StatementIndex;
use demarche::ingest::Ingest;
use demarche::knowledge::Knowledge;
use demarche::query::Query;
use newswire::Newswire;
use tempfile::TempDir;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const ARTICLES: usize = 5000;

/// A name for the row, and the query.
const QUERIES: [(&str, &str); 8] = [
    ("word", "sanctions"),
    ("and", "sanctions border"),
    ("or", "sanctions OR border"),
    ("phrase", "\"joint communique\""),
    ("role", "signatory:*"),
    ("role and word", "signatory:* nuclear"),
    ("date", "date:2004-05"),
    ("date and word", "date:2004-05 nuclear"),
];

fn query(c: &mut Criterion) {
    let knowledge = Knowledge::built_in();
    let directory = TempDir::new().expect("a directory");
    let paths = Newswire::of(ARTICLES).into_files(directory.path());
    let index = StatementIndex::open_or_create(directory.path().join("index")).expect("an index");
    Ingest::new(&paths, knowledge, 1).run(&index, |_| {}).expect("ingest runs");
    let index = StatementIndex::open(index.path()).expect("the index opens");
    let mut group = c.benchmark_group("query");
    for (name, text) in QUERIES {
        let query = Query::parse(text).expect("a query");
        group.bench_function(name, |bencher| {
            bencher.iter(|| index.search(black_box(&query)).expect("hits"));
        });
    }
    group.bench_function("parse", |bencher| {
        let parse = |(_, text): &(&str, &str)| Query::parse(black_box(text)).is_ok();
        bencher.iter(|| QUERIES.iter().filter(|query| parse(query)).count());
    });
    group.finish();
}

criterion_group!(benches, query);
criterion_main!(benches);
