//! `demarche versions`: the versions of a story, and how their statements differ.

use std::collections::BTreeSet;
use std::io::{BufWriter, Write as _, stdout};
use std::process::ExitCode;

use anyhow::Result;
use demarche::index::{Entry, Hit};

use crate::args_life;
use crate::render::harmless::Harmless;

pub fn run(args: &args_life::Versions) -> Result<ExitCode> {
    let index = args.asked.open()?;
    let versions = index.versions(&args.id)?;
    if versions.is_empty() {
        eprintln!("no article or statement has the id {}", args.id);
        return Ok(ExitCode::from(1));
    }
    let mut out = Harmless(BufWriter::new(stdout().lock()));
    let mut before: Option<Vec<String>> = None;
    for entry in &versions {
        if entry.shown.from.is_some() && !index.shows(entry) {
            writeln!(out, "{} under embargo {}", entry.id, entry.path)?;
            continue;
        }
        let said: Vec<String> = Hit::of(entry).into_iter().map(|hit| hit.text).collect();
        writeln!(out, "{}", heading(entry))?;
        if let Some(before) = &before {
            differences(&mut out, before, &said)?;
        } else {
            writeln!(out, "    {} statements", said.len())?;
        }
        before = Some(said);
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

fn heading(entry: &Entry) -> String {
    let header = &entry.article.header;
    let version = header.version.as_ref().map_or_else(String::new, |version| format!(" version {version}"));
    let made = header.updated.or(header.published).map(|at| at.to_string());
    let made = made.or_else(|| entry.article.published.map(|day| day.to_string())).unwrap_or_default();
    let headline = entry.article.headline_words().unwrap_or_default();
    format!("{} {}{version} {made} {}\n    {headline}", entry.id, entry.standing.as_str(), entry.path)
}

/// Words that were said before or are said now; two with most of their words alike are worded anew.
fn differences(out: &mut impl std::io::Write, before: &[String], now: &[String]) -> Result<()> {
    let mut dropped: Vec<&String> = before.iter().filter(|words| !now.contains(words)).collect();
    let mut any = !dropped.is_empty();
    for words in now.iter().filter(|words| !before.contains(words)) {
        any = true;
        match dropped.iter().position(|old| are_alike(old, words)) {
            Some(at) => writeln!(out, "    reworded: {}\n         now: {words}", dropped.remove(at))?,
            None => writeln!(out, "    added: {words}")?,
        }
    }
    for words in dropped {
        writeln!(out, "    dropped: {words}")?;
    }
    if !any {
        writeln!(out, "    the same {} statements", now.len())?;
    }
    Ok(())
}

/// Whether more than half of the words of both are the same.
fn are_alike(a: &str, b: &str) -> bool {
    let words = |text: &str| -> BTreeSet<String> { text.split_whitespace().map(str::to_lowercase).collect() };
    let (a, b) = (words(a), words(b));
    a.intersection(&b).count() * 2 > a.len().max(b.len())
}
