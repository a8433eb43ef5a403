//! The words that show what a statement does.

use std::collections::{HashMap, HashSet};

use serde::Deserialize;

use super::Act;
use super::inflection::Inflection;

/// The rules of `acts.toml`.
#[derive(Debug)]
pub struct Acts {
    /// Every rule, in order.
    pub rules: Vec<ActRule>,
    /// Word lists the rules share.
    pub words: ActWords,
    by_word: HashMap<String, Vec<ActPattern>>,
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
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActWords {
    /// Pronouns with which a quotation speaks of its speaker.
    pub first_person: HashSet<String>,
    /// Pronouns with which reported words speak of their speaker.
    pub third_person: HashSet<String>,
    /// Nouns by which a country's or organisation's speaker means their own side.
    pub body: HashSet<String>,
    /// Verbs between a speaker and what they are: "is", "remains".
    pub linking: HashSet<String>,
    /// Auxiliaries of what is still to be done.
    pub future: HashSet<String>,
    /// Auxiliaries that leave open whether anything is done.
    pub unsure: HashSet<String>,
    /// Words before a word that take it back, besides "not" and its like.
    pub negation: HashSet<String>,
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
    words: ActWords,
    act: Vec<ActRule>,
}

impl Acts {
    /// # Panics
    /// When the table does not parse; a test reads it.
    pub(super) fn load() -> Self {
        let table: Table =
            toml::from_str(include_str!("data/acts.toml")).unwrap_or_else(|error| panic!("acts.toml: {error}"));
        let mut acts = Self { rules: Vec::new(), words: table.words, by_word: HashMap::new() };
        let inflection = Inflection::load();
        for rule in &table.act {
            let act = Some(rule.act);
            for verb in &rule.verbs {
                acts.add_forms(act, &[ActPlace::Cue, ActPlace::Own], verb, &inflection);
            }
            for cue in &rule.cues {
                acts.add_forms(act, &[ActPlace::Cue], cue, &inflection);
            }
            for verb in &rule.own {
                acts.add_forms(act, &[ActPlace::Own], verb, &inflection);
            }
            for verb in &rule.not {
                acts.add_forms(act, &[ActPlace::Not], verb, &inflection);
            }
            for (place, phrases) in
                [(ActPlace::Noun, &rule.nouns), (ActPlace::Is, &rule.is), (ActPlace::Says, &rule.says)]
            {
                for phrase in phrases {
                    acts.add(act, place, phrase, |word| vec![word.to_owned()]);
                }
            }
        }
        for verb in std::mem::take(&mut acts.words.voicing) {
            acts.add_forms(None, &[ActPlace::Voicing], &verb, &inflection);
        }
        for verb in std::mem::take(&mut acts.words.silent) {
            acts.add_forms(None, &[ActPlace::Silent], &verb, &inflection);
        }
        for patterns in acts.by_word.values_mut() {
            patterns.sort_by_key(|pattern| std::cmp::Reverse(pattern.rest.len()));
        }
        Self { rules: table.act, ..acts }
    }

    /// The patterns that begin with `word` (in lower case), the longest first.
    #[must_use]
    pub fn patterns(&self, word: &str) -> &[ActPattern] {
        self.by_word.get(word).map_or(&[], Vec::as_slice)
    }

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
