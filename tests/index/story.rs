//! Which articles tell one story: near-identical copies share the id of the first, others do not.

use demarche::index::{ArticleRecord, StatementIndex};
use demarche::ingest::{Gone, Ingest};
use demarche::knowledge::Knowledge;
use tempfile::TempDir;

const SAMPLE: &str = "corpus/2024-11-05-g7-partners-north-korea.txt";

/// The body of the sample, paragraph by paragraph.
fn paragraphs() -> Vec<String> {
    let text = fs_err::read_to_string(SAMPLE).expect("the sample");
    text.split("\n\n").filter(|paragraph| paragraph.len() > 100).map(str::to_owned).collect()
}

fn article(headline: &str, day: u8, body: &[String]) -> String {
    format!("{headline}\n\nNov {day}, 2024\n\n{}\n", body.join("\n\n"))
}

/// Ingests what `directory` holds, and gives what is remembered of its articles in the order of the files.
fn ingested(directory: &TempDir) -> Vec<ArticleRecord> {
    let index = StatementIndex::open_or_create(directory.path().join("index")).expect("an index");
    let paths = [directory.path().join("in")];
    let ingest = Ingest { gone: Gone::Dropped, ..Ingest::new(&paths, Knowledge::built_in(), 1) };
    ingest.run(&index, |_| ()).expect("it runs");
    index.reload().expect("the index");
    let files = index.files().expect("the files");
    files.into_iter().flat_map(|file| file.items).map(|item| item.found.expect("an article")).collect()
}

fn directory(files: &[(&str, String)]) -> TempDir {
    let directory = TempDir::new().expect("a directory");
    fs_err::create_dir(directory.path().join("in")).expect("a directory");
    for (name, text) in files {
        fs_err::write(directory.path().join("in").join(name), text).expect("a file");
    }
    directory
}

/// Checks whether `other`, published on November `day`, tells the story of the sample of November 5.
fn check(what: &str, headline: &str, day: u8, other: &[String], is_same: bool) {
    let first = article("G7 and partners condemn troops", 5, &paragraphs());
    let held = directory(&[("a.txt", first), ("b.txt", article(headline, day, other))]);
    let records = ingested(&held);
    let [one, two] = records.as_slice() else { panic!("{what}: {} articles", records.len()) };
    let first = if day < 5 { two } else { one };
    assert_eq!(first.story, first.id, "{what}");
    assert_eq!(two.story == one.story, is_same, "{what}: {:?}", two.sketch.as_ref().zip(one.sketch.as_ref()));
    let index = StatementIndex::open(held.path().join("index")).expect("an index");
    let stored = index.article(two.id.as_str()).expect("the index").expect("the article");
    assert_eq!(stored.story, two.story, "{what}");
}

#[test]
fn copies_reworded_cut_and_longer_tell_one_story() {
    let body = paragraphs();
    check("the same words", "Allies speak on Pyongyang", 5, &body, true);
    let mut refiled = body.clone();
    refiled[1] = refiled[1].replacen("said", "stated", 1).to_uppercase();
    check("a refile", "REFILE-Allies speak on Pyongyang", 6, &refiled, true);
    let mut updated = body.clone();
    updated.insert(1, "Diplomats in Geneva had spent most of a week on the draft, passing it to and fro.".to_owned());
    updated.push("Nobody could say when the next round of such talks would be held, or in which town.".to_owned());
    check("an update", "Allies speak on Pyongyang after a week", 7, &updated, true);
    check("cut by a newspaper", "Allies speak on Pyongyang", 6, &body[..body.len() * 2 / 3], true);
    check("copied before its date", "Allies speak on Pyongyang", 3, &body, true);
}

#[test]
fn other_articles_tell_stories_of_their_own() {
    let body = paragraphs();
    check("ten days later", "Allies speak on Pyongyang", 15, &body, false);
    let other = fs_err::read_to_string("corpus/2024-10-16-sanctions-monitoring-team.txt").expect("the sample");
    let other: Vec<String> = other.split("\n\n").filter(|part| part.len() > 100).map(str::to_owned).collect();
    check("another report of the same affair", "Eleven set up a team", 5, &other, false);
    let mut later = body[..1].to_vec();
    later.extend(other);
    check("another report that repeats a paragraph", "Eleven set up a team", 5, &later, false);
}

#[test]
fn stories_do_not_depend_on_the_order_of_ingest() {
    let body = paragraphs();
    let texts = [
        ("a.txt", article("Allies speak", 7, &body)),
        ("b.txt", article("G7 and partners condemn troops", 5, &body)),
        ("c.txt", article("Allies speak again", 6, &body[..body.len() * 2 / 3])),
        ("d.txt", body.join("\n\n")),
    ];
    let at_once = ingested(&directory(&texts));
    assert!(at_once.iter().all(|record| record.story == at_once[1].id), "{at_once:?}");
    let one_by_one = directory(&[]);
    for (name, text) in [3, 0, 2, 1].map(|at| &texts[at]) {
        fs_err::write(one_by_one.path().join("in").join(name), text).expect("a file");
        ingested(&one_by_one);
    }
    assert_eq!(ingested(&one_by_one), at_once);
    fs_err::remove_file(one_by_one.path().join("in/b.txt")).expect("the file");
    let left = ingested(&one_by_one);
    assert!(left.iter().all(|record| record.story == left[1].id), "{left:?}");
}
