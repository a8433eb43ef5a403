//! Checks every rule of `acts.toml` against its own example sentences.

use demarche::article::Article;
use demarche::extract::extract;
use demarche::knowledge::{Act, Knowledge};

fn acts(text: &str) -> Vec<Act> {
    let found = extract(&Article::from_body(text.to_owned()), Knowledge::built_in());
    found.statements.iter().filter_map(|statement| statement.act().map(|performed| performed.act)).collect()
}

#[test]
fn every_act_has_a_rule_with_examples() {
    let rules = &Knowledge::built_in().acts().rules;
    let named: Vec<Act> = rules.iter().map(|rule| rule.act).collect();
    assert_eq!(named, Act::ALL);
    for rule in rules {
        assert!(!rule.matches.is_empty() && !rule.rejects.is_empty(), "{} has no examples", rule.act);
        let written = serde_json::to_string(&rule.act).expect("an act is written");
        assert_eq!(written, format!("\"{}\"", rule.act));
    }
}

#[test]
fn act_rules_match_and_reject_their_examples() {
    let mut wrong = Vec::new();
    for rule in &Knowledge::built_in().acts().rules {
        for text in &rule.matches {
            let found = acts(text);
            if found.first() != Some(&rule.act) {
                wrong.push(format!("{}: {text:?} gave {found:?}", rule.act));
            }
        }
        for text in &rule.rejects {
            let found = acts(text);
            if found.contains(&rule.act) {
                wrong.push(format!("{} must reject {text:?}, gave {found:?}", rule.act));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
