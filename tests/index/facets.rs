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
fn statements_are_counted_with_their_copies_and_hits_without() {
    let articles = TempDir::new().expect("a directory");
    let original = fs_err::read_to_string("corpus/2024-11-05-g7-partners-north-korea.txt").expect("an article");
    for (name, end) in [("a.txt", ""), ("b.txt", "\n(Additional reporting by Desk One)\n")] {
        fs_err::write(articles.path().join(name), format!("{original}{end}")).expect("a file");
    }
    let directory = TempDir::new().expect("a directory");
    let index = StatementIndex::open_or_create(directory.path()).expect("an index");
    Ingest::new(&[articles.path().into()], Knowledge::built_in(), 1).run(&index, |_| {}).expect("ingest runs");
    let index = StatementIndex::open(directory.path()).expect("an index");
    let query = Query::parse("date:2024").expect("a query");
    for (unit, copies, folds) in [
        (Unit::Statement, Copies::Shown, 1),
        (Unit::Statement, Copies::Folded, 2),
        (Unit::Article, Copies::Shown, 0),
        (Unit::Article, Copies::Folded, 0),
    ] {
        let request = Request { unit, copies, limit: 1000, ..Request::default() };
        let found = index.search_with(&query, &request).expect("hits");
        assert_eq!(index.matching(&query, &request).expect("a count"), found.hits.len(), "{unit:?}, {copies:?}");
        if folds > 0 {
            assert_eq!(found.statements, folds * found.hits.len(), "{unit:?}, {copies:?}");
        }
        let few = index.search_with(&query, &Request { limit: 1, ..request }).expect("hits");
        assert_eq!((few.hits.len(), few.statements), (1, found.statements), "{unit:?}, {copies:?}");
    }
}

/// What was written later and is small beside the rest lies in a part of the index of its own.
#[test]
fn copies_in_every_part_of_an_index_are_counted_once() {
    let directory = TempDir::new().expect("a directory");
    let ferries = "it would keep its ferries moored until the storm had passed, the winds had died down and every pilot \
                   of the southern ports had slept";
    let orchards = "frost had blackened the blossom in nine orchards out of ten along the river, and no grower there \
                    expected to pick a single pear this year";
    let twice = |said: &str, also: &[PathBuf]| {
        let articles = TempDir::new().expect("a directory");
        for desk in ["One", "Two"] {
            let text = format!(
                "Ministers speak\n\nNov 7, 2024\n\nPARIS, Nov 7 (Sample Wire) - France said on Thursday that {said}.\n\n\
                 (Reporting by Desk {desk})\n"
            );
            fs_err::write(articles.path().join(format!("{desk}.txt")), text).expect("a file");
        }
        let index = StatementIndex::open_or_create(directory.path()).expect("an index");
        let paths: Vec<PathBuf> = also.iter().cloned().chain([articles.path().into()]).collect();
        Ingest::new(&paths, Knowledge::built_in(), 1).run(&index, |_| {}).expect("ingest runs");
    };
    twice(ferries, &[PathBuf::from("corpus")]);
    twice(orchards, &[]);
    let index = StatementIndex::open(directory.path()).expect("an index");
    assert_eq!(index.stats().expect("counts").segments, 2);
    let query = Query::parse("date:2024-11").expect("a query");
    let request = Request { limit: 1000, ..Request::default() };
    let hits = index.search_with(&query, &request).expect("hits").hits;
    let copies = |word: &str| -> Vec<usize> {
        hits.iter().filter(|hit| hit.text.contains(word)).map(|hit| hit.copies).collect()
    };
    assert_eq!([copies("ferries"), copies("orchards")], [[1], [1]]);
    for facet in ["month", "year", "kind"].map(|name| Facet::named(name).expect(name)) {
        let counts = index.facets(&query, &[facet], &request).expect("counts");
        assert_eq!(counts[0].values.iter().map(|(_, count)| count).sum::<usize>(), hits.len(), "{facet:?}");
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

/// Few hits among many are looked for in the lists of the field; of many hits, or once that is worked out, what
/// each has is counted.
#[test]
fn few_hits_and_many_are_counted_alike() {
    let articles = TempDir::new().expect("a directory");
    for number in 0..300 {
        let (city, country) = if number == 7 { ("TOKYO", "Japan") } else { ("PARIS", "France") };
        let text = format!(
            "{city}, Jan {} (Sample Wire) - {country} said on Monday it would send {number} tents to Chile.\n",
            number % 28 + 1
        );
        fs_err::write(articles.path().join(format!("{number}.txt")), text).expect("a file");
    }
    let directory = TempDir::new().expect("a directory");
    let index = StatementIndex::open_or_create(directory.path()).expect("an index");
    Ingest::new(&[articles.path().into()], Knowledge::built_in(), 1).run(&index, |_| {}).expect("ingest runs");
    let index = StatementIndex::open(directory.path()).expect("an index");
    let facets = ["country", "actor", "kind", "org"].map(|name| Facet::named(name).expect(name));
    let counted = |asked: &str| {
        let counts = index.facets(&Query::parse(asked).expect(asked), &facets, &Request::default()).expect("counts");
        let told = counts.iter().map(|counts| counts.values.iter().map(|(value, count)| format!("{value} {count}")));
        told.map(|values| values.collect::<Vec<_>>().join(", ")).collect::<Vec<_>>()
    };
    let few = counted("speaker:JP");
    assert_eq!(few, ["CL 1, JP 1", "JP 1", "indirect 1", ""]);
    assert_eq!(counted("mention:CL"), ["CL 300, FR 299, JP 1", "FR 299, JP 1", "indirect 300", ""]);
    assert_eq!(counted("speaker:JP"), few);
}
