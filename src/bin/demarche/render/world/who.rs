//! All that a name can mean, with the row that says so.

use demarche::knowledge::{DayRange, Held, Holds, Knowledge, Party, Period};
use jiff::civil::Date;
use serde::Serialize;

use super::country::name_use;
use super::{Time, may_hold, time};

#[derive(Debug, Serialize)]
pub struct Who<'k> {
    pub name: String,
    pub on: Option<Date>,
    pub meanings: Vec<Meaning<'k>>,
    pub persons: Vec<Person<'k>>,
}

#[derive(Debug, Serialize)]
pub struct Meaning<'k> {
    #[serde(serialize_with = "super::code")]
    pub party: Party,
    pub party_name: String,
    /// What kind of name it is, in words: "capital", "spelling", "code".
    pub because: &'static str,
    #[serde(flatten)]
    pub time: Time,
    pub source: &'k str,
}

#[derive(Debug, Serialize)]
pub struct Person<'k> {
    pub name: &'k str,
    pub also: &'k [&'k str],
    pub offices: Vec<Office<'k>>,
}

#[derive(Debug, Serialize)]
pub struct Office<'k> {
    #[serde(rename = "office")]
    pub title: &'k str,
    #[serde(serialize_with = "super::code")]
    pub polity: Party,
    pub polity_name: String,
    #[serde(flatten)]
    pub time: Time,
    /// The tables cannot tell whether it was held on the day.
    pub undated: bool,
    pub source: &'k str,
}

/// What `name` means among countries and organisations.
pub fn meanings<'k>(knowledge: &'k Knowledge, name: &str, on: Option<Date>) -> Vec<Meaning<'k>> {
    let parties = knowledge.parties(name);
    parties.iter().flat_map(|party| reasons(knowledge, party, name, on)).collect()
}

fn reasons<'k>(knowledge: &'k Knowledge, party: &Party, name: &str, on: Option<Date>) -> Vec<Meaning<'k>> {
    let rows = knowledge.why(party, name);
    let mut out = Vec::new();
    for reason in rows {
        if on.is_some_and(|on| !may_hold(reason.period, on)) {
            continue;
        }
        out.push(Meaning {
            party: party.clone(),
            party_name: knowledge.party_name(party),
            because: reason.kind.map_or("name", name_use),
            time: time(reason.period),
            source: reason.source,
        });
    }
    out
}

/// The persons called `name`, or who hold the office it names.
pub fn persons<'k>(knowledge: &'k Knowledge, name: &str, days: DayRange) -> Vec<Person<'k>> {
    let mut called = knowledge.persons_called(name, days);
    if called.is_empty() {
        for held in knowledge.holders_of(name, days) {
            match called.iter_mut().find(|(name, _)| *name == held.holder.names[0]) {
                Some((_, offices)) => offices.push(held),
                None => called.push((held.holder.names[0], vec![held])),
            }
        }
    }
    called.into_iter().map(|(name, offices)| person(knowledge, name, &offices)).collect()
}

fn person<'k>(knowledge: &'k Knowledge, name: &'k str, offices: &[Held<'k>]) -> Person<'k> {
    let also = offices.first().map_or(&[][..], |held| &held.holder.names[1..]);
    Person { name, also, offices: offices.iter().map(|held| office(knowledge, *held)).collect() }
}

fn office<'k>(knowledge: &'k Knowledge, held: Held<'k>) -> Office<'k> {
    let row = held.holder;
    let period: Period = row.period;
    Office {
        title: row.office,
        polity_name: knowledge.party_name(&row.party),
        polity: row.party.clone(),
        time: time(period),
        undated: held.holds == Holds::Undated,
        source: row.source,
    }
}
