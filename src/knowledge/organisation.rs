//! Organisations and groups of states, their names and their dated memberships.

use std::sync::OnceLock;

use jiff::civil::Date;
use serde::Deserialize;

use super::party_names::is_same;
use super::rows::{Row, fields, named};
use super::{Bound, CountryCode, Holds, OrganisationId, Party, Period};

/// A body that issues statements for several states.
#[derive(Debug, Clone)]
pub struct Organisation {
    /// Short name, as users type it.
    pub id: OrganisationId,
    /// Where in running text the id means the organisation.
    pub prose: IdInProse,
    /// Full English name.
    pub name: &'static str,
    /// Whether its members sign, or it signs as itself.
    pub kind: OrganisationKind,
    /// When it existed.
    pub period: Period,
    /// Where the row comes from.
    pub source: &'static str,
}

/// Whether a body has a legal person of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum OrganisationKind {
    /// No: its members sign.
    Forum,
    /// Yes: it signs as itself, and its members are represented.
    Organisation,
}

/// Where in running text an id means its organisation: some are also ordinary words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum IdInProse {
    /// Anywhere.
    Yes,
    /// Next to a word that is not all in capitals: "WHO said", but not "MAN WHO SOLD".
    Cased,
    /// Before a word for several officials or states: "Nordic ministers", but not "Nordic walking".
    Collective,
    /// Nowhere; it is only typed.
    No,
}

/// One of an organisation's names.
#[derive(Debug, Clone)]
pub struct OrganisationName {
    /// Whose name it is.
    pub id: &'static str,
    /// The name as written.
    pub name: &'static str,
    /// What kind of name it is.
    pub kind: OrganisationNameUse,
    /// When the name begins to mean it.
    pub from: Bound,
    /// When it no longer does.
    pub until: Bound,
    /// Where the row comes from.
    pub source: &'static str,
}

/// What an organisation's name says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum OrganisationNameUse {
    /// The body itself.
    Name,
    /// A place that stands for it.
    Seat,
    /// An organ that acts for it.
    Organ,
    /// A description that needs an earlier mention: "the bloc".
    Description,
}

/// One period of one member.
#[derive(Debug, Clone)]
pub struct Membership {
    /// The body.
    pub organisation: OrganisationId,
    /// The member's country code, or `org:` and the id of a member organisation.
    pub member: &'static str,
    /// From when until when.
    pub period: Period,
    /// In what standing.
    pub status: Standing,
    /// Where the row comes from.
    pub source: &'static str,
}

/// A member's standing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Standing {
    Member,
    Suspended,
    Observer,
    Participant,
    Partner,
    Candidate,
}

impl Membership {
    /// The member, a country or an organisation.
    #[must_use]
    pub fn party(&self) -> Party {
        Party::of_row(self.member)
    }

    /// The member, when it is a country.
    #[must_use]
    pub fn country(&self) -> Option<CountryCode> {
        self.member.parse().ok()
    }
}

const MEMBERSHIPS: &str = include_str!("data/memberships.csv");
const NAMES: &str = include_str!("data/organisation_names.csv");

/// The organisation tables.
#[derive(Debug)]
pub struct Organisations {
    /// Every organisation, in the table's order.
    pub all: Vec<Organisation>,
    names: OnceLock<Vec<OrganisationName>>,
    /// Of each of `all`, read when somebody asks.
    memberships: Vec<OnceLock<Vec<Membership>>>,
}

impl Organisations {
    pub(super) fn load() -> Self {
        let table = include_str!("data/organisations.csv");
        let all: Vec<Organisation> = fields("organisations.csv", table).map(organisation).collect();
        let memberships = all.iter().map(|_| OnceLock::new()).collect();
        Self { all, names: OnceLock::new(), memberships }
    }

    /// Every further name, in the table's order.
    pub fn names(&self) -> &[OrganisationName] {
        self.names.get_or_init(|| fields("organisation_names.csv", NAMES).map(name).collect())
    }

    /// The further names that are `wanted`, which is in simple form; no other row is read.
    pub(super) fn names_called(wanted: &str) -> impl Iterator<Item = OrganisationName> {
        let called = named(NAMES, wanted.bytes().next(), move |name| is_same(name, wanted));
        called.map(|start| name(Row::at("organisation_names.csv", NAMES, start)))
    }

    /// The organisation with `id`.
    #[must_use]
    pub fn get(&self, id: &OrganisationId) -> Option<&Organisation> {
        self.all.iter().find(|organisation| organisation.id == *id)
    }

    /// Every membership row of `id`.
    #[must_use]
    pub fn memberships(&self, id: &OrganisationId) -> &[Membership] {
        let at = self.all.iter().position(|organisation| organisation.id == *id);
        at.map_or(&[], |at| self.memberships[at].get_or_init(|| memberships(id)))
    }

    /// Members of `id` on `date`, by code, each with whether the tables are sure of the date.
    #[must_use]
    pub fn members(&self, id: &OrganisationId, date: Date) -> Vec<(CountryCode, Holds)> {
        let mut members: Vec<_> = self
            .memberships(id)
            .iter()
            .filter(|membership| membership.status == Standing::Member)
            .filter_map(|membership| Some((membership.country()?, membership.period.on(date))))
            .filter(|(_, holds)| *holds != Holds::No)
            .collect();
        members.sort_unstable();
        members.dedup_by_key(|(country, _)| *country);
        members
    }
}

fn organisation(row: Row<7>) -> Organisation {
    Organisation {
        id: row.text(0).into(),
        prose: row.word(1),
        name: row.text(2),
        kind: row.word(3),
        period: Period { from: row.bound(4), until: row.bound(5) },
        source: row.text(6),
    }
}

fn name(row: Row<6>) -> OrganisationName {
    OrganisationName {
        id: row.text(0),
        name: row.text(1),
        kind: row.word(2),
        from: row.bound(3),
        until: row.bound(4),
        source: row.text(5),
    }
}

/// The memberships of `id`, whose rows stand together in the table: a test sees to it.
fn memberships(id: &OrganisationId) -> Vec<Membership> {
    let first = format!("\n{id},");
    let Some(before) = memchr::memmem::find(MEMBERSHIPS.as_bytes(), first.as_bytes()) else { return Vec::new() };
    let rows = MEMBERSHIPS[before + 1..].split_inclusive('\n').take_while(|row| row.starts_with(&first[1..]));
    let starts = rows.scan(before + 1, |end, row| Some(std::mem::replace(end, *end + row.len())));
    starts.map(|start| membership(id, &Row::at("memberships.csv", MEMBERSHIPS, start))).collect()
}

fn membership(organisation: &OrganisationId, row: &Row<6>) -> Membership {
    Membership {
        organisation: organisation.clone(),
        member: row.text(1),
        period: Period { from: row.bound(2), until: row.bound(3) },
        status: row.word(4),
        source: row.text(5),
    }
}
