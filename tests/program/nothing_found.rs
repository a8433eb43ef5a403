//! What `demarche search` says when it finds nothing: each count is one that can be asked for by itself.

use std::path::Path;
use std::process::Output;

use assert_cmd::Command;
use tempfile::TempDir;

fn demarche(index: &Path, args: &[&str]) -> Output {
    let mut command = Command::cargo_bin("demarche").expect("the program is built");
    command.args(args).arg("--index").arg(index).output().expect("the program runs")
}

/// Standard error of a search for `query`, which finds nothing.
fn told(index: &Path, query: &str) -> String {
    let done = demarche(index, &["search", query]);
    assert_eq!(done.status.code(), Some(1), "{query}");
    String::from_utf8(done.stderr).expect("UTF-8")
}

/// How many statements `query` finds.
fn count(index: &Path, query: &str) -> usize {
    let done = demarche(index, &["search", query, "--count"]);
    String::from_utf8_lossy(&done.stdout).trim().parse().expect("a number")
}

/// Checks what is told of the query made of `parts`; `nearest` are the queries offered instead, in order.
#[track_caller]
fn check(index: &Path, parts: &[&str], nearest: &[&str]) {
    let query = parts.join(" ");
    let told = told(index, &query);
    let lines: Vec<&str> = told.lines().collect();
    let counted = |query: &str| format!("{query} {}", count(index, query));
    let mut alone: Vec<String> = parts.iter().map(|part| counted(part)).collect();
    let mut expected = Vec::new();
    if parts.len() == 2 {
        alone.push("both 0".to_owned());
    }
    expected.push(format!("Found alone: {}", alone.join(", ")));
    if parts.len() > 2 {
        let mut pairs = Vec::new();
        for (at, one) in parts.iter().enumerate() {
            for other in &parts[at + 1..] {
                pairs.push(format!("{one} with {other} {}", count(index, &format!("{one} {other}"))));
            }
        }
        expected.push(format!("Found together: {}", pairs.join(", ")));
    }
    for query in nearest {
        assert!(count(index, query) > 0, "{query} finds nothing either");
        expected.push(format!("Nearest: {}", counted(query)));
    }
    assert!(lines[0].starts_with("Read as: "), "{told}");
    assert_eq!(lines[1..], expected, "{query}");
}

#[test]
fn each_part_each_two_and_what_is_nearest_are_counted() {
    let index = TempDir::new().expect("a directory");
    let index = index.path();
    assert!(demarche(index, &["ingest", "corpus"]).status.success());
    check(index, &["signatory:KR", "target:JP"], &["signatory:KR country:JP"]);
    check(
        index,
        &["signatory:KR", "target:JP", "date:2024"],
        &["signatory:KR country:JP date:2024", "signatory:KR date:2024"],
    );
    check(index, &["speaker:tajani", "hlead(zebra)"], &[]);
    check(index, &["nucleer"], &["nucleer~1"]);
    check(index, &["\"war nuclear\""], &["war w/10 nuclear"]);
    // Counted as hits are: nothing is told of a search that finds something.
    let found = demarche(index, &["search", "signatory:KR"]);
    assert!(!String::from_utf8_lossy(&found.stderr).contains("Found alone"));
}
