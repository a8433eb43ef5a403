//! The words that show what a statement does.

use std::collections::HashMap;

use serde::Deserialize;

use super::Act;
use super::inflection::Inflection;
use super::lexicon::{Marks, Place, WordList};

/// The rules of `acts.toml`.
#[derive(Debug)]
pub struct Acts {
    /// Every rule, in order.
    pub rules: Vec<ActRule>,
    /// Word lists the rules share.
    pub words: ActWords,
    /// The patterns of each first word; those of the first are none.
    heads: Vec<Vec<ActPattern>>,
    /// Every word of the lists and first word of a pattern, with where it stands.
    pub(super) places: Vec<(String, Place)>,
}

/// One act, the words that show it, and sentences to test them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActRule {
    /// The act.
    pub act: Act,
    #[serde(default)]
    verbs: Vec<String>,
    #[serde(default)]
    cues: Vec<String>,
    #[serde(default)]
    nouns: Vec<String>,
    #[serde(default)]
    own: Vec<String>,
    #[serde(default)]
    is: Vec<String>,
    #[serde(default)]
    not: Vec<String>,
    #[serde(default)]
    says: Vec<String>,
    /// Sentences whose first statement has the act.
    pub matches: Vec<String>,
    /// Sentences in which no statement has it.
    pub rejects: Vec<String>,
}

/// Word lists the rules share.
#[derive(Debug)]
pub struct ActWords {
    /// Pronouns with which a quotation speaks of its speaker.
    pub first_person: WordList,
    /// Pronouns with which reported words speak of their speaker.
    pub third_person: WordList,
    /// Nouns by which a country's or organisation's speaker means their own side.
    pub body: WordList,
    /// Verbs between a speaker and what they are: "is", "remains".
    pub linking: WordList,
    /// Auxiliaries of what is still to be done.
    pub future: WordList,
    /// Auxiliaries that leave open whether anything is done.
    pub unsure: WordList,
    /// Words before a word that take it back, besides "not" and its like.
    pub negation: WordList,
}

/// The bit of the first of those lists.
pub(super) const FIRST_ACT_LIST: u32 = 96;

/// As [`ActWords`], with the words.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Listed {
    first_person: Vec<String>,
    third_person: Vec<String>,
    body: Vec<String>,
    linking: Vec<String>,
    future: Vec<String>,
    unsure: Vec<String>,
    negation: Vec<String>,
    /// Verbs whose object shows the act ("express"), by their base form.
    voicing: Vec<String>,
    /// Cues that affirm nothing ("ask"), by their base form.
    silent: Vec<String>,
}

/// Where the words of a pattern show their act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActPlace {
    /// As the cue, in any form.
    Cue,
    /// As the verb of a speaker who speaks of themselves, in any form.
    Own,
    /// Behind a verb of voicing, or as a cue that is a noun.
    Noun,
    /// As what a speaker says they are.
    Is,
    /// As the verb of what a speaker will not do.
    Not,
    /// Anywhere at the start of what is said.
    Says,
    /// As the cue or a speaker's own verb, before a noun that shows the act.
    Voicing,
    /// As a cue that affirms nothing.
    Silent,
}

/// Words that show an act in one kind of place.
#[derive(Debug, Clone)]
pub struct ActPattern {
    /// The act; `None` for verbs that only point at a noun, and those that affirm nothing.
    pub act: Option<Act>,
    /// Where the words must stand.
    pub place: ActPlace,
    /// What follows the first word.
    pub rest: Vec<Step>,
}

/// One step of a pattern behind its first word.
#[derive(Debug, Clone)]
pub enum Step {
    /// One of these words, in lower case.
    Words(Vec<String>),
    /// Up to six words, within one clause.
    Gap,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    words: Listed,
    act: Vec<ActRule>,
}

impl Acts {
    /// # Panics
    /// When the table does not parse; a test reads it.
    pub(super) fn load() -> Self {
        let table: Table =
            toml::from_str(include_str!("data/acts.toml")).unwrap_or_else(|error| panic!("acts.toml: {error}"));
        let (listed, mut places) = (table.words, Vec::new());
        let mut number = FIRST_ACT_LIST;
        let mut list = |words: Vec<String>| {
            let list = WordList::new(number);
            places.extend(words.into_iter().map(|word| (word, Place::List(list))));
            number += 1;
            list
        };
        let words = ActWords {
            first_person: list(listed.first_person),
            third_person: list(listed.third_person),
            body: list(listed.body),
            linking: list(listed.linking),
            future: list(listed.future),
            unsure: list(listed.unsure),
            negation: list(listed.negation),
        };
        let mut patterns = Patterns::default();
        let inflection = Inflection::load();
        for rule in &table.act {
            let act = Some(rule.act);
            for verb in &rule.verbs {
                patterns.add_forms(act, &[ActPlace::Cue, ActPlace::Own], verb, &inflection);
            }
            for cue in &rule.cues {
                patterns.add_forms(act, &[ActPlace::Cue], cue, &inflection);
            }
            for verb in &rule.own {
                patterns.add_forms(act, &[ActPlace::Own], verb, &inflection);
            }
            for verb in &rule.not {
                patterns.add_forms(act, &[ActPlace::Not], verb, &inflection);
            }
            for (place, phrases) in
                [(ActPlace::Noun, &rule.nouns), (ActPlace::Is, &rule.is), (ActPlace::Says, &rule.says)]
            {
                for phrase in phrases {
                    patterns.add(act, place, phrase, |word| vec![word.to_owned()]);
                }
            }
        }
        for verb in listed.voicing {
            patterns.add_forms(None, &[ActPlace::Voicing], &verb, &inflection);
        }
        for verb in listed.silent {
            patterns.add_forms(None, &[ActPlace::Silent], &verb, &inflection);
        }
        let mut heads = vec![Vec::new()];
        for (word, mut patterns) in patterns.by_word {
            patterns.sort_by_key(|pattern| std::cmp::Reverse(pattern.rest.len()));
            places.push((word, Place::Acts(u16::try_from(heads.len()).expect("few words begin patterns"))));
            heads.push(patterns);
        }
        Self { rules: table.act, words, heads, places }
    }

    /// The patterns that begin with the word with `marks`, the longest first.
    #[must_use]
    pub fn patterns(&self, marks: Marks) -> &[ActPattern] {
        &self.heads[usize::from(marks.acts)]
    }
}

/// The patterns while they are gathered.
#[derive(Default)]
struct Patterns {
    by_word: HashMap<String, Vec<ActPattern>>,
}

impl Patterns {
    fn add_forms(&mut self, act: Option<Act>, places: &[ActPlace], phrase: &str, inflection: &Inflection) {
        for &place in places {
            self.add(act, place, phrase, |verb| {
                let mut forms: Vec<String> = inflection.forms(verb).into_iter().map(|(form, _)| form).collect();
                forms.dedup();
                forms
            });
        }
    }

    fn add(&mut self, act: Option<Act>, place: ActPlace, phrase: &str, forms: impl Fn(&str) -> Vec<String>) {
        let mut steps = phrase.split_whitespace();
        let first = steps.next().unwrap_or_default();
        let rest: Vec<Step> = steps.map(step).collect();
        for word in first.split('|').flat_map(forms) {
            let pattern = ActPattern { act, place, rest: rest.clone() };
            self.by_word.entry(word).or_default().push(pattern);
        }
    }
}

fn step(text: &str) -> Step {
    match text {
        ".." => Step::Gap,
        words => Step::Words(words.split('|').map(str::to_owned).collect()),
    }
}
