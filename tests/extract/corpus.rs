//! The statements of every corpus article, compared with its golden file.
//!
//! `DEMARCHE_BLESS=1 cargo test --test extract corpus::` writes the golden files anew; read the difference before
//! it is committed. The hand-made truth they are judged by is in `tests/corpus_truth/`.

use std::path::{Path, PathBuf};

use assert_cmd::Command;

const CORPUS: &str = "corpus";
const GOLDEN: &str = "tests/golden/corpus";
const LEAST: usize = 24;

fn articles() -> Vec<PathBuf> {
    let entries = fs_err::read_dir(CORPUS).expect("there is a corpus");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("the corpus can be listed").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    paths
}

/// The statements of `path`, one JSON object a line, as `demarche extract` prints them.
fn extracted(path: &Path) -> String {
    let output = Command::cargo_bin("demarche")
        .expect("the program is built")
        .args(["extract", "--format", "jsonl"])
        .arg(path)
        .output()
        .expect("the program runs");
    assert_ne!(output.status.code(), Some(2), "{}: {}", path.display(), String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("JSON is UTF-8")
}

fn golden(path: &Path) -> PathBuf {
    let name = path.file_stem().expect("an article has a name");
    Path::new(GOLDEN).join(name).with_extension("jsonl")
}

#[test]
fn every_article_gives_its_golden_statements() {
    let articles = articles();
    assert!(articles.len() >= LEAST, "{} articles", articles.len());
    let bless = std::env::var_os("DEMARCHE_BLESS").is_some();
    let mut differences = Vec::new();
    for path in &articles {
        let found = extracted(path);
        let golden = golden(path);
        if bless {
            fs_err::create_dir_all(GOLDEN).expect("the golden directory can be made");
            fs_err::write(&golden, &found).expect("a golden file can be written");
        }
        let wanted = fs_err::read_to_string(&golden).unwrap_or_default();
        if found != wanted {
            differences.push(format!("{}:\nwanted\n{wanted}found\n{found}", path.display()));
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

#[test]
fn no_golden_file_is_left_behind() {
    let wanted: Vec<PathBuf> = articles().iter().map(|path| golden(path)).collect();
    for entry in fs_err::read_dir(GOLDEN).expect("there are golden files") {
        let path = entry.expect("the golden files can be listed").path();
        assert!(wanted.contains(&path), "{} has no article", path.display());
    }
}
