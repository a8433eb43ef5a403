//! Speakers are found by office and by name, judged at the statement's date.

use std::path::Path;
use std::process::Command;

use assert_cmd::cargo::cargo_bin;
use tempfile::TempDir;

/// Name of the file, and the article in it.
const ARTICLES: [(&str, &str); 6] = [
    ("name", "PARIS, Oct 8, 2024 (Sample Wire) - France will send more aid, Jean-Noel Barrot said on Tuesday.\n"),
    (
        "accent",
        "PARIS, Oct 9, 2024 (Sample Wire) - France will send less aid, Jean-No\u{eb}l Barrot said on Wednesday.\n",
    ),
    (
        "title",
        "PARIS, Oct 10, 2024 (Sample Wire) - The French foreign minister said on Thursday the talks had failed.\n",
    ),
    ("before", "PARIS, Oct 10, 2010 (Sample Wire) - The French foreign minister said on Sunday the talks had begun.\n"),
    (
        "deputy",
        "BERLIN, Oct 11, 2024 (Sample Wire) - A former French foreign minister, Paul Martel, said on Friday the \
         plan was bad.\n",
    ),
    (
        "other",
        "ROME, Oct 12, 2024 (Sample Wire) - Italian Foreign Minister Antonio Tajani said on Saturday the plan was \
         good.\n",
    ),
];

fn demarche(index: &Path, args: &[&str]) -> (String, String) {
    let done = Command::new(cargo_bin("demarche")).args(args).arg("--index").arg(index).output().expect("it runs");
    (String::from_utf8_lossy(&done.stdout).into_owned(), String::from_utf8_lossy(&done.stderr).into_owned())
}

#[test]
fn offices_and_their_holders() {
    let dir = TempDir::new().expect("a directory");
    for (name, text) in ARTICLES {
        let headline = format!("Headline of {name}\n\n{text}");
        fs_err::write(dir.path().join(format!("{name}.txt")), headline).expect("an article");
    }
    let index = dir.path().join("index");
    demarche(&index, &["ingest", dir.path().to_str().expect("a plain path")]);
    for (query, files) in [
        ("speaker:\"French foreign minister\" date:2024", &["accent", "name", "title"][..]),
        ("speaker:\"foreign minister of France\" date:2010", &["before"]),
        ("speaker:\"Jean-Noel Barrot\"", &["accent", "name", "title"]),
        ("speaker:barrot", &["accent", "name", "title"]),
        ("speaker:barrot date:2010", &[]),
        ("speaker:\"Italian foreign minister\"", &["other"]),
        ("speaker:tajani", &["other"]),
        ("speaker:\"German foreign minister\"", &[]),
    ] {
        let (out, err) = demarche(&index, &["search", query, "-n", "50", "--format", "jsonl"]);
        let found: Vec<&str> = ARTICLES
            .iter()
            .map(|(name, _)| *name)
            .filter(|name| out.contains(&format!("Headline of {name}")))
            .collect();
        let mut found = found;
        found.sort_unstable();
        assert_eq!(found, files, "{query}: {err}{out}");
    }
}
