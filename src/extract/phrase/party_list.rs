//! The parties of a noun phrase, with what it says about those it does not name.

use crate::knowledge::{CountryCode, OrganisationKind, Organisations, Party};
use crate::statement::Open;
use crate::text::Span;

/// The parties of a noun phrase or list of them.
#[derive(Debug, Clone, Default, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct PartyList {
    /// Each party once, in text order, with the words that name it.
    pub parties: Vec<(Party, Span)>,
    /// Countries it leaves out: "all members except Hungary".
    pub except: Vec<(CountryCode, Span)>,
    /// A count of countries that the list should have: "eleven countries".
    pub count: Option<(u32, Span)>,
    /// Parties beyond those named: "and three key allies".
    pub open: Option<Open>,
    /// Words that limit a group to some of its members: "most G7 members".
    pub some: Option<Span>,
    /// How many of a counted group: six in "six of the seven nations".
    pub out_of: Option<u32>,
    /// Whether it says that all members of a group are meant.
    pub all: bool,
    /// Whether only examples are named: "including".
    pub including: bool,
    /// A plural office or collective noun that heads it: "ministers", "leaders".
    pub collective: Option<Span>,
    /// A noun in it that signs for no state: "airlines", "senators".
    pub unofficial: Option<Span>,
    /// Whether it is one official: "a G7 official".
    pub solo: bool,
    /// Whether its people are of a kind that is quoted one by one: "officials", "diplomats".
    pub apart: bool,
}

impl PartyList {
    /// Whether the phrase stands for more than one party.
    #[must_use]
    pub fn is_several(&self) -> bool {
        self.parties.len() > 1
            || !self.parties.is_empty()
                && (self.open.is_some() || self.count.is_some_and(|(n, _)| n > 1) && self.counts_parties())
    }

    /// Whether its number counts parties: "two Japanese officials" are of one.
    fn counts_parties(&self) -> bool {
        let state = |(party, _): &(Party, Span)| matches!(party, Party::Country(_));
        self.including || self.parties.len() > 1 || !self.parties.iter().any(state)
    }

    /// Whether a forum is among its parties: it has no words but those of its members.
    #[must_use]
    pub fn is_forum(&self, organisations: &Organisations) -> bool {
        self.parties.iter().any(|(party, _)| match party {
            Party::Country(_) => false,
            Party::Organisation(id) => organisations.get(id).is_some_and(|row| row.kind == OrganisationKind::Forum),
        })
    }

    /// How many states it names.
    #[must_use]
    pub fn states(&self) -> usize {
        self.parties.iter().filter(|(party, _)| matches!(party, Party::Country(_))).count()
    }

    /// Whether a forum is among its parties, or an organisation with its members or ministers.
    #[must_use]
    pub fn is_group(&self, organisations: &Organisations) -> bool {
        !self.is_solo()
            && self.parties.iter().any(|(party, _)| match party {
                Party::Country(_) => false,
                Party::Organisation(id) => {
                    self.collective.is_some()
                        || organisations.get(id).is_some_and(|row| row.kind == OrganisationKind::Forum)
                }
            })
    }

    /// Whether it is one official and nobody else.
    #[must_use]
    pub fn is_solo(&self) -> bool {
        self.solo && self.parties.len() < 2
    }

    /// Whether nothing in it can sign.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.parties.is_empty() && self.count.is_none() && self.except.is_empty()
    }

    /// Adds `party`, unless it is there already.
    pub fn add(&mut self, party: Party, span: Span) {
        if !self.parties.iter().any(|(known, _)| *known == party) {
            self.parties.push((party, span));
        }
    }

    /// Adds everything `other` says.
    pub fn merge(&mut self, other: &Self) {
        for (party, span) in &other.parties {
            self.add(party.clone(), *span);
        }
        self.except.extend(other.except.iter().copied());
        self.count = self.count.or(other.count);
        self.open = self.open.or(other.open);
        self.some = self.some.or(other.some);
        self.out_of = self.out_of.or(other.out_of);
        self.all |= other.all;
        self.including |= other.including;
        self.collective = self.collective.or(other.collective);
        self.unofficial = self.unofficial.or(other.unofficial);
        self.solo |= other.solo;
        self.apart |= other.apart;
    }
}
