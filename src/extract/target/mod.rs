//! Finds whom the words of a statement are directed at.
//!
//! A relation word ("condemned", "called on", "support for") looks along the noun phrase behind it. It
//! counts only when the statement's own parties are its doers: in "urged the ministers to condemn the
//! raid" and "Chile's support for Peru" others are.

mod phrase;
mod predicate;

use crate::extract::phrase::SentenceView;
use crate::extract::reading::{PieceKind, Reading, Words};
use crate::knowledge::{Classes, Party, Relation, RelationRule, Relations};
use crate::statement::Target;
use crate::text::Span;
use phrase::TargetPhrase;

/// How far behind a relation word one of its prepositions may stand, in pieces.
const VIA: usize = 10;

/// How far behind its verb a predicate may stand, in pieces.
pub(super) const PREDICATE: usize = 5;

/// The targets of the relation words of `view` that stand in `within`; `signs` tells the statement's own
/// parties.
#[must_use]
pub fn targets(view: &SentenceView<'_, '_>, within: Span, signs: impl Fn(&Party) -> bool) -> Vec<Target> {
    let relations = view.words.reading.knowledge.relations();
    let finder = Finder { view, words: view.words, relations };
    let mut out: Vec<Target> = Vec::new();
    let mut last: Vec<(Party, Span)> = Vec::new();
    for at in (0..view.words.pieces.len()).filter(|&at| within.contains(view.words.pieces[at].span)) {
        if !view.words.marks(at).has_relation() {
            continue;
        }
        let of_others = finder.is_of_others(at, &signs);
        let mut told: Option<Relation> = None;
        for rule in view.words.relations(at) {
            if of_others && !rule.subject || told == Some(rule.relation) {
                continue;
            }
            let objects = finder.objects(rule, at, &last);
            if !objects.is_empty() {
                last.clone_from(&objects);
                told = Some(rule.relation);
            }
            for (party, span) in objects {
                let known = |target: &Target| target.party == party && target.relation == rule.relation;
                if within.contains(span) && !out.iter().any(known) {
                    let evidence = view.words.pieces[at].span.cover(span);
                    out.push(Target { party, relation: rule.relation, evidence });
                }
            }
        }
    }
    out
}

struct Finder<'v, 'r, 'a> {
    view: &'v SentenceView<'r, 'a>,
    words: Words<'r, 'a>,
    relations: &'a Relations,
}

impl Finder<'_, '_, '_> {
    /// The parties that the relation word at `at` bears on; `last` is the one found before it.
    fn objects(&self, rule: &RelationRule, at: usize, last: &[(Party, Span)]) -> Vec<(Party, Span)> {
        // "Pledged their support" is no promise to those named before.
        let last = if rule.via.is_empty() && !rule.next { last } else { &[] };
        let reach = TargetPhrase { words: self.words, relations: self.relations, last };
        if rule.subject {
            return self.predicate(rule, at, &reach);
        }
        let from = if rule.via.is_empty() {
            if self.is_passive(at) && !self.names_follow(at, &reach, rule.relation) {
                return self.subject(at, &reach, rule.relation);
            }
            // "A truce backed by Peru"
            if self.words.lower(at + 1) == "by" {
                return Vec::new();
            }
            at + 1
        } else {
            let Some(via) = self.via(rule, at, at) else { return Vec::new() };
            via + 1
        };
        if !rule.with.is_empty()
            && !(from..from + PREDICATE).any(|at| rule.with.iter().any(|word| *word == self.words.lower(at)))
        {
            return Vec::new();
        }
        let mut found = reach.from(from, rule.relation);
        // "Demanded from the start that Peru": the next of the prepositions.
        if found.is_empty()
            && !rule.via.is_empty()
            && let Some(via) = self.via(rule, at, from)
        {
            found = reach.from(via + 1, rule.relation);
        }
        if rule.next {
            found.retain(|(_, span)| self.opens(from, *span));
        }
        if !rule.then.is_empty() {
            let behind = |span: Span| self.words.lower(self.words.piece_from(span.end));
            if !found.iter().any(|(_, span)| rule.then.iter().any(|word| *word == behind(*span))) {
                found.clear();
            }
        }
        found
    }

    /// Whether the name at `span` opens the noun phrase at piece `from`.
    fn opens(&self, from: usize, span: Span) -> bool {
        let name = self.words.piece_from(span.start);
        (from..name).all(|at| self.words.classes(at).any(Classes::DETERMINER))
            && self.words.kind(name + 1) != Some(PieceKind::Possessive)
    }

    /// The preposition of `rule` behind the word at `at`.
    fn via(&self, rule: &RelationRule, at: usize, behind: usize) -> Option<usize> {
        let end = self.words.pieces.len().min(at + VIA);
        for next in behind + 1..end {
            let word = self.words.lower(next);
            // "demanded of Peru", but not "demanded the release of Peru's envoy".
            let far = word == "of" && next > at + 1;
            // "A letter to end the raids": no letter to anybody.
            if word == "to" && self.words.classes(next + 1).any(Classes::BASE) && !self.is_noun_here(next + 1) {
                return None;
            }
            if rule.via.iter().any(|via| *via == word) && !far {
                return Some(next);
            }
            // "A message, offering support to Peru": what is offered goes to Peru.
            let offered = self.words.is_mark(next, ",")
                && self.words.classes(next + 1).any(Classes::ING)
                && (next + 2..next + 4).any(|at| self.words.marks(at).has_relation());
            if offered {
                return None;
            }
            let noun = self.words.classes(next).any(Classes::VERB_OR_NOUN);
            let clause = self.words.is_finite(next) && !noun || self.words.is_one_of(next, self.relations.stop);
            if clause || self.words.is_mark(next, ";") || self.words.is_mark(next, ".") {
                return None;
            }
        }
        None
    }

    /// "was condemned", "has been urged".
    fn is_passive(&self, at: usize) -> bool {
        let be =
            |at: usize| self.words.classes(at).any(Classes::BE) || self.words.is_one_of(at, self.relations.standing);
        (1..=2).any(|back| at >= back && be(at - back)) && self.words.classes(at).any(Classes::PARTICIPLE)
    }

    fn names_follow(&self, at: usize, reach: &TargetPhrase<'_, '_>, relation: Relation) -> bool {
        self.words.classes(at).any(Classes::ING) && !reach.from(at + 1, relation).is_empty()
    }

    /// Whether others than the statement's own parties do what the word at `at` says.
    fn is_of_others(&self, at: usize, signs: &impl Fn(&Party) -> bool) -> bool {
        let words = self.words;
        if self.is_possessed(at) {
            return true;
        }
        let classes = words.classes(at);
        let before = at.checked_sub(1).map(|at| words.lower(at)).unwrap_or_default();
        // "for backing the rebels"
        if classes.any(Classes::ING) && words.is_one_of(at.wrapping_sub(1), self.relations.deed) {
            return true;
        }
        // "goods that help Peru", but "a letter that condemned Peru".
        let relative = at > 1 && words.classes(at - 1).any(Classes::RELATIVE) && classes.any(Classes::VERB);
        let text = (at.saturating_sub(8)..at.saturating_sub(1)).rev();
        let mut text = text.take_while(|&at| !words.is_finite(at)).filter(|&at| words.is_document(at));
        if relative && text.next().is_none() {
            return matches!(words.kind(at - 2), Some(PieceKind::Word));
        }
        let told = at > 1 && before.as_ref() == "to" && matches!(words.kind(at - 2), Some(PieceKind::Name(_)));
        let reach = TargetPhrase { words, relations: self.relations, last: &[] };
        if told && reach.party(at - 2).is_some_and(|(party, _)| !signs(&party)) {
            return true;
        }
        let verb = if classes.any(Classes::VERB) && !self.is_noun_here(at) {
            Some(at)
        } else {
            (at.saturating_sub(5)..at)
                .rev()
                .find(|&at| words.classes(at).any(Classes::BASE) && words.lower(at - usize::from(at > 0)) == "to")
        };
        let Some(verb) = verb.filter(|&verb| verb > 0 && words.lower(verb - 1) == "to") else { return false };
        self.view.subject(verb).is_some_and(|phrase| {
            let parties = &phrase.list.parties;
            !parties.is_empty() && !parties.iter().any(|(party, _)| signs(party))
        })
    }

    /// Whether a word that may be a verb stands as a noun: behind a determiner or an adjective.
    fn is_noun_here(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or(Classes::default(), |at| self.words.classes(at));
        let noun = self.words.classes(at).any(Classes::VERB_OR_NOUN) && before.any(Classes::BASE);
        noun || before.any(Classes::DETERMINER.or(Classes::ADJECTIVE).or(Classes::POSSESSIVE))
    }

    /// "Chile's direct support for": the noun belongs to somebody.
    fn is_possessed(&self, at: usize) -> bool {
        let from = at.saturating_sub(8);
        let before = (from..at).rev().take_while(|&at| {
            let inside = is_possessive(self.words, at) || matches!(self.words.text(at), "(" | ")");
            inside
                || !self.words.closes_phrase(at)
                || self.words.lower(at - usize::from(at > 0)) != "to" && self.words.classes(at).any(Classes::BASE)
        });
        let mut before = before;
        before.any(|at| is_possessive(self.words, at))
    }
}

fn is_possessive(words: Words<'_, '_>, at: usize) -> bool {
    words.kind(at) == Some(PieceKind::Possessive)
}

/// The targets of every sentence of `reading`, as in a statement of parties it does not name: what the
/// table's own examples are checked with.
#[must_use]
pub fn found_in(reading: &Reading<'_>) -> Vec<Target> {
    let sentences = reading.sentences.iter();
    let found = sentences
        .flat_map(|sentence| targets(&SentenceView::new(reading.words_in(sentence)), sentence.span, |_| false));
    found.collect()
}
