//! What is related to an article, a statement, a headline or a text.

use std::path::{Path, PathBuf};

use demarche::article::formats::Reading;
use demarche::index::{DocumentKind, Entry, StatementIndex};
use demarche::ingest::{Ingest, entries};
use demarche::knowledge::Knowledge;
use demarche::query::Query;
use demarche::related::{Asked, Found, Wanted, Weights, by_list, by_signatories, by_subject, link};
use demarche::statement::Statement;
use jiff::civil::date;
use tempfile::TempDir;

fn ingest(directory: &Path, paths: &[PathBuf]) -> StatementIndex {
    let index = StatementIndex::open_or_create(directory).expect("an index");
    Ingest::new(paths, Knowledge::built_in(), 1).run(&index, |_| {}).expect("ingest runs");
    StatementIndex::open(directory).expect("an index")
}

fn corpus(name: &str) -> PathBuf {
    Path::new("corpus").join(name)
}

fn only(path: &Path) -> Entry {
    entries(&[path.to_owned()], Knowledge::built_in(), &Reading::default())
        .next()
        .expect("an article")
        .expect("it can be read")
}

fn wanted(hits: DocumentKind) -> Wanted {
    Wanted { hits, limit: 10, since: None, until: None }
}

fn subject(index: &StatementIndex, asked: &Asked, hits: DocumentKind) -> Vec<Found> {
    by_subject(index, Knowledge::built_in(), asked, &wanted(hits), &Weights::DEFAULT).expect("the index is read")
}

fn told(found: &[Found]) -> Vec<&str> {
    found.iter().map(|found| found.hit.headline()).collect()
}

const PARTNERS: &str = "2024-11-05-g7-partners-north-korea.txt";

#[test]
fn a_page_list_is_found_in_order_and_links_itself() {
    let directory = TempDir::new().expect("a directory");
    let entry = only(&corpus(PARTNERS));
    let asked = Asked::article(&entry, Knowledge::built_in());
    let listed = |index: &StatementIndex| {
        by_list(index, &entry.id, &asked, &wanted(DocumentKind::Headline)).expect("the index is read")
    };
    let index = ingest(directory.path(), &[corpus(PARTNERS)]);
    let before = listed(&index);
    assert_eq!(
        told(&before),
        [
            "Eleven nations form team to watch North Korea sanctions",
            "G7 urges China to stop feeding Russia's war industry",
            "Valencia bakers feed flood volunteers",
            "Dutch king opens tunnel under Meuse",
            "Puffins return to rock off Brittany",
        ]
    );
    assert!(before.iter().all(|found| found.article.is_none()), "all dangle");
    assert_eq!(before[1].why.listed, Some(("Next In World".to_owned(), 2)));
    let team = corpus("2024-10-16-sanctions-monitoring-team.txt");
    let after = listed(&ingest(directory.path(), std::slice::from_ref(&team)));
    assert_eq!(after[0].article, Some(only(&team).id), "the article has arrived");
    assert!(after[1..].iter().all(|found| found.article.is_none()));
}

#[test]
fn subjects_are_ranked_by_what_is_shared() {
    let directory = TempDir::new().expect("a directory");
    let index = ingest(directory.path(), &[PathBuf::from("corpus")]);
    let entry = only(&corpus(PARTNERS));
    let asked = Asked::statement(&entry, 1, Knowledge::built_in()).expect("a statement");
    let found = subject(&index, &asked, DocumentKind::Headline);
    let mut first = told(&found)[..2].to_vec();
    first.sort_unstable();
    assert_eq!(
        first,
        [
            "Eleven nations form team to watch North Korea sanctions",
            "G7 urges China to stop feeding Russia's war industry",
        ]
    );
    let team = found.iter().find(|found| found.hit.headline().starts_with("Eleven")).expect("it is related");
    assert!(team.article.is_some() && team.why.days == Some(0), "{team:?}");
    assert!(team.why.parties.iter().any(|party| party.to_string() == "KP"), "{team:?}");
    assert!(!told(&found).contains(&"Puffins return to rock off Brittany"));

    let articles = subject(&index, &asked, DocumentKind::Article);
    assert!(!articles.is_empty());
    assert!(articles.iter().all(|found| found.hit.id() != entry.id.as_str()), "never its own relation");

    // Two pages list it; it is told once.
    let text = Asked::text("China told by G7 to stop feeding war", None, Knowledge::built_in());
    let found = subject(&index, &text, DocumentKind::Headline);
    assert_eq!(found[0].hit.headline(), "G7 urges China to stop feeding Russia's war industry");
    assert_eq!(found[0].copies.len(), 1);
    assert_eq!(told(&found).iter().filter(|text| text.starts_with("G7 urges China")).count(), 1);
    let statements = subject(&index, &text, DocumentKind::Statement);
    assert!(!statements.is_empty());
}

#[test]
fn signatories_are_ranked_by_who_signs_together() {
    let directory = TempDir::new().expect("a directory");
    let index = ingest(directory.path(), &[PathBuf::from("corpus")]);
    let entry = only(&corpus(PARTNERS));
    let signed_by_ten = |statement: &Statement| statement.signatories.len() == 10;
    let number = 1 + entry.extraction.statements.iter().position(signed_by_ten).expect("ten signed");
    let asked = Asked::statement(&entry, number, Knowledge::built_in()).expect("a statement");
    let found =
        by_signatories(&index, &asked, &wanted(DocumentKind::Statement), &Weights::DEFAULT).expect("the index is read");
    let best = &found[0];
    assert!(best.why.signatories.len() >= 7 && best.why.of == 10, "{best:?}");
    assert!(found.iter().all(|found| !found.hit.id().starts_with(entry.id.as_str())));
    assert!(found.is_sorted_by(|a, b| a.score >= b.score));
}

/// Asserts which of `rows` are told of `text`, best first, each with the number of its copies.
fn check(rows: &str, text: &str, expected: &[(&str, usize)]) {
    let directory = TempDir::new().expect("a directory");
    let file = directory.path().join("rows.tsv");
    fs_err::write(&file, rows).expect("a file");
    let index = ingest(&directory.path().join("index"), &[file]);
    let asked = Asked::text(text, Some(date(2024, 11, 5)), Knowledge::built_in());
    let found = subject(&index, &asked, DocumentKind::Headline);
    let found: Vec<_> = found.iter().map(|found| (found.hit.headline(), found.copies.len())).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn copies_are_told_once_and_days_count() {
    let rows = "time\ttitle\turl\n\
                2024-11-05\tEnvoys sign ferry pact in Geneva\thttp://a.example/1\n\
                2024-11-05\tUPDATE 1-Envoys sign \"ferry\" pact in Geneva -sources\thttp://a.example/2\n\
                2023-01-05\tFerry pact talks open in Geneva\thttp://a.example/3\n\
                2024-11-04\tFerry pact talks close in Geneva\thttp://a.example/4\n\
                2024-11-05\tGoat leads police chase\thttp://a.example/5\n";
    let talks = [("Ferry pact talks close in Geneva", 0), ("Ferry pact talks open in Geneva", 0)];
    check(rows, "Exclusive: Envoys sign ferry pact in Geneva", &talks);
    let pact = ("Envoys sign ferry pact in Geneva", 1);
    check(rows, "Geneva ferry pact talks near an end", &[talks[0], pact, talks[1]]);
    check(rows, "Nobody reads this", &[]);
}

#[test]
fn headlines_are_searched_like_statements() {
    let directory = TempDir::new().expect("a directory");
    let index = ingest(directory.path(), &[corpus(PARTNERS)]);
    let knowledge = Knowledge::built_in();
    for (query, expected) in [
        ("country:KP", &["Eleven nations form team to watch North Korea sanctions"][..]),
        ("mention:CN date:2024-11", &["G7 urges China to stop feeding Russia's war industry"]),
        ("\"flood volunteers\" NOT country:CN", &["Valencia bakers feed flood volunteers"]),
        ("bakers w/2 flood", &["Valencia bakers feed flood volunteers"]),
        ("signatory:KP", &[]),
        ("ministers", &[]),
    ] {
        let asked = Query::parse(query).expect(query);
        let found = index.search_headlines(&asked, 10, knowledge).expect("the index is read");
        let texts: Vec<_> = found.hits.iter().map(|headline| headline.text.as_str()).collect();
        assert_eq!((texts.as_slice(), found.total), (expected, expected.len()), "{query}");
    }
}

#[test]
fn days_are_told_apart_however_far_away() {
    let directory = TempDir::new().expect("a directory");
    let rows = directory.path().join("rows.tsv");
    let lines = "1801-02-03\tEnvoys sign a treaty on herring\thttp://wire.example/1\n\
                1802-02-03\tEnvoys break the treaty on herring\thttp://wire.example/2\n\
                2024-02-03\tEnvoys mend the treaty on herring\thttp://wire.example/3\n\
                2024-02-04\tEnvoys praise the treaty on herring\thttp://wire.example/4\n";
    fs_err::write(&rows, lines).expect("a file");
    let index = ingest(&directory.path().join("index"), &[rows]);
    let asked = Asked::text("treaty on herring", None, Knowledge::built_in());
    for (since, until, expected) in [
        (date(1802, 1, 1), date(1900, 1, 1), 1),
        (date(1800, 1, 1), date(1801, 12, 31), 1),
        (date(1800, 1, 1), date(1900, 1, 1), 2),
        (date(2024, 2, 4), date(2025, 1, 1), 1),
        (date(1800, 1, 1), date(2025, 1, 1), 4),
    ] {
        let wanted = Wanted { since: Some(since), until: Some(until), ..wanted(DocumentKind::Headline) };
        let found = by_subject(&index, Knowledge::built_in(), &asked, &wanted, &Weights::DEFAULT).expect("relations");
        assert_eq!(found.len(), expected, "{since} to {until}: {:?}", told(&found));
    }
}

#[test]
fn the_best_are_found_behind_many_that_share_less() {
    let directory = TempDir::new().expect("a directory");
    let rows = directory.path().join("rows.tsv");
    let mut lines: Vec<String> = (0..900)
        .map(|number| format!("2024-03-02\tEnvoys meet on grain number {number}\thttp://x.example/{number}"))
        .collect();
    lines.push("2024-03-01\tEnvoys sign a treaty on herring\thttp://x.example/a".to_owned());
    fs_err::write(&rows, lines.join("\n")).expect("a file");
    let index = ingest(&directory.path().join("index"), &[rows]);
    let asked = Asked::text("Envoys praise the herring treaty", Some(date(2024, 3, 2)), Knowledge::built_in());
    assert_eq!(told(&subject(&index, &asked, DocumentKind::Headline))[0], "Envoys sign a treaty on herring");
}

#[test]
fn topics_shared_rank_higher() {
    let directory = TempDir::new().expect("a directory");
    let rows = directory.path().join("rows.tsv");
    let told = "2015-03-02\tOfficials visit bakery in harbour town\thttp://wire.example/1\n\
                2015-03-02\tOfficials discuss uranium enrichment in town\thttp://wire.example/2\n";
    fs_err::write(&rows, told).expect("a file");
    let index = ingest(&directory.path().join("index"), &[rows]);
    let asked = Asked::text("Officials meet on nuclear warheads", Some(date(2015, 3, 2)), Knowledge::built_in());
    let found = subject(&index, &asked, DocumentKind::Headline);
    assert_eq!(found[0].hit.headline(), "Officials discuss uranium enrichment in town");
    assert!(!found[0].why.topics.is_empty() && found[1].why.topics.is_empty());
    assert!(found[0].score > found[1].score);
}

#[test]
fn the_seed() {
    let seed = PathBuf::from("../shared/seed");
    if !seed.is_dir() {
        eprintln!("skipped: ../shared/seed is not there");
        return;
    }
    let directory = TempDir::new().expect("a directory");
    let index = ingest(directory.path(), &[seed.clone(), PathBuf::from("corpus")]);
    let entry = only(&seed);
    let asked = Asked::statement(&entry, 1, Knowledge::built_in()).expect("a statement");
    let list = by_list(&index, &entry.id, &asked, &wanted(DocumentKind::Headline)).expect("the index is read");
    let own: Vec<&str> = entry.headlines.iter().map(|headline| headline.text.as_str()).collect();
    assert_eq!((told(&list), own.len()), (own, 10));
    let found = by_subject(
        &index,
        Knowledge::built_in(),
        &asked,
        &Wanted { limit: 100, ..wanted(DocumentKind::Headline) },
        &Weights::DEFAULT,
    )
    .expect("the index is read");
    let place = |start: &str| found.iter().position(|found| found.hit.headline().starts_with(start));
    let missile = place("Russian missile kills six").expect("it is related");
    assert!(place("Prince William meets").is_none_or(|prince| missile < prince));
    assert!(entry.headlines.iter().all(|headline| link(&index, headline).expect("the index is read").is_none()));
}
