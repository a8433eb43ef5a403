//! A group or organisation and its members, each with its dates, standing and source.

use demarche::knowledge::{Holds, Knowledge, Membership, Organisation, OrganisationKind, Party, Standing};
use jiff::civil::Date;
use serde::Serialize;

use super::{Time, may_hold, time};

#[derive(Debug, Serialize)]
pub struct GroupLine<'k> {
    pub id: &'k str,
    pub name: &'k str,
    pub kind: &'static str,
    #[serde(flatten)]
    pub time: Time,
    /// Members that sign or are represented, on the day asked for or ever.
    pub members: usize,
}

#[derive(Debug, Serialize)]
pub struct GroupDetail<'k> {
    pub id: &'k str,
    pub name: &'k str,
    pub kind: &'static str,
    #[serde(flatten)]
    pub time: Time,
    pub source: &'k str,
    pub on: Option<Date>,
    pub members: Vec<Member<'k>>,
}

#[derive(Debug, Serialize)]
pub struct Member<'k> {
    #[serde(rename = "member", serialize_with = "super::code")]
    pub party: Party,
    pub name: String,
    #[serde(flatten)]
    pub time: Time,
    pub status: &'static str,
    /// The tables cannot tell whether the membership holds on the day.
    pub undated: bool,
    pub source: &'k str,
}

pub fn group_line<'k>(row: &'k Organisation, knowledge: &'k Knowledge, on: Option<Date>) -> GroupLine<'k> {
    let rows = rows(row, knowledge, on);
    let mut members: Vec<&str> = rows.filter(|row| row.status == Standing::Member).map(|row| row.member).collect();
    members.sort_unstable();
    members.dedup();
    GroupLine {
        id: row.id.as_str(),
        name: row.name,
        kind: kind(row.kind),
        time: time(row.period),
        members: members.len(),
    }
}

pub fn group<'k>(row: &'k Organisation, knowledge: &'k Knowledge, on: Option<Date>) -> GroupDetail<'k> {
    let mut members: Vec<Member<'k>> = rows(row, knowledge, on).map(|row| member(row, knowledge, on)).collect();
    members.sort_by(|a, b| a.party.cmp(&b.party));
    GroupDetail {
        id: row.id.as_str(),
        name: row.name,
        kind: kind(row.kind),
        time: time(row.period),
        source: row.source,
        on,
        members,
    }
}

fn rows<'k>(row: &'k Organisation, knowledge: &'k Knowledge, on: Option<Date>) -> impl Iterator<Item = &'k Membership> {
    let rows = knowledge.organisations().memberships(&row.id).iter();
    rows.filter(move |row| on.is_none_or(|on| may_hold(row.period, on)))
}

fn member<'k>(row: &'k Membership, knowledge: &Knowledge, on: Option<Date>) -> Member<'k> {
    let party = row.party();
    let undated = match on {
        Some(on) => row.period.on(on) == Holds::Undated,
        None => [time(row.period).from, time(row.period).until].iter().any(|edge| edge.to_string() == "undated"),
    };
    Member {
        name: knowledge.party_name(&party),
        party,
        time: time(row.period),
        status: standing(row.status),
        undated,
        source: row.source,
    }
}

fn kind(kind: OrganisationKind) -> &'static str {
    match kind {
        OrganisationKind::Forum => "forum",
        OrganisationKind::Organisation => "organisation",
    }
}

fn standing(status: Standing) -> &'static str {
    match status {
        Standing::Member => "member",
        Standing::Suspended => "suspended",
        Standing::Observer => "observer",
        Standing::Participant => "participant",
        Standing::Partner => "partner",
        Standing::Candidate => "candidate",
    }
}
