//! The time extraction takes grows as the text does, however one paragraph of it is made.

use std::sync::LazyLock;
use std::time::{Duration, Instant};

use demarche::article::formats::read;
use demarche::extract::extract;
use demarche::knowledge::Knowledge;

/// One paragraph, its text repeated to `bytes`.
fn paragraph(unit: &str, bytes: usize) -> String {
    unit.repeat(bytes / unit.len() + 1)
}

/// What Linux counts processor time in.
const TICK: Duration = Duration::from_millis(10);

/// Processor time of this thread in ticks, which other work on the machine does not count towards; time on the
/// wall where the system does not tell it.
fn now() -> Duration {
    static BEGUN: LazyLock<Instant> = LazyLock::new(Instant::now);
    ticks().map_or_else(|| BEGUN.elapsed(), |ticks| TICK * ticks)
}

/// The ticks this thread has spent, in its own code and in the system's for it.
fn ticks() -> Option<u32> {
    let told = fs_err::read_to_string("/proc/thread-self/stat").ok()?;
    let (_, fields) = told.rsplit_once(')')?;
    let mut fields = fields.split_whitespace().skip(11);
    let (own, system) = (fields.next()?.parse::<u32>().ok()?, fields.next()?.parse::<u32>().ok()?);
    Some(own + system)
}

/// How long the reading of `text` as one file takes, and how many statements it has.
fn measure(text: &str) -> (Duration, usize) {
    let begun = now();
    let articles = read(text.as_bytes(), None).map(|item| item.expect("plain text is read").article);
    let statements = articles.map(|article| extract(&article, Knowledge::built_in()).statements.len()).sum();
    (now().saturating_sub(begun), statements)
}

/// Four times the text may take ten times the time: a search of everything before, at each step, would
/// take sixteen times. Work beside this slows a run down and never makes one faster, so the shortest
/// runs are compared, and more are made as long as they differ too much.
fn check(unit: &str) {
    const SMALL: usize = 300_000;
    const MOST_RUNS: usize = 12;
    measure(&paragraph(unit, 1_000));
    let (text, longer) = (paragraph(unit, SMALL), paragraph(unit, 4 * SMALL));
    let (mut small, mut large) = (Duration::MAX, Duration::MAX);
    for _ in 0..MOST_RUNS {
        small = small.min(measure(&text).0);
        large = large.min(measure(&longer).0);
        if large < (small + TICK) * 10 {
            return;
        }
    }
    panic!("{unit:?}: {small:?} for {SMALL} bytes, {large:?} for four times as many");
}

/// Prose with every kind of statement, names that point back and nothing that ends the paragraph.
const PROSE: &str = "France and Italy said in a joint statement they condemned Chad's raid on Niger. \
    Foreign Minister Ana Ruiz told reporters that \"the talks will go on\". The two ministers urged Peru to help. \
    Hungary did not sign it. The minister said she was glad, and he added that oil prices rose 10.6 percent. ";

#[test]
fn prose_takes_linear_time() {
    check(PROSE);
}

#[test]
fn a_sentence_without_end_takes_linear_time() {
    check("France said Italy and Spain, which urged Peru to sign the statement, said that ");
    check("ministers of France, Italy and Spain ");
    check("word ");
}

#[test]
fn nested_and_unclosed_quotations_take_linear_time() {
    check("\"He said \u{201c}we ");
    check("\u{201c}");
    check("\" \" ");
    check("\"Yes,\" he said, \"no. ");
}

#[test]
fn nested_brackets_take_linear_time() {
    check("(France said ");
    check("((");
    check("(a) said) ");
}

/// The real size: ten times the text may take forty times the time, where a search of everything before would
/// take a hundred times.
#[test]
fn fifty_megabytes_in_one_paragraph_are_read() {
    let (small, statements) = measure(&paragraph(PROSE, 5_000_000));
    let (large, more) = measure(&paragraph(PROSE, 50_000_000));
    println!("5 MB: {small:?}, {statements} statements; 50 MB: {large:?}, {more} statements");
    assert!(more > 9 * statements, "{statements} statements in 5 MB, {more} in 50 MB");
    assert!(large < small * 40, "{small:?} for 5 MB, {large:?} for 50 MB");
}
