//! How a party stands to a text: whether a verb of signing is affirmed or denied of its subject.
//!
//! "Signed", "chose not to sign", "abstained from signing", "its refusal to sign": the words that rule the
//! verb are climbed one by one, and each may turn what is said into its opposite or leave it open.

use super::pattern::subject;
use crate::extract::phrase::{PartyList, SentenceView};
use crate::extract::reading::{PieceKind, Words};
use crate::knowledge::{Classes, Meaning, Party};

/// How many words are climbed at most.
const CHAIN: usize = 14;

/// How far left of an infinitive the verb of "was the only one not to" may stand, in pieces.
const RANKED: usize = 12;

/// What is said of somebody and a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Stance {
    /// Of whom.
    pub list: PartyList,
    /// Whether it is denied.
    pub denied: bool,
    /// Where the words that say so begin.
    pub start: usize,
}

/// The stance the verb at piece `verb` tells; none when nobody is named or it is left open.
#[must_use]
pub fn stance(view: &SentenceView<'_, '_>, verb: usize) -> Option<Stance> {
    let mut chain =
        Chain { words: view.words, head: verb, denied: false, open: false, ruled: false, noun: false, apposed: None };
    for _ in 0..CHAIN {
        if !chain.climb() {
            break;
        }
    }
    let (list, start) = chain.holder(view, verb)?;
    let none = matches!(view.words.lower(start).as_ref(), "neither" | "none" | "no");
    let denied = chain.denied != none;
    (!list.is_empty() && (denied || !chain.open)).then_some(Stance { list, denied, start })
}

#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
struct Chain<'r, 'a> {
    words: Words<'r, 'a>,
    /// The topmost word so far.
    head: usize,
    denied: bool,
    /// Whether it is only wished for or lies ahead.
    open: bool,
    /// Whether the last word was "to" or a preposition, so that the next one rules what follows.
    ruled: bool,
    /// Whether the topmost word is a noun: "pressure to sign".
    noun: bool,
    /// The comma before "the only one not to sign".
    apposed: Option<usize>,
}

impl Chain<'_, '_> {
    /// Takes in the word before the topmost one; whether there may be another.
    fn climb(&mut self) -> bool {
        let words = self.words;
        let Some(before) = self.head.checked_sub(1) else { return false };
        if words.is_quote(before) {
            self.head = before;
            return true;
        }
        if words.kind(before) != Some(PieceKind::Word) {
            return false;
        }
        let classes = words.classes(before);
        let word = words.lower(before);
        let governs = self.ruled || self.noun || words.classes(self.head).any(Classes::ING);
        if classes.any(Classes::NEGATION) || words.is_contracted(before) || word == "cannot" {
            self.denied = !self.denied;
        } else if governs && words.is_one_of(before, words.table.refusing) {
            self.denied = !self.denied;
            (self.open, self.ruled, self.noun) = (true, false, false);
        } else if classes.any(Classes::AUXILIARY) {
            self.open |= classes.any(Classes::MODAL) || self.ruled && classes.any(Classes::BE);
            self.ruled = false;
        } else if word == "to" || classes.any(Classes::PREPOSITION) && words.classes(self.head).any(Classes::ING) {
            self.ruled = true;
        } else if self.noun && word == "no" {
            self.denied = !self.denied;
        } else if self.noun {
            if !classes.any(Classes::DETERMINER.or(Classes::ADJECTIVE)) {
                return false;
            }
        } else if self.ruled {
            if self.ranks(before) {
                return false;
            }
            let verb = classes.any(Classes::VERB) || words.classes(before.wrapping_sub(1)).any(Classes::BE);
            (self.open, self.ruled) = (true, false);
            self.noun = !verb || classes.any(Classes::VERB_OR_NOUN);
        } else if !classes.any(Classes::ADVERB)
            && !words.is_one_of(before, words.table.floating)
            && !word.ends_with("self")
            && !word.ends_with("selves")
        {
            return false;
        }
        self.head = before;
        true
    }

    /// "Was the only country not to sign", "became the first to sign": the verb, when the word at `at` ends
    /// such words.
    fn ranks(&mut self, at: usize) -> bool {
        let words = self.words;
        let from = at.saturating_sub(RANKED);
        let Some(rank) = (from..=at).rev().find(|&at| words.is_one_of(at, words.table.ranked)) else { return false };
        let clause = (rank..=at).any(|at| words.is_finite(at) || words.kind(at) == Some(PieceKind::Mark));
        let verb = (from..rank).rev().find(|&at| words.is_finite(at));
        let opens =
            rank.saturating_sub(usize::from(words.classes(rank - usize::from(rank > 0)).any(Classes::DETERMINER)));
        self.apposed = opens.checked_sub(1).filter(|&at| words.is_mark(at, ","));
        let verb = verb.filter(|_| !clause && self.apposed.is_none());
        self.head = verb.unwrap_or(self.head);
        !clause && (verb.is_some() || self.apposed.is_some())
    }

    /// Whom the topmost word is said of, and where that is named.
    fn holder(&mut self, view: &SentenceView<'_, '_>, verb: usize) -> Option<(PartyList, usize)> {
        let words = self.words;
        if let Some(comma) = self.apposed {
            let phrase = view.phrases().iter().find(|phrase| phrase.range.end == comma)?;
            return Some((phrase.list.clone(), phrase.range.start));
        }
        let before = self.head.checked_sub(1)?;
        if words.kind(before) == Some(PieceKind::Possessive) {
            return self.named(before.checked_sub(1)?);
        }
        if words.classes(before).any(Classes::RELATIVE) {
            let end = before - usize::from(before > 0 && words.is_mark(before - 1, ","));
            let ranked = self.ranks(end.checked_sub(1)?);
            if !ranked {
                let phrase = view.phrases().iter().find(|phrase| phrase.range.end == end)?;
                return Some((phrase.list.clone(), phrase.range.start));
            }
        }
        // "With Malta refusing to sign"
        if words.classes(self.head).any(Classes::ING) {
            let phrase = view.phrases().iter().find(|phrase| phrase.range.end == self.head)?;
            return Some((phrase.list.clone(), phrase.range.start));
        }
        let adverb = words.classes(self.head).any(Classes::ADVERB) || words.is_one_of(self.head, words.table.floating);
        let aside = self.head != verb && !words.is_finite(self.head) && !adverb;
        if let Some(subject) = subject(view, self.head).filter(|_| !aside) {
            return Some((subject.list.clone(), subject.range.start));
        }
        // "decided against signing", "came without signing"
        let verb = (self.head.saturating_sub(RANKED)..self.head)
            .rev()
            .find(|&at| words.is_finite(at) || words.kind(at) == Some(PieceKind::Mark))?;
        // "was warned against joining"
        if !words.is_finite(verb) || words.classes(verb.wrapping_sub(1)).any(Classes::BE) {
            return None;
        }
        let subject = subject(view, verb)?;
        Some((subject.list.clone(), subject.range.start))
    }

    /// "Malta's refusal": the party of the name at `at`.
    fn named(&self, at: usize) -> Option<(PartyList, usize)> {
        let Some(Meaning::Country { code, .. }) = self.words.meaning(at) else { return None };
        let mut list = PartyList::default();
        list.add(Party::Country(*code), self.words.pieces[at].span);
        Some((list, at))
    }
}
