//! The parties in the noun phrase behind a relation word: the doers there, not victims or places.
//!
//! "Condemned Russia's invasion of Ukraine" and "cooperation between North Korea and Russia" show the
//! difference.

use crate::extract::phrase::split_name;
use crate::extract::reading::{PieceKind, Words, starts_upper};
use crate::extract::speaker::polity_of;
use crate::knowledge::{
    CountryCode, Meaning, NameUse, OrganisationId, OrganisationNameUse, Party, Relation, Relations,
};
use crate::text::Span;

/// Longest noun phrase looked along, in pieces.
const REACH: usize = 32;

/// Looks along the noun phrase behind a relation word.
#[derive(Debug, Clone, Copy)]
pub struct TargetPhrase<'r, 'a> {
    /// The sentence.
    pub words: Words<'r, 'a>,
    /// The table.
    pub relations: &'a Relations,
    /// The targets found before, for "accused its army" and "urged the two".
    pub last: &'r [(Party, Span)],
}

/// What has been passed on the way.
#[derive(Debug, Default)]
struct Passed {
    found: Vec<(Party, Span)>,
    /// Whether a name that comes now is a victim, place or subject.
    victim: bool,
    /// Whether the last noun was one of harm.
    after_harm: bool,
    /// Whether a doer was named behind "by".
    agent: bool,
}

impl TargetPhrase<'_, '_> {
    /// The doers in the noun phrase from piece `start` on.
    #[must_use]
    pub fn from(&self, start: usize, relation: Relation) -> Vec<(Party, Span)> {
        let words = self.words;
        let mut passed = Passed::default();
        if let Some(found) = self.found_before(start) {
            return found;
        }
        let mut resume = start;
        for at in start..words.pieces.len().min(start + REACH) {
            if at < resume {
                continue;
            }
            // "Condemned in the strongest terms Peru's raid".
            if words.lower(at) == "in"
                && let Some(terms) = (at + 1..at + 6).find(|&at| words.is_one_of(at, self.relations.terms))
            {
                resume = terms + 1;
                continue;
            }
            let goes_on = match words.pieces[at].kind {
                PieceKind::Name(_) => self.name(at, &mut passed),
                PieceKind::Mark => self.mark(at, &passed),
                PieceKind::Possessive | PieceKind::Number => true,
                PieceKind::Word => self.word(at, start, relation, &mut passed),
            };
            if !goes_on {
                break;
            }
        }
        passed.found
    }

    /// "Its army", "the two": the parties found before.
    fn found_before(&self, start: usize) -> Option<Vec<(Party, Span)>> {
        let words = self.words;
        let ((last, _), span) = (self.last.last()?, words.pieces.get(start)?.span);
        if matches!(words.lower(start).as_ref(), "its" | "their") {
            return Some(vec![(last.clone(), span)]);
        }
        let pair = start + usize::from(words.lower(start) == "the");
        let meant = self.last.len() > 1 && words.is_one_of(pair, self.relations.pair);
        meant.then(|| self.last.iter().map(|(party, _)| (party.clone(), span)).collect())
    }

    fn name(&self, at: usize, passed: &mut Passed) -> bool {
        if let Some(party) = self.party(at).filter(|_| !passed.victim) {
            passed.found.push(party);
        }
        passed.after_harm = false;
        true
    }

    fn mark(&self, at: usize, passed: &Passed) -> bool {
        match self.words.text(at) {
            "," => !passed.found.is_empty() && self.list_goes_on(at + 1),
            "\"" | "\u{201C}" | "\u{201D}" | "(" | ")" | "-" | "/" | "'" | "\u{2019}" => true,
            _ => false,
        }
    }

    fn word(&self, at: usize, start: usize, relation: Relation, passed: &mut Passed) -> bool {
        let words = self.words;
        let lower = words.lower(at);
        let word = lower.as_ref();
        if word == "and" {
            return !self.and_ends(at, &passed.found);
        }
        // A gerund may open the phrase, but later another clause begins.
        // "the fact that Peru"
        if word == "that" && at > start && words.lower(at - 1) == "fact" {
            return true;
        }
        let clause =
            at > start && (word.ends_with("ing") && !starts_upper(words.text(at)) || self.is_relation_verb(at));
        if words.is_one_of(at, self.relations.stop) || clause && !passed.found.is_empty() {
            return false;
        }
        if let Some(party) = split_name(self.words, at).or_else(|| self.group(at)).filter(|_| !passed.victim) {
            passed.found.push(party);
            return true;
        }
        let doer = words.is_one_of(at, self.relations.doer);
        if !doer && !words.is_one_of(at, self.relations.other) {
            passed.after_harm = words.is_one_of(at, self.relations.harm);
            return true;
        }
        if !passed.found.is_empty() {
            // "The interception of an airliner by Israel": who is named behind "by" did it.
            let agent =
                relation == Relation::Against && word == "by" && matches!(words.kind(at + 1), Some(PieceKind::Name(_)));
            if agent {
                passed.found.clear();
                passed.agent = true;
            }
            return agent;
        }
        // "all parties in Myanmar": they are who is addressed.
        let inside = at > start && words.is_one_of(at - 1, self.relations.people);
        let text = (at..at + 5).any(|at| words.is_document(at));
        if relation == Relation::Addressed && !doer && !inside && !text {
            return false;
        }
        passed.victim = !doer && !inside && !text || word == "of" && (passed.after_harm || passed.agent);
        passed.agent |= word == "by";
        true
    }

    fn is_relation_verb(&self, at: usize) -> bool {
        self.words.is_finite(at) && self.words.marks(at).has_relation()
    }

    /// Whether "and" at piece `at` leads out of the noun phrase, to another verb.
    fn and_ends(&self, at: usize, found: &[(Party, Span)]) -> bool {
        let verb = self.words.is_finite(at + 1) || self.words.is_one_of(at + 1, self.relations.stop);
        let relation = self.words.marks(at + 1).has_relation();
        verb || relation || !found.is_empty() && !self.list_goes_on(at + 1)
    }

    fn list_goes_on(&self, at: usize) -> bool {
        let skip = usize::from(matches!(self.words.lower(at).as_ref(), "the" | "and" | "its" | "their"));
        [at, at + skip].into_iter().any(|at| match self.words.kind(at) {
            Some(PieceKind::Name(_)) => true,
            Some(PieceKind::Word) => starts_upper(self.words.text(at)),
            _ => false,
        })
    }

    /// "the bloc": the organisation named before.
    fn group(&self, at: usize) -> Option<(Party, Span)> {
        let words = self.words;
        let definite = at > 0 && words.lower(at - 1) == "the";
        if !definite || !words.is_one_of(at, self.relations.bloc) {
            return None;
        }
        let span = words.pieces[at].span;
        words.reading.organisation_before(span.start).map(|id| (Party::Organisation(id), span))
    }

    /// The party the name at `at` stands for.
    #[must_use]
    pub fn party(&self, at: usize) -> Option<(Party, Span)> {
        let PieceKind::Name(name) = self.words.kind(at)? else { return None };
        let recognised = &self.words.reading.names[name];
        let party = match recognised.meanings.first()? {
            Meaning::Country { kind: NameUse::City, .. } | Meaning::Office(_) => None,
            Meaning::Country { code, kind: NameUse::Capital } => Some(self.seat(at, *code)),
            Meaning::Country { code, .. } => Some(Party::Country(*code)),
            Meaning::Organisation { id, .. } => {
                let whole = self.relations.organ_of.get(id.as_str()).map_or(id.as_str(), String::as_str);
                Some(Party::Organisation(OrganisationId::from(whole)))
            }
            Meaning::Holder(_) => polity_of(self.words.reading, recognised),
        };
        party.map(|party| (party, recognised.span))
    }

    /// A capital that is the seat of an organisation stands for it, unless the article speaks of the
    /// country itself.
    fn seat(&self, at: usize, code: CountryCode) -> Party {
        let reading = self.words.reading;
        let own = reading.names_country(code);
        let organisations = reading.knowledge.organisations();
        let mut seats = organisations
            .names()
            .iter()
            .filter(|row| row.kind == OrganisationNameUse::Seat && row.name == self.words.text(at));
        match seats.next().filter(|_| !own) {
            Some(row) => Party::Organisation(OrganisationId::from(row.id)),
            None => Party::Country(code),
        }
    }
}
