//! Runs the examples.

use anyhow::Result;

#[expect(dead_code, reason = "the test is its main")]
#[path = "../../examples/cosigners.rs"]
mod cosigners;
#[expect(dead_code, reason = "the test is its main")]
#[path = "../../examples/signed_by.rs"]
mod signed_by;
#[expect(dead_code, reason = "the test is its main")]
#[path = "../../examples/words_near.rs"]
mod words_near;

/// Asserts that the output of an example has `words`.
#[track_caller]
fn check(run: impl FnOnce(&mut Vec<u8>) -> Result<()>, words: &[&str]) {
    let mut out = Vec::new();
    run(&mut out).expect("the example runs");
    let out = String::from_utf8(out).expect("output is UTF-8");
    for words in words {
        assert!(out.contains(words), "no '{words}' in\n{out}");
    }
}

#[test]
fn each_prints_what_it_says() {
    check(|out| signed_by::run("corpus", "Republic of Korea", out), &["signed by South Korea: ", "2024-11-05"]);
    check(
        |out| words_near::run("corpus", "nuclear w/3 war", out),
        &["a [nuclear] [war] \"cannot be won", "We affirm that a [nuclear] [war]"],
    );
    check(|out| cosigners::run("corpus", "JP", out), &["signatory JP ", "signatory US ", "year 2024 "]);
}

#[test]
fn there_are_no_others() {
    let names = fs_err::read_dir("examples").expect("examples").map(|file| file.expect("a file").file_name());
    let mut names: Vec<String> = names.map(|name| name.to_string_lossy().into_owned()).collect();
    names.sort();
    assert_eq!(names, ["cosigners.rs", "signed_by.rs", "words_near.rs"]);
}
