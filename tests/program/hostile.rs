//! Input made to do harm costs bounded memory and a line that says what is wrong.

use std::io::Write as _;
use std::process::{Command, Stdio};

use tempfile::TempDir;

const STORY: &str = "Talks open\n\nROME (Sample Wire) - Ministers met on Monday.\n\nItaly said it was pleased.\n";
const GIGABYTE: usize = 1 << 30;

/// Ingests `head`, a gigabyte without a line break and `tail` from standard input, in 1.5 GB of address space:
/// the long line is refused with `told`, and `indexed` articles are read.
fn check(head: &str, tail: &str, told: &str, indexed: usize) {
    let directory = TempDir::new().expect("a directory");
    let script = "ulimit -v 1500000; exec \"$@\"";
    let mut running = Command::new("bash")
        .args(["-c", script, "bounded", env!("CARGO_BIN_EXE_demarche"), "ingest", "-", "--threads", "1"])
        .current_dir(directory.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let mut input = running.stdin.take().expect("piped");
    let block = vec![b'a'; 1 << 20];
    // Who has seen enough need not read on.
    let written = input.write_all(head.as_bytes()).and_then(|()| {
        (0..GIGABYTE / block.len()).try_for_each(|_| input.write_all(&block))?;
        input.write_all(tail.as_bytes())
    });
    drop((written, input));
    let done = running.wait_with_output().expect("it ends");
    let (out, err) = (String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
    assert_eq!(done.status.code(), Some(0), "{out}{err}");
    assert!(err.contains(told), "no '{told}' in {err}");
    assert!(out.contains(&format!("{indexed} indexed, 0 replaced, 0 unchanged, 0 duplicates, 1 skipped")), "{out}");
}

#[test]
fn a_line_of_a_gigabyte_is_refused_in_bounded_memory() {
    check("", "", "larger than", 0);
    let row = "{\"headline\":\"Talks open\",\"body\":\"Italy said it was pleased with the tea.\"}\n";
    let other = row.replace("Talks", "More talks");
    check(&format!("{row}{{\"headline\":\""), &format!("\n{other}"), "larger than", 2);
}

/// Ingests `bytes` beside a good story: both are read, or `told` says why one is not.
fn beside(name: &str, bytes: &[u8], told: Option<&str>) {
    let directory = TempDir::new().expect("a directory");
    fs_err::write(directory.path().join("good.txt"), STORY).expect("a file");
    fs_err::write(directory.path().join(name), bytes).expect("a file");
    let mut command = Command::new(env!("CARGO_BIN_EXE_demarche"));
    let done = command.current_dir(directory.path()).args(["ingest", "good.txt", name]).output().expect("it runs");
    let (out, err) = (String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
    assert_eq!(done.status.code(), Some(0), "{name}: {err}");
    let (indexed, skipped) = if told.is_some() { (1, 1) } else { (2, 0) };
    let counts = format!("{indexed} indexed, 0 replaced, 0 unchanged, 0 duplicates, {skipped} skipped");
    assert!(out.contains(&counts), "{name}: {out}{err}");
    assert!(told.is_none_or(|told| err.contains(told)), "{name}: {err}");
}

#[test]
fn hostile_bytes_are_read_or_refused() {
    let other = STORY.replace("Talks", "More talks");
    beside("nul.txt", other.replace("met", "met\0").as_bytes(), Some("not text"));
    beside("nul.json", b"[{\"headline\":\"A\0\"}]", Some("not text"));
    let mut broken = other.clone().into_bytes();
    broken.splice(20..20, [0xFF, 0xFE, 0xC3, 0x28, 0xED, 0xA0, 0x80]);
    beside("utf8.txt", &broken, None);
    beside("controls.txt", format!("\u{1b}]0;title\u{7}\u{1b}[2J{other}").as_bytes(), None);
    beside("deep.json", "[".repeat(200_000).as_bytes(), Some("deep.json"));
    let nested = format!("{{\"headline\":\"A\",\"body\":{}1{}}}", "[".repeat(9_000), "]".repeat(9_000));
    beside("nested.json", nested.as_bytes(), Some("nested.json"));
    let entity = |n: u32| format!("<!ENTITY l{n} \"&l{};&l{};\">", n - 1, n - 1);
    let laughs = (1..20).map(entity).collect::<Vec<String>>().concat();
    let laughs = format!(
        "<!DOCTYPE nitf [<!ENTITY l0 \"ha\">{laughs}]><nitf><body><body.content><p>&l19;</p></body.content></body></nitf>"
    );
    // Its entities are not expanded.
    beside("laughs.xml", laughs.as_bytes(), None);
}
