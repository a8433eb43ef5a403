//! Files of headlines in the index, packed or not.

use std::io::Write as _;
use std::path::Path;

use demarche::index::StatementIndex;
use demarche::ingest::{Ingest, Outcome, OutcomeKind, Summary};
use demarche::knowledge::Knowledge;
use demarche::query::Query;
use tempfile::TempDir;

const ROWS: &str = "time\ttitle\turl\n\
                    2024-11-05\tMinisters warn Russia over troops\thttp://a.example/1\n\
                    sometime\tA row without a day\thttp://a.example/2\n\
                    2024-11-06\tG7 meets in Rome\thttp://a.example/3\n";

fn ingest(index: &StatementIndex, file: &Path) -> (Summary, Vec<Outcome>) {
    let paths = [file.to_owned()];
    let mut outcomes = Vec::new();
    let ingest = Ingest::new(&paths, Knowledge::built_in(), 1);
    let summary = ingest.run(index, |outcome| outcomes.push(outcome.clone())).expect("ingest runs");
    (summary, outcomes)
}

/// Asserts that `file` gives two headlines and a fault on line 3, the first time and again.
fn check(name: &str, bytes: &[u8]) {
    let directory = TempDir::new().expect("a directory");
    let file = directory.path().join(name);
    fs_err::write(&file, bytes).expect("a file");
    let target = directory.path().join("index");
    let index = StatementIndex::open_or_create(&target).expect("an index");
    let (summary, outcomes) = ingest(&index, &file);
    assert_eq!((summary.read, summary.indexed, summary.skipped, summary.headlines), (3, 2, 1, 2), "{name}");
    let faults: Vec<_> =
        outcomes.iter().filter(|outcome| matches!(outcome.kind, OutcomeKind::Skipped { .. })).collect();
    assert_eq!(faults[0].place.map(|place| place.line), Some(3), "{name}");
    let index = StatementIndex::open(&target).expect("an index");
    let (again, _) = ingest(&index, &file);
    assert_eq!((again.indexed, again.unchanged, again.skipped), (0, 2, 1), "{name}");
    let stats = StatementIndex::open(&target).expect("an index").stats().expect("stats");
    assert_eq!((stats.articles, stats.headlines), (0, 2), "{name}");
}

#[test]
fn files_of_headlines_are_read_packed_or_not() {
    check("rows.tsv", ROWS.as_bytes());
    check("rows.tsv.zst", &zstd::encode_all(ROWS.as_bytes(), 1).expect("packed"));
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(ROWS.as_bytes()).expect("packed");
    check("rows.tsv.gz", &gzip.finish().expect("packed"));
}

#[test]
fn a_headline_is_found_by_whom_and_what_it_names() {
    let directory = TempDir::new().expect("a directory");
    let rows = directory.path().join("rows.tsv");
    let told = "2015-03-02\tAngela Merkel backs sanctions on Russia over ceasefire\thttp://x/1\n\
                2015-03-03\tFarmers protest over milk prices in France\thttp://x/2\n";
    std::fs::write(&rows, told).expect("a file");
    let index = StatementIndex::open_or_create(directory.path().join("index")).expect("an index");
    Ingest::new(&[rows], Knowledge::built_in(), 1).run(&index, |_| {}).expect("ingest runs");
    let index = StatementIndex::open(directory.path().join("index")).expect("an index");
    for (query, expected) in [
        ("topic:\"economic sanction\"", Some("Angela Merkel")),
        ("topic:agriculture", Some("")),
        ("topic:agriculture country:RU", None),
        ("country:RU", Some("Angela Merkel")),
    ] {
        let asked = Query::parse(query).expect(query);
        let found = index.search_headlines(&asked, 10, Knowledge::built_in()).expect("the index is read");
        let persons = found.hits.first().map(|headline| headline.persons.join(" "));
        assert_eq!((persons.as_deref(), found.total), (expected, usize::from(expected.is_some())), "{query}");
    }
}
