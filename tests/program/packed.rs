//! Articles inside archives, from standard input, and archives that mean harm.

use std::io::{Cursor, Write as _};
use std::path::Path;
use std::process::Output;
use std::time::{Duration, Instant};

use assert_cmd::Command;
use demarche::article::formats::Reading;
use demarche::ingest::entries;
use demarche::knowledge::Knowledge;
use flate2::Compression;
use flate2::write::GzEncoder;
use tempfile::TempDir;

const STORY: &str = "Talks open\n\nROME (Sample Wire) - Ministers met on Monday.\n\nItaly said it was pleased.\n";

fn demarche(directory: &Path, args: &[&str], input: &[u8]) -> Output {
    let mut command = Command::cargo_bin("demarche").expect("the program is built");
    command.current_dir(directory).args(args).write_stdin(input.to_vec()).output().expect("the program runs")
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut out = GzEncoder::new(Vec::new(), Compression::fast());
    out.write_all(bytes).expect("memory can be written");
    out.finish().expect("memory can be written")
}

fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        let options = zip::write::SimpleFileOptions::default()
            .compression_method(zip::CompressionMethod::Deflated)
            .compression_level(Some(9));
        out.start_file(*name, options).expect("a member");
        out.write_all(bytes).expect("memory can be written");
    }
    out.finish().expect("an archive").into_inner()
}

fn tar(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut out = tar::Builder::new(Vec::new());
    for (name, bytes) in members {
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        // Written by hand: the crate refuses names that lead out of the directory.
        header.as_old_mut().name[..name.len()].copy_from_slice(name.as_bytes());
        header.set_cksum();
        out.append(&header, *bytes).expect("a member");
    }
    out.into_inner().expect("an archive")
}

fn warc(pages: &[(&str, &str)]) -> Vec<u8> {
    let mut out = b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 5\r\n\r\nabout\r\n\r\n".to_vec();
    for (address, page) in pages {
        let answer = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}");
        let length = answer.len();
        let head = format!(
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nContent-Length: {length}\r\n\r\n"
        );
        out.extend_from_slice(format!("{head}{answer}\r\n\r\n").as_bytes());
    }
    out
}

/// Ingests `bytes` from a file, and checks the members indexed and what is told of those skipped.
fn check(bytes: &[u8], members: &[&str], told: &[&str]) {
    let directory = TempDir::new().expect("a directory");
    fs_err::write(directory.path().join("packed"), bytes).expect("a file");
    let done = demarche(directory.path(), &["ingest", "packed", "--report", "report"], b"");
    let err = String::from_utf8_lossy(&done.stderr).into_owned();
    assert_eq!(done.status.code(), Some(0), "{err}");
    let report = fs_err::read_to_string(directory.path().join("report")).expect("a report");
    let rows: Vec<serde_json::Value> = report.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let read = rows.iter().filter(|row| row["outcome"] != "skipped");
    let names: Vec<&str> = read.map(|row| row["member"].as_str().unwrap_or_default()).collect();
    assert_eq!(names, members, "{err}");
    let skipped = rows.len() - names.len();
    assert_eq!(skipped, told.len(), "{err}");
    for words in told {
        assert!(err.contains(words), "no '{words}' in {err}");
    }
}

#[test]
fn packed_articles_are_read_where_they_are() {
    let story = STORY.as_bytes();
    let other = STORY.replace("Talks", "More talks");
    let both: [(&str, &[u8]); 2] = [("a/one.txt", story), ("two.txt", other.as_bytes())];
    check(&gzip(story), &[""], &[]);
    check(&zstd::encode_all(story, 1).expect("memory"), &[""], &[]);
    check(&zip(&both), &["a/one.txt", "two.txt"], &[]);
    check(&tar(&both), &["a/one.txt", "two.txt"], &[]);
    check(&gzip(&tar(&both)), &["a/one.txt", "two.txt"], &[]);
    check(&tar(&[("in.zip", &zip(&both))]), &["in.zip/a/one.txt", "in.zip/two.txt"], &[]);
    let rows = b"title,text\nTalks open,Italy said it was pleased.\n";
    check(&zip(&[("rows.csv", rows)]), &["rows.csv#line-2"], &[]);
    let page = fs_err::read_to_string("tests/data/formats/page.html").expect("a sample");
    let pages = warc(&[("https://wire.example/tea", &page)]);
    check(&pages, &["https://wire.example/tea"], &[]);
    check(&gzip(&pages), &["https://wire.example/tea"], &[]);
}

#[test]
fn archives_that_mean_harm_are_refused_and_told() {
    let story = STORY.as_bytes();
    check(&tar(&[("../../etc/passwd", story)]), &["etc/passwd"], &[]);
    let whole = zip(&[("one.txt", story), ("two.txt", b"")]);
    check(&whole, &["one.txt"], &["packed#two.txt:1: there is no article in it"]);
    check(&whole[..whole.len() / 2], &[], &["the zip archive is broken"]);
    let cut = gzip(story);
    check(&cut[..cut.len() - 12], &[], &["reading failed"]);
    let mut nested = STORY.as_bytes().to_vec();
    for _ in 0..7 {
        nested = gzip(&nested);
    }
    check(&nested, &[], &["nested deeper than 5"]);
    let mut bomb = GzEncoder::new(Vec::new(), Compression::best());
    bomb.write_all("pleased ".repeat(60 << 17).as_bytes()).expect("memory can be written");
    let bomb = bomb.finish().expect("memory can be written");
    check(&bomb, &[], &["bytes come out for each that went in"]);
    let zipped = zip(&[("bomb.txt", "pleased ".repeat(60 << 17).as_bytes())]);
    check(&zipped, &[], &["bytes come out for each that went in"]);
    let squeezed = zstd::encode_all("pleased ".repeat(60 << 17).as_bytes(), 3).expect("memory");
    check(&squeezed, &[], &["bytes come out for each that went in"]);
    check(&warc(&[]), &[], &["there is no article in it"]);
    check(b"BZh91AY&SY", &[], &["this is a bzip2 file, which is not read"]);
}

#[test]
fn standard_input_is_read() {
    let directory = TempDir::new().expect("a directory");
    let done = demarche(directory.path(), &["ingest", "-"], &gzip(STORY.as_bytes()));
    let out = String::from_utf8_lossy(&done.stdout).into_owned();
    assert!(out.contains("1 items read: 1 indexed"), "{out}");
    let found = demarche(directory.path(), &["search", "speaker:IT", "--count"], b"");
    assert_eq!(found.stdout, b"1\n");
}

#[test]
fn control_characters_do_not_reach_the_terminal() {
    let directory = TempDir::new().expect("a directory");
    let story = STORY.replace("Ministers", "\u{1b}[31mMinisters").replace("Talks open", "Talks \u{9b}2Jopen");
    fs_err::write(directory.path().join("a.txt"), story).expect("a file");
    let shown = demarche(directory.path(), &["extract", "a.txt"], b"");
    let out = String::from_utf8(shown.stdout).expect("UTF-8");
    assert!(out.contains("Ministers") && !out.contains('\u{1b}') && !out.contains('\u{9b}'), "{out:?}");
}

/// How many articles and faults there are in a file with these bytes.
fn told(file: &Path, bytes: &[u8]) -> usize {
    fs_err::write(file, bytes).expect("a file");
    let started = Instant::now();
    let count = entries(&[file.to_owned()], Knowledge::built_in(), &Reading::default()).count();
    assert!(started.elapsed() < Duration::from_secs(1), "{} bytes took {:?}", bytes.len(), started.elapsed());
    count
}

#[test]
fn damaged_archives_are_read_or_refused() {
    let directory = TempDir::new().expect("a directory");
    let file = directory.path().join("file");
    let page = fs_err::read_to_string("tests/data/formats/page.html").expect("a sample");
    let both: [(&str, &[u8]); 2] = [("a/one.txt", STORY.as_bytes()), ("page.html", page.as_bytes())];
    let pages = warc(&[("https://wire.example/tea", &page)]);
    let samples = [
        ("gz", gzip(STORY.as_bytes())),
        ("zst", zstd::encode_all(STORY.as_bytes(), 1).expect("memory")),
        ("zip", zip(&both)),
        ("tar", tar(&both)),
        ("tar.gz", gzip(&tar(&both))),
        ("tar.zst", zstd::encode_all(tar(&both).as_slice(), 1).expect("memory")),
        ("warc", pages.clone()),
        ("warc.gz", gzip(&pages)),
        ("zip in tar", tar(&[("in.zip", &zip(&both))])),
    ];
    let mut seed = 0x5EED_2024_u64;
    let mut scattered = move || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).expect("31 bits")
    };
    for (name, whole) in samples {
        for part in 0..=50 {
            assert!(told(&file, &whole[..whole.len() * part / 50]) > 0, "{name} cut at {part}/50");
        }
        for _ in 0..50 {
            let mut changed = whole.clone();
            for _ in 0..=scattered() % 8 {
                let at = scattered() % changed.len();
                changed[at] = u8::try_from(scattered() % 256).expect("a byte");
            }
            assert!(told(&file, &changed) > 0, "{name} changed");
        }
    }
}
