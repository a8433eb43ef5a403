//! What `demarche extract` prints, byte for byte where it matters.

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

const ARTICLE: &str = "\u{feff}Ministers worried\r\n\r\n  \u{2022} World\r\n  \u{2022} Tuesday, 05 Nov 2024\r\n\r\nROME (Sample Wire) \
    - \u{201C}The caf\u{e9} is na\u{ef}vely run,\u{201D} Italian Foreign Minister Antonio Tajani said on Tuesday.\r\n";

fn extract(format: &str) -> Value {
    let directory = TempDir::new().expect("a directory");
    let path = directory.path().join("article.one.txt");
    fs_err::write(&path, ARTICLE).expect("a file");
    let mut command = Command::cargo_bin("demarche").expect("the program is built");
    let done = command.args(["extract", "--format", format]).arg(&path).output().expect("the program runs");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let out = String::from_utf8(done.stdout).expect("output is UTF-8");
    assert_eq!(out.lines().count(), 1, "{out}");
    serde_json::from_str(&out).expect("a line of JSON")
}

/// The characters `span` covers in the article without its byte order mark.
fn characters(span: &Value) -> String {
    let edge = |at: usize| usize::try_from(span[at].as_u64().expect("a number")).expect("it fits");
    ARTICLE.trim_start_matches('\u{feff}').chars().skip(edge(0)).take(edge(1) - edge(0)).collect()
}

/// The bytes `span` covers.
fn bytes(span: &Value) -> &'static str {
    let edge = |at: usize| usize::try_from(span[at].as_u64().expect("a number")).expect("it fits");
    &ARTICLE.trim_start_matches('\u{feff}')[edge(0)..edge(1)]
}

#[test]
fn spans_count_characters() {
    let line = extract("spans");
    assert_eq!(line["doc_id"], "article.one");
    let statement = &line["statements"][0];
    assert!(characters(&statement["content"][0]).contains("caf\u{e9} is na\u{ef}vely run"));
    assert_eq!(characters(&statement["cue"][0]), "said");
    assert_eq!(characters(&statement["source"][0]), "Italian Foreign Minister Antonio Tajani");
}

#[test]
fn json_has_every_documented_key() {
    let line = extract("jsonl");
    let readme = fs_err::read_to_string("README.md").expect("there is a README");
    let table = readme.split("## JSON of a statement").nth(1).expect("the keys are documented");
    for key in line.as_object().expect("an object").keys() {
        assert!(table.contains(&format!("`{key}`")), "{key} is not documented");
    }
    assert_eq!(line["schema"], 2);
    assert_eq!(line["kind"], "direct");
    assert_eq!(line["joint"], false);
    assert_eq!(line["act"], "affirm");
    assert_eq!(bytes(&line["acts"][0]["evidence"]), "said");
    assert_eq!(bytes(&line["cue"]), "said");
    assert_eq!(line["speakers"][0]["name"], "Antonio Tajani");
    assert_eq!(line["speakers"][0]["role"], "Italian Foreign Minister");
    assert_eq!(line["speakers"][0]["country"], "IT");
    assert_eq!(line["date"], "2024-11-05");
    assert_eq!(line["article"]["headline"], "Ministers worried");
    assert_eq!(line["article"]["dateline"]["city"], "ROME");
    assert_eq!(line["article"]["dateline"]["agency"], "Sample Wire");
}
