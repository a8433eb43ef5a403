//! The act of every passage of `tests/data/act_gold.toml`, held to a floor.

use demarche::article::Article;
use demarche::extract::extract;
use demarche::knowledge::Knowledge;
use serde::Deserialize;

/// The part of the passages whose act must be right.
const FLOOR: f64 = 0.93;

#[derive(Deserialize)]
struct Gold {
    passage: Vec<Passage>,
}

#[derive(Deserialize)]
struct Passage {
    act: String,
    text: String,
}

#[test]
#[expect(clippy::cast_precision_loss, reason = "a ratio of small counts")]
fn acts_reach_their_floor() {
    let gold: Gold = toml::from_str(include_str!("../data/act_gold.toml")).expect("the gold is valid TOML");
    assert!(gold.passage.len() >= 60, "{} passages", gold.passage.len());
    let mut wrong = Vec::new();
    for Passage { act, text } in &gold.passage {
        let article = Article::from_body(text.clone());
        let found = extract(&article, Knowledge::built_in());
        let first = found.statements.first().and_then(|statement| statement.act());
        let name = first.map_or("", |performed| performed.act.as_str());
        if name != act {
            let proof = first.map_or("nothing", |performed| article.words(performed.evidence));
            wrong.push(format!("{act}, not {name} ({proof}): {text}"));
        }
    }
    let right = 1.0 - wrong.len() as f64 / gold.passage.len() as f64;
    println!("{right:.3} of {} right\n{}", gold.passage.len(), wrong.join("\n"));
    assert!(right >= FLOOR, "{right:.3} of the acts are right, under {FLOOR}:\n{}", wrong.join("\n"));
}

#[test]
fn every_act_has_words_that_show_it() {
    for path in ["corpus/2024-11-05-g7-partners-north-korea.txt", "corpus/2025-08-28-e3-snapback.txt"] {
        let text = fs_err::read_to_string(path).expect("the corpus is readable");
        let article = Article::from_body(text);
        for statement in extract(&article, Knowledge::built_in()).statements {
            for performed in &statement.acts {
                assert!(!article.words(performed.evidence).trim().is_empty(), "{path}: {performed:?}");
            }
        }
    }
}
