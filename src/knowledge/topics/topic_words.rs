//! The weighted words of `topic_words.toml`, found in running text.

use std::collections::HashMap;

use serde::Deserialize;

use super::TopicId;
use super::topic_phrases::TopicPhrases;
use crate::knowledge::phrases::word_from;
use crate::knowledge::word_key::WordKey;
use crate::knowledge::word_table::WordId;
use crate::text::Span;

/// Points of a word that is enough by itself, of one that needs another, and of a mere hint.
const SURE: u16 = 3;
const LIKELY: u16 = 2;
const HINT: u16 = 1;

/// One topic, its words, and sentences to test them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TopicRule {
    /// The topic's id, as written.
    pub id: String,
    /// Its name, as in the table of topics.
    pub name: String,
    #[serde(default)]
    sure: Vec<String>,
    #[serde(default)]
    likely: Vec<String>,
    #[serde(default)]
    hint: Vec<String>,
    /// Sentences about the topic.
    pub matches: Vec<String>,
    /// Sentences that are not.
    pub rejects: Vec<String>,
}

/// What a word says: its topic, and how many points it gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Says {
    /// The topic.
    pub topic: TopicId,
    /// The points.
    pub points: u16,
}

/// Every word and phrase, and what it says.
#[derive(Debug)]
pub struct TopicWords {
    /// The rules, in the order of the table.
    pub rules: Vec<TopicRule>,
    words: Vec<Word>,
    phrases: TopicPhrases,
}

#[derive(Debug)]
struct Word {
    text: String,
    /// Whether any ending may follow.
    open: bool,
    says: Vec<Says>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    topic: Vec<TopicRule>,
}

impl TopicWords {
    /// # Panics
    /// When the table does not parse; a test reads it.
    pub(crate) fn load() -> Self {
        let table: Table = toml::from_str(include_str!("../data/topic_words.toml"))
            .unwrap_or_else(|error| panic!("topic_words.toml: {error}"));
        let mut words: Vec<Word> = Vec::new();
        let mut known: HashMap<&str, usize> = HashMap::new();
        for rule in &table.topic {
            let topic: TopicId =
                rule.id.parse().unwrap_or_else(|error| panic!("topic_words.toml: {}: {error}", rule.id));
            for (points, phrases) in [(SURE, &rule.sure), (LIKELY, &rule.likely), (HINT, &rule.hint)] {
                for phrase in phrases {
                    let at = *known.entry(phrase).or_insert(words.len());
                    if at == words.len() {
                        let text = phrase.trim_end_matches('*');
                        words.push(Word { text: text.to_owned(), open: text.len() < phrase.len(), says: Vec::new() });
                    }
                    words[at].says.push(Says { topic, points });
                }
            }
        }
        let phrases = TopicPhrases::new(words.iter().map(|word| (word.text.as_str(), word.open)));
        Self { rules: table.topic, words, phrases }
    }

    /// Every word of the table in `text`, in order: where it stands, and its number.
    pub fn find<'t>(&'t self, text: &'t str) -> impl Iterator<Item = (Span, usize)> + 't {
        let mut from = 0;
        std::iter::from_fn(move || {
            loop {
                let word = word_from(text, from)?;
                if let Some((end, number)) = self.phrases.at(text, word) {
                    from = end;
                    return Some((Span::new(word.start, end), number));
                }
                from = word.end;
            }
        })
    }

    /// The words that those of the table begin with, each with its number.
    pub(in crate::knowledge) fn firsts(&self) -> impl Iterator<Item = (WordKey, WordId)> + '_ {
        self.phrases.firsts()
    }

    /// The word of the table that begins at `word` of `text`: where it ends, and its number.
    #[must_use]
    #[inline]
    pub fn at(&self, text: &str, word: Span) -> Option<(usize, usize)> {
        self.phrases.at(text, word)
    }

    /// The same, where [`Lexicon::topics`](crate::knowledge::Lexicon::topics) numbers `word` as `first`.
    #[must_use]
    #[inline]
    pub fn at_first(&self, text: &str, word: Span, first: WordId) -> Option<(usize, usize)> {
        self.phrases.of_first(text, word, first)
    }

    /// What word number `word` says.
    #[must_use]
    pub fn says(&self, word: usize) -> &[Says] {
        &self.words[word].says
    }

    /// The topic that `words` speak of most, when they are in the table.
    #[must_use]
    pub fn topic_of(&self, words: &str) -> Option<TopicId> {
        let lower = words.to_lowercase();
        let word = self.words.iter().find(|word| word.text == lower || lower.strip_suffix('s') == Some(&word.text))?;
        let first = word.says.iter().map(|says| says.points).max()?;
        word.says.iter().find(|says| says.points == first).map(|says| says.topic)
    }
}
