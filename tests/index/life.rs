//! The life of an index: what is unchanged, replaced, gone, older, withdrawn or a copy, and what a kill leaves.

use std::path::Path;
use std::process::{Command as Process, Stdio};
use std::thread::sleep;
use std::time::Instant;

use assert_cmd::Command;
use demarche::index::{FileRecord, StatementIndex};
use tempfile::TempDir;

use super::desk::{Desk, news_item, story, text};

const EVERYTHING: &str = "kind:direct OR kind:mixed OR kind:indirect";

#[test]
fn only_what_is_new_or_changed_is_read() {
    let desk = Desk::new();
    desk.write("a.txt", &story("Envoys meet in Rome", "it would buy tea"));
    desk.write("b.txt", &story("Growers meet in Rome", "it would sell tea"));
    desk.write("bad.txt", "");
    desk.ingest(&[], [3, 2, 0, 0, 0, 1]);
    desk.ingest(&[], [3, 0, 0, 2, 0, 1]);
    desk.write("a.txt", &story("Envoys meet in Rome", "it would buy tea"));
    desk.ingest(&[], [3, 0, 0, 2, 0, 1]);
    desk.write("a.txt", &story("Envoys meet in Rome", "it would buy no tea at all"));
    desk.ingest(&[], [3, 0, 1, 1, 0, 1]);
    assert_eq!((desk.count("speaker:IT \"buy no tea\""), desk.count("speaker:IT")), (1, 2));
    desk.remove("b.txt");
    let told = desk.ingest(&[], [2, 0, 0, 1, 0, 1]);
    assert!(told.contains("b.txt: kept; --prune drops"), "{told}");
    assert_eq!(desk.count("speaker:IT"), 2);
    desk.ingest(&["--prune"], [2, 0, 0, 1, 0, 1]);
    assert_eq!(desk.count("speaker:IT"), 1);
}

#[test]
fn what_stays_in_a_file_that_grew_is_no_copy_of_itself() {
    let desk = Desk::new();
    let row = |what: &str| {
        format!("Envoys meet,\"ROME (Sample Wire) - Italy said on Monday it would buy {what}.\",2024-11-05\n")
    };
    let table = |rows: &[&str]| format!("title,text,date\n{}", rows.iter().map(|what| row(what)).collect::<String>());
    desk.write("a.csv", &table(&["tea", "coffee"]));
    desk.ingest(&[], [2, 2, 0, 0, 0, 0]);
    desk.write("a.csv", &table(&["tea", "coffee", "salt"]));
    desk.ingest(&[], [3, 0, 3, 0, 0, 0]);
    assert_eq!(desk.count("speaker:IT"), 3);
}

#[test]
fn a_file_of_the_same_size_and_time_is_not_opened() {
    let desk = Desk::new();
    let times = |at: &Path| fs_err::metadata(at).and_then(|metadata| metadata.modified()).expect("a time");
    for number in 0..200 {
        desk.write(
            &format!("{number:03}.txt"),
            &story("Envoys meet in Rome", &format!("it would buy tea no {number}")),
        );
    }
    desk.ingest(&[], [200, 200, 0, 0, 0, 0]);
    // Other words of the same length at the same time: whoever opened the file would find them.
    for number in 0..200 {
        let path = desk.0.path().join(format!("in/{number:03}.txt"));
        let time = times(&path);
        desk.write(
            &format!("{number:03}.txt"),
            &story("Envoys meet in Rome", &format!("it would sip tea no {number}")),
        );
        fs_err::OpenOptions::new()
            .write(true)
            .open(&path)
            .and_then(|file| file.set_modified(time))
            .expect("it is ours");
    }
    desk.ingest(&[], [200, 0, 0, 200, 0, 0]);
}

#[test]
fn every_item_is_reported_and_the_counts_add_up() {
    let desk = Desk::new();
    let samples = Path::new("tests/data/formats").canonicalize().expect("samples");
    let done = desk.run(&["ingest", samples.to_str().expect("a name"), "--report", "report.jsonl"]);
    let out = text(&done.stdout);
    let number = |word: &str| -> usize {
        let before = out.split(word).next().and_then(|before| before.split_whitespace().last());
        before.and_then(|number| number.parse().ok()).unwrap_or_else(|| panic!("no {word} in {out}"))
    };
    let kinds = ["indexed", "replaced", "unchanged", "duplicates", "skipped"].map(|kind| number(&format!(" {kind}")));
    assert_eq!(number(" items read"), kinds.iter().sum::<usize>());
    let report = fs_err::read_to_string(desk.0.path().join("report.jsonl")).expect("a report");
    assert_eq!(report.lines().count(), number(" items read"));
    for line in report.lines() {
        let row: serde_json::Value = serde_json::from_str(line).expect("JSON");
        assert_eq!(row["outcome"] == "skipped", row["reason"].is_string(), "{line}");
    }
}

#[test]
fn the_newest_version_is_current_and_a_kill_withdraws_the_story() {
    let desk = Desk::new();
    desk.write("1.xml", &news_item(1, "usable", "it would buy much tea this year", ""));
    desk.ingest(&[], [1, 1, 0, 0, 0, 0]);
    desk.write("2.xml", &news_item(2, "usable", "it would buy no tea this year", ""));
    desk.ingest(&[], [2, 1, 0, 1, 0, 0]);
    assert_eq!((desk.count("\"much tea\""), desk.count("\"no tea\"")), (0, 1));
    let versions = text(&desk.run(&["versions", &desk.id("\"no tea\"")]).stdout);
    assert!(versions.contains(" older version 1 ") && versions.contains(" current version 2 "), "{versions}");
    assert!(versions.contains("reworded: it would buy much tea this year"), "{versions}");
    let id = desk.id("\"no tea\"");
    desk.write("3.xml", &news_item(3, "canceled", "nothing", ""));
    desk.ingest(&[], [3, 1, 0, 2, 0, 0]);
    assert_eq!(desk.count(EVERYTHING), 0);
    let shown = text(&desk.run(&["show", &id]).stdout);
    assert!(shown.contains("set this story to canceled on 2024-11-05T13:00:00Z, by in/3.xml"), "{shown}");
    desk.remove("3.xml");
    desk.ingest(&["--prune"], [2, 0, 0, 2, 0, 0]);
    assert_eq!((desk.count("\"much tea\""), desk.count("\"no tea\"")), (0, 1));
}

#[test]
fn marks_before_a_headline_chain_versions() {
    let desk = Desk::new();
    desk.write("a.txt", &story("Envoys meet in Rome", "it would buy much tea"));
    desk.write("b.txt", &story("UPDATE 1-Envoys meet in Rome", "it would buy no tea"));
    desk.write("c.txt", &story("Growers meet in Rome", "it was pleased"));
    desk.ingest(&[], [3, 3, 0, 0, 0, 0]);
    assert_eq!((desk.count("\"much tea\""), desk.count("\"no tea\""), desk.count("speaker:IT")), (0, 1, 2));
}

#[test]
fn a_copy_is_kept_and_takes_the_place_of_the_first() {
    let desk = Desk::new();
    desk.write("a.txt", &story("Envoys meet in Rome", "it would buy tea"));
    desk.write("b.txt", &story("Envoys meet in Rome", "it would buy tea"));
    desk.ingest(&[], [2, 1, 0, 0, 1, 0]);
    assert_eq!(desk.count("speaker:IT"), 1);
    desk.remove("a.txt");
    desk.ingest(&["--prune"], [1, 0, 0, 1, 0, 0]);
    assert_eq!(desk.count("speaker:IT"), 1);
}

#[test]
fn an_index_of_another_version_is_rebuilt() {
    let desk = Desk::new();
    desk.write("a.txt", &story("Envoys meet in Rome", "it would buy tea"));
    desk.ingest(&[], [1, 1, 0, 0, 0, 0]);
    let meta = desk.0.path().join("index/meta.json");
    let made = fs_err::read_to_string(&meta).expect("the index");
    let other = made.replace("\"payload\": \"", "\"payload\": \"0").replace("\"payload\":\"", "\"payload\":\"0");
    assert_ne!(made, other);
    fs_err::write(&meta, other).expect("the index");
    let refused = desk.run(&["search", "speaker:IT"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(text(&refused.stderr).contains("demarche rebuild"), "{}", text(&refused.stderr));
    let rebuilt = desk.run(&["rebuild"]);
    assert_eq!(rebuilt.status.code(), Some(0), "{}", text(&rebuilt.stderr));
    assert_eq!(desk.count("speaker:IT"), 1);
    desk.remove("a.txt");
    let refused = desk.run(&["rebuild"]);
    assert!(text(&refused.stderr).contains("1 files the index was made of are gone"), "{}", text(&refused.stderr));
    assert_eq!(desk.count("speaker:IT"), 1);
}

#[test]
fn a_second_writer_is_refused_and_the_index_answers() {
    let desk = Desk::new();
    desk.write("a.txt", &story("Envoys meet in Rome", "it would buy tea"));
    desk.ingest(&[], [1, 1, 0, 0, 0, 0]);
    let index = StatementIndex::open(desk.0.path().join("index")).expect("an index");
    let writer = index.writer(1).expect("a writer");
    let refused = desk.run(&["ingest", "in"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(text(&refused.stderr).contains("another program is writing"), "{}", text(&refused.stderr));
    assert_eq!(desk.count("speaker:IT"), 1);
    drop(writer);
    desk.write("no", "a file");
    let refused = desk.run(&["ingest", "in", "--index", "in/no/index"]);
    assert!(text(&refused.stderr).contains("hint: check the directory's permissions"), "{}", text(&refused.stderr));
}

#[test]
fn a_writer_that_is_just_leaving_is_waited_for() {
    let desk = Desk::new();
    let index = StatementIndex::open_or_create(desk.0.path().join("index")).expect("an index");
    let leaving = index.writer(1).expect("a writer");
    let left = std::thread::spawn(move || {
        std::thread::sleep(std::time::Duration::from_millis(70));
        drop(leaving);
    });
    index.writer(1).expect("the other has left");
    left.join().expect("it ends");
}

/// All statements of an index, as they are printed, in a fixed order.
fn everything(directory: &Path) -> Vec<String> {
    let mut command = Command::cargo_bin("demarche").expect("the program is built");
    let asked = ["search", EVERYTHING, "-n", "100000", "--format", "jsonl", "--index"];
    let found = command.args(asked).arg(directory).output().expect("the program runs");
    let mut lines: Vec<String> = text(&found.stdout).lines().map(str::to_owned).collect();
    lines.sort_unstable();
    lines
}

/// What an index remembers of its files: versions, copies and stories among it.
fn remembered(directory: &Path) -> Vec<FileRecord> {
    StatementIndex::open(directory).expect("an index").files().expect("its files")
}

fn ingest_corpus(directory: &Path) -> Process {
    let mut command = Process::new(env!("CARGO_BIN_EXE_demarche"));
    let paths = ["ingest", "corpus", "tests/data/formats", "--threads", "2", "--commit-every", "9", "--index"];
    command.args(paths).arg(directory).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// How often a program is killed: set `DEMARCHE_KILLS=50` for the long run.
fn kills() -> u32 {
    std::env::var("DEMARCHE_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(3)
}

/// A number below 1000 that looks random and is the same in every run.
fn scattered(seed: &mut u64) -> u32 {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    u32::try_from(*seed >> 40).expect("24 bits") % 1000
}

#[test]
fn a_killed_ingest_loses_nothing() {
    let kills = kills();
    let whole = TempDir::new().expect("a directory");
    let started = Instant::now();
    assert!(ingest_corpus(whole.path()).status().expect("it runs").success());
    let took = started.elapsed();
    let expected = everything(whole.path());
    let files = remembered(whole.path());
    assert!(expected.len() > 100, "{}", expected.len());
    let mut seed = 0x5EED_u64;
    for kill in 0..kills {
        let index = TempDir::new().expect("a directory");
        let part = scattered(&mut seed);
        let mut running = ingest_corpus(index.path()).spawn().expect("it runs");
        sleep(took * part / 1000);
        running.kill().expect("it can be killed");
        running.wait().expect("it ends");
        if index.path().join("meta.json").exists() {
            let mut check = Command::cargo_bin("demarche").expect("the program is built");
            let found = check.args(["check", "--index"]).arg(index.path()).output().expect("the program runs");
            assert_eq!(found.status.code(), Some(0), "kill {kill}: {}{}", text(&found.stdout), text(&found.stderr));
        }
        assert!(ingest_corpus(index.path()).status().expect("it runs").success(), "kill {kill}");
        assert_eq!(everything(index.path()), expected, "kill {kill} after {part}");
        assert_eq!(remembered(index.path()), files, "kill {kill} after {part}");
    }
}

#[test]
fn a_killed_rebuild_loses_nothing() {
    let desk = Desk::new();
    for number in 0..20 {
        desk.write(&format!("{number}.txt"), &story("Envoys meet in Rome", &format!("it would buy tea no {number}")));
    }
    desk.ingest(&[], [20, 20, 0, 0, 0, 0]);
    let index = desk.0.path().join("index");
    let rebuild = || {
        let mut command = Process::new(env!("CARGO_BIN_EXE_demarche"));
        command.arg("rebuild").current_dir(desk.0.path()).stdout(Stdio::null()).stderr(Stdio::null());
        command
    };
    let started = Instant::now();
    assert!(rebuild().status().expect("it runs").success());
    let took = started.elapsed();
    let expected = everything(&index);
    assert_eq!(expected.len(), 20);
    let mut seed = 0x5EED_u64;
    for kill in 0..kills() {
        let mut running = rebuild().spawn().expect("it runs");
        sleep(took * scattered(&mut seed) / 1000);
        running.kill().expect("it can be killed");
        running.wait().expect("it ends");
        assert_eq!(desk.run(&["check"]).status.code(), Some(0), "kill {kill}");
        assert!(everything(&index) == expected, "kill {kill}");
    }
}
