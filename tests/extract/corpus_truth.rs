//! Scores the roles of every statement of the sample corpus against its hand-made truth.

use std::collections::BTreeSet;
use std::path::Path;

use crate::score::{Report, Set};
use demarche::article::{Article, formats};
use demarche::extract::extract;
use demarche::knowledge::{Knowledge, Party};
use demarche::statement::{Statement, Through};
use serde::Deserialize;

/// What every kind of decision has reached.
const FLOORS: [(&str, f64); 9] = [
    ("signatories", 0.98),
    ("via", 0.98),
    ("nonsignatories", 0.95),
    ("partial or open", 0.95),
    ("represented", 0.71),
    ("targets", 0.77),
    ("speaker", 0.84),
    ("role", 0.86),
    ("country", 0.85),
];

#[derive(Deserialize)]
struct Truth {
    #[serde(default)]
    statement: Vec<TrueStatement>,
}

#[derive(Deserialize)]
struct TrueStatement {
    joint: bool,
    #[serde(default)]
    signatories: Vec<String>,
    #[serde(default)]
    via: std::collections::BTreeMap<String, Vec<String>>,
    #[serde(default)]
    nonsignatories: Vec<String>,
    #[serde(default)]
    targets: Vec<TrueTarget>,
    #[serde(default)]
    mentions: Vec<String>,
    #[serde(default)]
    utterances: Vec<String>,
    #[serde(default)]
    partial: bool,
    open: Option<u32>,
    represented: Option<String>,
    speaker: Option<String>,
    role: Option<String>,
    country: Option<String>,
    content: Option<String>,
}

#[derive(Deserialize)]
struct TrueTarget {
    country: String,
    relation: String,
}

fn organisation(id: &str) -> String {
    let knowledge = Knowledge::built_in();
    let found = knowledge.parties(id).into_iter().find(|party| matches!(party, Party::Organisation(_)));
    found.map_or_else(|| id.to_owned(), |party| party.to_string())
}

fn read(path: &Path) -> Article {
    let file = std::io::BufReader::new(std::fs::File::open(path).expect("the corpus is readable"));
    formats::read(file, None).next().expect("one article").expect("a readable article").article
}

/// How many of the truth's words open or stand in what `statement` says.
fn hits(article: &Article, statement: &Statement, words: &[String]) -> usize {
    let said: Vec<&str> = statement.content().map(|span| article.words(span)).collect();
    words.iter().filter(|words| said.iter().any(|said| said.contains(words.as_str()))).count()
}

fn joint(report: &mut Report, article: &Article, statement: Option<&Statement>, truth: &TrueStatement) {
    let signed = |row: &&demarche::statement::Signatory| row.through != Some(Through::Organisation);
    let empty = Vec::new();
    let rows = statement.map_or(&empty, |statement| &statement.signatories);
    let signatories: Set = rows.iter().filter(signed).map(|row| row.country.to_string()).collect();
    report.compare("signatories", &signatories, &truth.signatories.iter().cloned().collect());
    let via = rows.iter().filter(signed).filter_map(|row| Some(format!("{} {}", row.via.as_ref()?, row.country)));
    let wanted =
        truth.via.iter().flat_map(|(id, codes)| codes.iter().map(|code| format!("{} {code}", organisation(id))));
    report.compare("via", &via.collect(), &wanted.collect());
    if let Some(id) = &truth.represented {
        let through = rows.iter().filter(|row| !signed(row)).filter_map(|row| row.via.as_ref());
        report.compare("represented", &through.map(ToString::to_string).collect(), &Set::from([organisation(id)]));
    }
    let Some(statement) = statement else {
        return report.compare("joint", &Set::new(), &Set::from(["joint".to_owned()]));
    };
    let refused = statement.nonsignatories.iter().map(|row| row.country.to_string()).collect();
    report.compare("nonsignatories", &refused, &truth.nonsignatories.iter().cloned().collect());
    targets(report, statement, truth);
    let mentions = statement.mentions.iter().map(ToString::to_string).collect();
    report.compare("mentions", &mentions, &truth.mentions.iter().cloned().collect());
    let found = hits(article, statement, &truth.utterances);
    report.count("utterances", found, truth.utterances.len() - found);
    let open = |count: Option<u32>| count.map_or_else(Set::new, |count| Set::from([count.to_string()]));
    let left = statement.open.map(|open| open.count.unwrap_or(0));
    if truth.partial {
        let marked = statement.partial || statement.open.is_some();
        report.count("partial or open", usize::from(marked), usize::from(!marked));
    } else {
        report.compare("partial or open", &open(left), &open(truth.open));
    }
}

fn targets(report: &mut Report, statement: &Statement, truth: &TrueStatement) {
    let found = statement.targets.iter().map(|target| format!("{} {}", target.relation.as_str(), target.party));
    let wanted = truth.targets.iter().map(|target| format!("{} {}", target.relation, target.country));
    report.compare("targets", &found.collect(), &wanted.collect());
}

fn single(report: &mut Report, article: &Article, statement: Option<&Statement>, truth: &TrueStatement) {
    let Some(statement) = statement else { return report.count("single found", 0, 1) };
    report.count("single found", 1, 0);
    let one = |value: Option<String>| value.into_iter().collect::<BTreeSet<_>>();
    let speaker = statement.speakers.first();
    let bare = |name: &str| {
        name.trim_start_matches("the ")
            .trim_start_matches("The ")
            .trim_start_matches("a ")
            .trim_start_matches("A ")
            .trim_start_matches("an ")
            .to_owned()
    };
    let name = speaker.map(|speaker| bare(article.words(speaker.name)));
    report.compare("speaker", &one(name), &one(truth.speaker.as_deref().map(bare)));
    let role = speaker.and_then(|speaker| speaker.role).map(|role| article.words(role).to_owned());
    report.compare("role", &one(role), &one(truth.role.clone()));
    let country = speaker.and_then(|speaker| speaker.country).map(|code| code.to_string());
    report.compare("country", &one(country), &one(truth.country.clone()));
    targets(report, statement, truth);
}

#[test]
fn corpus_roles_reach_the_floor() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<_> = std::fs::read_dir(root.join("tests/corpus_truth"))
        .expect("the truth is there")
        .map(|entry| entry.expect("a readable entry").path())
        .collect();
    files.sort();
    let mut report = Report::default();
    for file in files {
        let text = std::fs::read_to_string(&file).expect("the truth is readable");
        let truth: Truth = toml::from_str(&text).expect("the truth parses");
        let name = file.file_stem().expect("a name").to_string_lossy().into_owned();
        let mut article = read(&root.join("corpus").join(format!("{name}.txt")));
        // Most datelines have no year: who filed the article put it in the file's name.
        article.published = article.published.or(name.get(..10).and_then(|date| date.parse().ok()));
        let extraction = extract(&article, Knowledge::built_in());
        let mut used = vec![false; extraction.statements.len()];
        report.article = name;
        for wanted in &truth.statement {
            let words = if wanted.joint { wanted.utterances.clone() } else { wanted.content.iter().cloned().collect() };
            let key = |statement: &Statement| {
                let signed =
                    statement.signatories.iter().filter(|row| wanted.signatories.contains(&row.country.to_string()));
                let refused = statement
                    .nonsignatories
                    .iter()
                    .filter(|row| wanted.nonsignatories.contains(&row.country.to_string()));
                let said = hits(&article, statement, &words);
                if wanted.joint { said * 2 + signed.count() + refused.count() } else { said }
            };
            let best =
                extraction.statements.iter().enumerate().filter(|(at, row)| !used[*at] && row.joint == wanted.joint);
            let best = best
                .map(|(at, row)| (key(row), at))
                .filter(|(key, _)| *key > 0)
                .max_by_key(|&(key, at)| (key, std::cmp::Reverse(at)));
            let found = best.map(|(_, at)| {
                used[at] = wanted.joint;
                &extraction.statements[at]
            });
            if wanted.joint {
                joint(&mut report, &article, found, wanted);
            } else {
                single(&mut report, &article, found, wanted);
            }
        }
        for (statement, _) in extraction
            .statements
            .iter()
            .zip(used)
            .filter(|(row, used)| row.joint && !used && !row.utterances.is_empty())
        {
            let signed =
                statement.signatories.iter().filter(|row| row.via.is_none()).map(|row| row.country.to_string());
            report.compare("joint", &Set::from([signed.collect::<Vec<_>>().join(" ")]), &Set::new());
        }
    }
    println!("{report}");
    for (kind, floor) in FLOORS {
        assert!(report.f1(kind) >= floor, "{kind} is below {floor}\n{report}");
    }
}
