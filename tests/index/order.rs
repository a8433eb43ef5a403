//! The order of hits: by rank, then newest first, then by id, whatever the segments and the replacements.

use std::path::PathBuf;

use demarche::index::{Hit, Request, StatementIndex};
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
    assert_eq!(found.hits.len(), found.total.min(limit));
    found.hits
}

#[test]
fn filters_give_the_newest_first() {
    for (times, threads) in [(1, 1), (1, 4), (3, 2)] {
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

#[test]
fn headlines_of_lists_are_no_statements() {
    let (_directory, index) = corpus(1, 1);
    for query in ["NOT joint:*", "NOT xyzzy", "date:1985.."] {
        let statements = index.stats().expect("counts").statements;
        let Ok(parsed) = Query::parse(query) else { continue };
        assert!(
            index.search_with(&parsed, &Request { limit: 0, ..Request::default() }).expect("a count").total
                <= statements,
            "{query}"
        );
    }
}
