//! Ingest, search, show and stats, run as a user runs them.

use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};
use std::time::Duration;

use assert_cmd::Command;
use tempfile::TempDir;

fn demarche(index: &Path, args: &[&str]) -> Output {
    let mut command = Command::cargo_bin("demarche").expect("the program is built");
    let (name, rest) = args.split_first().expect("a command");
    command.arg(name).args(rest).arg("--index").arg(index).output().expect("the program runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// An index of the corpus.
fn corpus() -> TempDir {
    let index = TempDir::new().expect("a directory");
    let done = demarche(index.path(), &["ingest", "corpus"]);
    assert!(done.status.success(), "{}", text(&done.stderr));
    index
}

/// Asserts the exit status of a search, and what it prints.
fn check(index: &TempDir, query: &str, status: i32, printed: &[&str]) {
    let done = demarche(index.path(), &["search", query, "-n", "200"]);
    let (out, err) = (text(&done.stdout), text(&done.stderr));
    assert_eq!(done.status.code(), Some(status), "{query}: {err}{out}");
    for words in printed {
        assert!(out.contains(words) || err.contains(words), "{query}: no '{words}' in\n{err}{out}");
    }
    if status != 2 {
        assert!(err.starts_with("Read as: "), "{query}: {err}");
    }
}

#[test]
fn searches_by_role() {
    let index = corpus();
    let partners = "2024-11-05-g7-partners-north-korea.txt";
    for korea in ["KR", "\"South Korea\"", "ROK", "\"Republic of Korea\"", "korea-south", "kor", "seoul"] {
        check(&index, &format!("signatory:{korea} target:KP date:2024"), 0, &[partners]);
    }
    check(&index, "signatory:members(G7) signatory:KR", 0, &[partners]);
    check(&index, "signatory:KR,JP date:2024-07", 0, &["2024-07-29-quad-tokyo.txt"]);
    check(&index, "signatory:KP date:2024", 1, &["No statement found"]);
    check(&index, "signatory:RU date:2022-02-04", 0, &["no-limits"]);
    check(&index, "target:RU date:2022-02-24", 0, &["g7-invasion"]);
    check(&index, "signatory:RU date:2022-02-24", 1, &[]);
    check(&index, "kind:direct speaker:UA", 0, &[]);
    check(&index, "joint:yes NOT signatory:* date:2023", 0, &["renault-nissan"]);
    check(&index, "nonsignatory:*", 0, &["louvre"]);
    check(&index, "\"nuclear war\" (kind:mixed OR kind:indirect)", 0, &[]);
}

#[test]
fn searches_by_act_confidence_and_doubt() {
    let index = corpus();
    check(&index, "act:condemn signatory:JP date:2024-07", 0, &["quad-tokyo", "condemn"]);
    check(&index, "act:apologise", 0, &["japan-korea-apology"]);
    check(&index, "act:decline-comment,deny joint:no", 0, &["decline-comment", "deny"]);
    check(&index, "act:urge NOT act:*", 1, &[]);
    check(&index, "confidence:>0.9 kind:direct", 0, &[]);
    check(&index, "confidence:0..1 NOT confidence:*", 1, &[]);
    check(&index, "doubt:unattributed-quotation doubt:count-disagrees", 1, &[]);
}

#[test]
fn searches_by_topic() {
    let index = corpus();
    check(&index, "signatory:KR target:KP date:2024", 0, &["signatory: G7 + AU NZ KR\n"]);
    check(&index, "topic:\"nuclear weapons\" date:2022", 0, &["p5-nuclear-war", "topic: "]);
    check(&index, "topic:\"conflict, war and peace\" date:2022-02-24", 0, &["g7-invasion"]);
    check(&index, "about:medtop:16000000 NOT topic:medtop:16000000", 1, &[]);
}

#[test]
fn searches_by_publication() {
    let index = corpus();
    check(&index, "dateline:dubai", 0, &["iran-drones-denial"]);
    check(&index, "agency:\"Sample Wire\" headline:drone", 0, &["iran-drones-denial"]);
    check(&index, "byline:kazemi", 0, &["iran-drones-denial"]);
    check(&index, "byline:tull date:2022-10-15", 1, &[]);
    check(&index, "credit:tull credit:kazemi", 0, &["iran-drones-denial"]);
    check(&index, "place:Pahalgam", 0, &["sco-qingdao"]);
    check(&index, "actor:KR org:G7 date:2024-11", 0, &["g7-partners"]);
    check(&index, "section:*", 0, &[]);
}

#[test]
fn refuses_what_it_cannot_understand() {
    let index = corpus();
    check(&index, "signatry:KR", 2, &["^^^^^^^^", "hint:", "signatory"]);
    check(&index, "signatory:Ruritania", 2, &["^^^^^^^^^", "hint:"]);
    check(&index, "date:2024-13", 2, &["^^^^^^^", "hint:"]);
    check(&index, "(a OR b", 2, &["^", "hint:"]);
    let nowhere = TempDir::new().expect("a directory");
    check(&nowhere, "signatory:KR", 2, &["no index", "hint:"]);
}

#[test]
fn ingesting_again_replaces() {
    let index = corpus();
    let before = text(&demarche(index.path(), &["stats"]).stdout);
    let again = demarche(index.path(), &["ingest", "corpus", "--threads", "2"]);
    assert!(text(&again.stdout).contains("0 indexed, 0 replaced, 66 unchanged"), "{}", text(&again.stdout));
    let count = |stats: &str| stats.lines().take(4).map(str::to_owned).collect::<Vec<_>>();
    let after = text(&demarche(index.path(), &["stats"]).stdout);
    assert_eq!(count(&before), count(&after));
}

#[test]
fn one_and_many_threads_give_the_same() {
    let (one, many) = (TempDir::new().expect("a directory"), TempDir::new().expect("a directory"));
    for (index, threads) in [(&one, "1"), (&many, "4")] {
        assert!(demarche(index.path(), &["ingest", "corpus", "--threads", threads]).status.success());
    }
    let all = |index: &TempDir| {
        text(&demarche(index.path(), &["search", "date:1985..", "-n", "10000", "--format", "jsonl"]).stdout)
    };
    assert!(all(&one).lines().count() > 100);
    assert_eq!(all(&one), all(&many));
}

#[test]
fn a_dry_run_writes_nothing_and_a_report_has_a_line_for_each_item() {
    let index = TempDir::new().expect("a directory");
    let report = index.path().join("report.jsonl");
    let directory = index.path().join("index");
    let args = ["ingest", "corpus", "--dry-run", "--report", report.to_str().expect("a plain path")];
    let done = demarche(&directory, &args);
    assert!(text(&done.stdout).contains("66 items read: 66 indexed"), "{}", text(&done.stdout));
    assert!(!directory.exists());
    assert_eq!(fs_err::read_to_string(report).expect("a report").lines().count(), 66);
}

#[test]
fn shows_an_article_by_the_id_of_a_statement() {
    let index = corpus();
    let found = demarche(index.path(), &["search", "signatory:KR target:KP date:2024-11", "--format", "jsonl"]);
    let hit: serde_json::Value =
        serde_json::from_str(text(&found.stdout).lines().next().expect("a hit")).expect("JSON");
    let id = hit["id"].as_str().expect("an id");
    let shown = text(&demarche(index.path(), &["show", id]).stdout);
    for words in
        ["about: KP North Korea", "signatory KR", "target against", "joint statement", "Next In World", "reporting:"]
    {
        assert!(shown.contains(words), "no '{words}' in\n{shown}");
    }
    assert_eq!(demarche(index.path(), &["show", "ffffffffff"]).status.code(), Some(1));
}

#[test]
fn counts() {
    let index = corpus();
    let count = demarche(index.path(), &["search", "joint:yes", "--count"]);
    let stats = text(&demarche(index.path(), &["stats"]).stdout);
    let number = text(&count.stdout).trim().to_owned();
    assert!(stats.contains(&format!("joint     {number:>10}")), "{number}\n{stats}");
}

/// Killed at any moment, the index opens and holds whole commits only.
#[test]
fn a_killed_ingest_leaves_a_readable_index() {
    let index = corpus();
    let before = text(&demarche(index.path(), &["search", "joint:yes", "--count"]).stdout);
    let program: PathBuf = assert_cmd::cargo::cargo_bin("demarche");
    for wait in [1, 5, 20, 60, 120, 250] {
        let mut child = std::process::Command::new(&program)
            .args(["ingest", "corpus", "--index"])
            .arg(index.path())
            .stdout(Stdio::null())
            .spawn()
            .expect("the program runs");
        std::thread::sleep(Duration::from_millis(wait));
        let _ = child.kill();
        let _ = child.wait();
        let after = demarche(index.path(), &["search", "joint:yes", "--count"]);
        assert_eq!(text(&after.stdout), before, "after {wait} ms: {}", text(&after.stderr));
    }
}

/// Writes `count` articles, each with a statement on `topic`, one a file.
fn articles(directory: &Path, count: usize, topic: &str) {
    for number in 0..count {
        let text = format!(
            "PARIS, March {} - France and Italy said in a joint statement they welcomed {topic} number {number}.\n",
            1 + number % 28
        );
        fs_err::write(directory.join(format!("{topic}-{number}.txt")), text).expect("a file");
    }
}

fn segments(index: &Path) -> (String, usize) {
    let stats = text(&demarche(index, &["stats"]).stdout);
    let line = stats.lines().find(|line| line.starts_with("segments")).unwrap_or_default().to_owned();
    let files = fs_err::read_dir(index).expect("an index");
    let stores =
        files.filter(|file| file.as_ref().is_ok_and(|file| file.path().extension().is_some_and(|e| e == "store")));
    (line.split_whitespace().last().unwrap_or_default().to_owned(), stores.count())
}

#[test]
fn segments_are_joined_where_that_costs_no_more_than_the_ingest() {
    let (index, files) = (TempDir::new().expect("a directory"), TempDir::new().expect("a directory"));
    articles(files.path(), 120, "herring");
    let path = files.path().to_str().expect("a plain path");
    assert!(demarche(index.path(), &["ingest", path, "--threads", "2"]).status.success());
    assert_eq!(segments(index.path()), ("1".to_owned(), 1));
    articles(files.path(), 2, "herring");
    fs_err::write(files.path().join("herring-0.txt"), "ROME, March 1 - Italy said in a statement it welcomed cod.\n")
        .expect("a file");
    articles(files.path(), 3, "lobster");
    assert!(demarche(index.path(), &["ingest", path]).status.success());
    assert_eq!(segments(index.path()), ("2".to_owned(), 2));
    for (query, count) in [("herring", "119"), ("lobster", "3"), ("cod", "1"), ("herring OR lobster", "122")] {
        let counted = demarche(index.path(), &["search", query, "--copies", "--count"]);
        assert_eq!(text(&counted.stdout).trim(), count, "{query}");
    }
}
