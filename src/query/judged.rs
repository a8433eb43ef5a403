//! Settles on one day what a query would judge at each statement's own date: `--as-of`.

use jiff::civil::Date;

use super::{Field, Query, Value};
use crate::knowledge::{Holds, Knowledge, Membership, OrganisationId, Party, Post, Standing};

impl Query {
    /// This query with the members of groups and the holders of offices as they were on `day`, whatever the
    /// statement's date. A membership or a time in office that the tables cannot date to the day counts;
    /// where nobody is known, nothing is found.
    #[must_use]
    pub fn as_of(self, day: Date, knowledge: &Knowledge) -> Self {
        let each = |parts: Vec<Self>| parts.into_iter().map(|part| part.as_of(day, knowledge)).collect();
        match self {
            Self::And(parts) => Self::And(each(parts)),
            Self::Or(parts) => Self::Or(each(parts)),
            Self::Not(inner) => Self::Not(Box::new(inner.as_of(day, knowledge))),
            Self::Is(field, values) => settled(field, values, day, knowledge),
            words @ Self::Text(..) => words,
        }
    }
}

fn settled(field: Field, values: Vec<Value>, day: Date, knowledge: &Knowledge) -> Query {
    let mut any = Vec::new();
    let mut parts = Vec::new();
    for value in values {
        match value {
            Value::AnyMember(id) => any.extend(members(&id, day, knowledge)),
            Value::Outsider(id) => any.extend(outsiders(&id, day, knowledge)),
            Value::EveryMember(id) => {
                let every = members(&id, day, knowledge);
                if !every.is_empty() {
                    parts.push(Query::And(every.into_iter().map(|one| Query::Is(field, vec![one])).collect()));
                }
            }
            Value::Office { posts, .. } => any.extend(holders(&posts, day, knowledge)),
            other => any.push(other),
        }
    }
    if !any.is_empty() || parts.is_empty() {
        parts.insert(0, Query::Is(field, any));
    }
    if parts.len() == 1 { parts.remove(0) } else { Query::Or(parts) }
}

/// The members of `id` on `day`, in order.
fn members(id: &OrganisationId, day: Date, knowledge: &Knowledge) -> Vec<Value> {
    let rows = knowledge.organisations().memberships(id).iter();
    let then = rows.filter(|row| row.status == Standing::Member && row.period.on(day) != Holds::No);
    let mut parties: Vec<Party> = then.map(Membership::party).collect();
    parties.sort();
    parties.dedup();
    let value = |party| match party {
        Party::Country(code) => Value::Country(code),
        Party::Organisation(id) => Value::Organisation(id),
    };
    parties.into_iter().map(value).collect()
}

/// The countries that were no members of `id` on `day`, in order.
fn outsiders(id: &OrganisationId, day: Date, knowledge: &Knowledge) -> Vec<Value> {
    let members = members(id, day, knowledge);
    let countries = knowledge.countries().all.iter().map(|country| Value::Country(country.code));
    countries.filter(|country| !members.contains(country)).collect()
}

/// Those who held one of `posts` on `day`, in order.
fn holders(posts: &[Post], day: Date, knowledge: &Knowledge) -> Vec<Value> {
    let rows = posts.iter().flat_map(|post| knowledge.holders_in(post));
    let then = rows.filter(|row| row.period.on(day) != Holds::No);
    let mut names: Vec<String> = then.map(|row| row.names[0].to_owned()).collect();
    names.sort();
    names.dedup();
    names.into_iter().map(|name| Value::Persons { words: name.clone(), names: vec![name] }).collect()
}
