//! The topics of every passage of `tests/data/topic_gold.toml`, held to floors.

use std::collections::BTreeSet;

use crate::score::{Report, Set};
use demarche::article::Article;
use demarche::extract::TopicReading;
use demarche::knowledge::{Knowledge, TopicId};
use demarche::statement::{AboutTopic, Statement};
use serde::Deserialize;

/// The F1 of topics over the passages.
const FLOOR: f64 = 0.85;
/// The part of the passages without a topic that get none.
const SILENT: f64 = 0.85;

#[derive(Deserialize)]
struct Gold {
    passage: Vec<Passage>,
}

#[derive(Deserialize)]
struct Passage {
    topics: Vec<String>,
    text: String,
}

/// What the whole of `text` is about, read as one statement.
fn about(text: &str) -> Vec<AboutTopic> {
    let article = Article::from_body(text.to_owned());
    let whole = Statement::of_words(article.paragraphs.clone());
    TopicReading::new(&article, Knowledge::built_in()).of_statement(&whole, &[])
}

/// Whether `id` is `wanted` or below it.
fn is_within(id: TopicId, wanted: &str) -> bool {
    let topics = Knowledge::built_in().topics();
    topics.named(wanted).is_some_and(|topic| topics.below(topic.id).contains(&id))
}

#[test]
fn topics_reach_their_floor() {
    let gold: Gold = toml::from_str(include_str!("../data/topic_gold.toml")).expect("the gold is valid TOML");
    assert!(gold.passage.len() >= 80, "{} passages", gold.passage.len());
    let topics = Knowledge::built_in().topics();
    let mut report = Report::default();
    let (mut silent, mut empty) = (0_u32, 0_u32);
    for Passage { topics: wanted, text } in &gold.passage {
        for name in wanted {
            assert!(topics.named(name).is_some(), "no topic is called {name}");
        }
        text.clone_into(&mut report.article);
        let found = about(text);
        if wanted.is_empty() {
            empty += 1;
            silent += u32::from(found.is_empty());
        }
        // A topic beside those wanted is wrong only when nothing of the passage asks for it.
        let named = |about: &AboutTopic| {
            let asked = wanted.iter().find(|name| is_within(about.topic, name));
            asked.cloned().unwrap_or_else(|| topics.name(about.topic))
        };
        let found: Set = found.iter().map(named).collect();
        report.compare("topics", &found, &wanted.iter().cloned().collect());
    }
    println!("{report}");
    assert!(report.f1("topics") >= FLOOR, "{report}");
    assert!(f64::from(silent) / f64::from(empty).max(1.0) >= SILENT, "{silent} of {empty} have no topic");
}

#[test]
fn an_article_says_what_it_is_about_and_why() {
    let text = fs_err::read_to_string("corpus/2022-01-03-p5-nuclear-war.txt").expect("the corpus is readable");
    let article = Article::from_body(text);
    let found = TopicReading::new(&article, Knowledge::built_in()).of_article();
    let first = found.first().expect("it is about something");
    assert!(is_within(first.topic, "nuclear policy"), "{found:?}");
    assert!(found.len() <= 5 && found.iter().all(|about| (0.0..=1.0).contains(&about.weight)), "{found:?}");
    let words: BTreeSet<&str> = first.evidence.iter().map(|span| article.words(*span)).collect();
    assert!(words.iter().any(|words| words.contains("uclear")), "{words:?}");
}

#[test]
fn a_word_may_come_back_any_number_of_times() {
    let body = "Troops fired a ballistic missile in the war. ".repeat(70_000);
    let article = Article::from_body(body);
    assert!(!TopicReading::new(&article, Knowledge::built_in()).of_article().is_empty());
}
