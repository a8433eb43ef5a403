//! The phrases of the topic table, found in running text by their first word.
//!
//! An automaton of all of them, whose states do not fit the cache, took two fifths more time on the same articles, the
//! weighing of topics counted in.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::knowledge::phrases::word_from;
use crate::knowledge::word_key::WordKey;
use crate::knowledge::word_table::{WordId, WordTable};
use crate::text::Span;

/// Phrases by their first run of letters and digits, each with its number.
#[derive(Debug)]
pub(super) struct TopicPhrases {
    firsts: WordTable,
    /// By the number of a first word, where its phrases stand in `all`; the first is of words that begin none.
    of_first: Vec<Range<usize>>,
    /// Within one first word, the longest first.
    all: Vec<TopicPhrase>,
}

#[derive(Debug, Clone)]
struct TopicPhrase {
    number: usize,
    /// Bytes of the first word.
    first: usize,
    /// What stands behind it, in lower case.
    rest: Box<str>,
    /// Whether any ending may follow.
    open: bool,
}

impl TopicPhrases {
    /// Those of `phrases`, numbered in their order: each with whether any ending may follow it.
    ///
    /// # Panics
    /// When one is not in lower case ASCII, or begins with no word or with an open one.
    pub(super) fn new<'p>(phrases: impl Iterator<Item = (&'p str, bool)>) -> Self {
        let mut by_first: BTreeMap<String, Vec<TopicPhrase>> = BTreeMap::new();
        for (number, (text, open)) in phrases.enumerate() {
            let first = word_from(text, 0).filter(|word| word.start == 0).map_or(0, |word| word.end);
            let (word, rest) = text.split_at(first);
            let fits = first > 0 && text.is_ascii() && text == text.to_lowercase() && !(open && rest.is_empty());
            assert!(fits, "topic_words.toml: '{text}' cannot be found");
            let phrase = TopicPhrase { number, first, rest: rest.into(), open };
            if rest.is_empty() {
                // Its plural.
                by_first.entry(format!("{word}s")).or_default().push(phrase.clone());
            }
            by_first.entry(word.to_owned()).or_default().push(phrase);
        }
        let key = |word: &String| WordKey::new(word).expect("no first word is longer than a key");
        let mut keyed: Vec<(WordKey, Vec<TopicPhrase>)> =
            by_first.into_iter().map(|(word, of)| (key(&word), of)).collect();
        let (mut all, mut of_first) = (Vec::new(), Vec::from([Range::default()]));
        for (_, of) in &mut keyed {
            of.sort_by_key(|phrase| std::cmp::Reverse(phrase.first + phrase.rest.len()));
            let start = all.len();
            all.append(of);
            of_first.push(start..all.len());
        }
        Self { firsts: WordTable::new(keyed.iter().map(|(key, _)| *key)), of_first, all }
    }

    /// The first words, each with its number.
    pub(super) fn firsts(&self) -> impl Iterator<Item = (WordKey, WordId)> + '_ {
        self.firsts.words()
    }

    /// The longest that begins at `word` and ends where a word does: where it ends, and its number.
    #[inline]
    pub(super) fn at(&self, text: &str, word: Span) -> Option<(usize, usize)> {
        let bytes = &text.as_bytes()[word.start..];
        let key = WordKey::at_a_glance(bytes, word.len()).or_else(|| key_of_ascii(word.of(text)))?;
        self.of_first(text, word, self.firsts.find(&key))
    }

    /// The same, where `word` is the first word numbered `first`.
    #[inline]
    pub(super) fn of_first(&self, text: &str, word: Span, first: WordId) -> Option<(usize, usize)> {
        let bytes = &text.as_bytes()[word.start..];
        self.all[self.of_first[first.number()].clone()].iter().find_map(|phrase| {
            let behind = phrase.follows(&bytes[phrase.first..])?;
            let end = word.start + phrase.first + behind;
            Some((end + ending(&text[end..], phrase.open)?, phrase.number))
        })
    }
}

/// The key of a word; `None` when no phrase begins with it.
#[inline]
fn key_of_ascii(word: &str) -> Option<WordKey> {
    word.is_ascii().then(|| WordKey::new(word)).flatten()
}

impl TopicPhrase {
    /// How long what stands behind the first word is, when it is what `bytes` begin with. Old wire copy breaks its
    /// lines within a phrase.
    #[inline]
    fn follows(&self, bytes: &[u8]) -> Option<usize> {
        let rest = self.rest.as_bytes();
        let alike = |(a, b): (&u8, &u8)| a.to_ascii_lowercase() == *b || (*a == b'\n' && *b == b' ');
        (bytes.len() >= rest.len() && bytes.iter().zip(rest).all(alike)).then_some(rest.len())
    }
}

/// How long the ending is that `rest` begins with; `None` when it begins with another word's letters.
#[inline]
fn ending(rest: &str, open: bool) -> Option<usize> {
    let inside = |byte: &u8| !byte.is_ascii() || byte.is_ascii_alphanumeric();
    if rest.as_bytes().first().is_none_or(|byte| !inside(byte)) {
        return Some(0);
    }
    let more = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    (more == 0 || open || &rest[..more] == "s").then_some(more)
}
