//! Of whom a word is said: "Peru is responsible", "held Peru responsible", "Peru has broken its word".

use super::phrase::TargetPhrase;
use super::{Finder, PREDICATE};
use crate::extract::reading::PieceKind;
use crate::knowledge::{Classes, Party, Relation, RelationRule};
use crate::text::Span;

/// How far behind "hold" a word like "responsible" may stand, in pieces.
const HELD: usize = 10;

/// How far left of its verb a noun phrase may begin, in pieces.
const SUBJECT: usize = 14;

impl Finder<'_, '_, '_> {
    /// The parties of which the word at `at` is said: "Peru is responsible", "held Peru responsible".
    pub(super) fn predicate(&self, rule: &RelationRule, at: usize, reach: &TargetPhrase<'_, '_>) -> Vec<(Party, Span)> {
        let words = self.words;
        let relations = self.relations;
        let near = at.saturating_sub(HELD);
        let held = (near..at).rev().find(|&at| words.is_one_of(at, relations.holding));
        if let Some(held) = held.filter(|&held| !(held + 1..at).any(|at| words.is_finite(at) || words.is_mark(at, ",")))
        {
            let passive = words.classes(held.wrapping_sub(1)).any(Classes::BE);
            return if passive {
                self.subject(held, reach, rule.relation)
            } else {
                reach.from(held + 1, rule.relation)
            };
        }
        let before = words.classes(at.wrapping_sub(1));
        let form = words.classes(at).any(Classes::VERB.or(Classes::MODAL)) && !self.is_noun_here(at);
        let verb = if form && (before.any(Classes::AUXILIARY) || words.is_finite(at)) {
            let passive = before.any(Classes::BE) && !words.classes(at).any(Classes::ING);
            (!passive).then_some(at)
        } else {
            let from = at.saturating_sub(PREDICATE);
            let links = |at: &usize| {
                words.classes(*at).any(Classes::BE)
                    || words.lower(*at) == "to"
                    || words.is_one_of(*at, relations.paying)
            };
            let clause =
                |at: usize| words.kind(at) != Some(PieceKind::Word) || words.classes(at).any(Classes::PREPOSITION);
            (from..at).rev().take_while(|&before| before + 1 == at || !clause(before + 1)).find(links)
        };
        let Some(verb) = verb else { return Vec::new() };
        if (verb.saturating_sub(3)..at).any(|at| words.classes(at).any(Classes::NEGATION) || words.lower(at) == "no") {
            return Vec::new();
        }
        let mut found = self.subject(verb, reach, rule.relation);
        // "NATO must go on" is no demand of NATO, nor is "the borders of Peru must be kept" one of Peru.
        if words.classes(at).any(Classes::MODAL) {
            let bare = self.view.subject(at).is_some_and(|phrase| !phrase.list.parties.is_empty());
            if !bare || words.classes(at + 1).any(Classes::BE.or(Classes::HAVE)) {
                return Vec::new();
            }
            found.retain(|(party, _)| matches!(party, Party::Country(_)));
        }
        found
    }

    /// The parties that are the subject of the word at `at`, or whose deed is.
    pub(super) fn subject(&self, at: usize, reach: &TargetPhrase<'_, '_>, relation: Relation) -> Vec<(Party, Span)> {
        let words = self.words;
        let named = self.view.subject(at).filter(|phrase| !phrase.list.parties.is_empty());
        if let Some(phrase) = named {
            return phrase.list.parties.clone();
        }
        let bound = |at: usize| {
            let classes = words.classes(at);
            let mark = words.kind(at) == Some(PieceKind::Mark) && !words.is_dash(at);
            let verb = words.is_finite(at) && !classes.any(Classes::AUXILIARY.or(Classes::VERB_OR_NOUN));
            mark || verb || classes.any(Classes::SUBORDINATOR.or(Classes::RELATIVE).or(Classes::THAT))
        };
        let start = (at.saturating_sub(SUBJECT)..at).rev().find(|&at| bound(at)).map_or(0, |bound| bound + 1);
        TargetPhrase { last: &[], ..*reach }.from(start.max(at.saturating_sub(SUBJECT)), relation)
    }
}
