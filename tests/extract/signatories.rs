//! Scores signatories, nonsignatories and targets on hand-labelled passages (`data/signatory_gold*.toml`).

use std::collections::BTreeSet;
use std::fmt::Write as _;

use demarche::article::Article;
use demarche::extract::extract;
use demarche::knowledge::{Knowledge, Party, Relation};
use demarche::statement::Through;
use serde::Deserialize;

#[derive(Deserialize)]
struct Gold {
    passage: Vec<Passage>,
}

#[derive(Deserialize)]
struct Passage {
    id: String,
    date: String,
    text: String,
    joint: bool,
    #[serde(default)]
    signatories: Vec<String>,
    #[serde(default)]
    nonsignatories: Vec<String>,
    #[serde(default)]
    targets: Vec<GoldTarget>,
    #[serde(default)]
    doubt: bool,
}

#[derive(Deserialize)]
struct GoldTarget {
    country: Option<String>,
    org: Option<String>,
    relation: Relation,
}

/// What is compared of one passage.
#[derive(Default)]
struct Roles {
    joint: bool,
    signatories: BTreeSet<String>,
    nonsignatories: BTreeSet<String>,
    targets: BTreeSet<String>,
    doubt: bool,
}

/// Right, wrong and missed decisions.
#[derive(Default)]
struct Score {
    right: usize,
    wrong: usize,
    missed: usize,
}

impl Score {
    fn add(&mut self, found: &BTreeSet<String>, wanted: &BTreeSet<String>) {
        self.right += found.intersection(wanted).count();
        self.wrong += found.difference(wanted).count();
        self.missed += wanted.difference(found).count();
    }

    #[expect(clippy::cast_precision_loss, reason = "a ratio of small counts")]
    fn f1(&self) -> f64 {
        2.0 * self.right as f64 / (2 * self.right + self.wrong + self.missed).max(1) as f64
    }
}

fn found(passage: &Passage) -> Roles {
    let mut article = Article::from_body(passage.text.clone());
    article.published = Some(passage.date.parse().expect("gold dates are ISO"));
    let extraction = extract(&article, Knowledge::built_in());
    let mut roles = Roles { doubt: !extraction.doubts.is_empty(), ..Roles::default() };
    for statement in &extraction.statements {
        roles.nonsignatories.extend(statement.nonsignatories.iter().map(|row| row.country.to_string()));
        if !statement.joint || statement.utterances.is_empty() {
            continue;
        }
        roles.joint = true;
        let signed = statement.signatories.iter().filter(|row| row.through != Some(Through::Organisation));
        roles.signatories.extend(signed.map(|row| row.country.to_string()));
        roles.targets.extend(statement.targets.iter().map(|target| key(&target.party, target.relation)));
    }
    roles
}

fn wanted(passage: &Passage) -> Roles {
    let target = |row: &GoldTarget| {
        let name = row.country.as_ref().or(row.org.as_ref()).expect("a target has a country or an org");
        let party = Knowledge::built_in().party(name).unwrap_or_else(|_| Party::Organisation(name.as_str().into()));
        key(&party, row.relation)
    };
    Roles {
        joint: passage.joint,
        signatories: passage.signatories.iter().cloned().collect(),
        nonsignatories: passage.nonsignatories.iter().cloned().collect(),
        targets: passage.targets.iter().map(target).collect(),
        doubt: passage.doubt,
    }
}

fn key(party: &Party, relation: Relation) -> String {
    format!("{} {party}", relation.as_str())
}

/// One file of passages, and the lowest F1 each role may reach on it.
struct Set {
    name: &'static str,
    passages: &'static str,
    joint: f64,
    signatories: f64,
    nonsignatories: f64,
    targets: f64,
}

/// From the fourth on they were written without the rules at hand; what they gave when first scored is noted.
const SETS: [Set; 11] = [
    Set {
        name: "first",
        passages: include_str!("../data/signatory_gold.toml"),
        joint: 0.99,
        signatories: 0.99,
        nonsignatories: 0.99,
        targets: 0.97,
    },
    Set {
        name: "second",
        passages: include_str!("../data/signatory_gold_2.toml"),
        joint: 0.97,
        signatories: 0.97,
        nonsignatories: 0.97,
        targets: 0.88,
    },
    Set {
        name: "third",
        passages: include_str!("../data/signatory_gold_3.toml"),
        joint: 0.87,
        signatories: 0.85,
        nonsignatories: 0.89,
        targets: 0.86,
    },
    // Unseen: 0.806, 0.715, 0.438, 0.514; three labels were mended after.
    Set {
        name: "fourth",
        passages: include_str!("../data/signatory_gold_4.toml"),
        joint: 0.93,
        signatories: 0.95,
        nonsignatories: 0.93,
        targets: 0.86,
    },
    // Unseen: 0.827, 0.757, 0.585, 0.725; rules have been made since from what they missed.
    Set {
        name: "fifth",
        passages: include_str!("../data/signatory_gold_5.toml"),
        joint: 0.94,
        signatories: 0.95,
        nonsignatories: 0.96,
        targets: 0.92,
    },
    // Unseen: 0.848, 0.792, 0.488, 0.700; rules have been made since from what they missed.
    Set {
        name: "sixth",
        passages: include_str!("../data/signatory_gold_6.toml"),
        joint: 0.89,
        signatories: 0.85,
        nonsignatories: 0.94,
        targets: 0.81,
    },
    // Unseen: 0.912, 0.879, 0.795, 0.792; rules have been made since from what they missed.
    Set {
        name: "seventh",
        passages: include_str!("../data/signatory_gold_7.toml"),
        joint: 0.92,
        signatories: 0.91,
        nonsignatories: 0.91,
        targets: 0.86,
    },
    // Unseen: 0.952, 0.913, 0.821, 0.920; rules have been made since from what they missed.
    Set {
        name: "eighth",
        passages: include_str!("../data/signatory_gold_8.toml"),
        joint: 0.98,
        signatories: 0.97,
        nonsignatories: 0.93,
        targets: 0.96,
    },
    // Unseen: 0.953, 0.915, 0.863, 0.926; rules have been made since from what they missed.
    Set {
        name: "ninth",
        passages: include_str!("../data/signatory_gold_9.toml"),
        joint: 0.97,
        signatories: 0.98,
        nonsignatories: 0.96,
        targets: 0.95,
    },
    Set {
        name: "tenth",
        passages: include_str!("../data/signatory_gold_10.toml"),
        joint: 0.93,
        signatories: 0.92,
        nonsignatories: 0.91,
        targets: 0.9,
    },
    Set {
        name: "eleventh",
        passages: include_str!("../data/signatory_gold_11.toml"),
        joint: 0.92,
        signatories: 0.89,
        nonsignatories: 0.92,
        targets: 0.91,
    },
];

#[test]
fn roles_reach_the_floor_on_every_set_of_passages() {
    let below: Vec<String> = SETS.iter().filter_map(fault).collect();
    assert!(below.is_empty(), "{}", below.join("\n"));
}

/// What is below its floor, with every difference.
fn fault(set: &Set) -> Option<String> {
    let gold: Gold = toml::from_str(set.passages).expect("the gold parses");
    let (mut signatories, mut nonsignatories, mut targets) = (Score::default(), Score::default(), Score::default());
    let mut joint = Score::default();
    let mut differences = String::new();
    for passage in &gold.passage {
        let (found, wanted) = (found(passage), wanted(passage));
        signatories.add(&found.signatories, &wanted.signatories);
        nonsignatories.add(&found.nonsignatories, &wanted.nonsignatories);
        targets.add(&found.targets, &wanted.targets);
        let flag = |is: bool| if is { BTreeSet::from(["joint".to_owned()]) } else { BTreeSet::new() };
        joint.add(&flag(found.joint), &flag(wanted.joint));
        let mut note = |what: &str, found: &BTreeSet<String>, wanted: &BTreeSet<String>| {
            if found != wanted {
                let (wrong, missed): (Vec<_>, Vec<_>) =
                    (found.difference(wanted).collect(), wanted.difference(found).collect());
                let _ = writeln!(differences, "{} {what}: wrong {wrong:?}, missed {missed:?}", passage.id);
            }
        };
        note("joint", &flag(found.joint), &flag(wanted.joint));
        note("signatories", &found.signatories, &wanted.signatories);
        note("nonsignatories", &found.nonsignatories, &wanted.nonsignatories);
        note("targets", &found.targets, &wanted.targets);
        if wanted.doubt && !found.doubt {
            let _ = writeln!(differences, "{} doubt missed", passage.id);
        }
    }
    let report = format!(
        "{} set, {} passages: joint F1 {:.3}, signatories {:.3}, nonsignatories {:.3}, targets {:.3}",
        set.name,
        gold.passage.len(),
        joint.f1(),
        signatories.f1(),
        nonsignatories.f1(),
        targets.f1()
    );
    println!("{report}");
    let reached = joint.f1() >= set.joint
        && signatories.f1() >= set.signatories
        && nonsignatories.f1() >= set.nonsignatories
        && targets.f1() >= set.targets;
    (!reached).then(|| format!("{report}\n{differences}"))
}
