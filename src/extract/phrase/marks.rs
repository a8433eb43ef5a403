//! How the reader of noun phrases goes over commas and dashes: whether a list goes on behind them.

use super::reader::{PhraseReader, Step, dateline_end};
use super::state::Scope;
use super::subject::{blurs, governor};
use crate::extract::reading::{PieceKind, number};
use crate::knowledge::{Classes, Meaning};

/// How far behind a comma the verb of saying may stand, in pieces.
const CLAUSE: usize = 14;

/// How long the words may be that say where or when those counted are, in pieces.
const ASIDE: usize = 7;

impl PhraseReader<'_, '_> {
    pub(super) fn mark(&mut self) -> Step {
        let at = self.at;
        match self.words.text(at) {
            "," if self.goes_on(at + 1) => {
                // "To the president, Jane Smith": the name is of the same.
                let named = matches!(self.words.meaning(at + 1), Some(Meaning::Holder(_)));
                let aside = self.state.scope == Scope::Aside && named;
                self.state.close(&self.words);
                if aside {
                    self.state.scope = Scope::Aside;
                }
                Step::On(at + 1)
            }
            "," if self.relative_end(at).is_some() => {
                let next = self.relative_end(at).unwrap_or(at) + 1;
                self.state.close(&self.words);
                Step::On(next)
            }
            "(" => match (at..self.words.pieces.len().min(at + 12)).find(|&at| self.words.is_mark(at, ")")) {
                Some(close) => Step::On(close + 1),
                None => Step::End,
            },
            "'" | "\u{2019}" if self.words.text(at.wrapping_sub(1)).ends_with('s') => Step::On(at + 1),
            "/" | "&" => Step::On(at + 1),
            _ if self.dash == Some(at) => {
                self.at = at + 1;
                Step::End
            }
            _ if self.words.is_dash(at) && self.dash.is_none() => match self.apposition(at) {
                Some(close) => {
                    self.state.close(&self.words);
                    self.dash = Some(close);
                    Step::On(at + 1)
                }
                None => Step::End,
            },
            _ => Step::End,
        }
    }

    /// The comma behind a relative clause inside the list: "A, who came by train, and B".
    fn relative_end(&self, comma: usize) -> Option<usize> {
        let words = self.words;
        if !words.classes(comma + 1).any(Classes::RELATIVE) {
            return None;
        }
        let end = (comma + 2..words.pieces.len().min(comma + 24)).find(|&at| words.is_mark(at, ","))?;
        (words.lower(end + 1) == "and" && self.is_member(end + 2)).then_some(end)
    }

    /// "Three states on the lake - A, B and C -", "eleven states at the talks, including A and B": the mark behind
    /// which those counted before this preposition are named.
    pub(super) fn aside_end(&self) -> Option<usize> {
        let (words, item) = (self.words, &self.state.item);
        let counted = item.number.is_some() && item.head.is_some() && self.state.list.parties.is_empty();
        if !counted || !item.pending.is_empty() {
            return None;
        }
        let mark = (self.at + 1..self.at + ASIDE).find(|&at| words.kind(at) == Some(PieceKind::Mark))?;
        let named = match words.text(mark) {
            "," => {
                let them = |at: usize| words.lower(at) == "among" && words.lower(at + 1) == "them";
                words.lower(mark + 1) == "including" || (mark + 1..mark + CLAUSE).any(them)
            }
            _ => words.is_dash(mark) && self.is_member(mark + 1) && self.apposition(mark).is_some(),
        };
        (named && (self.at + 1..mark).all(|at| !words.is_finite(at))).then_some(mark)
    }

    /// The dash that closes an apposition opened at `open`: "the three - A, B and C -".
    pub(super) fn apposition(&self, open: usize) -> Option<usize> {
        let begun = !self.state.list.is_empty() || self.state.item.number.is_some() || self.state.list.out_of.is_some();
        if !begun {
            return None;
        }
        let close = (open + 1..self.words.pieces.len().min(open + 40)).find(|&at| self.words.is_dash(at))?;
        (open + 1..close).all(|at| !self.words.is_finite(at)).then_some(close)
    }

    /// Whether the list has another member at piece `next`, behind a comma.
    pub(super) fn goes_on(&self, next: usize) -> bool {
        let words = self.words;
        let word = words.lower(next);
        match word.as_ref() {
            "and" | "or" => return self.is_member(next + 1),
            "including" | "plus" => return true,
            "as" => return words.lower(next + 1) == "well" && words.lower(next + 2) == "as",
            "along" | "together" => return words.lower(next + 1) == "with",
            "joined" | "accompanied" => return words.lower(next + 1) == "by",
            "but" => return words.lower(next + 1) == "not" && self.is_member(next + 2),
            _ if words.is_one_of(next, words.table.led) => return words.lower(next + 1) == "by",
            "among" => return words.lower(next + 1) == "them",
            "with" => return (next + 2..next + 4).any(|at| words.lower(at) == "exception"),
            "all" if words.lower(next + 1) == "but" => return true,
            _ => {}
        }
        self.is_member(next)
            && !self.clause_follows(next)
            && !self.closes_scene(next)
            && !self.opens_subject(next)
            && !self.closes_content(next)
    }

    /// "Tickets must stay cheap, A and B said": the comma before `next` closes what is said, in which no party is
    /// named last.
    fn closes_content(&self, next: usize) -> bool {
        let (words, list, item) = (self.words, &self.state.list, &self.state.item);
        let named = !list.parties.is_empty() || list.collective.is_some() || list.count.is_some();
        if named || item.head.is_some() || !item.pending.is_empty() || item.number.is_some() {
            return false;
        }
        let verb = (next + 1..words.pieces.len().min(next + CLAUSE)).find(|&at| words.is_finite(at));
        let told = verb.is_some_and(|at| !words.classes(at).any(Classes::AUXILIARY.or(Classes::MODAL)));
        told && (0..next).any(|at| words.is_finite(at))
    }

    /// "They must not part from America, the leaders of A and B wrote": the comma before `next` ends what a
    /// preposition rules.
    fn opens_subject(&self, next: usize) -> bool {
        let words = self.words;
        let office = |at: usize| matches!(words.meaning(at), Some(Meaning::Office(_)));
        let head = (next + 1..next + 4).find(|&at| words.is_one_of(at, words.table.collective) || office(at));
        let owners = head.is_some_and(|head| words.is_one_of(head + 1, words.table.belonging));
        let first = self.state.list.parties.first().map(|(_, span)| words.piece_from(span.start));
        let ruled = first.is_some_and(|first| {
            let start = first - usize::from(first > 0 && words.classes(first - 1).any(Classes::DETERMINER));
            governor(words, start)
                .is_some_and(|at| !words.is_one_of(at, words.table.belonging) || words.lower(at) == "from")
        });
        words.lower(next) == "the" && owners && ruled && self.state.list.collective.is_none()
    }

    /// "At talks in Rome hosted by Italy, the ministers of A and B said": the comma before `next` closes
    /// the phrase that sets the scene, and the last one before the verb is its subject.
    pub(super) fn closes_scene(&self, next: usize) -> bool {
        let words = self.words;
        let reduced = |at: usize| {
            words.classes(at).any(Classes::PARTICIPLE)
                && words.classes(at + 1).any(Classes::PREPOSITION.or(Classes::TO))
        };
        let verb = |at: usize| words.is_finite(at) && !reduced(at);
        let first = dateline_end(words);
        let opens =
            words.classes(first).any(Classes::PREPOSITION.or(Classes::ING)) || words.lower(first).ends_with("ing");
        let noun = Classes::NOUN.or(Classes::VERB_OR_NOUN);
        let scene = opens && !blurs(words, first) && (first..next).all(|at| !verb(at) || words.classes(at).any(noun));
        if !scene {
            return false;
        }
        let first = self.state.list.parties.first().map(|(_, span)| words.piece_from(span.start));
        if first.is_some_and(|first| (0..first).any(|at| words.is_mark(at, ","))) {
            return false;
        }
        let office = |at: usize| matches!(words.meaning(at), Some(Meaning::Office(_)));
        let headed = (next + 1..next + 4).any(|at| words.is_one_of(at, words.table.collective) || office(at));
        // "After talks in Rome, ministers of A and B said"
        let ministers =
            words.is_one_of(next, words.table.collective) && words.is_one_of(next + 1, words.table.belonging);
        if words.lower(next) == "the" && headed || ministers {
            return true;
        }
        let last = |at: usize| words.is_mark(at, ",") && !(at + 1..at + 6).any(|at| words.lower(at) == "and");
        let ends = |at: usize| {
            let other = words.kind(at) == Some(PieceKind::Mark) && !words.is_mark(at, ",");
            words.is_finite(at)
                || other
                || last(at)
                || words.classes(at).any(Classes::PREPOSITION.or(Classes::RELATIVE))
        };
        let end = (next..words.pieces.len()).find(|&at| ends(at));
        end.is_some_and(|at| words.is_finite(at))
    }

    /// Whether a member of a list can begin at piece `next`.
    pub(super) fn is_member(&self, next: usize) -> bool {
        let words = self.words;
        match words.kind(next) {
            Some(PieceKind::Name(_)) => true,
            Some(PieceKind::Number) => self.counts(next),
            Some(PieceKind::Word) => {
                words.is_proper(next)
                    || words.is_head(next)
                    || words.is_one_of(next, words.table.plenty)
                    || self.counts(next)
                    || words.classes(next).any(Classes::DETERMINER.or(Classes::POSSESSIVE)) && self.counts(next)
            }
            _ => false,
        }
    }

    /// Whether a name or a head comes within a few words that are all of one noun phrase.
    pub(super) fn counts(&self, next: usize) -> bool {
        let words = self.words;
        let open = Classes::DETERMINER.or(Classes::ADJECTIVE).or(Classes::POSSESSIVE);
        for at in next..words.pieces.len().min(next + 6) {
            if matches!(words.kind(at), Some(PieceKind::Name(_))) || words.is_head(at) {
                return true;
            }
            let word = words.lower(at);
            let passes = number(&word).is_some()
                || words.classes(at).any(open)
                || matches!(word.as_ref(), "than" | "of")
                || words.is_one_of(at, words.table.plenty);
            if !passes && words.closes_phrase(at) {
                return false;
            }
        }
        false
    }

    /// Whether what begins at piece `next` is the subject of another clause: "with Russia, China said".
    pub(super) fn clause_follows(&self, next: usize) -> bool {
        let words = self.words;
        let end = (next..words.pieces.len().min(next + 14)).find(|&at| {
            matches!(words.kind(at), Some(PieceKind::Mark))
                || words.is_finite(at)
                || matches!(words.lower(at).as_ref(), "and" | "or" | "along" | "together" | "which" | "who")
        });
        end.is_some_and(|at| words.is_finite(at) && !words.is_mark(at, ","))
    }
}
