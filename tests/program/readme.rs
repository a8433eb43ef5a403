//! Runs the commands of the README.

use std::path::Path;

use assert_cmd::Command;
use tempfile::TempDir;

const RUN: &str = "cargo run --release --quiet -- ";

fn readme() -> String {
    fs_err::read_to_string("README.md").expect("there is a README")
}

/// The lines of the README's shell blocks, in order.
fn shell_lines(readme: &str) -> Vec<&str> {
    let mut inside = false;
    let mut out = Vec::new();
    for line in readme.lines() {
        match line {
            "```sh" => inside = true,
            "```" => inside = false,
            line if inside => out.push(line),
            _ => {}
        }
    }
    out
}

/// The words of a command line, single quotes taken off.
fn words(line: &str) -> Vec<String> {
    let mut out = Vec::new();
    for (at, part) in line.split('\'').enumerate() {
        if at % 2 == 1 {
            out.push(part.to_owned());
        } else {
            out.extend(part.split_whitespace().take_while(|word| !word.starts_with('#')).map(str::to_owned));
        }
    }
    out
}

/// Runs `demarche` with the words of `line`, its index in `index`; standard output.
fn run(line: &str, index: &Path) -> String {
    let words = words(line);
    let mut command = Command::cargo_bin("demarche").expect("the program is built");
    let done = command.args(&words).arg("--index").arg(index).output().expect("the program runs");
    assert!(done.status.success(), "{line}: {}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).expect("output is UTF-8")
}

#[test]
fn the_first_command_answers_its_question() {
    let readme = readme();
    let first = shell_lines(&readme)[0];
    let index = TempDir::new().expect("a directory");
    let outputs: Vec<String> = first
        .split(" && ")
        .map(|line| run(line.strip_prefix(RUN).expect("a command of the program"), index.path()))
        .collect();
    let [ingest, search] = outputs.as_slice() else { panic!("two commands, not {}", outputs.len()) };
    assert!(ingest.contains("66 indexed, 0 replaced, 0 unchanged, 0 duplicates, 0 skipped"), "{ingest}");
    assert!(search.contains("the statement was also signed by") || search.contains("2024"), "{search}");
}

#[test]
fn the_second_command_is_what_ci_runs() {
    let readme = readme();
    let second = shell_lines(&readme)[1];
    assert_eq!(second, "cargo test");
    let ci = fs_err::read_to_string(".ci/run").expect("there is a CI script");
    assert!(ci.lines().any(|line| line == format!("step {second}")), "{ci}");
}

#[test]
fn every_query_it_shows_finds_something() {
    let readme = readme();
    let index = TempDir::new().expect("a directory");
    run("ingest corpus", index.path());
    let queries: Vec<&str> =
        shell_lines(&readme).into_iter().filter_map(|line| line.strip_prefix("demarche search ")).collect();
    assert!(queries.len() >= 6, "{queries:?}");
    for query in queries {
        run(&format!("search {query}"), index.path());
    }
}
