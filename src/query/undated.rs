//! Tells which groups of a query have members whose time the tables do not date.

use jiff::civil::Date;

use super::{Days, Field, Query, Value};
use crate::knowledge::{Knowledge, OrganisationId, Party, Standing};

/// A group that a query asks the members of, some of whom may not have belonged on the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UndatedMembers {
    /// The group.
    pub organisation: OrganisationId,
    /// The members in question, in order. Each counts on every day that the tables do not rule out.
    pub members: Vec<Party>,
}

impl Query {
    /// Every group whose members this query asks for, or for those outside, and
    /// whose membership is undated on `as_of`, else on some day the query's dates allow. Ask before
    /// [`Query::as_of`], which leaves no groups.
    #[must_use]
    pub fn undated_members(&self, as_of: Option<Date>, knowledge: &Knowledge) -> Vec<UndatedMembers> {
        let days = as_of.map_or_else(|| days_of(self), |day| Days { from: Some(day), to: Some(day) });
        let mut groups = Vec::new();
        add_groups(self, &mut groups);
        groups.sort_unstable();
        groups.dedup();
        let undated = groups
            .into_iter()
            .map(|id| UndatedMembers { members: undated(id, days, knowledge), organisation: id.clone() });
        undated.filter(|group| !group.members.is_empty()).collect()
    }
}

fn add_groups<'q>(query: &'q Query, out: &mut Vec<&'q OrganisationId>) {
    match query {
        Query::And(parts) | Query::Or(parts) => parts.iter().for_each(|part| add_groups(part, out)),
        Query::Not(inner) => add_groups(inner, out),
        Query::Is(_, values) => out.extend(values.iter().filter_map(|value| match value {
            Value::AnyMember(id) | Value::EveryMember(id) | Value::Outsider(id) => Some(id),
            _ => None,
        })),
        Query::Text(..) => {}
    }
}

/// The days that every statement found is from, as far as the query's outermost parts say.
fn days_of(query: &Query) -> Days {
    match query {
        Query::And(parts) => parts.iter().map(days_of).fold(Days { from: None, to: None }, |a, b| Days {
            from: a.from.max(b.from),
            to: [a.to, b.to].into_iter().flatten().min(),
        }),
        Query::Is(Field::Date, values) => match values.as_slice() {
            [Value::Days(days)] => *days,
            _ => Days { from: None, to: None },
        },
        _ => Days { from: None, to: None },
    }
}

fn undated(id: &OrganisationId, days: Days, knowledge: &Knowledge) -> Vec<Party> {
    let rows = knowledge.organisations().memberships(id).iter();
    let undated = rows.filter(|row| row.status == Standing::Member && row.period.is_undated_in((days.from, days.to)));
    let mut members: Vec<Party> = undated.map(crate::knowledge::Membership::party).collect();
    members.sort_unstable();
    members.dedup();
    members
}
