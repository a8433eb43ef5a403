//! The words that direct a statement at somebody: against, addressed to, in support of.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::acts::FIRST_ACT_LIST;
use super::lexicon::{Marks, Place, WordList};
use super::signing::FIRST_RELATION_LIST;

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
    pub harm: WordList,
    /// Words that end the noun phrase behind a relation word.
    pub stop: WordList,
    /// Prepositions behind which a name is the doer.
    pub doer: WordList,
    /// Other prepositions.
    pub other: WordList,
    /// Every rule, in order.
    pub rules: Vec<RelationRule>,
    /// Prepositions before a deed that is somebody else's: "for backing".
    pub deed: WordList,
    /// People who stand for the country they are in: "all parties in".
    pub people: WordList,
    /// Nouns for an organisation named before: "the bloc".
    pub bloc: WordList,
    /// Words for the parties named just before: "the two".
    pub pair: WordList,
    /// Verbs that say of their object what follows: "held Peru responsible".
    pub holding: WordList,
    /// Verbs whose object befalls their subject: "will pay a price".
    pub paying: WordList,
    /// "In the strongest terms" says how it is said.
    pub terms: WordList,
    /// Verbs of the passive besides "be": "Peru stands condemned".
    pub standing: WordList,
    /// Organs that stand for the organisation they belong to, by id.
    pub organ_of: HashMap<String, String>,
    /// Every word of the lists and rules, with where it stands.
    pub(super) places: Vec<(String, Place)>,
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
    /// Whether the party must stand right behind: "promised Peru help".
    #[serde(default)]
    pub next: bool,
    /// The noun phrase must hold one of these; empty for any.
    #[serde(default)]
    pub with: Vec<String>,
    /// One of these must stand behind the party; empty for none.
    #[serde(default)]
    pub then: Vec<String>,
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
    harm: Vec<String>,
    stop: Vec<String>,
    doer: Vec<String>,
    other: Vec<String>,
    deed: Vec<String>,
    people: Vec<String>,
    bloc: Vec<String>,
    pair: Vec<String>,
    holding: Vec<String>,
    paying: Vec<String>,
    terms: Vec<String>,
    standing: Vec<String>,
    organ_of: HashMap<String, String>,
    relation: Vec<RelationRule>,
}

impl Relations {
    /// # Panics
    /// When the table does not parse; a test reads it.
    pub(super) fn load() -> Self {
        let table: Table = toml::from_str(include_str!("data/relations.toml"))
            .unwrap_or_else(|error| panic!("relations.toml: {error}"));
        let mut places = Vec::new();
        let mut number = FIRST_RELATION_LIST;
        let mut list = |words: Vec<String>| {
            assert!(number < FIRST_ACT_LIST, "relations.toml has too many lists");
            let list = WordList::new(number);
            places.extend(words.into_iter().map(|word| (word, Place::List(list))));
            number += 1;
            list
        };
        let (harm, stop, doer, other) = (list(table.harm), list(table.stop), list(table.doer), list(table.other));
        let (deed, people, bloc) = (list(table.deed), list(table.people), list(table.bloc));
        let pair = list(table.pair);
        let (holding, paying, terms) = (list(table.holding), list(table.paying), list(table.terms));
        let standing = list(table.standing);
        for (number, rule) in table.relation.iter().enumerate() {
            places.extend(rule.words.iter().map(|word| (word.clone(), Place::Relation(number))));
        }
        let (organ_of, rules) = (table.organ_of, table.relation);
        Self {
            harm,
            stop,
            doer,
            other,
            rules,
            deed,
            people,
            bloc,
            pair,
            holding,
            paying,
            terms,
            standing,
            organ_of,
            places,
        }
    }

    /// The rules the word with `marks` belongs to.
    pub fn rules_of(&self, marks: Marks) -> impl Iterator<Item = &RelationRule> {
        self.rules
            .iter()
            .enumerate()
            .filter(move |(number, _)| marks.relations >> number & 1 == 1)
            .map(|(_, rule)| rule)
    }
}
