//! The order of hits: by rank, then newest first, then by id, whatever the segments and the replacements.

use std::path::PathBuf;

use demarche::index::{Copies, Hit, Request, StatementIndex};
use demarche::ingest::Ingest;
use demarche::knowledge::Knowledge;
use demarche::query::Query;
use tempfile::TempDir;

/// An index of the corpus, ingested so many times with so many threads.
fn corpus(times: usize, threads: usize) -> (TempDir, StatementIndex) {
    let directory = TempDir::new().expect("a directory");
    let index = StatementIndex::open_or_create(directory.path()).expect("an index");
    let paths = [PathBuf::from("corpus")];
    for _ in 0..times {
        let ingest = Ingest::new(&paths, Knowledge::built_in(), threads);
        ingest.run(&index, |_| {}).expect("ingest runs");
    }
    let index = StatementIndex::open(directory.path()).expect("an index");
    (directory, index)
}

fn search(index: &StatementIndex, query: &str, limit: usize) -> Vec<Hit> {
    let query = Query::parse(query).expect(query);
    let request = Request { limit, ..Request::default() };
    let found = index.search_with(&query, &request).expect("the index can be read");
    assert_eq!(found.hits.len(), found.statements.min(limit));
    found.hits
}

#[test]
fn filters_give_the_newest_first() {
    for (times, threads) in [(1, 1), (1, 4), (3, 2), (1, 40)] {
        let (_directory, index) = corpus(times, threads);
        for query in ["joint:yes", "country:*", "date:1985..", "NOT joint:yes", "signatory:members(G7)"] {
            let all = search(&index, query, 10_000);
            let key = |hit: &Hit| (std::cmp::Reverse(hit.statement.date), hit.id.clone());
            assert!(all.is_sorted_by_key(key), "{query}");
            for few in [1, 7] {
                assert_eq!(search(&index, query, few), all[..few], "the first {few} of {query}");
            }
        }
    }
}

#[test]
fn words_give_the_best_first_and_ties_alike() {
    let (_one, one) = corpus(1, 1);
    let (_three, three) = corpus(3, 1);
    for query in ["nuclear", "troops OR weapons", "minister said", "signatory:* nuclear", "\"joint statement\""] {
        let all = search(&one, query, 10_000);
        assert_eq!(search(&one, query, 7), all[..7], "the first of {query}");
        assert_eq!(search(&three, query, 10_000), all, "{query}, ingested three times");
    }
}

/// Once the best are known, blocks of documents that cannot be among them are passed over, and yet counted.
#[test]
fn hits_are_all_counted_however_few_are_asked_for() {
    let articles = TempDir::new().expect("a directory");
    for number in 0..1200 {
        let tents = if number >= 1100 { "tents, tents and tents" } else { "tents for all who sleep on the wet shore" };
        let text = format!(
            "PARIS, Jan {} (Sample Wire) - France said on Monday it would send {number} {tents} to Chile.\n",
            28 - number / 50
        );
        fs_err::write(articles.path().join(format!("{number:04}.txt")), text).expect("a file");
    }
    let directory = TempDir::new().expect("a directory");
    let index = StatementIndex::open_or_create(directory.path()).expect("an index");
    Ingest::new(&[articles.path().into()], Knowledge::built_in(), 1).run(&index, |_| {}).expect("ingest runs");
    let index = StatementIndex::open(directory.path()).expect("an index");
    let query = Query::parse("tents").expect("a query");
    for limit in [1, 10, 200, 5000] {
        let request = Request { limit, copies: Copies::Shown, ..Request::default() };
        let found = index.search_with(&query, &request).expect("the index can be read");
        assert_eq!((found.statements, found.hits.len()), (1200, limit.min(1200)), "{limit} asked for");
    }
}

#[test]
fn articles_and_headlines_are_no_statements() {
    let (_directory, index) = corpus(1, 1);
    let statements = index.stats().expect("counts").statements;
    for query in ["NOT xyzzy", "date:* OR NOT date:*", "confidence:*"] {
        assert_eq!(search(&index, query, 10_000).len(), statements, "{query}");
    }
}

#[test]
fn date_ranges_find_the_days_they_name() {
    let (_directory, index) = corpus(2, 1);
    let all = search(&index, "date:*", 10_000);
    for (query, from, to) in [
        ("date:2024-11", "2024-11-01", "2024-11-30"),
        ("date:2024-11-05", "2024-11-05", "2024-11-05"),
        ("date:1985..1990", "1985-01-01", "1990-12-31"),
        ("date:>=2022-02-24", "2022-02-24", "9999-12-31"),
        ("date:..1986", "0001-01-01", "1986-12-31"),
        ("date:1700..2600", "1700-01-01", "2600-12-31"),
        ("date:1600..1700", "1600-01-01", "1700-12-31"),
    ] {
        let day = |text: &str| text.parse::<jiff::civil::Date>().expect("a date");
        let (from, to) = (day(from), day(to));
        let inside = |hit: &&Hit| hit.statement.date.is_some_and(|date| from <= date && date <= to);
        let expected: Vec<Hit> = all.iter().filter(inside).cloned().collect();
        assert_eq!(search(&index, query, 10_000), expected, "{query}");
    }
}
