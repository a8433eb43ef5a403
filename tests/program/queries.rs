//! Runs the worked queries of `docs/queries.md`.

use assert_cmd::Command;
use tempfile::TempDir;

/// The words of a command line, single quotes taken off.
fn words(line: &str) -> Vec<String> {
    let mut out = Vec::new();
    for (at, part) in line.split('\'').enumerate() {
        if at % 2 == 1 {
            out.push(part.to_owned());
        } else {
            out.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    out
}

#[test]
fn each_finds_the_article_it_names() {
    let page = fs_err::read_to_string("docs/queries.md").expect("the page");
    let index = TempDir::new().expect("a directory");
    let demarche = || Command::cargo_bin("demarche").expect("the program is built");
    let ingest = demarche().args(["ingest", "corpus", "--index"]).arg(index.path()).output().expect("it runs");
    assert!(ingest.status.success());
    let lines: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix("demarche ")).collect();
    assert_eq!(lines.len(), 16);
    let mut faults = Vec::new();
    for line in lines {
        let (command, article) = line.rsplit_once('#').expect("an article");
        let found = demarche().args(words(command)).args(["-n", "200", "--index"]).arg(index.path()).output();
        let found = found.expect("it runs");
        let (out, err) = (String::from_utf8_lossy(&found.stdout), String::from_utf8_lossy(&found.stderr));
        if !out.contains(article.trim()) {
            faults.push(format!("{line}\n{err}{out}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
