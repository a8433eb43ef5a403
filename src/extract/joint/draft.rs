//! A statement while its parts are gathered.

use super::confidence::confidence;
use super::members::members_of;
use crate::extract::act::acts_of;
use crate::extract::phrase::{PartyList, SentenceView};
use crate::extract::reading::Reading;
use crate::extract::speaker::Cast;
use crate::extract::target::targets;
use crate::knowledge::{CountryCode, OrganisationId, Party};
use crate::statement::{Doubt, Issuer, Nonsignatory, Open, Statement, Target, Through, Utterance};
use crate::text::Span;

/// How many stretches of a statement the next one may lie in.
const MOST_TOLD: usize = 50;

/// What is known so far of one statement.
#[derive(Debug, Clone, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Draft {
    /// Whether it is a joint statement.
    pub joint: bool,
    /// Whether it is no statement unless it turns out to be joint.
    pub tentative: bool,
    /// Its utterances, in text order.
    pub utterances: Vec<Utterance>,
    /// States named as signing.
    pub stated: Vec<(CountryCode, Span)>,
    /// Groups and organisations named as issuing it.
    pub groups: Vec<Group>,
    /// States said not to have signed.
    pub refused: Vec<(CountryCode, Span)>,
    /// Whether only some of a group signed.
    pub partial: bool,
    /// Whether a plural office names no party: "Arab leaders".
    pub collective: bool,
    /// How many of a group signed, when the text says so.
    pub out_of: Option<u32>,
    /// Whether the names are only examples of those counted.
    pub including: bool,
    /// Parties beyond those named, and how many states were named before them.
    pub open: Option<(Open, usize)>,
    /// How many parties the prose counts.
    pub count: Option<(u32, Span)>,
    /// Another number it gives later.
    pub recounted: Option<(u32, Span)>,
    /// The sentences that are about it and nothing else.
    pub sentences: Vec<Span>,
    /// Who read it out for the others.
    pub voice: Option<Span>,
    /// Whether the sentence it was found in speaks of a text.
    pub texted: bool,
    /// Whether its words say that more than one stands behind it: "joint", "13 senators".
    pub shared: bool,
    /// Whether two speak in it who sign for no state: "Senators A and B".
    pub pair: bool,
    /// The members of its groups on its date; worked out at the end.
    pub group_members: Vec<CountryCode>,
}

/// A group named as issuing a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Which one.
    pub id: OrganisationId,
    /// The words that name it.
    pub evidence: Span,
    /// Whether its members are said to sign one by one: "all members except Hungary".
    pub one_by_one: bool,
}

impl Draft {
    /// A statement of one utterance that is not joint.
    #[must_use]
    pub fn single(utterance: Utterance) -> Self {
        Self { utterances: vec![utterance], ..Self::default() }
    }

    /// Adds the parties of `list` as signatories.
    pub fn sign(&mut self, list: &PartyList) {
        let one_by_one = list.all || !list.except.is_empty() || list.out_of.is_some();
        for (party, span) in &list.parties {
            match party {
                Party::Country(code) if !self.stated.iter().any(|(known, _)| known == code) => {
                    self.stated.push((*code, *span));
                }
                Party::Organisation(id) if !self.groups.iter().any(|group| group.id == *id) => {
                    self.groups.push(Group { id: id.clone(), evidence: *span, one_by_one });
                }
                _ => {}
            }
        }
        for refused in &list.except {
            self.add_refused(*refused);
        }
        self.partial |=
            list.some.is_some() && list.parties.iter().any(|(party, _)| matches!(party, Party::Organisation(_)));
        self.out_of = self.out_of.or(list.out_of);
        self.including |= list.including;
        self.open = self.open.or(list.open.map(|open| (open, self.stated.len())));
        self.count = self.count.or(list.count);
    }

    /// Adds what a draft that turned out to be of the same statement holds.
    pub fn take_in(&mut self, other: Self) {
        self.utterances.extend(other.utterances);
        self.sentences.extend(other.sentences);
        for stated in other.stated {
            if !self.stated.iter().any(|(known, _)| *known == stated.0) {
                self.stated.push(stated);
            }
        }
        for group in other.groups {
            if !self.groups.iter().any(|known| known.id == group.id) {
                self.groups.push(group);
            }
        }
        self.shared |= other.shared;
        self.partial |= other.partial;
        self.collective |= other.collective;
        self.including |= other.including;
        self.out_of = self.out_of.or(other.out_of);
        self.open = self.open.or(other.open);
        self.count = self.count.or(other.count);
    }

    /// Notes a number of parties that a later mention gives.
    pub fn recount(&mut self, list: &PartyList) {
        self.recounted = self.recounted.or(list.count);
    }

    /// Adds the countries of `list` as having refused.
    pub fn refuse(&mut self, list: &PartyList) {
        for (party, span) in &list.parties {
            if let Party::Country(code) = party {
                self.add_refused((*code, *span));
            }
        }
    }

    fn add_refused(&mut self, refused: (CountryCode, Span)) {
        if !self.refused.iter().any(|(known, _)| *known == refused.0) {
            self.refused.push(refused);
        }
    }

    /// The statement, with every role worked out.
    #[must_use]
    pub fn finish(mut self, reading: &Reading<'_>, cast: &Cast<'_>, doubts: &mut Vec<Doubt>) -> Statement {
        self.utterances.sort_by_key(|utterance| utterance.content.first().copied());
        self.sentences.sort_unstable();
        self.sentences.dedup();
        if !self.joint {
            // Parties that spoke together without a text in common sign nothing.
            self = Self { utterances: self.utterances, ..Self::default() };
        }
        let refused: Vec<CountryCode> = self.refused.iter().map(|(code, _)| *code).collect();
        self.stated.retain(|(code, _)| !refused.contains(code));
        let before = doubts.len();
        let signatories = members_of(&mut self, reading, doubts);
        self.settle_open(&signatories, doubts);
        let signs = |code: &CountryCode| {
            signatories.iter().any(|row| row.country == *code && row.through != Some(Through::Organisation))
        };
        let targets = self.targets(reading, |party| match party {
            Party::Country(code) => signs(code),
            Party::Organisation(id) => self.groups.iter().any(|group| group.id == *id),
        });
        let speakers = cast.speakers(reading, &self);
        let mentions = self.mentions(reading, |code| {
            signs(&code) || targets.iter().any(|target| target.party == Party::Country(code))
        });
        let organisations = self.organisations(reading);
        let mut statement = Statement {
            joint: self.joint,
            issuers: self
                .groups
                .into_iter()
                .map(|group| Issuer { organisation: group.id, evidence: group.evidence })
                .collect(),
            signatories,
            nonsignatories: self
                .refused
                .iter()
                .map(|&(country, evidence)| Nonsignatory { country, evidence })
                .collect(),
            partial: self.partial,
            open: self.open.map(|(open, _)| open),
            speakers,
            targets,
            mentions,
            topics: Vec::new(),
            acts: acts_of(reading, &self.utterances),
            date: reading.article.date(),
            organisations,
            confidence: 0.0,
            utterances: self.utterances,
        };
        statement.confidence = confidence(reading, &statement, &doubts[before..]);
        statement
    }

    fn targets(&self, reading: &Reading<'_>, signs: impl Fn(&Party) -> bool) -> Vec<Target> {
        let mut out: Vec<Target> = Vec::new();
        for within in self.told(reading) {
            let first = reading.sentence_at(within.start).unwrap_or_default();
            let sentences = reading.sentences[first..].iter().take_while(|sentence| sentence.span.start < within.end);
            for sentence in sentences.filter(|sentence| !sentence.names.is_empty() && sentence.seen.has_relation()) {
                let view = SentenceView::of(reading, sentence);
                for target in targets(&view, within, &signs) {
                    let known = |row: &Target| row.party == target.party && row.relation == target.relation;
                    // "Both were invited to sign and said no" asks nothing of them in the text.
                    let refused = |(code, span): &(CountryCode, Span)| {
                        target.party == Party::Country(*code) && target.evidence.contains(*span)
                    };
                    if !signs(&target.party) && !self.refused.iter().any(refused) && !out.iter().any(known) {
                        out.push(target);
                    }
                }
            }
        }
        out
    }

    /// Where the words of the statement are reported: each utterance with its cue, and for a joint
    /// statement the clauses around them.
    fn told(&self, reading: &Reading<'_>) -> Vec<Span> {
        let mut out: Vec<Span> = Vec::new();
        for utterance in &self.utterances {
            let parts = utterance.content.iter().chain(&utterance.cue).copied();
            let Some(reported) = parts.reduce(Span::cover) else { continue };
            let from = self.sentences.partition_point(|sentence| sentence.end <= reported.start);
            let around = self.sentences[from..].iter().take_while(|sentence| sentence.start < reported.end);
            let around = around.filter(|sentence| sentence.overlaps(reported));
            let span = around.fold(reported, |span, sentence| span.cover(*sentence));
            let span = span.trim_matches(reading.text(), char::is_whitespace);
            if !out.iter().rev().take(MOST_TOLD).any(|known| known.contains(span)) {
                out.push(span);
            }
        }
        out
    }
}
