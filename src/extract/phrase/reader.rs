//! Reads a noun phrase, or a list of them, and the parties it names as actors.
//!
//! A name acts when nothing follows it ("France and Italy"), when an office, ministry or collective
//! noun does ("French and Italian ministers"), or when it belongs to one ("the ministers of France and
//! Italy"). It does not when the noun signs for no state ("airlines from France and Italy"), and not
//! behind a preposition of place.

use std::ops::Range;

use super::party_list::PartyList;
use super::state::PhraseState;
use crate::extract::reading::{PieceKind, Words, number};
use crate::extract::speaker::polity_of;
use crate::knowledge::{Classes, Meaning, NameUse, Party, Signs};
use crate::text::Span;

/// A noun phrase or list of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Phrase {
    /// Its pieces.
    pub range: Range<usize>,
    /// What it names.
    pub list: PartyList,
}

/// Longest phrase, in pieces.
const LONGEST: usize = 220;

/// Every noun phrase of a sentence that names a party, a number of them, or people who sign for none.
#[must_use]
pub fn phrases(words: Words<'_, '_>) -> Vec<Phrase> {
    phrases_before(words, words.pieces.len())
}

/// As [`phrases`], of those that begin before piece `end`.
#[must_use]
pub(super) fn phrases_before(words: Words<'_, '_>, end: usize) -> Vec<Phrase> {
    let before = end;
    let mut out = Vec::new();
    let mut at = dateline_end(words);
    while at < before {
        if !starts_phrase(words, at) {
            at += 1;
            continue;
        }
        let phrase = phrase_from(words, at);
        let end = phrase.range.end.max(at + 1);
        if !phrase.list.is_empty() || phrase.list.unofficial.is_some() || phrase.list.collective.is_some() {
            out.push(phrase);
        }
        at = end;
    }
    out
}

/// The noun phrase that begins at piece `at`, however little it names.
#[must_use]
pub fn phrase_from(words: Words<'_, '_>, at: usize) -> Phrase {
    PhraseReader { words, at, state: PhraseState::default(), dash: None }.read()
}

/// Where the sentence begins behind a dateline the layout left in it.
pub(super) fn dateline_end(words: Words<'_, '_>) -> usize {
    let capitals = words.text(0).len() > 2 && !words.text(0).contains(char::is_lowercase);
    if !capitals {
        return 0;
    }
    (1..words.pieces.len().min(14)).find(|&at| words.is_dash(at)).map_or(0, |dash| dash + 1)
}

fn starts_phrase(words: Words<'_, '_>, at: usize) -> bool {
    match words.kind(at) {
        Some(PieceKind::Name(_) | PieceKind::Number) => true,
        Some(PieceKind::Word) => {
            words.classes(at).any(Classes::DETERMINER) && !words.text(at).eq_ignore_ascii_case("that")
                || words.number(at).is_some()
                || !words.closes_phrase(at) && !words.is_document(at) && !words.text(at).eq_ignore_ascii_case("it")
        }
        _ => false,
    }
}

/// What the reader does with a piece.
pub(super) enum Step {
    /// It belongs to the phrase; the next piece to look at.
    On(usize),
    /// The phrase ended before it.
    End,
}

pub(super) struct PhraseReader<'r, 'a> {
    pub(super) words: Words<'r, 'a>,
    pub(super) at: usize,
    pub(super) state: PhraseState,
    /// The dash that closes an apposition.
    pub(super) dash: Option<usize>,
}

impl PhraseReader<'_, '_> {
    pub(super) fn read(mut self) -> Phrase {
        let start = self.at;
        let stop = self.words.pieces.len().min(start + LONGEST);
        while self.at < stop {
            let next = match self.words.pieces[self.at].kind {
                PieceKind::Name(name) => self.name(name),
                PieceKind::Number => self.number(),
                PieceKind::Possessive => Step::On(self.at + 1),
                PieceKind::Mark => self.mark(),
                PieceKind::Word => self.word(),
            };
            match next {
                Step::On(at) => self.at = at,
                Step::End => break,
            }
        }
        self.state.close(&self.words);
        let mut list = self.state.list;
        if list.out_of.is_some() {
            list.count = None;
        }
        Phrase { range: start..self.at.max(start + 1), list }
    }

    pub(super) fn name(&mut self, name: usize) -> Step {
        let words = self.words;
        let at = self.at;
        let recognised = &words.reading.names[name];
        let next = Step::On(at + 1);
        let Some(meaning) = recognised.meanings.first() else { return next };
        match meaning {
            Meaning::Office(row) => {
                let office = &words.reading.knowledge.offices().titles()[*row];
                self.office(recognised.span, office.signs);
            }
            Meaning::Holder(_) => {
                let named = self.state.item.head.is_some() && self.state.list.parties.len() > self.state.item.before;
                if !self.state.item.pending.is_empty() {
                    self.state.state_head(at);
                } else if let Some(party) = polity_of(words.reading, recognised).filter(|_| !named) {
                    self.state.bare(party, recognised.span, at);
                }
            }
            Meaning::Country { kind: NameUse::City, .. } if self.state.item.office => {}
            Meaning::Country { kind: NameUse::City | NameUse::Code, .. } => self.state.other_head(at),
            Meaning::Country { code, kind } => self.party(Party::Country(*code), *kind, recognised.span),
            Meaning::Organisation { id, .. } => {
                self.party(Party::Organisation(id.clone()), NameUse::Spelling, recognised.span);
            }
        }
        next
    }

    pub(super) fn party(&mut self, party: Party, kind: NameUse, span: Span) {
        let at = self.at;
        if self.is_compound(span) {
            return self.state.other_head(at);
        }
        if matches!(kind, NameUse::Demonym | NameUse::People) {
            return self.state.other_head(at);
        }
        // "Their U.N. envoys", "Chad's Paris embassy": where the head of the phrase is posted.
        let before = at.wrapping_sub(1);
        let owned = self.words.kind(before) == Some(PieceKind::Possessive)
            || self.words.classes(before).any(Classes::POSSESSIVE);
        let posted = matches!(party, Party::Organisation(_)) || kind == NameUse::Capital;
        // "The Syrian U.N. envoy"
        let country = |(party, _): &(Party, Span)| matches!(party, Party::Country(_));
        let sent = matches!(party, Party::Organisation(_)) && self.state.item.pending.last().is_some_and(country);
        if (owned && posted || sent) && self.qualifies(at + 1) {
            return;
        }
        if matches!(kind, NameUse::Adjective | NameUse::Prefix) || self.qualifies(at + 1) {
            self.state.item.pending.push((party, span));
        } else {
            if self.state.item.noun.is_some() && self.state.item.head.is_none() {
                // "Air France": the name is part of another.
                return;
            }
            self.state.bare(party, span, at);
        }
    }

    /// Whether the name before piece `next` only qualifies what follows.
    pub(super) fn qualifies(&self, next: usize) -> bool {
        let words = self.words;
        match words.kind(next) {
            Some(PieceKind::Possessive) => true,
            Some(PieceKind::Name(_)) => !matches!(
                words.meaning(next),
                Some(Meaning::Country { kind: NameUse::Spelling | NameUse::Capital | NameUse::City, .. })
            ),
            Some(PieceKind::Word) => {
                if matches!(words.lower(next).as_ref(), "and") {
                    return self.is_attributive(next + 1);
                }
                // "U.S. states"
                let parts = words.is_one_of(next, words.table.others)
                    && words.classes(next).any(Classes::VERB_OR_NOUN)
                    && !words.classes(next + 1).any(Classes::DETERMINER.or(Classes::THAT));
                (parts || !words.closes_phrase(next))
                    && !words.is_one_of(next, words.table.refusing)
                    && !words.is_one_of(next, words.table.floating)
                    && !words.classes(next).any(Classes::DETERMINER)
                    && words.number(next).is_none()
            }
            Some(PieceKind::Mark) => {
                let mark = words.text(next);
                matches!(mark, "'" | "\u{2019}") && words.text(next.wrapping_sub(1)).ends_with('s')
                    || mark == "," && self.is_attributive(next + 1)
            }
            _ => false,
        }
    }

    /// "U.S. and Japanese": initials before an adjective are one themselves.
    pub(super) fn is_attributive(&self, next: usize) -> bool {
        let initials = self.words.text(self.at).chars().all(|c| c.is_uppercase() || c == '.');
        let skip = usize::from(self.words.lower(next) == "and");
        initials
            && matches!(
                self.words.meaning(next + skip),
                Some(Meaning::Country { kind: NameUse::Adjective | NameUse::Prefix, .. })
            )
    }

    /// Whether the name is half of a compound: "Russian-backed", "anti-American".
    pub(super) fn is_compound(&self, span: Span) -> bool {
        let text = self.words.reading.text();
        let behind = text[span.end..].strip_prefix('-').is_some_and(|rest| rest.starts_with(char::is_lowercase));
        let before = text[..span.start].strip_suffix('-').is_some_and(|rest| {
            let word = rest.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
            !word.is_empty() && !word.contains(char::is_uppercase)
        });
        behind || before
    }

    pub(super) fn office(&mut self, span: Span, signs: Signs) {
        let at = self.at;
        let item = &mut self.state.item;
        item.office = true;
        if signs == Signs::No || item.unofficial {
            item.unofficial = true;
            return self.state.other_head(at);
        }
        let title = self.words.reading.words(span);
        let local =
            self.words.is_one_of(at, self.words.table.regional) && self.words.lower(at.wrapping_sub(1)) != "bank";
        let past = self.words.reading.text()[..span.start].strip_suffix('-').is_some_and(|text| {
            let prefix = text.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
            self.words.reading.knowledge.lexicon().marks(prefix).is_in(self.words.table.unofficial)
        });
        if local || past {
            self.state.item.unofficial = true;
            return self.state.other_head(at);
        }
        let plural = title.ends_with('s') || title.ends_with("men");
        let organisation = |party: &Party| matches!(party, Party::Organisation(_));
        self.state.list.solo |= !plural && item.pending.iter().any(|(party, _)| organisation(party));
        self.state.list.apart |= self.words.is_one_of(at, self.words.table.apart);
        if plural {
            self.state.list.collective = self.state.list.collective.or(Some(span));
        }
        self.state.state_head(at);
    }

    pub(super) fn number(&mut self) -> Step {
        let value = number(self.words.text(self.at)).filter(|&value| value < 300);
        if let Some(value) = value {
            self.state.item.number = Some((value, self.at));
            return Step::On(self.at + 1);
        }
        Step::End
    }
}
