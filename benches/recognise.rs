//! How fast names are recognised in wire prose, on one core, and how fast an automaton alone would find them.

use std::hint::black_box;
use std::path::Path;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
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
    for kind in [AhoCorasickKind::ContiguousNFA, AhoCorasickKind::DFA] {
        let mut builder = AhoCorasick::builder();
        let automaton = builder.match_kind(MatchKind::LeftmostLongest).kind(Some(kind)).build(names());
        let automaton = automaton.expect("an automaton of all names");
        group.bench_function(format!("automaton_alone_{kind:?}_{}_MB", automaton.memory_usage() / 1_000_000), |b| {
            b.iter(|| articles.iter().map(|text| automaton.find_iter(black_box(text)).count()).sum::<usize>());
        });
    }
    group.finish();
}

/// The names of the tables, as written and in capitals; what they mean is left out.
fn names() -> Vec<String> {
    let knowledge = Knowledge::built_in();
    let (countries, organisations, offices) = (knowledge.countries(), knowledge.organisations(), knowledge.offices());
    let of_countries = countries.all.iter().flat_map(|row| [row.name, row.official]);
    let of_holders = offices.holders().flat_map(|row| row.names.iter().copied()).filter(|name| name.contains(' '));
    let written = of_countries
        .chain(countries.names().iter().map(|row| row.name))
        .chain(organisations.names().iter().map(|row| row.name))
        .chain(offices.titles().iter().map(|row| row.title))
        .chain(of_holders)
        .chain(knowledge.ambiguities().phrases.iter().map(|row| row.text.as_str()));
    let mut names: Vec<String> = written.flat_map(|name| [name.to_owned(), name.to_uppercase()]).collect();
    names.sort_unstable();
    names.dedup();
    names
}

criterion_group!(benches, recognise);
criterion_main!(benches);
