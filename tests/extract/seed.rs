//! The first input that must work, to the last line: read where it lies beside the project.

use std::path::PathBuf;

use demarche::article::Part;
use demarche::article::formats::Reading;
use demarche::index::Entry;
use demarche::ingest::entries;
use demarche::knowledge::Knowledge;
use demarche::statement::{Relation, Through};

/// The saved web article, when `../shared/seed` is there.
fn seed() -> Option<Entry> {
    let paths = [PathBuf::from("../shared/seed")];
    if !paths[0].is_dir() {
        eprintln!("skipped: ../shared/seed is not there");
        return None;
    }
    entries(&paths, Knowledge::built_in(), &Reading::default()).next().map(|item| item.expect("the seed can be read"))
}

#[test]
fn anatomy() {
    let Some(entry) = seed() else { return };
    let article = &entry.article;
    let words = |span| article.words(span);
    assert_eq!(article.headline_words(), Some("G7 and allies warn Russia over use of North Korean troops in Ukraine"));
    assert_eq!(article.sections.iter().map(|&span| words(span)).collect::<Vec<_>>(), ["World"]);
    assert_eq!(article.published.map(|date| date.to_string()).as_deref(), Some("2024-11-05"));
    let dateline = article.dateline.as_ref().expect("there is a dateline");
    assert_eq!(dateline.cities.iter().map(|&span| words(span)).collect::<Vec<_>>(), ["ROME"]);
    assert_eq!(dateline.agency.map(words), Some("Reuters"));
    assert_eq!(article.paragraphs.len(), 5);
    let credits: Vec<_> = article.credits.iter().map(|credit| (credit.part, words(credit.name))).collect();
    assert_eq!(
        credits,
        [(Part::Reporting, "Angelo Amante"), (Part::Writing, "Gavin Jones"), (Part::Editing, "Crispian Balmer")]
    );
    assert_eq!(article.promos.len(), 1);
    let lists: Vec<_> = article.lists.iter().map(|list| (words(list.title), list.headlines.len())).collect();
    assert_eq!(lists, [("Next In World", 10), ("Others Also Read", 0)]);
    assert_eq!(
        words(article.lists[0].headlines[9]),
        "Erdogan ally floats Turkey constitutional amendment to let him extend his tenure"
    );
}

#[test]
fn joint_statement() {
    let Some(entry) = seed() else { return };
    let [statement] = entry.extraction.statements.as_slice() else {
        panic!("one statement, not {}", entry.extraction.statements.len())
    };
    assert!(statement.joint);
    assert_eq!(statement.utterances.len(), 4);
    let mut signatories: Vec<String> = statement.signatories.iter().map(|row| row.country.to_string()).collect();
    signatories.sort();
    assert_eq!(signatories, ["AU", "CA", "DE", "FR", "GB", "IT", "JP", "KR", "NZ", "US"]);
    assert!(statement.signatories.iter().all(|row| row.through != Some(Through::Organisation)));
    let mut targets: Vec<_> = statement.targets.iter().map(|row| (row.relation, row.party.to_string())).collect();
    targets.sort();
    assert_eq!(targets, [(Relation::Against, "KP".to_owned()), (Relation::Against, "RU".to_owned())]);
    assert_eq!(statement.mentions.iter().map(ToString::to_string).collect::<Vec<_>>(), ["UA"]);
    assert_eq!(statement.open, None);
    assert!(statement.nonsignatories.is_empty() && !statement.partial);
}
