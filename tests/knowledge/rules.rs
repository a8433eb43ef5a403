//! Checks every rule of `signing.toml` and `relations.toml` against its own example sentences.

use demarche::article::Article;
use demarche::extract::{Reading, found_by, found_in};
use demarche::knowledge::Knowledge;

#[test]
fn signing_rules_match_and_reject_their_examples() {
    let knowledge = Knowledge::built_in();
    let mut wrong = Vec::new();
    for rule in &knowledge.signing().rules {
        let parties = |text: &str| -> Vec<String> {
            let article = Article::from_body(text.to_owned());
            let reading = Reading::new(&article, knowledge);
            found_by(&reading, rule).iter().map(ToString::to_string).collect()
        };
        for example in &rule.matches {
            let found = parties(&example.text);
            if found != example.parties {
                wrong.push(format!("{}: {:?} gave {found:?}", rule.name, example.text));
            }
        }
        for text in &rule.rejects {
            let found = parties(text);
            if !found.is_empty() {
                wrong.push(format!("{} must reject {text:?}, gave {found:?}", rule.name));
            }
        }
        assert!(!rule.matches.is_empty() && !rule.rejects.is_empty(), "{} has no examples", rule.name);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn relation_rules_match_and_reject_their_examples() {
    let knowledge = Knowledge::built_in();
    let mut wrong = Vec::new();
    for rule in &knowledge.relations().rules {
        let targets = |text: &str| -> Vec<String> {
            let article = Article::from_body(text.to_owned());
            let found = found_in(&Reading::new(&article, knowledge));
            found
                .iter()
                .filter(|target| target.relation == rule.relation)
                .map(|target| target.party.to_string())
                .collect()
        };
        for example in &rule.matches {
            let found = targets(&example.text);
            if found != example.targets {
                wrong.push(format!("{:?}: {:?} gave {found:?}", rule.relation, example.text));
            }
        }
        for text in &rule.rejects {
            let found = targets(text);
            if !found.is_empty() {
                wrong.push(format!("{:?} must reject {text:?}, gave {found:?}", rule.relation));
            }
        }
        assert!(!rule.matches.is_empty() && !rule.rejects.is_empty(), "{:?} has no examples", rule.words);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
