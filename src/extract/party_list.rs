//! Which countries and organisations a noun phrase names as actors.

use std::borrow::Cow;
use std::ops::Range;

use super::reading::{Piece, PieceKind, Reading};
use crate::knowledge::{Meaning, NameUse, Party, SigningWords, Signs};
use crate::statement::Open;
use crate::text::Span;

/// The parties of a noun phrase or list, with what it says about those it does not name.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PartyList {
    /// Each party once, in text order, with the words that name it.
    pub parties: Vec<(Party, Span)>,
    /// A count of countries that the list should have: "eleven countries".
    pub count: Option<(u32, Span)>,
    /// Parties beyond those named: "and three key allies".
    pub open: Option<Open>,
    /// Words that limit a group to some of its members: "most G7 members".
    pub some: Option<Span>,
    /// Whether a plural office or collective noun heads it: "ministers", "leaders".
    pub collective: Option<Span>,
}

impl PartyList {
    /// Whether the phrase stands for more than one party.
    #[must_use]
    pub fn is_several(&self) -> bool {
        self.parties.len() > 1
            || !self.parties.is_empty() && (self.open.is_some() || self.count.is_some_and(|(n, _)| n > 1))
    }
}

/// Reads parties out of the pieces of one sentence.
#[derive(Debug, Clone, Copy)]
pub struct PartyReader<'r, 'a> {
    reading: &'r Reading<'a>,
    pieces: &'r [Piece],
    words: &'a SigningWords,
}

impl<'r, 'a> PartyReader<'r, 'a> {
    /// A reader of `pieces`, which are of one sentence of `reading`.
    #[must_use]
    pub fn new(reading: &'r Reading<'a>, pieces: &'r [Piece]) -> Self {
        Self { reading, pieces, words: &reading.knowledge.signing().words }
    }

    /// The word of piece `at` in lower case; empty past the end.
    #[must_use]
    pub fn lower(&self, at: usize) -> Cow<'a, str> {
        self.pieces.get(at).map_or(Cow::Borrowed(""), |piece| lower(self.reading.words(piece.span)))
    }

    /// The parties of the noun phrase in pieces `range`.
    #[must_use]
    pub fn phrase(&self, range: Range<usize>) -> PartyList {
        let mut list = PartyList::default();
        let mut elsewhere = false;
        for at in range.clone() {
            match self.pieces[at].kind {
                PieceKind::Name(name) => {
                    let office = self.reading.names[name].is_office();
                    if office {
                        elsewhere = false;
                        self.note_collective(&mut list, at);
                    } else if !elsewhere {
                        self.add(&mut list, at, range.end);
                    }
                }
                PieceKind::Word => {
                    let word = self.lower(at);
                    let word = word.as_ref();
                    if self.words.elsewhere.contains(word) {
                        elsewhere = true;
                    } else if self.words.belonging.contains(word) && word != "and" {
                        elsewhere = false;
                    } else if self.words.collective.contains(word) || self.words.group.contains(word) {
                        elsewhere = false;
                        self.note_collective(&mut list, at);
                        self.note_count(&mut list, at, range.start);
                    } else if self.words.others.contains(word) {
                        self.note_count(&mut list, at, range.start);
                    }
                    if self.words.some.contains(word) && list.some.is_none() {
                        list.some = Some(self.pieces[at].span);
                    }
                }
                _ => {}
            }
        }
        list
    }

    /// The list of parties that begins at piece `start` and the piece behind it.
    #[must_use]
    pub fn list_from(&self, start: usize) -> (PartyList, usize) {
        let end = self.list_end(start);
        (self.phrase(start..end), end)
    }

    /// The clause that ends before piece `end`, back to a mark or word no list of parties runs over.
    #[must_use]
    pub fn subject_before(&self, end: usize) -> Range<usize> {
        let mut start = end;
        while start > 0 && !self.closes_clause(start - 1) {
            start -= 1;
        }
        start..end
    }

    fn closes_clause(&self, at: usize) -> bool {
        match self.pieces[at].kind {
            PieceKind::Mark => {
                matches!(self.reading.words(self.pieces[at].span), ";" | ":" | "." | "\u{2014}" | "\u{2013}")
            }
            PieceKind::Word => {
                let word = self.lower(at);
                matches!(word.as_ref(), "that" | "but" | "while" | "whereas" | "although" | "though" | "which")
                    || self.is_finite(&word)
            }
            _ => false,
        }
    }

    fn list_end(&self, start: usize) -> usize {
        let mut at = start;
        while at < self.pieces.len() && !self.ends_list(at) {
            at += 1;
        }
        at
    }

    fn ends_list(&self, at: usize) -> bool {
        match self.pieces[at].kind {
            PieceKind::Name(_) | PieceKind::Number | PieceKind::Possessive => false,
            PieceKind::Mark => match self.reading.words(self.pieces[at].span) {
                "," => !self.list_goes_on(at + 1),
                "(" | ")" | "-" | "/" | "'" | "\u{2019}" => false,
                _ => true,
            },
            PieceKind::Word => {
                let word = self.lower(at);
                let word = word.as_ref();
                if starts_upper(self.reading.words(self.pieces[at].span)) {
                    return false;
                }
                self.words.elsewhere.contains(word)
                    || self.words.opening.contains(word)
                    || self.is_finite(word)
                    || (word != "including" && word.ends_with("ing"))
            }
        }
    }

    fn list_goes_on(&self, at: usize) -> bool {
        let Some(piece) = self.pieces.get(at) else { return false };
        match piece.kind {
            PieceKind::Name(_) | PieceKind::Number => true,
            PieceKind::Word => {
                let word = self.lower(at);
                matches!(
                    word.as_ref(),
                    "and" | "as" | "the" | "its" | "his" | "her" | "along" | "including" | "plus" | "their"
                ) || starts_upper(self.reading.words(piece.span))
                    || self.words.belonging.contains(word.as_ref())
            }
            _ => false,
        }
    }

    fn is_finite(&self, word: &str) -> bool {
        self.words.collectively.contains(word)
            || self.words.hypothetical.contains(word)
            || matches!(
                word,
                "was" | "were" | "is" | "are" | "has" | "have" | "had" | "did" | "does" | "do" | "who" | "as"
            )
            || !self.reading.knowledge.relations().rules_of(word).all(|rule| !rule.via.is_empty())
    }

    fn note_collective(&self, list: &mut PartyList, at: usize) {
        let word = self.lower(at);
        if list.collective.is_none() && word.ends_with('s') || self.words.group.contains(word.as_ref()) {
            list.collective = list.collective.or(Some(self.pieces[at].span));
        }
    }

    /// A number before a collective noun counts the parties, or those beyond the ones named.
    fn note_count(&self, list: &mut PartyList, at: usize, start: usize) {
        let from = at.saturating_sub(3).max(start);
        let number = (from..at).rev().find_map(|at| Some((number(&self.lower(at))?, at)));
        let span = |from: usize| self.pieces[from].span.cover(self.pieces[at].span);
        let beyond =
            |first: usize| first > start && matches!(self.lower(first - 1).as_ref(), "and" | "with" | "by" | "plus");
        match number {
            Some((count, first)) if !list.parties.is_empty() && beyond(first) && list.open.is_none() => {
                list.open = Some(Open { count: Some(count), evidence: span(first) });
            }
            Some((count, first)) if list.count.is_none() => list.count = Some((count, span(first))),
            None if !list.parties.is_empty() && list.open.is_none() => {
                let first = (from..=at).find(|&at| beyond(at));
                list.open = first.map(|first| Open { count: None, evidence: span(first) });
            }
            _ => {}
        }
    }

    fn add(&self, list: &mut PartyList, at: usize, end: usize) {
        let PieceKind::Name(name) = self.pieces[at].kind else { return };
        if self.is_compound(at) || self.is_former(at) {
            return;
        }
        let Some(party) = self.actor(name, at, end) else { return };
        if !list.parties.iter().any(|(known, _)| *known == party) {
            list.parties.push((party, self.pieces[at].span));
        }
    }

    /// The party name number `name` acts as, at piece `at` of a phrase that ends before `end`.
    fn actor(&self, name: usize, at: usize, end: usize) -> Option<Party> {
        let recognised = &self.reading.names[name];
        match recognised.meanings.first()? {
            Meaning::Country { kind: NameUse::City | NameUse::Code, .. } | Meaning::Office(_) => None,
            Meaning::Country { code, kind } => {
                let head = self.head_signs(at, end);
                let bare = !matches!(kind, NameUse::Adjective);
                head.unwrap_or(bare).then_some(Party::Country(*code))
            }
            Meaning::Organisation { id, .. } => {
                self.head_signs(at, end).unwrap_or(true).then(|| Party::Organisation(id.clone()))
            }
            Meaning::Holder(_) => super::person::polity_of(self.reading, recognised),
        }
    }

    /// Whether the noun that piece `at` qualifies can sign; `None` when it qualifies none.
    fn head_signs(&self, at: usize, end: usize) -> Option<bool> {
        for next in at + 1..end.min(at + 10) {
            match self.pieces[next].kind {
                PieceKind::Name(name) => match self.reading.names[name].meanings.first()? {
                    Meaning::Office(row) => {
                        return Some(self.reading.knowledge.offices().titles[*row].signs == Signs::Yes);
                    }
                    Meaning::Country { kind: NameUse::Adjective | NameUse::Spelling, .. } => {}
                    _ => return None,
                },
                PieceKind::Word => {
                    let word = self.lower(next);
                    let word = word.as_ref();
                    if self.words.former.contains(word) {
                        return Some(false);
                    }
                    if self.words.collective.contains(word)
                        || self.words.group.contains(word)
                        || self.words.document.contains(word)
                    {
                        return Some(true);
                    }
                    if word != "and" && (self.words.belonging.contains(word) || self.words.elsewhere.contains(word)) {
                        return None;
                    }
                }
                PieceKind::Mark if !matches!(self.reading.words(self.pieces[next].span), "," | "-" | "/") => {
                    return None;
                }
                _ => {}
            }
        }
        None
    }

    /// Whether the name is half of a compound: "Russian-backed", "anti-American".
    fn is_compound(&self, at: usize) -> bool {
        let text = self.reading.text();
        let span = self.pieces[at].span;
        let before = text[..span.start].strip_suffix('-').is_some_and(|rest| rest.ends_with(char::is_lowercase))
            && self.pieces.get(at.wrapping_sub(1)).is_none_or(|piece| !matches!(piece.kind, PieceKind::Name(_)));
        let before =
            before && !text[..span.start - 1].chars().rev().take_while(|c| c.is_alphabetic()).any(char::is_uppercase);
        let after = text[span.end..].strip_prefix('-').is_some_and(|rest| rest.starts_with(char::is_lowercase));
        before || after
    }

    /// Whether a word before the name in its noun phrase says the office is past.
    fn is_former(&self, at: usize) -> bool {
        (at.saturating_sub(3)..at)
            .rev()
            .take_while(|&at| {
                matches!(self.pieces[at].kind, PieceKind::Name(_) | PieceKind::Word) && self.lower(at) != "and"
            })
            .any(|at| self.words.former.contains(self.lower(at).as_ref()))
    }
}

/// `word` in lower case, borrowed where it already is.
#[must_use]
pub fn lower(word: &str) -> Cow<'_, str> {
    if word.chars().any(char::is_uppercase) { Cow::Owned(word.to_lowercase()) } else { Cow::Borrowed(word) }
}

/// Whether `word` begins with a capital.
#[must_use]
pub fn starts_upper(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// The number `word` means, in digits or in letters up to a hundred.
#[must_use]
pub fn number(word: &str) -> Option<u32> {
    const SMALL: [&str; 21] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ];
    const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    if let Ok(number) = word.parse() {
        return Some(number);
    }
    let place = |words: &[&str], word: &str| words.iter().position(|&known| known == word && !known.is_empty());
    if let Some(small) = place(&SMALL, word).or_else(|| (word == "dozen").then_some(12)) {
        return u32::try_from(small).ok();
    }
    let (tens, ones) = word.split_once('-').unwrap_or((word, "zero"));
    let (tens, ones) = (place(&TENS, tens)?, place(&SMALL, ones)?);
    u32::try_from(tens * 10 + ones).ok()
}
