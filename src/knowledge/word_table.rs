//! A fixed set of words, numbered: built once, and asked about every word of every text.

use super::word_key::WordKey;

/// A word of a table, by its number; 0 stands for all others.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct WordId(u16);

impl WordId {
    /// Its number.
    #[must_use]
    pub fn number(self) -> usize {
        usize::from(self.0)
    }
}

/// Slots for each word: most words of a text are in no table, and an empty slot tells that at once.
const ROOM: usize = 4;

/// Words by number.
#[derive(Debug)]
pub(super) struct WordTable {
    /// The number of a word, at the first free place from the one its key is mixed into.
    slots: Box<[WordId]>,
    /// The first stands for words that are not here.
    keys: Vec<WordKey>,
}

impl WordTable {
    /// Numbers `words` from 1, in order; none may come twice.
    pub(super) fn new(words: impl Iterator<Item = WordKey>) -> Self {
        let keys: Vec<WordKey> = std::iter::once(WordKey::EMPTY).chain(words).collect();
        let mut slots = vec![WordId::default(); (keys.len() * ROOM).next_power_of_two()].into_boxed_slice();
        for (number, key) in keys.iter().enumerate().skip(1) {
            let mut at = key.mixed() & (slots.len() - 1);
            while slots[at] != WordId::default() {
                at = (at + 1) & (slots.len() - 1);
            }
            slots[at] = WordId(u16::try_from(number).expect("fewer than 65536 words"));
        }
        Self { slots, keys }
    }

    /// Its words, each with its number.
    pub(super) fn words(&self) -> impl Iterator<Item = (WordKey, WordId)> + '_ {
        self.keys.iter().zip(0..).skip(1).map(|(key, number)| (*key, WordId(number)))
    }

    /// The number of the word with `key`.
    #[inline]
    pub(super) fn find(&self, key: &WordKey) -> WordId {
        let mut at = key.mixed();
        loop {
            let id = self.slots[at & (self.slots.len() - 1)];
            if id == WordId::default() || self.keys[id.number()] == *key {
                return id;
            }
            at += 1;
        }
    }
}
