//! Reads the shared sample article and checks its one joint statement, when that article is there.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use demarche::article::{Article, formats};
use demarche::extract::extract;
use demarche::knowledge::{Knowledge, Relation};

fn sample() -> Option<Article> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seed");
    let mut files: Vec<_> = std::fs::read_dir(folder).ok()?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.sort();
    let file = File::open(files.into_iter().find(|path| path.extension().is_some_and(|end| end == "txt"))?).ok()?;
    formats::read(BufReader::new(file), None).next()?.ok().map(|item| item.article)
}

#[test]
fn seed_statement_has_its_signatories_targets_and_mentions() {
    let Some(article) = sample() else {
        println!("skipped: ../shared/seed is not there");
        return;
    };
    let extraction = extract(&article, Knowledge::built_in());
    let joint: Vec<_> = extraction.statements.iter().filter(|statement| statement.joint).collect();
    let [statement] = joint.as_slice() else { panic!("one joint statement, not {}", joint.len()) };
    let mut signatories: Vec<String> = statement.signatories.iter().map(|row| row.country.to_string()).collect();
    signatories.sort_unstable();
    assert_eq!(signatories, ["AU", "CA", "DE", "FR", "GB", "IT", "JP", "KR", "NZ", "US"]);
    let mut targets: Vec<(Relation, String)> =
        statement.targets.iter().map(|target| (target.relation, target.party.to_string())).collect();
    targets.sort();
    assert_eq!(targets, [(Relation::Against, "KP".to_owned()), (Relation::Against, "RU".to_owned())]);
    let mentions: Vec<String> = statement.mentions.iter().map(ToString::to_string).collect();
    assert_eq!(mentions, ["UA"]);
    assert_eq!(statement.open, None);
    assert!(!statement.partial);
}
