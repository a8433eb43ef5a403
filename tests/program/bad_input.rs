//! Input that cannot be read is reported with its place, counted, and costs nothing else.

use std::path::Path;
use std::process::Output;

use assert_cmd::Command;
use tempfile::TempDir;

const GOOD: &str = "Talks open\n\nROME (Sample Wire) - Ministers met on Monday.\n\nItaly said it was pleased.\n";
const ITEM: &str = "<REUTERS TOPICS=\"NO\" NEWID=\"1\"><DATE>26-FEB-1987</DATE><TEXT><TITLE>A TITLE</TITLE>\
                    <BODY>Japan said it would pay.</BODY></TEXT></REUTERS>\n";

fn demarche(directory: &Path, args: &[&str]) -> Output {
    let mut command = Command::cargo_bin("demarche").expect("the program is built");
    command.current_dir(directory).args(args).output().expect("the program runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Ingests a good article beside `bad`, and checks that the good one is indexed, the bad one named.
fn check(name: &str, bad: &[u8], read: usize, skipped: usize, complaint: &str) {
    let directory = TempDir::new().expect("a directory");
    let input = directory.path().join("in");
    fs_err::create_dir(&input).expect("a directory");
    fs_err::write(input.join("good.txt"), GOOD).expect("a file");
    fs_err::write(input.join(name), bad).expect("a file");
    let done = demarche(directory.path(), &["ingest", "in"]);
    let (out, err) = (text(&done.stdout), text(&done.stderr));
    assert_eq!(done.status.code(), Some(0), "{err}");
    assert!(
        out.contains(&format!("{read} items read")) && out.contains(&format!("{skipped} skipped")),
        "{name}: {out}"
    );
    assert!(err.contains(name) && err.contains(complaint), "{name}: {err}");
    let strict = demarche(directory.path(), &["ingest", "in", "--strict"]);
    assert_eq!(strict.status.code(), Some(2), "{name}: --strict");
    let found = demarche(directory.path(), &["search", "speaker:IT"]);
    assert_eq!(found.status.code(), Some(0), "{name}: the good article is lost");
}

#[test]
fn binary_file() {
    check("bad.txt", b"\x7fELF\x00\x01\x02\x00\x00\x00\x00\x00\x00\x00\x00", 2, 1, "not text");
}

#[test]
fn empty_file() {
    check("bad.txt", b"", 2, 1, "no article");
}

#[test]
fn broken_markup() {
    check("bad.sgm", b"<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n<REUTERS TOPICS=\"NO", 2, 1, "bad.sgm:2");
}

#[test]
fn item_cut_by_the_end_of_the_file() {
    let cut = format!("<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n{ITEM}{}", &ITEM[..100]);
    check("bad.sgm", cut.as_bytes(), 3, 1, "bad.sgm:3: the item is cut off");
}

#[test]
fn item_cut_by_the_next_one() {
    let cut = format!("<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n{}\n{ITEM}", &ITEM[..100]);
    check("bad.sgm", cut.as_bytes(), 3, 1, "bad.sgm:2: the item is cut off");
}

#[cfg(unix)]
#[test]
fn directory_loop() {
    let directory = TempDir::new().expect("a directory");
    let input = directory.path().join("in");
    fs_err::create_dir(&input).expect("a directory");
    fs_err::write(input.join("good.txt"), GOOD).expect("a file");
    std::os::unix::fs::symlink(&input, input.join("again")).expect("a link");
    let done = demarche(directory.path(), &["ingest", "in"]);
    assert_eq!(done.status.code(), Some(0));
    assert!(text(&done.stderr).contains("again: a directory loop"), "{}", text(&done.stderr));
    assert!(
        text(&done.stdout).contains("2 items read: 1 indexed, 0 replaced, 0 unchanged, 0 duplicates, 1 skipped"),
        "{}",
        text(&done.stdout)
    );
}

#[test]
fn missing_file() {
    let directory = TempDir::new().expect("a directory");
    fs_err::write(directory.path().join("good.txt"), GOOD).expect("a file");
    let done = demarche(directory.path(), &["ingest", "nowhere", "good.txt"]);
    assert_eq!(done.status.code(), Some(0));
    assert!(text(&done.stderr).contains("nowhere"), "{}", text(&done.stderr));
    assert!(
        text(&done.stdout).contains("2 items read: 1 indexed, 0 replaced, 0 unchanged, 0 duplicates, 1 skipped"),
        "{}",
        text(&done.stdout)
    );
}

#[test]
fn unreadable_file_leaves_what_was_indexed() {
    let directory = TempDir::new().expect("a directory");
    let article = directory.path().join("article.txt");
    fs_err::write(&article, GOOD).expect("a file");
    assert_eq!(demarche(directory.path(), &["ingest", "article.txt"]).status.code(), Some(0));
    fs_err::write(&article, b"\x00\x00\x00\x00\x00\x00\x00\x00").expect("a file");
    assert_eq!(demarche(directory.path(), &["ingest", "article.txt"]).status.code(), Some(0));
    assert_eq!(demarche(directory.path(), &["search", "speaker:IT"]).status.code(), Some(0));
}
