//! The time extraction takes grows as the text does, however one paragraph of it is made.

use std::time::{Duration, Instant};

use demarche::article::formats::read;
use demarche::extract::extract;
use demarche::knowledge::Knowledge;

/// One paragraph, its text repeated to `bytes`.
fn paragraph(unit: &str, bytes: usize) -> String {
    unit.repeat(bytes / unit.len() + 1)
}

/// How long the reading of `text` as one file takes, and how many statements it has.
fn measure(text: &str) -> (Duration, usize) {
    let begun = Instant::now();
    let articles = read(text.as_bytes(), None).map(|item| item.expect("plain text is read").article);
    let statements = articles.map(|article| extract(&article, Knowledge::built_in()).statements.len()).sum();
    (begun.elapsed(), statements)
}

/// Four times the text may take ten times the time: a search of everything before, at each step, would
/// take sixteen times.
fn check(unit: &str) {
    const SMALL: usize = 100_000;
    measure(&paragraph(unit, 1_000));
    let shortest = |bytes: usize| (0..3).map(|_| measure(&paragraph(unit, bytes)).0).min().expect("three runs");
    let (small, large) = (shortest(SMALL), shortest(4 * SMALL));
    assert!(large < small * 10, "{unit:?}: {small:?} for {SMALL} bytes, {large:?} for four times as many");
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

/// The real size.
#[test]
fn fifty_megabytes_in_one_paragraph_are_read() {
    let (small, statements) = measure(&paragraph(PROSE, 5_000_000));
    let (large, more) = measure(&paragraph(PROSE, 50_000_000));
    println!("5 MB: {small:?}, {statements} statements; 50 MB: {large:?}, {more} statements");
    assert!(more > 9 * statements, "{statements} statements in 5 MB, {more} in 50 MB");
    assert!(large < small * 20, "{small:?} for 5 MB, {large:?} for 50 MB");
}
