//! Which states sign a statement: those named, and the members of the groups that issued it.

use jiff::civil::Date;

use super::draft::{Draft, Group};
use crate::extract::reading::Reading;
use crate::knowledge::{CountryCode, Holds, OrganisationId, OrganisationKind, Organisations, Standing};
use crate::statement::{Doubt, DoubtKind, Signatory, Through};

/// The signatories of `draft`, which learns the members of its groups and whether it is partial.
#[must_use]
pub fn members_of(draft: &mut Draft, reading: &Reading<'_>, doubts: &mut Vec<Doubt>) -> Vec<Signatory> {
    let organisations = reading.knowledge.organisations();
    let mut out: Vec<Signatory> = draft
        .stated
        .iter()
        .map(|&(country, evidence)| Signatory { country, via: None, through: None, evidence })
        .collect();
    let Some(date) = reading.article.date() else {
        doubts.extend(draft.groups.iter().map(undated));
        return out;
    };
    settle_part(draft, organisations, date);
    if draft.partial {
        return out;
    }
    let refused = draft.refused.clone();
    for group in &draft.groups {
        let members = organisations.members(&group.id, date);
        if members.iter().any(|(_, holds)| *holds == Holds::Undated) {
            doubts.push(undated(group));
        }
        let through = through(group, organisations);
        for (country, _) in members {
            if through == Through::Forum {
                draft.group_members.push(country);
            }
            if !refused.iter().any(|(code, _)| *code == country) {
                add(&mut out, country, &group.id, through, group);
            }
        }
        for id in member_organisations(organisations, &group.id, date) {
            for (country, _) in organisations.members(&id, date) {
                add(&mut out, country, &id, Through::Organisation, group);
            }
        }
    }
    out
}

fn add(out: &mut Vec<Signatory>, country: CountryCode, via: &OrganisationId, through: Through, group: &Group) {
    if !out.iter().any(|row| row.country == country) {
        out.push(Signatory { country, via: Some(via.clone()), through: Some(through), evidence: group.evidence });
    }
}

fn undated(group: &Group) -> Doubt {
    Doubt { kind: DoubtKind::MembersUndated, span: group.evidence }
}

/// Members that are said to sign one by one sign as those of a forum do.
fn through(group: &Group, organisations: &Organisations) -> Through {
    match organisations.get(&group.id).map(|row| row.kind) {
        Some(OrganisationKind::Forum) => Through::Forum,
        _ if group.one_by_one => Through::Forum,
        _ => Through::Organisation,
    }
}

/// "Six of the seven" is no part of the group that has to be guessed when the seventh is named.
fn settle_part(draft: &mut Draft, organisations: &Organisations, date: Date) {
    let Some(count) = draft.out_of.and_then(|count| usize::try_from(count).ok()) else { return };
    let whole = draft.groups.iter().any(|group| {
        let members = organisations.members(&group.id, date);
        let signing = members.iter().filter(|(code, _)| !draft.refused.iter().any(|(known, _)| known == code));
        signing.count() == count
    });
    draft.partial |= !whole;
}

/// Organisations that are full members of `id`: they sign with it as themselves.
fn member_organisations(organisations: &Organisations, id: &OrganisationId, date: Date) -> Vec<OrganisationId> {
    let rows = organisations.memberships(id).iter();
    let members = rows.filter(|row| row.status == Standing::Member && row.period.on(date) != Holds::No);
    members.filter_map(|row| row.member.strip_prefix("org:")).map(OrganisationId::from).collect()
}
