//! Speakers are found by office and by name, judged at the statement's date.

use std::path::Path;
use std::process::Command;

use assert_cmd::cargo::cargo_bin;
use tempfile::TempDir;

/// Name of the file, and the article in it.
const ARTICLES: [(&str, &str); 9] = [
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
    ("surname", "PARIS, Oct 15, 2024 (Sample Wire) - France would not wait for others, Barrot said on Tuesday.\n"),
    ("early", "PARIS, Oct 15, 2010 (Sample Wire) - France would not wait for its partners, Barrot said on Friday.\n"),
    (
        "bodies",
        "TOKYO, Oct 16, 2024 (Sample Wire) - Japan said on Wednesday it would wait. Japan's Foreign Ministry said \
         the talks were useful. The White House said it was content.\n",
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
    registry(&index);
    posts(&index);
    for (query, files) in [
        ("speaker:\"French foreign minister\" date:2024", &["accent", "name", "surname", "title"][..]),
        ("speaker:\"foreign minister of France\" date:2010", &["before"]),
        ("speaker:\"Jean-Noel Barrot\"", &["accent", "name", "surname", "title"]),
        ("speaker:barrot", &["accent", "early", "name", "surname", "title"]),
        ("speaker:barrot date:2010", &["early"]),
        ("speaker:\"French foreign minister\" date:2010", &["before"]),
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
    replaced_and_deleted(dir.path(), &index);
}

/// The registry counts what the index holds now.
fn replaced_and_deleted(dir: &Path, index: &Path) {
    for name in ["name", "accent", "surname", "early"] {
        let file = dir.join(format!("{name}.txt"));
        let other = fs_err::read_to_string(&file).expect("an article").replace("Barrot", "Martel");
        if name == "name" { fs_err::write(file, other) } else { fs_err::remove_file(file) }.expect("a change");
    }
    demarche(index, &["ingest", "--prune", dir.to_str().expect("a plain path")]);
    let (out, _) = demarche(index, &["actors", "barrot"]);
    assert_eq!(out, "");
    let (out, err) = demarche(index, &["actors", "Jean-Noel Martel", "--format", "json"]);
    assert!(out.contains("\"statements\": 1"), "{err}{out}");
}

/// Spellings of one name are one actor, an office without a name is another, and a file gone is forgotten.
fn registry(index: &Path) {
    let rows = |name: &str| -> Vec<serde_json::Value> {
        let (out, err) = demarche(index, &["actors", name, "--format", "json"]);
        if out.is_empty() { Vec::new() } else { serde_json::from_str(&out).unwrap_or_else(|_| panic!("{err}{out}")) }
    };
    let mut barrot = rows("barrot");
    // Nobody of that name was in office in 2010, so that surname stays by itself.
    assert_eq!(barrot.len(), 2, "{barrot:?}");
    barrot.retain(|row| row["countries"][0] == "FR");
    assert_eq!((&barrot[0]["kind"], &barrot[0]["statements"]), (&"person".into(), &3.into()));
    assert_eq!(barrot[0]["aliases"].as_array().map(Vec::len), Some(2), "{barrot:?}");
    let office = rows("French foreign minister");
    let unnamed = office.iter().find(|row| row["kind"] == "office").expect("an unnamed office");
    assert_eq!(
        (&unnamed["roles"][0]["first"], &unnamed["roles"][0]["last"]),
        (&"2010-10-10".into(), &"2024-10-10".into())
    );
    assert_eq!(rows("tajani")[0]["roles"][0]["role"], "Italian Foreign Minister");
    assert!(rows("nobody at all").is_empty());
    for body in ["Japan", "Foreign Ministry", "White House"] {
        let found = rows(body);
        assert!(!found.is_empty() && found.iter().all(|row| row["kind"] == "office"), "{body}: {found:?}");
    }
}

/// The JSON of a search gives a speaker without a role the one of that day in the tables.
fn posts(index: &Path) {
    let roles = |query: &str| -> Vec<String> {
        let (out, _) = demarche(index, &["search", query, "--format", "jsonl"]);
        let hits = out.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON"));
        let speakers = hits.flat_map(|hit| hit["speakers"].as_array().cloned().unwrap_or_default());
        speakers.map(|speaker| speaker["role_by_tables"].as_str().unwrap_or("none").to_lowercase()).collect()
    };
    assert_eq!(roles("speaker:barrot date:2024-10-15"), ["foreign minister"]);
    assert_eq!(roles("speaker:barrot date:2010"), ["none"]);
}
