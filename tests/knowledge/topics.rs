//! Checks the topic table and every rule of `topic_words.toml` against its own example sentences.

use std::collections::HashSet;

use demarche::article::Article;
use demarche::extract::TopicReading;
use demarche::knowledge::{Knowledge, TopicId};
use demarche::statement::Statement;

fn topics(text: &str) -> Vec<TopicId> {
    let article = Article::from_body(text.to_owned());
    let whole = Statement::of_words(article.paragraphs.clone());
    let found = TopicReading::new(&article, Knowledge::built_in()).of_statement(&whole, &[]);
    found.into_iter().map(|about| about.topic).collect()
}

#[test]
fn the_topics_make_a_tree() {
    let topics = Knowledge::built_in().topics();
    assert!(topics.all.len() > 1300, "{} topics", topics.all.len());
    assert!(topics.all.is_sorted_by(|a, b| a.id < b.id), "the topics are in order");
    for topic in &topics.all {
        let mut at = topic;
        for _ in 0..6 {
            let Some(broader) = at.broader else { break };
            at = topics.get(broader).unwrap_or_else(|| panic!("{}: {broader} is not in the table", at.id));
        }
        assert!(at.broader.is_none(), "{} is deeper than six levels", topic.id);
        assert!(topics.below(at.id).contains(&topic.id), "{} is not below {}", topic.id, at.id);
    }
    assert_eq!(topics.all.iter().filter(|topic| topic.broader.is_none()).count(), 17);
}

#[test]
fn names_ids_and_words_find_their_topic() {
    let topics = Knowledge::built_in().topics();
    let id = |name: &str| topics.named(name).map(|topic| topic.id.to_string());
    assert_eq!(id("Economic Sanction").as_deref(), Some("medtop:20000642"));
    assert_eq!(id("MEDTOP:20000642").as_deref(), Some("medtop:20000642"));
    assert_eq!(id("20000642").as_deref(), Some("medtop:20000642"));
    assert_eq!(id("sanctionism"), None);
    let words = Knowledge::built_in().topic_words();
    let meant = |text: &str| words.topic_of(text).map(|id| topics.name(id));
    assert_eq!(meant("nuclear weapons").as_deref(), Some("nuclear policy"));
    assert_eq!(meant("Tariffs").as_deref(), Some("tariff"));
    assert_eq!(meant("table tennis lamps"), None);
    assert!(topics.similar("econmic sanction").contains(&"economic sanction"));
}

#[test]
fn a_word_behind_what_only_looks_like_a_phrase_is_found() {
    let words = Knowledge::built_in().topic_words();
    let found =
        |text: &'static str| -> Vec<&str> { words.find(text).map(|(span, _)| &text[span.start..span.end]).collect() };
    assert_eq!(found("Midwest banks"), found("Large banks"));
    assert_eq!(found("Large banks"), ["banks"]);
    assert!(found("in the West Bank").contains(&"West Bank"));
    // Where a longer phrase only seems to stand, a shorter one may.
    assert_eq!(found("a border dispute-free bank runner"), ["border dispute", "bank"]);
    assert_eq!(found("war\ncrimes"), ["war\ncrimes"]);
    assert_eq!(found(""), [""; 0]);
}

#[test]
fn topic_rules_match_and_reject_their_examples() {
    let knowledge = Knowledge::built_in();
    let mut wrong = Vec::new();
    let mut ids = HashSet::new();
    for rule in &knowledge.topic_words().rules {
        let id: TopicId = rule.id.parse().expect("an id");
        assert!(ids.insert(id), "{id} has two rules");
        let row = knowledge.topics().get(id).unwrap_or_else(|| panic!("{id} is not in the table"));
        assert_eq!((row.name, row.retired), (rule.name.as_str(), false), "{id}");
        assert!(!rule.matches.is_empty() && !rule.rejects.is_empty(), "{} has no examples", rule.name);
        wrong.extend(
            rule.matches.iter().filter(|text| !topics(text).contains(&id)).map(|text| (&rule.name, "misses", text)),
        );
        wrong.extend(
            rule.rejects.iter().filter(|text| topics(text).contains(&id)).map(|text| (&rule.name, "takes", text)),
        );
    }
    let told: Vec<String> = wrong.iter().map(|(name, fault, text)| format!("{name} {fault} {text:?}")).collect();
    assert!(wrong.is_empty(), "{}", told.join("\n"));
}
