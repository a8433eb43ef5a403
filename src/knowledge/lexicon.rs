//! The lists and rules of the rule tables that each word is in: one look-up answers for all of them.

use std::collections::BTreeMap;

use super::word_key::WordKey;
use super::word_table::{WordId, WordTable};
use super::{Acts, Cues, Entry, Relations, Signing, TopicWords};
use crate::text::Span;

/// A list of words of a rule table, by its bit among [`Marks`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WordList([u64; 2]);

impl WordList {
    /// The list with bit `number`, below 128.
    pub(super) const fn new(number: u32) -> Self {
        let mut bits = [0; 2];
        bits[number as usize / 64] = 1 << (number % 64);
        Self(bits)
    }
}

/// What the tables say of one word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Known {
    /// Its classes and cues.
    pub entry: Entry,
    /// The lists and rules it is in.
    pub marks: Marks,
}

/// What the rule tables say of one word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Marks {
    lists: [u64; 2],
    /// The relation rules it belongs to, as bits.
    pub(super) relations: u32,
    /// Its word sets of signing patterns, by their place in [`Lexicon::sets`].
    sets: u16,
    /// The patterns of acts that begin with it, by their place in [`Acts`].
    pub(super) acts: u16,
}

impl Marks {
    /// Whether `list` holds the word.
    #[must_use]
    pub fn is_in(self, list: WordList) -> bool {
        (self.lists[0] & list.0[0]) | (self.lists[1] & list.0[1]) != 0
    }

    /// Whether a signing pattern asks for the word.
    #[must_use]
    pub fn is_in_pattern(self) -> bool {
        self.sets != 0
    }

    /// Adds the lists and relation rules of another word.
    pub fn add(&mut self, other: Self) {
        self.add_list(WordList(other.lists));
        self.relations |= other.relations;
    }

    fn add_list(&mut self, list: WordList) {
        self.lists[0] |= list.0[0];
        self.lists[1] |= list.0[1];
    }

    /// Whether a relation rule has the word.
    #[must_use]
    pub fn has_relation(self) -> bool {
        self.relations != 0
    }
}

/// Words of 64 bits for the word sets of the signing patterns.
const SETS: usize = 6;

/// Word sets of signing patterns, as bits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct WordSets([u64; SETS]);

impl WordSets {
    /// The set with this number.
    pub(super) fn one(number: usize) -> Self {
        let mut sets = Self::default();
        sets.0[number / 64] = 1 << (number % 64);
        sets
    }

    /// Adds those of `other`.
    pub fn add(&mut self, other: Self) {
        for (own, others) in self.0.iter_mut().zip(other.0) {
            *own |= others;
        }
    }

    /// Whether every set of `wanted` is here.
    #[must_use]
    pub fn has_all(&self, wanted: &Self) -> bool {
        self.0.iter().zip(wanted.0).all(|(own, wanted)| own & wanted == wanted)
    }
}

/// Where a word of a table stands.
#[derive(Debug, Clone, Copy)]
pub(super) enum Place {
    List(WordList),
    Relation(usize),
    Set(usize),
    Acts(u16),
}

/// What the tables say of every word they hold.
#[derive(Debug)]
pub struct Lexicon {
    table: WordTable,
    /// By the number of their word; the first stands for words in no table.
    known: Vec<Known>,
    /// The last of the words that can report; they come first.
    last_reporting: WordId,
    /// The word sets of each word that is in one; the first is empty.
    sets: Vec<WordSets>,
    /// The number of each word among those that words of the topic table begin with.
    topics: Vec<WordId>,
}

impl Lexicon {
    pub(super) fn build(
        cues: &Cues,
        signing: &Signing,
        relations: &Relations,
        acts: &Acts,
        topic_words: &TopicWords,
    ) -> Self {
        let mut words: BTreeMap<WordKey, Known> =
            cues.words().map(|(key, entry)| (key, Known { entry, marks: Marks::default() })).collect();
        let mut sets = vec![WordSets::default()];
        for (word, place) in signing.places.iter().chain(&relations.places).chain(&acts.places) {
            let key = WordKey::new(word).expect("no word of the tables is longer than a key");
            let marks = &mut words.entry(key).or_default().marks;
            match *place {
                Place::List(list) => marks.add_list(list),
                Place::Relation(rule) => marks.relations |= 1 << rule,
                Place::Acts(number) => marks.acts = number,
                Place::Set(number) => {
                    if marks.sets == 0 {
                        marks.sets = u16::try_from(sets.len()).expect("few words stand in patterns");
                        sets.push(WordSets::default());
                    }
                    sets[usize::from(marks.sets)].add(WordSets::one(number));
                }
            }
        }
        for (key, _) in topic_words.firsts() {
            words.entry(key).or_default();
        }
        let (reporting, others): (Vec<_>, Vec<_>) = words.into_iter().partition(|(_, known)| known.entry.can_report());
        let last = reporting.last().map(|(key, _)| *key);
        let numbered = || reporting.iter().chain(&others);
        let table = WordTable::new(numbered().map(|(key, _)| *key));
        let last_reporting = last.map(|key| table.find(&key)).unwrap_or_default();
        let known: Vec<Known> = std::iter::once(Known::default()).chain(numbered().map(|(_, known)| *known)).collect();
        let mut topics = vec![WordId::default(); known.len()];
        for (key, number) in topic_words.firsts() {
            topics[table.find(&key).number()] = number;
        }
        Self { table, known, last_reporting, sets, topics }
    }

    /// The word `word` is, whatever its case.
    #[must_use]
    #[inline]
    pub fn find(&self, word: &str) -> WordId {
        if !word.is_ascii() {
            return self.beyond_ascii(word);
        }
        WordKey::new(word).map(|key| self.table.find(&key)).unwrap_or_default()
    }

    /// The word that `text` has at `span`, whatever its case.
    #[must_use]
    #[inline]
    pub fn find_in(&self, text: &str, span: Span) -> WordId {
        match WordKey::at_a_glance(&text.as_bytes()[span.start..], span.len()) {
            Some(key) => self.table.find(&key),
            None => self.find(span.of(text)),
        }
    }

    #[cold]
    fn beyond_ascii(&self, word: &str) -> WordId {
        WordKey::new(&word.to_lowercase()).map(|key| self.table.find(&key)).unwrap_or_default()
    }

    /// What is known of `word`.
    #[must_use]
    #[inline]
    pub fn known(&self, word: WordId) -> &Known {
        &self.known[word.number()]
    }

    /// Whether `word` is part of a cue.
    #[must_use]
    #[inline]
    pub fn can_report(&self, word: WordId) -> bool {
        word != WordId::default() && word <= self.last_reporting
    }

    /// The number of `word` among those that words of the topic table begin with; none of 0 does.
    #[must_use]
    #[inline]
    pub fn topics(&self, word: WordId) -> WordId {
        self.topics[word.number()]
    }

    /// What the rule tables say of `word`, whatever its case.
    #[must_use]
    pub fn marks(&self, word: &str) -> Marks {
        self.known(self.find(word)).marks
    }

    /// The word sets of signing patterns that the word with `marks` is in.
    #[must_use]
    pub fn sets(&self, marks: Marks) -> WordSets {
        self.sets[usize::from(marks.sets)]
    }
}
