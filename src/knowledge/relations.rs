//! The words that direct a statement at somebody: against, addressed to, in support of.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};

/// How the words of a statement bear on a party.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Relation {
    /// Condemn, accuse, demand of.
    Against,
    /// Urge, call on, letter to.
    Addressed,
    /// In support of.
    Support,
}

impl Relation {
    /// The relation as one word.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Against => "against",
            Self::Addressed => "addressed",
            Self::Support => "support",
        }
    }
}

/// The words and rules of `relations.toml`.
#[derive(Debug)]
pub struct Relations {
    /// Nouns for harm done.
    pub harm: HashSet<String>,
    /// Words that end the noun phrase behind a relation word.
    pub stop: HashSet<String>,
    /// Prepositions behind which a name is the doer.
    pub doer: HashSet<String>,
    /// Other prepositions.
    pub other: HashSet<String>,
    /// Every rule, in order.
    pub rules: Vec<RelationRule>,
    /// Prepositions before a deed that is somebody else's: "for backing".
    pub deed: HashSet<String>,
    /// People who stand for the country they are in: "all parties in".
    pub people: HashSet<String>,
    /// Nouns for an organisation named before: "the bloc".
    pub bloc: HashSet<String>,
    /// Organs that stand for the organisation they belong to, by id.
    pub organ_of: HashMap<String, String>,
    by_word: HashMap<String, Vec<usize>>,
}

/// Words with one relation.
#[derive(Debug, Deserialize)]
pub struct RelationRule {
    /// The relation.
    pub relation: Relation,
    /// The words, in lower case.
    pub words: Vec<String>,
    /// One of these must come between the word and the noun phrase; empty for none.
    #[serde(default)]
    pub via: Vec<String>,
    /// Whether the party is the subject of the word: "is responsible".
    #[serde(default)]
    pub subject: bool,
    /// Sentences it must match, with the targets it finds.
    #[serde(default)]
    pub matches: Vec<RelationExample>,
    /// Sentences in which it must find no target.
    #[serde(default)]
    pub rejects: Vec<String>,
}

/// A sentence and the targets a rule finds in it.
#[derive(Debug, Deserialize)]
pub struct RelationExample {
    /// The sentence.
    pub text: String,
    /// Codes and ids, in text order.
    pub targets: Vec<String>,
}

#[derive(Deserialize)]
struct Table {
    harm: HashSet<String>,
    stop: HashSet<String>,
    doer: HashSet<String>,
    other: HashSet<String>,
    deed: HashSet<String>,
    people: HashSet<String>,
    bloc: HashSet<String>,
    organ_of: HashMap<String, String>,
    relation: Vec<RelationRule>,
}

impl Relations {
    /// # Panics
    /// When the table does not parse; a test reads it.
    pub(super) fn load() -> Self {
        let table: Table = toml::from_str(include_str!("data/relations.toml"))
            .unwrap_or_else(|error| panic!("relations.toml: {error}"));
        let mut by_word: HashMap<String, Vec<usize>> = HashMap::new();
        for (number, rule) in table.relation.iter().enumerate() {
            for word in &rule.words {
                by_word.entry(word.clone()).or_default().push(number);
            }
        }
        let Table { harm, stop, doer, other, deed, people, bloc, organ_of, relation: rules } = table;
        Self { harm, stop, doer, other, rules, deed, people, bloc, organ_of, by_word }
    }

    /// The rules `word` (in lower case) belongs to.
    pub fn rules_of(&self, word: &str) -> impl Iterator<Item = &RelationRule> {
        self.by_word.get(word).into_iter().flatten().map(|&rule| &self.rules[rule])
    }
}
