//! Finds whom the words of a statement are directed at.
//!
//! A relation word ("condemned", "called on", "support for") looks along the noun phrase behind it:
//! the doer there is the target, a victim, place or subject is not. "Condemned Russia's invasion of
//! Ukraine" and "cooperation between North Korea and Russia" show the difference.

use super::person::polity_of;
use super::reading::{Piece, PieceKind, Reading};
use super::spelling::starts_upper;
use super::words::Words;
use crate::knowledge::{Meaning, NameUse, Party, Relation, RelationRule, Relations};
use crate::statement::Target;
use crate::text::Span;

/// Longest noun phrase looked along, in pieces.
const REACH: usize = 28;

/// The targets of the relation words in `pieces`, which are of one sentence, that stand in `within`.
#[must_use]
pub fn targets(reading: &Reading<'_>, pieces: &[Piece], within: Span) -> Vec<Target> {
    let finder =
        Finder { reading, pieces, relations: reading.knowledge.relations(), parties: Words::new(reading, pieces) };
    let mut out: Vec<Target> = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        if piece.kind != PieceKind::Word || !within.contains(piece.span) {
            continue;
        }
        for rule in finder.relations.rules_of(&finder.parties.lower(at)) {
            for (party, span) in finder.objects(rule, at) {
                let known = |target: &Target| target.party == party && target.relation == rule.relation;
                if within.contains(span) && !out.iter().any(known) {
                    out.push(Target { party, relation: rule.relation, evidence: piece.span.cover(span) });
                }
            }
        }
    }
    out
}

struct Finder<'r, 'a> {
    reading: &'r Reading<'a>,
    pieces: &'r [Piece],
    relations: &'a Relations,
    parties: Words<'r, 'a>,
}

impl Finder<'_, '_> {
    fn objects(&self, rule: &RelationRule, at: usize) -> Vec<(Party, Span)> {
        if rule.via.is_empty() {
            if self.is_passive(at) {
                return self.subject(at);
            }
            return self.along(at + 1, rule.relation);
        }
        let via = (at + 1..at + 4).find(|&next| rule.via.iter().any(|word| *word == self.parties.lower(next)));
        via.map_or_else(Vec::new, |via| self.along(via + 1, rule.relation))
    }

    /// "was condemned", "has been urged".
    fn is_passive(&self, at: usize) -> bool {
        let be =
            |at: usize| matches!(self.parties.lower(at).as_ref(), "was" | "were" | "been" | "being" | "is" | "are");
        (1..=2).any(|back| at >= back && be(at - back))
    }

    /// The party right before a passive.
    fn subject(&self, at: usize) -> Vec<(Party, Span)> {
        let from = at.saturating_sub(6);
        (from..at).rev().find_map(|at| self.party(at)).into_iter().collect()
    }

    /// The doers in the noun phrase from piece `start` on.
    fn along(&self, start: usize, relation: Relation) -> Vec<(Party, Span)> {
        let mut found = Vec::new();
        let mut victim = false;
        let mut after_harm = false;
        let mut list_open = true;
        for at in start..self.pieces.len().min(start + REACH) {
            let word = self.parties.lower(at);
            let word = word.as_ref();
            match self.pieces[at].kind {
                PieceKind::Name(_) => {
                    if let Some(party) = self.party(at).filter(|_| !victim) {
                        found.push(party);
                        list_open = false;
                    }
                    after_harm = false;
                }
                PieceKind::Mark => match self.reading.words(self.pieces[at].span) {
                    "," if !found.is_empty() && self.list_goes_on(at + 1) => {}
                    "\"" | "\u{201C}" | "\u{201D}" | "(" | ")" | "-" | "/" => {}
                    _ => break,
                },
                PieceKind::Possessive | PieceKind::Number => {}
                PieceKind::Word if word == "and" && self.and_ends(at, &found) => break,
                PieceKind::Word if word == "and" => {}
                PieceKind::Word if self.relations.stop.contains(word) => break,
                PieceKind::Word => {
                    if relation == Relation::Addressed && found.is_empty() && self.relations.other.contains(word) {
                        break;
                    }
                    let doer = self.relations.doer.contains(word);
                    if doer || self.relations.other.contains(word) {
                        if !list_open && !found.is_empty() {
                            break;
                        }
                        victim = !doer || (word == "of" && after_harm);
                    } else {
                        after_harm = self.relations.harm.contains(word);
                    }
                }
            }
        }
        found
    }

    /// Whether "and" at piece `at` leads out of the noun phrase, to another verb.
    fn and_ends(&self, at: usize, found: &[(Party, Span)]) -> bool {
        let next = self.parties.lower(at + 1);
        let verb = self.relations.rules_of(&next).next().is_some()
            || next.ends_with("ed")
            || self.relations.stop.contains(next.as_ref());
        verb || (!found.is_empty() && !self.list_goes_on(at + 1))
    }

    fn list_goes_on(&self, at: usize) -> bool {
        let skip = usize::from(matches!(self.parties.lower(at).as_ref(), "the" | "and" | "its" | "their"));
        [at, at + skip].into_iter().any(|at| {
            self.pieces.get(at).is_some_and(|piece| match piece.kind {
                PieceKind::Name(_) => true,
                PieceKind::Word => starts_upper(self.reading.words(piece.span)),
                _ => false,
            })
        })
    }

    fn party(&self, at: usize) -> Option<(Party, Span)> {
        let PieceKind::Name(name) = self.pieces[at].kind else { return None };
        let recognised = &self.reading.names[name];
        let party = match recognised.meanings.first()? {
            Meaning::Country { kind: NameUse::City, .. } | Meaning::Office(_) => None,
            Meaning::Country { code, .. } => Some(Party::Country(*code)),
            Meaning::Organisation { id, .. } => Some(Party::Organisation(id.clone())),
            Meaning::Holder(_) => polity_of(self.reading, recognised),
        };
        party.map(|party| (party, recognised.span))
    }
}
