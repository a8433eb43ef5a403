//! What goes wrong around an ingest: a full disk, lost permissions, Ctrl-C, a reader meanwhile, a watched directory.

use std::io::{Read as _, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::desk::{Desk, story, text};

/// `demarche`, to be run in the directory of `desk` behind `before`: a program that changes what it may do.
fn behind(desk: &Desk, before: &[&str], args: &[&str]) -> Command {
    let program = [before, &[env!("CARGO_BIN_EXE_demarche")], args].concat();
    let mut command = Command::new(program[0]);
    command.args(&program[1..]).current_dir(desk.0.path()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn spawn(desk: &Desk, args: &[&str]) -> Child {
    behind(desk, &[], args).spawn().expect("the program runs")
}

fn interrupt(child: &Child) {
    let sent = Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("kill runs");
    assert!(sent.success());
}

/// Reads what a program prints to standard error up to a line with `words`.
fn wait_for(child: &mut Child, words: &str) -> String {
    let mut told = String::new();
    let mut byte = [0];
    let errors = child.stderr.as_mut().expect("piped");
    while !(told.ends_with('\n') && told.contains(words)) {
        assert_eq!(errors.read(&mut byte).expect("it can be read"), 1, "no '{words}' in {told}");
        told.push(char::from(byte[0]));
    }
    told
}

/// A pipe with a name: an ingest that comes to it waits until somebody has written it.
fn pipe(desk: &Desk, name: &str) -> std::path::PathBuf {
    let path = desk.0.path().join("in").join(name);
    assert!(Command::new("mkfifo").arg(&path).status().expect("mkfifo runs").success());
    path
}

fn first_story() -> String {
    story("Envoys meet in Rome", "it would buy much tea")
}

#[test]
fn an_interrupted_ingest_commits_what_is_done_and_says_so() {
    let desk = Desk::new();
    desk.write("a.txt", &first_story());
    desk.write("c.txt", &story("Growers meet in Rome", "it would sell no tea"));
    let pipe = pipe(&desk, "b.txt");
    let mut running = spawn(&desk, &["ingest", "in", "--threads", "1"]);
    let mut writing = fs_err::OpenOptions::new().write(true).open(pipe).expect("the ingest comes to it");
    interrupt(&running);
    wait_for(&mut running, "the file that is being read is finished first");
    writing.write_all(story("Kings meet in Rome", "it drank tea").as_bytes()).expect("it is read");
    drop(writing);
    let done = running.wait_with_output().expect("it ends");
    assert!(done.status.success());
    assert!(text(&done.stderr).contains("what was read up to here is in the index"), "{}", text(&done.stderr));
    assert!(text(&done.stdout).starts_with("1 items read: 1 indexed"), "{}", text(&done.stdout));
    assert_eq!((desk.count("\"much tea\""), desk.count("\"no tea\"")), (1, 0));
    desk.remove("b.txt");
    desk.ingest(&[], [2, 1, 0, 1, 0, 0]);
}

#[test]
fn readers_answer_during_ingest_and_a_second_writer_does_not_start() {
    let desk = Desk::new();
    desk.write("a.txt", &first_story());
    desk.ingest(&[], [1, 1, 0, 0, 0, 0]);
    desk.write("c.txt", &story("Growers meet in Rome", "it would sell no tea"));
    let pipe = pipe(&desk, "d.txt");
    let running = spawn(&desk, &["ingest", "in"]);
    let writing = fs_err::OpenOptions::new().write(true).open(pipe).expect("the ingest comes to it");
    assert_eq!((desk.count("\"much tea\""), desk.count("\"no tea\"")), (1, 0));
    let refused = desk.run(&["ingest", "in/a.txt"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(text(&refused.stderr).contains("another program is writing the index"), "{}", text(&refused.stderr));
    drop(writing);
    assert!(running.wait_with_output().expect("it ends").status.success());
    assert_eq!((desk.count("\"much tea\""), desk.count("\"no tea\"")), (1, 1));
}

#[test]
fn a_full_disk_is_told_and_leaves_the_old_index() {
    let desk = Desk::new();
    desk.write("a.txt", &first_story());
    desk.ingest(&[], [1, 1, 0, 0, 0, 0]);
    desk.write("b.txt", &story("Growers meet in Rome", &"it would sell no tea and ".repeat(2000)));
    // No file may grow beyond a kilobyte, and the program hears of it as of a full disk.
    let script = "trap '' XFSZ; ulimit -f 1; exec \"$@\"";
    let refused = behind(&desk, &["bash", "-c", script, "full"], &["ingest", "in"]).output().expect("it runs");
    let told = text(&refused.stderr);
    assert_eq!(refused.status.code(), Some(2), "{told}");
    assert!(told.contains("cannot write the index in index") && told.contains("free space"), "{told}");
    assert!(!told.contains("panicked"), "{told}");
    assert_eq!((desk.count("\"much tea\""), desk.count("\"no tea\"")), (1, 0));
    assert_eq!(desk.run(&["check"]).status.code(), Some(0));
    desk.ingest(&[], [2, 1, 0, 1, 0, 0]);
    assert_eq!((desk.count("\"much tea\""), desk.count("\"no tea\"")), (1, 1));
}

/// What makes a program one without the rights of root; none when that cannot be had here.
fn without_rights() -> Option<&'static [&'static str]> {
    const NOBODY: [&str; 4] = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"];
    let probe = tempfile::TempDir::new().expect("a directory");
    let may_write = |path: &Path| {
        let mut permissions = fs_err::metadata(path).expect("it is there").permissions();
        permissions.set_readonly(true);
        fs_err::set_permissions(path, permissions).expect("it is ours");
        fs_err::write(path.join("file"), "").is_ok()
    };
    if !may_write(probe.path()) {
        return Some(&[]);
    }
    let program = env!("CARGO_BIN_EXE_demarche");
    let runs = Command::new(NOBODY[0]).args(&NOBODY[1..]).args([program, "--version"]).output();
    runs.is_ok_and(|done| done.status.success()).then_some(&NOBODY)
}

/// Lets everybody read what is below `path`, and nobody write it; or its owner again.
fn set_mode(path: &Path, mode: &str) {
    assert!(Command::new("chmod").args(["-R", mode]).arg(path).status().expect("chmod runs").success());
}

#[test]
fn an_index_that_may_not_be_written_still_answers() {
    let Some(before) = without_rights() else {
        return eprintln!("skipped: this user may write everywhere");
    };
    let desk = Desk::new();
    desk.write("a.txt", &first_story());
    desk.ingest(&[], [1, 1, 0, 0, 0, 0]);
    desk.write("b.txt", &story("Growers meet in Rome", "it would sell no tea"));
    set_mode(desk.0.path(), "a+rX,a-w");
    let found = behind(&desk, before, &["search", "\"much tea\"", "--count"]).output().expect("it runs");
    assert_eq!(text(&found.stdout).trim(), "1", "{}", text(&found.stderr));
    let refused = behind(&desk, before, &["ingest", "in"]).output().expect("it runs");
    let told = text(&refused.stderr);
    assert_eq!(refused.status.code(), Some(2), "{told}");
    assert!(told.contains("cannot write the index in index") && told.contains("permissions"), "{told}");
    let elsewhere = behind(&desk, before, &["ingest", "in", "--index", "new"]).output().expect("it runs");
    let told = text(&elsewhere.stderr);
    assert!(told.contains("cannot make the directory new") && told.contains("hint: "), "{told}");
    // An article that may not be read is named and counted; the rest goes on.
    set_mode(desk.0.path(), "u+w");
    set_mode(&desk.0.path().join("in/b.txt"), "a-r");
    set_mode(&desk.0.path().join("index"), "a+w");
    let done = behind(&desk, before, &["ingest", "in"]).output().expect("it runs");
    let (out, told) = (text(&done.stdout), text(&done.stderr));
    assert!(told.contains("in/b.txt") && told.contains("ermission denied"), "{told}");
    assert!(out.contains("2 items read: 0 indexed, 0 replaced, 1 unchanged, 0 duplicates, 1 skipped"), "{out}{told}");
}

#[test]
fn a_watched_directory_is_committed_within_two_seconds() {
    let desk = Desk::new();
    desk.write("a.txt", &first_story());
    let mut running = spawn(&desk, &["ingest", "in", "--watch"]);
    wait_for(&mut running, "watching");
    // The best of three: other programs may hold the machine for a while.
    let mut took = Vec::new();
    for number in 0..3 {
        let written = Instant::now();
        desk.write(&format!("{number}.txt"), &story("Growers meet in Rome", &format!("it would sell tea no {number}")));
        while desk.count(&format!("\"tea no {number}\"")) == 0 {
            assert!(written.elapsed() < Duration::from_secs(30), "file {number} is not read");
            sleep(Duration::from_millis(20));
        }
        took.push(written.elapsed());
    }
    interrupt(&running);
    let done = running.wait_with_output().expect("it ends");
    assert!(done.status.success(), "{}", text(&done.stderr));
    assert!(took.iter().min() < Some(&Duration::from_secs(2)), "{took:?}");
    assert_eq!(desk.count("speaker:IT"), 4);
}
