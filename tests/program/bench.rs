//! `demarche bench`, run as a user runs it.

use std::path::Path;
use std::process::Output;

use assert_cmd::Command;
use tempfile::TempDir;

fn demarche(directory: &Path, args: &[&str]) -> Output {
    let mut command = Command::cargo_bin("demarche").expect("the program is built");
    command.args(args).arg("--index").arg(directory.join("index")).output().expect("the program runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A directory with an index of the corpus in it.
fn corpus() -> TempDir {
    let directory = TempDir::new().expect("a directory");
    assert!(demarche(directory.path(), &["ingest", "corpus"]).status.success());
    directory
}

#[test]
fn a_bench_is_saved_and_compared() {
    let directory = corpus();
    let saved = demarche(directory.path(), &["bench", "--rounds", "3", "--cold", "--format", "json"]);
    assert!(saved.status.success(), "{}", text(&saved.stderr));
    let report: serde_json::Value = serde_json::from_slice(&saved.stdout).expect("JSON");
    assert_eq!(report["schema"], 1);
    assert!(report["index"]["statements"].as_u64().expect("a count") > 100);
    let classes = report["warm"].as_array().expect("classes");
    assert!(classes.len() >= 12, "{classes:?}");
    for class in classes {
        let number = |key: &str| class[key].as_u64().expect(key);
        assert_eq!(number("count"), number("queries") * 3, "{class}");
        assert!(number("hits") >= number("queries"), "every query finds something: {class}");
        let times = ["p50_ns", "p90_ns", "p99_ns", "p99.9_ns", "max_ns"].map(number);
        assert!(times[0] > 0 && times.is_sorted(), "{class}");
        let bars = class["histogram"].as_array().expect("bars");
        assert_eq!(bars.iter().map(|bar| bar[1].as_u64().expect("a count")).sum::<u64>(), number("count"), "{class}");
    }
    assert!(report["cold"]["page_cache"].as_str().expect("what was done").contains("opened again"));
    let file = directory.path().join("before.json");
    fs_err::write(&file, &saved.stdout).expect("a file is written");
    let file = file.to_str().expect("a plain path");
    let compared = demarche(directory.path(), &["bench", "--rounds", "1", "--compare", file]);
    let table = text(&compared.stdout);
    for words in ["p99 now/then", "word, rare", "queries a second", "###", "segments"] {
        assert!(table.contains(words), "no '{words}' in\n{table}");
    }
    assert!(!table.contains("other hits"), "{table}");
    let csv = demarche(directory.path(), &["bench", "--rounds", "1", "--compare", file, "--format", "csv"]);
    let rows: Vec<csv::StringRecord> =
        csv::Reader::from_reader(&*csv.stdout).records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), classes.len());
    assert!(rows.iter().all(|row| row[10].parse::<f64>().is_ok()), "{rows:?}");
}

#[test]
fn queries_come_from_a_file() {
    let directory = corpus();
    let file = directory.path().join("queries.txt");
    let bench = |queries: &str| {
        fs_err::write(&file, queries).expect("a file is written");
        let file = file.to_str().expect("a plain path");
        demarche(directory.path(), &["bench", "--rounds", "1", "--format", "csv", "--queries", file])
    };
    let done = bench("# mine\n\nroles\tsignatory:KR\nroles\ttarget:KP\nnuclear\n");
    let table = text(&done.stdout);
    assert!(table.contains("\nroles,warm,2,") && table.contains("\nquery,warm,1,"), "{table}");
    let wrong = bench("nuclear\nsignatry:KR\n");
    let error = text(&wrong.stderr);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(error.contains("queries.txt:2: ") && error.contains("hint:"), "{error}");
    let empty = bench("# nothing\n");
    assert_eq!(empty.status.code(), Some(2));
    assert!(text(&empty.stderr).contains("holds no query"), "{}", text(&empty.stderr));
}

#[test]
fn what_is_no_saved_bench_is_refused() {
    let directory = corpus();
    let done = demarche(directory.path(), &["bench", "--compare", "README.md"]);
    assert_eq!(done.status.code(), Some(2));
    let error = text(&done.stderr);
    assert!(error.contains("README.md is no saved bench") && error.contains("hint:"), "{error}");
}
