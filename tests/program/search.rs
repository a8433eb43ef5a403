//! What `demarche search` prints.

use std::path::Path;
use std::process::Output;

use assert_cmd::Command;
use tempfile::TempDir;

fn demarche(index: &Path, args: &[&str]) -> Output {
    let mut command = Command::cargo_bin("demarche").expect("the program is built");
    command.args(args).arg("--index").arg(index).output().expect("the program runs")
}

fn out(done: &Output) -> String {
    String::from_utf8(done.stdout.clone()).expect("output is UTF-8")
}

fn corpus() -> TempDir {
    let index = TempDir::new().expect("a directory");
    assert!(demarche(index.path(), &["ingest", "corpus"]).status.success());
    index
}

/// An index of the corpus and of copies of one of its articles under other headlines.
fn with_copies() -> TempDir {
    let articles = TempDir::new().expect("a directory");
    let original = fs_err::read_to_string("corpus/2024-11-05-g7-partners-north-korea.txt").expect("an article");
    for (at, desk) in ["Desk One", "Desk Two"].iter().enumerate() {
        let path = articles.path().join(format!("{at}.txt"));
        fs_err::write(path, format!("{}\n\n(Additional reporting by {desk})\n", original.trim_end())).expect("a file");
    }
    let index = corpus();
    let more = articles.path().to_str().expect("a plain path");
    assert!(demarche(index.path(), &["ingest", more]).status.success());
    index
}

#[test]
fn every_format_has_the_same_rows() {
    let index = corpus();
    let search = |format| out(&demarche(index.path(), &["search", "joint:yes", "--format", format]));
    let ids: Vec<String> = search("jsonl")
        .lines()
        .map(|line| {
            serde_json::from_str::<serde_json::Value>(line).expect("JSON")["id"].as_str().expect("id").to_owned()
        })
        .collect();
    assert!(ids.len() > 20, "{}", ids.len());
    let array: Vec<serde_json::Value> = serde_json::from_str(&search("json")).expect("JSON");
    assert_eq!(array.iter().map(|hit| hit["id"].as_str().expect("id")).collect::<Vec<_>>(), ids);
    for (format, separator) in [("csv", b','), ("tsv", b'\t')] {
        let text = search(format);
        let text = text.trim_start_matches('\u{feff}');
        let mut rows = csv::ReaderBuilder::new().delimiter(separator).from_reader(text.as_bytes());
        let column = rows.headers().expect("column names").iter().position(|name| name == "id").expect("ids");
        let found: Vec<String> = rows.records().map(|row| row.expect("a row")[column].to_owned()).collect();
        assert_eq!(found, ids, "{format}");
        assert!(text.lines().count() == ids.len() + 1, "{format}: one line a row");
    }
    let markdown = search("md");
    assert_eq!(markdown.lines().filter(|line| line.starts_with("- **")).count(), ids.len());
}

#[test]
fn pages_follow_each_other() {
    let index = corpus();
    for sort in ["relevance", "newest", "oldest"] {
        for query in ["said", "joint:yes"] {
            let search = |more: &[&str]| {
                let mut args = vec!["search", query, "--format", "csv", "--sort", sort];
                args.extend(more);
                let rows: Vec<String> =
                    out(&demarche(index.path(), &args)).lines().skip(1).map(str::to_owned).collect();
                rows
            };
            let all = search(&[]);
            assert!(all.len() > 14, "{query}: {}", all.len());
            assert_eq!(search(&["-n", "7"]), all[..7]);
            assert_eq!(search(&["-n", "7", "--page", "2"]), all[7..14]);
            let seventh = all[6].split(',').next().expect("an id");
            assert_eq!(search(&["-n", "7", "--after", seventh]), all[7..14], "{query} {sort} after {seventh}");
        }
    }
}

#[test]
fn copies_are_one_hit() {
    let index = with_copies();
    let query = "signatory:KR target:KP date:2024-11";
    let folded = out(&demarche(index.path(), &["search", query]));
    assert!(folded.contains("and 2 copies"), "{folded}");
    let shown = out(&demarche(index.path(), &["search", query, "--copies", "-n", "50"]));
    let hits = |text: &str| text.lines().filter(|line| line.contains("g7-partners") || line.contains(".txt")).count();
    assert_eq!(hits(&shown), 3 * hits(&folded), "{folded}\n{shown}");
}

#[test]
fn reworded_copies_are_one_hit_and_counts_agree() {
    let articles = TempDir::new().expect("a directory");
    let original = fs_err::read_to_string("corpus/2024-11-05-g7-partners-north-korea.txt").expect("an article");
    let reworded = original
        .replacen("G7 and three partners alarmed by", "Ten nations uneasy about", 1)
        .replace("express our grave concern over the deployment", "voice our grave concern at the deployment");
    assert_ne!(original, reworded);
    fs_err::write(articles.path().join("reworded.txt"), reworded).expect("a file");
    let index = corpus();
    assert!(demarche(index.path(), &["ingest", articles.path().to_str().expect("a plain path")]).status.success());
    let search = |more: &[&str]| out(&demarche(index.path(), &[&["search", "date:2024-11-05"], more].concat()));
    let number = |text: String| text.trim().parse::<usize>().expect("a number");
    let facet = |more: &[&str]| -> u64 {
        let counts = search(&[&["--facet", "signatory,month", "--format", "json"], more].concat());
        let counts: serde_json::Value = serde_json::from_str(&counts).expect("JSON");
        let month = counts["facets"]["month"][0]["count"].as_u64().expect("a count");
        assert_eq!(counts["total"].as_u64(), Some(month), "{counts}");
        month
    };
    let mut found = Vec::new();
    for unit in ["statement", "article"] {
        for copies in [&["--copies"][..], &[]] {
            let args = [&["--hits", unit], copies].concat();
            let count = number(search(&[&args[..], &["--count"]].concat()));
            let rows = search(&[&args[..], &["--format", "jsonl"]].concat()).lines().count();
            assert_eq!(rows, count, "{args:?}");
            assert_eq!(facet(&args), u64::try_from(count).expect("small"), "{args:?}");
            found.push(count);
        }
    }
    assert_eq!(found, [2 * found[1], found[1], 2, 1], "each of the article's statements has one copy");
    let text = search(&[]);
    assert_eq!(text.matches("and 1 copy").count(), found[1], "{text}");
    assert!(text.contains(&format!("{0} of {0} hits ({1} statements, copies counted)", found[1], found[0])), "{text}");
    assert_eq!(search(&["-n", "1"]).lines().last(), search(&["-n", "1", "--sort", "oldest"]).lines().last());
}

#[test]
fn counts_agree() {
    let index = corpus();
    let count = out(&demarche(index.path(), &["search", "joint:yes date:*", "--count"]));
    let facets =
        out(&demarche(index.path(), &["search", "joint:yes date:*", "--facet", "joint,kind,year", "--format", "json"]));
    let facets: serde_json::Value = serde_json::from_str(&facets).expect("JSON");
    let total: usize = count.trim().parse().expect("a number");
    assert_eq!(facets["total"], total);
    let sum = |facet: &str| {
        let values = facets["facets"][facet].as_array().expect("values");
        values
            .iter()
            .map(|value| usize::try_from(value["count"].as_u64().expect("a count")).expect("small"))
            .sum::<usize>()
    };
    assert_eq!(sum("joint"), total);
    assert_eq!(sum("kind"), total);
    assert_eq!(sum("year"), total);
    let bars = out(&demarche(index.path(), &["search", "joint:yes", "--timeline", "year"]));
    let years: Vec<(i32, usize, usize)> = bars
        .lines()
        .map(|line| {
            let words: Vec<&str> = line.split_whitespace().collect();
            let bar = words.get(2).map_or(0, |bar| bar.chars().count());
            (words[0].parse().expect("a year"), words[1].parse().expect("a count"), bar)
        })
        .collect();
    assert!(years.windows(2).all(|two| two[0].0 + 1 == two[1].0), "a year is missing in {bars}");
    assert!(years.iter().all(|(_, count, bar)| (*count == 0) == (*bar == 0)), "{bars}");
    let months = out(&demarche(index.path(), &["search", "joint:yes", "--timeline", "month"]));
    assert!(months.contains("2025-09           0\n2025-10           0\n") && months.contains(" to "), "{months}");
}

#[test]
fn scores_are_explained_and_words_marked() {
    let index = corpus();
    let done = out(&demarche(index.path(), &["search", "nuclear w/3 war", "--explain"]));
    assert!(done.contains("x confidence") && done.contains("x freshness"), "{done}");
    assert!(done.contains("*nuclear war*") || done.contains("*nuclear*"), "{done}");
    assert!(done.contains("nuclear w/3 war: text"), "{done}");
}
