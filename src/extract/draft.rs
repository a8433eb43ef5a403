//! A statement while its parts are gathered.

use jiff::civil::Date;

use super::party_list::PartyList;
use super::reading::Reading;
use super::speaker::Cast;
use super::target::targets;
use crate::knowledge::{CountryCode, Holds, NameUse, OrganisationId, OrganisationKind, Party};
use crate::statement::{
    Doubt, DoubtKind, Issuer, Nonsignatory, Open, Signatory, Statement, Target, Through, Utterance,
};
use crate::text::Span;

/// What is known so far of one statement.
#[derive(Debug, Clone, Default)]
pub struct Draft {
    /// Whether it is a joint statement.
    pub joint: bool,
    /// Its utterances, in text order.
    pub utterances: Vec<Utterance>,
    /// States named as signing.
    pub stated: Vec<(CountryCode, Span)>,
    /// Groups and organisations named as issuing it.
    pub groups: Vec<(OrganisationId, Span)>,
    /// States said not to have signed.
    pub refused: Vec<(CountryCode, Span)>,
    /// Whether only some of a group signed.
    pub partial: bool,
    /// Parties beyond those named.
    pub open: Option<Open>,
    /// How many parties the prose counts.
    pub count: Option<(u32, Span)>,
}

impl Draft {
    /// A statement of one utterance that is not joint.
    #[must_use]
    pub fn single(utterance: Utterance) -> Self {
        Self { utterances: vec![utterance], ..Self::default() }
    }

    /// Adds the parties of `list` as signatories.
    pub fn sign(&mut self, list: &PartyList) {
        for (party, span) in &list.parties {
            match party {
                Party::Country(code) if !self.stated.iter().any(|(known, _)| known == code) => {
                    self.stated.push((*code, *span));
                }
                Party::Organisation(id) if !self.groups.iter().any(|(known, _)| known == id) => {
                    self.groups.push((id.clone(), *span));
                }
                _ => {}
            }
        }
        self.partial |= list.some.is_some() && !list.parties.is_empty();
        self.open = self.open.or(list.open);
        self.count = self.count.or(list.count);
    }

    /// Adds the countries of `list` as having refused.
    pub fn refuse(&mut self, list: &PartyList) {
        for (party, span) in &list.parties {
            match party {
                Party::Country(code) if !self.refused.iter().any(|(known, _)| known == code) => {
                    self.refused.push((*code, *span));
                }
                _ => {}
            }
        }
    }

    /// Whether every party of `list` already signs this statement.
    #[must_use]
    pub fn has_all(&self, list: &PartyList) -> bool {
        list.parties.iter().all(|(party, _)| match party {
            Party::Country(code) => self.stated.iter().any(|(known, _)| known == code),
            Party::Organisation(id) => self.groups.iter().any(|(known, _)| known == id),
        })
    }

    /// The statement, with every role worked out.
    #[must_use]
    pub fn finish(mut self, reading: &Reading<'_>, cast: &Cast, doubts: &mut Vec<Doubt>) -> Statement {
        self.utterances.sort_by_key(|utterance| utterance.content.first().copied());
        let date = reading.article.date();
        let refused: Vec<CountryCode> = self.refused.iter().map(|(code, _)| *code).collect();
        self.stated.retain(|(code, _)| !refused.contains(code));
        let signatories = self.signatories(reading, date, &refused, doubts);
        self.settle_open(&signatories, doubts);
        let signs = |code: &CountryCode| {
            signatories.iter().any(|row| row.country == *code && row.through != Some(Through::Organisation))
        };
        let targets = self.targets(reading, |party| match party {
            Party::Country(code) => signs(code),
            Party::Organisation(id) => self.groups.iter().any(|(known, _)| known == id),
        });
        let speakers = cast.speakers(reading, &self);
        let mentions = self.mentions(reading, |code| {
            signs(&code) || targets.iter().any(|target| target.party == Party::Country(code))
        });
        let score = self.utterances.iter().map(|utterance| utterance.score).fold(1.0, f32::min);
        Statement {
            joint: self.joint,
            issuers: self
                .groups
                .iter()
                .map(|(id, evidence)| Issuer { organisation: id.clone(), evidence: *evidence })
                .collect(),
            signatories,
            nonsignatories: self
                .refused
                .iter()
                .map(|&(country, evidence)| Nonsignatory { country, evidence })
                .collect(),
            partial: self.partial,
            open: self.open,
            speakers,
            targets,
            mentions,
            date,
            score,
            utterances: self.utterances,
        }
    }

    fn signatories(
        &self,
        reading: &Reading<'_>,
        date: Option<Date>,
        refused: &[CountryCode],
        doubts: &mut Vec<Doubt>,
    ) -> Vec<Signatory> {
        let stated =
            |&(country, evidence): &(CountryCode, Span)| Signatory { country, via: None, through: None, evidence };
        let mut out: Vec<Signatory> = self.stated.iter().map(stated).collect();
        let organisations = reading.knowledge.organisations();
        for (id, evidence) in self.groups.iter().filter(|_| !self.partial) {
            let Some(date) = date else {
                doubts.push(Doubt { kind: DoubtKind::MembersUndated, span: *evidence });
                continue;
            };
            let through = match organisations.get(id).map(|row| row.kind) {
                Some(OrganisationKind::Forum) => Through::Forum,
                _ => Through::Organisation,
            };
            for (country, holds) in organisations.members(id, date) {
                if holds == Holds::Undated && !doubts.iter().any(|doubt| doubt.span == *evidence) {
                    doubts.push(Doubt { kind: DoubtKind::MembersUndated, span: *evidence });
                }
                if !refused.contains(&country) && !out.iter().any(|row| row.country == country) {
                    out.push(Signatory { country, via: Some(id.clone()), through: Some(through), evidence: *evidence });
                }
            }
        }
        out
    }

    /// A counted remainder that turned out to be named is no longer open; a count that disagrees with
    /// the names is a doubt.
    fn settle_open(&mut self, signatories: &[Signatory], doubts: &mut Vec<Doubt>) {
        let named = signatories.iter().filter(|row| row.via.is_none()).count();
        let named = u32::try_from(named).unwrap_or(u32::MAX);
        let members = signatories.iter().any(|row| row.via.is_some());
        if let Some(Open { count: Some(count), .. }) = self.open {
            let beyond = if members { named } else { named.saturating_sub(self.named_with_group(signatories)) };
            if beyond >= count && !self.groups.is_empty() {
                self.open = None;
            }
        }
        let counted = self.count.filter(|_| self.open.is_none() && self.groups.is_empty() && !self.partial);
        if let Some((_, span)) = counted.filter(|(count, _)| (2..*count).contains(&named)) {
            doubts.push(Doubt { kind: DoubtKind::CountDisagrees, span });
        }
    }

    /// How many of the states named are members of an issuing group: not among the guests.
    fn named_with_group(&self, signatories: &[Signatory]) -> u32 {
        let in_group = |row: &&Signatory| self.groups.iter().any(|(id, _)| row.via.as_ref() == Some(id));
        u32::try_from(signatories.iter().filter(in_group).count()).unwrap_or(u32::MAX)
    }

    fn targets(&self, reading: &Reading<'_>, signs: impl Fn(&Party) -> bool) -> Vec<Target> {
        let mut out: Vec<Target> = Vec::new();
        for utterance in &self.utterances {
            let parts = utterance.content.iter().chain(&utterance.cue).copied();
            let Some(whole) = parts.reduce(Span::cover) else { continue };
            let first = reading.sentence_at(whole.start).unwrap_or_default();
            let sentences = reading.sentences[first..].iter().take_while(|sentence| sentence.span.start < whole.end);
            for sentence in sentences.filter(|sentence| !sentence.names.is_empty()) {
                let pieces = reading.pieces(sentence.span);
                for target in targets(reading, &pieces, whole) {
                    let known = |row: &Target| row.party == target.party && row.relation == target.relation;
                    if !signs(&target.party) && !out.iter().any(known) {
                        out.push(target);
                    }
                }
            }
        }
        out
    }

    fn mentions(&self, reading: &Reading<'_>, has_role: impl Fn(CountryCode) -> bool) -> Vec<CountryCode> {
        let mut out: Vec<CountryCode> = Vec::new();
        for span in self.utterances.iter().flat_map(|utterance| &utterance.content) {
            for name in reading.names_in(*span) {
                let Some((code, kind)) = reading.names[name].country() else { continue };
                if kind != NameUse::City && !has_role(code) && !out.contains(&code) {
                    out.push(code);
                }
            }
        }
        out
    }
}
