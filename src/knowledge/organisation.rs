//! Organisations and groups of states, their names and their dated memberships.

use std::collections::HashMap;

use jiff::civil::Date;
use serde::Deserialize;

use super::{Bound, CountryCode, Holds, OrganisationId, Party, Period, rows::rows};

/// A body that issues statements for several states.
#[derive(Debug, Clone)]
pub struct Organisation {
    /// Short name, as users type it.
    pub id: OrganisationId,
    /// Where in running text the id means the organisation.
    pub prose: IdInProse,
    /// Full English name.
    pub name: String,
    /// Whether its members sign, or it signs as itself.
    pub kind: OrganisationKind,
    /// When it existed.
    pub period: Period,
    /// Where the row comes from.
    pub source: String,
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
#[derive(Debug, Clone, Deserialize)]
pub struct OrganisationName {
    /// Whose name it is.
    pub id: String,
    /// The name as written.
    pub name: String,
    /// What kind of name it is.
    #[serde(rename = "use")]
    pub kind: OrganisationNameUse,
    /// When the name begins to mean it.
    pub from: Bound,
    /// When it no longer does.
    pub until: Bound,
    /// Where the row comes from.
    pub source: String,
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
    pub member: String,
    /// From when until when.
    pub period: Period,
    /// In what standing.
    pub status: Standing,
    /// Where the row comes from.
    pub source: String,
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
        Party::of_row(&self.member)
    }

    /// The member, when it is a country.
    #[must_use]
    pub fn country(&self) -> Option<CountryCode> {
        self.member.parse().ok()
    }
}

#[derive(Deserialize)]
struct OrganisationRow {
    id: String,
    prose: IdInProse,
    name: String,
    kind: OrganisationKind,
    from: Bound,
    until: Bound,
    source: String,
}

#[derive(Deserialize)]
struct MembershipRow {
    organisation: String,
    country: String,
    from: Bound,
    until: Bound,
    status: Standing,
    source: String,
}

/// The organisation tables.
#[derive(Debug)]
pub struct Organisations {
    /// Every organisation, in the table's order.
    pub all: Vec<Organisation>,
    /// Every further name, in the table's order.
    pub names: Vec<OrganisationName>,
    memberships: HashMap<OrganisationId, Vec<Membership>>,
}

impl Organisations {
    pub(super) fn load() -> Self {
        let all = rows::<OrganisationRow>("organisations.csv", include_str!("data/organisations.csv"))
            .into_iter()
            .map(|row| Organisation {
                id: OrganisationId::from(row.id.as_str()),
                prose: row.prose,
                name: row.name,
                kind: row.kind,
                period: Period { from: row.from, until: row.until },
                source: row.source,
            })
            .collect();
        let mut memberships: HashMap<OrganisationId, Vec<Membership>> = HashMap::new();
        for row in rows::<MembershipRow>("memberships.csv", include_str!("data/memberships.csv")) {
            let organisation = OrganisationId::from(row.organisation.as_str());
            memberships.entry(organisation.clone()).or_default().push(Membership {
                organisation,
                member: row.country,
                period: Period { from: row.from, until: row.until },
                status: row.status,
                source: row.source,
            });
        }
        let names = rows("organisation_names.csv", include_str!("data/organisation_names.csv"));
        Self { all, names, memberships }
    }

    /// The organisation with `id`.
    #[must_use]
    pub fn get(&self, id: &OrganisationId) -> Option<&Organisation> {
        self.all.iter().find(|organisation| organisation.id == *id)
    }

    /// Every membership row of `id`.
    #[must_use]
    pub fn memberships(&self, id: &OrganisationId) -> &[Membership] {
        self.memberships.get(id).map_or(&[], Vec::as_slice)
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
