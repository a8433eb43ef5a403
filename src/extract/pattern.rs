//! Matches the patterns of the signing rules against the pieces of a sentence.

use std::ops::Range;

use super::party_list::{PartyList, PartyReader};
use super::reading::{Piece, PieceKind, Reading};
use crate::knowledge::{Element, Pattern, SigningWords};

/// Where a pattern matched, and the parties it found.
#[derive(Debug, Clone, PartialEq)]
pub struct PatternMatch {
    /// The pieces it covers.
    pub range: Range<usize>,
    /// The parties.
    pub parties: PartyList,
}

/// Most words a gap may hold.
const GAP: usize = 6;

/// Matches patterns against one sentence.
#[derive(Debug)]
pub struct Matcher<'r, 'a> {
    reading: &'r Reading<'a>,
    pieces: &'r [Piece],
    parties: PartyReader<'r, 'a>,
    words: &'a SigningWords,
}

impl<'r, 'a> Matcher<'r, 'a> {
    /// A matcher for the sentence with `pieces`.
    #[must_use]
    pub fn new(reading: &'r Reading<'a>, pieces: &'r [Piece]) -> Self {
        let words = &reading.knowledge.signing().words;
        Self { reading, pieces, parties: PartyReader::new(reading, pieces), words }
    }

    /// Every match of `pattern` that names a party, leftmost first, not overlapping.
    #[must_use]
    pub fn find(&self, pattern: &Pattern) -> Vec<PatternMatch> {
        match pattern.elements.as_slice() {
            [Element::Parties, rest @ ..] => self.find_behind_parties(rest),
            elements => self.find_before_parties(elements),
        }
    }

    fn find_before_parties(&self, elements: &[Element]) -> Vec<PatternMatch> {
        let mut out = Vec::new();
        let mut at = 0;
        while at < self.pieces.len() {
            match self.matches(elements, at) {
                Some((end, Some(parties))) if !parties.parties.is_empty() || parties.count.is_some() => {
                    out.push(PatternMatch { range: at..end, parties });
                    at = end.max(at + 1);
                }
                _ => at += 1,
            }
        }
        out
    }

    /// A pattern that opens with its parties: they are the subject before the rest.
    fn find_behind_parties(&self, rest: &[Element]) -> Vec<PatternMatch> {
        let rest = if let [Element::Gap, rest @ ..] = rest { rest } else { rest };
        let mut out: Vec<PatternMatch> = Vec::new();
        let mut floor = 0;
        for at in 1..self.pieces.len() {
            if at < floor {
                continue;
            }
            let Some((end, _)) = self.matches(rest, at) else { continue };
            let subject = self.parties.subject_before(at);
            let subject = subject.start.max(floor)..subject.end;
            let parties = self.parties.phrase(subject.clone());
            if parties.parties.is_empty() && parties.count.is_none() {
                continue;
            }
            out.push(PatternMatch { range: subject.start..end, parties });
            floor = end;
        }
        out
    }

    /// The end of the match of `elements` at piece `at`, and the parties in it.
    fn matches(&self, elements: &[Element], at: usize) -> Option<(usize, Option<PartyList>)> {
        let Some((element, rest)) = elements.split_first() else { return Some((at, None)) };
        match element {
            Element::Word(words) => self.is_word(at, words).then(|| self.matches(rest, at + 1))?,
            Element::Optional(words) if self.is_word(at, words) => {
                self.matches(rest, at + 1).or_else(|| self.matches(rest, at))
            }
            Element::Optional(_) => self.matches(rest, at),
            Element::Document => self.is_document(at).then(|| self.matches(rest, at + 1))?,
            Element::Joint => self.is_joint(at).then(|| self.matches(rest, self.document_behind(at + 1)?))?,
            Element::Gap => (at..=at + GAP)
                .take_while(|&end| end == at || self.may_skip(end - 1))
                .find_map(|end| self.matches(rest, end)),
            Element::Parties => {
                let (parties, end) = self.parties.list_from(at);
                let (end, _) = self.matches(rest, end)?;
                Some((end, Some(parties)))
            }
        }
    }

    fn is_word(&self, at: usize, words: &std::collections::HashSet<String>) -> bool {
        let word = self.parties.lower(at);
        words.contains(word.as_ref()) || (word.ends_with("n't") && words.contains("n't"))
    }

    fn is_document(&self, at: usize) -> bool {
        self.words.document.contains(self.parties.lower(at).as_ref())
    }

    fn is_joint(&self, at: usize) -> bool {
        self.words.joint.contains(self.parties.lower(at).as_ref())
    }

    /// The document noun at `at` or within two words behind it.
    fn document_behind(&self, at: usize) -> Option<usize> {
        (at..at + 3).find(|&at| self.is_document(at))
    }

    fn may_skip(&self, at: usize) -> bool {
        let Some(piece) = self.pieces.get(at) else { return false };
        piece.kind != PieceKind::Mark || !matches!(self.reading.words(piece.span), ";" | ":" | "." | "!" | "?")
    }
}
