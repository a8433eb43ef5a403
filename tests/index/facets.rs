//! Counts by facet: each value counts what a query for it finds.

use std::path::PathBuf;

use demarche::index::{Copies, Facet, Request, StatementIndex, Unit};
use demarche::ingest::Ingest;
use demarche::knowledge::Knowledge;
use demarche::query::Query;
use tempfile::TempDir;

/// Every field that is counted, and the lines of time.
const FACETS: [&str; 18] = [
    "signatory",
    "represented",
    "nonsignatory",
    "speaker",
    "actor",
    "target",
    "mention",
    "country",
    "org",
    "issuer",
    "kind",
    "joint",
    "act",
    "topic",
    "doubt",
    "day",
    "month",
    "year",
];

fn corpus() -> (TempDir, StatementIndex) {
    let directory = TempDir::new().expect("a directory");
    let index = StatementIndex::open_or_create(directory.path()).expect("an index");
    Ingest::new(&[PathBuf::from("corpus")], Knowledge::built_in(), 1).run(&index, |_| {}).expect("ingest runs");
    let index = StatementIndex::open(directory.path()).expect("an index");
    (directory, index)
}

#[test]
fn each_value_counts_what_a_query_for_it_finds() {
    let (_directory, index) = corpus();
    let parse = |text: &str| Query::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    let facets: Vec<Facet> = FACETS.iter().map(|name| Facet::named(name).expect(name)).collect();
    for unit in [Unit::Statement, Unit::Article] {
        for copies in [Copies::Folded, Copies::Shown] {
            let request = Request { unit, copies, ..Request::default() };
            for asked in ["country:*", "said", "joint:yes"] {
                for counts in index.facets(&parse(asked), &facets, &request).expect("counts") {
                    assert!(!counts.values.is_empty() || asked == "joint:yes", "{} of {asked}", counts.facet);
                    for (value, count) in counts.values.iter().take(40) {
                        let field = if counts.facet.is_time() { "date".to_owned() } else { counts.facet.to_string() };
                        let quoted = if value.contains('(') { value.clone() } else { format!("\"{value}\"") };
                        let both = format!("{asked} {field}:{quoted}");
                        let found = index.matching(&parse(&both), &request).expect("a count");
                        assert_eq!(found, *count, "{both} by {unit:?}, {copies:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn words_are_not_counted() {
    for name in ["headline", "byline", "place", "date", "confidence", "nonsense", "month:"] {
        assert_eq!(Facet::named(name), None, "{name}");
    }
}

#[test]
fn a_union_and_a_country_of_one_code_are_two_values() {
    let (_directory, index) = corpus();
    let count = |text: &str| index.matching(&Query::parse(text).expect(text), &Request::default()).expect("a count");
    let (union, country) = (count("org:AU"), count("country:AU"));
    assert!(union > 0 && country > 0, "{union} {country}");
    assert_eq!(count("target:organisation(AU) target:AU"), 0);
    assert_eq!(count("actor:organisation(AU) NOT issuer:AU"), 0);
}
