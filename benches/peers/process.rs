//! A cold process beside others: from its start to its end, one query.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::NamedTempFile;

use super::documents::Document;
use super::table::median;

const ROUNDS: usize = 40;

/// Our search, our program that does nothing, and ripgrep over the text where it is installed.
pub fn cold(index: &Path, _plain: &Path, documents: &[Document]) {
    let program = env!("CARGO_BIN_EXE_demarche");
    let mut text = NamedTempFile::new().expect("a file");
    for document in documents {
        writeln!(text, "{} {}", document.headline.replace('\n', " "), document.sentences.join(" ").replace('\n', " "))
            .expect("a line");
    }
    let search = || {
        let mut command = Command::new(program);
        command.args(["search", "signatory:JP trade", "--index"]).arg(index);
        command
    };
    let nothing = || {
        let mut command = Command::new(program);
        command.arg("--version");
        command
    };
    let grep = || {
        let mut command = Command::new("rg");
        command.args(["--count", "--ignore-case", "--word-regexp", "trade"]).arg(text.path());
        command
    };
    println!("A process from start to end, one query, milliseconds, median of {ROUNDS}:\n");
    println!("| process | milliseconds |\n| --- | --- |");
    println!("| `demarche search` | {:.1} |", time(search));
    println!("| `demarche --version` | {:.1} |", time(nothing));
    match Command::new("rg").arg("--version").stdout(Stdio::null()).status() {
        Ok(_) => println!("| `rg --count` over the statements' text | {:.1} |", time(grep)),
        Err(_) => println!("| `rg` | not installed |"),
    }
    println!();
}

fn time(command: impl Fn() -> Command) -> f64 {
    let mut times: Vec<Duration> = Vec::new();
    for _ in 0..ROUNDS {
        let started = Instant::now();
        let status = command().stdout(Stdio::null()).stderr(Stdio::null()).status().expect("the process starts");
        times.push(started.elapsed());
        assert!(status.code().is_some_and(|code| code < 2), "{status}");
    }
    median(&times).as_secs_f64() * 1e3
}
