//! How newswire says that several parties issued one text, who signed it, and who did not.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::lexicon::{Place, WordList, WordSets};
use super::{Element, Pattern};

/// The words and rules of `signing.toml`.
#[derive(Debug)]
pub struct Signing {
    /// Word lists.
    pub words: SigningWords,
    /// Rules, in order.
    pub rules: Vec<SigningRule>,
    /// Every word of the lists and patterns, with where it stands.
    pub(super) places: Vec<(String, Place)>,
}

#[derive(Deserialize)]
struct Table {
    words: BTreeMap<String, Vec<String>>,
    rule: Vec<SigningRule>,
}

macro_rules! lists {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// The word lists of `signing.toml`, all in lower case; the table says what each is.
        #[derive(Debug)]
        #[expect(missing_docs, reason = "the table documents each list")]
        pub struct SigningWords {
            $($(#[$doc])* pub $name: WordList,)*
        }

        impl SigningWords {
            /// Takes every list from `table` and notes its words.
            fn take(table: &mut BTreeMap<String, Vec<String>>, places: &mut Vec<(String, Place)>) -> Self {
                let mut number = 0;
                $(
                    let $name = WordList::new(number);
                    let words = table.remove(stringify!($name)).unwrap_or_else(|| panic!("signing.toml lacks {}", stringify!($name)));
                    places.extend(words.into_iter().map(|word| (word, Place::List($name))));
                    number += 1;
                )*
                assert!(number <= FIRST_RELATION_LIST, "signing.toml has too many lists");
                Self { $($name,)* }
            }
        }
    };
}

/// The bit of the first list of `relations.toml`.
pub(super) const FIRST_RELATION_LIST: u32 = 64;

lists! {
    document,
    paper,
    joint,
    routine,
    collective,
    /// Heads of those who stand beside their owner: "Chad's allies".
    kin,
    group,
    /// Heads that hold an office of state, whatever it is for: "sports ministers".
    portfolio,
    organ,
    apart,
    others,
    plenty,
    unofficial,
    particle,
    belonging,
    place,
    except,
    some,
    declining,
    past,
    voicing,
    regional,
    separately,
    definite,
    pronoun,
    instrument,
    delivering,
    opening,
    collectively,
    /// Verbs for what several parties do together, and a text named later may tell.
    deeds,
    /// Nouns for what was settled earlier: "under the accord, A and B agreed".
    pact,
    /// Nouns that make a form of "be" such a verb: "are in full accord".
    accord,
    /// Nouns for a text that counts when several write in it: "in an article".
    authored,
    /// Words before a number that only blur it.
    approximate,
    /// Singular heads behind "every".
    each,
    foreseen,
    denial,
    proxy,
    signing,
    shelved,
    /// Words that turn the verb they rule into its opposite: "refused", "without".
    refusing,
    /// Words for the only or the first of several.
    ranked,
    /// Words behind a verb of signing that are no object of it.
    aside,
    /// Adverbs that make a deed of several one.
    together,
    /// Verbs that say no more than that something is said.
    plainly,
    /// Words that may float from a subject to its verb: "alone", "both".
    floating,
    /// What others do to a text than those whose it is: "brokered by".
    foreign,
    /// Adverbs that make a deed of many days.
    habitual,
    /// Words for everyone of several.
    whole,
    /// Words behind which the head of a group of states is named: "led by".
    led,
    /// Nouns for what is decided in a text.
    step,
    /// Verbs for what people do together without stating anything: "discussed".
    musing,
    /// Units of time that are long.
    ages,
    /// Words behind a length of time that say it is past.
    since,
    /// Words before "by" or "with" and the names of guests, at the head of a sentence.
    beside,
    /// Words for coming together, which make one pair of two that are named apart.
    meeting,
    /// Words before a length of time that say it is over.
    bygone,
    /// Months, by which what was said at another time is told.
    month,
}

/// One way of saying who signed or did not.
#[derive(Debug, Deserialize)]
pub struct SigningRule {
    /// What it is called.
    pub name: String,
    /// What it matches.
    pub pattern: Pattern,
    /// The word sets a sentence must have a word of, as bits.
    #[serde(skip)]
    required: WordSets,
    /// What the parties it finds are.
    pub role: SigningRole,
    /// What must be there for it to count.
    #[serde(default)]
    pub needs: Needs,
    /// Whether who speaks signs as well: "speaking on behalf of".
    #[serde(default)]
    pub speaker: bool,
    /// Whether it counts only when it finds several parties or a group.
    #[serde(default)]
    pub several: bool,
    /// Whether its verb may be denied, which makes a signatory a nonsignatory and a nonsignatory nothing.
    #[serde(default)]
    pub stance: bool,
    /// Sentences it must match, with the parties it finds.
    #[serde(default)]
    pub matches: Vec<SigningExample>,
    /// Sentences it must not match.
    #[serde(default)]
    pub rejects: Vec<String>,
}

/// A sentence and the parties a rule finds in it.
#[derive(Debug, Deserialize)]
pub struct SigningExample {
    /// The sentence.
    pub text: String,
    /// Codes and ids, in text order.
    pub parties: Vec<String>,
}

/// What the parties a rule finds are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SigningRole {
    /// They signed.
    Signatory,
    /// They did not.
    Nonsignatory,
}

/// What must be there for a rule to count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Needs {
    /// Nothing but the pattern.
    #[default]
    Nothing,
    /// A text issued, in the same sentence.
    Issued,
    /// A text issued, in the same sentence or under discussion.
    Document,
    /// A joint text issued, in the same sentence or under discussion.
    Joint,
    /// A joint text under discussion, or in the same sentence, whether it was issued or not.
    Text,
}

impl Signing {
    /// # Panics
    /// When the table does not parse; a test reads it.
    pub(super) fn load() -> Self {
        let Table { words: mut table, rule: mut rules } =
            toml::from_str(include_str!("data/signing.toml")).unwrap_or_else(|error| panic!("signing.toml: {error}"));
        let mut places = Vec::new();
        let words = SigningWords::take(&mut table, &mut places);
        assert!(table.is_empty(), "signing.toml has unknown lists: {:?}", table.keys());
        let mut sets: Vec<BTreeSet<String>> = Vec::new();
        for rule in &mut rules {
            let required = rule.pattern.elements.iter().filter_map(|element| match element {
                // What ends in "n't" is not found by looking up the word.
                Element::Word(words) if !words.contains("n't") => Some(words.iter().cloned().collect()),
                _ => None,
            });
            for set in required {
                let number = sets.iter().position(|known| *known == set).unwrap_or(sets.len());
                if number == sets.len() {
                    sets.push(set);
                }
                rule.required.add(WordSets::one(number));
            }
        }
        for (number, words) in sets.into_iter().enumerate() {
            places.extend(words.into_iter().map(|word| (word, Place::Set(number))));
        }
        Self { words, rules, places }
    }

    /// The words of `list`.
    pub(super) fn listed(&self, list: WordList) -> impl Iterator<Item = &str> {
        let listed = move |place: &Place| matches!(place, Place::List(known) if *known == list);
        self.places.iter().filter(move |(_, place)| listed(place)).map(|(word, _)| word.as_str())
    }
}

impl SigningRule {
    /// Whether a sentence whose words are in `sets` together can match.
    #[must_use]
    pub fn can_match(&self, sets: &WordSets) -> bool {
        sets.has_all(&self.required)
    }
}
