//! Writes a query as canonical text, which reads back as the same query.

use std::fmt;

use jiff::civil::Date;

use super::date::is_written_as_date;
use super::resolve::{FLAGS, KINDS, RELATIONS};
use super::share;
use super::token::is_operator;
use super::{Days, Field, Query, Value, written};
use crate::knowledge::{Knowledge, OrganisationId, Party};

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::And(parts) => f.write_str(&join(parts, " ", inside_and)),
            Self::Or(parts) => f.write_str(&join(parts, " OR ", inside_or)),
            Self::Not(inner) => write!(f, "NOT {}", inside_and(inner)),
            Self::Is(field, values) => {
                let values: Vec<String> = values.iter().map(|one| value(*field, one)).collect();
                write!(f, "{field}:{}", values.join(","))
            }
            Self::Text(scope, text) => f.write_str(&written::text(*scope, text)),
        }
    }
}

fn join(parts: &[Query], between: &str, one: fn(&Query) -> String) -> String {
    parts.iter().map(one).collect::<Vec<_>>().join(between)
}

/// A part that another operator binds.
fn inside_and(part: &Query) -> String {
    match part {
        Query::And(_) | Query::Or(_) => format!("({part})"),
        _ => part.to_string(),
    }
}

/// The operator is spelled out here, so that nobody has to know which of the two binds tighter.
fn inside_or(part: &Query) -> String {
    match part {
        Query::Or(_) => format!("({part})"),
        Query::And(parts) => join(parts, " AND ", inside_and),
        _ => part.to_string(),
    }
}

/// One value as it stands behind the colon of `field`.
pub(super) fn value(field: Field, value: &Value) -> String {
    match value {
        Value::Country(code) => code.to_string(),
        Value::Organisation(id) => organisation(field, id),
        Value::AnyMember(id) => format!("members({})", quoted_if_needed(id.as_str())),
        Value::Outsider(id) => format!("outside({})", quoted_if_needed(id.as_str())),
        Value::Related(relation, party) => format!("{}({})", relation.as_str(), party_name(party)),
        Value::EveryMember(id) => format!("all({})", quoted_if_needed(id.as_str())),
        Value::Words(words) | Value::Office { words, .. } | Value::Persons { words, .. } => words_of_name(words),
        Value::Kind(_) => word(value, &KINDS),
        Value::Relation(_) => word(value, &RELATIONS),
        Value::Flag(_) => word(value, &FLAGS),
        Value::Act(act) => act.to_string(),
        Value::Doubt(kind) => kind.to_string(),
        Value::Topic(id) => quoted_if_needed(&Knowledge::built_in().topics().name(*id)),
        Value::Share(range) => share::written(*range),
        Value::Days(days) => range(days),
        Value::Any => "*".to_owned(),
    }
}

fn word(value: &Value, words: &[(&str, Value)]) -> String {
    words.iter().find(|(_, known)| known == value).map_or_else(String::new, |(word, _)| (*word).to_owned())
}

/// The code of `party`, or its name where the code alone would mean another.
fn party_name(party: &Party) -> String {
    let code = party.to_string();
    let is_clear = Knowledge::built_in().parties(&code) == [party.clone()];
    quoted_if_needed(&if is_clear { code } else { Knowledge::built_in().party_name(party) })
}

/// An organisation's id; said to be one where the id alone would be a country's code.
fn organisation(field: Field, id: &OrganisationId) -> String {
    let name = quoted_if_needed(id.as_str());
    let is_clear = || Knowledge::built_in().parties(id.as_str()) == [Party::Organisation(id.clone())];
    if matches!(field, Field::Issuer | Field::Org) || is_clear() { name } else { format!("organisation({name})") }
}

/// Words of a name, which must not read as a date: a bare date behind `speaker:` is taken for a slip.
fn words_of_name(words: &str) -> String {
    if is_written_as_date(words) { format!("\"{words}\"") } else { quoted_if_needed(words) }
}

/// `text` bare when it is sure to read as one word or name, else in quotation marks.
pub(super) fn quoted_if_needed(text: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '\'' | '\u{2019}' | '.' | '&' | '+' | '/');
    let is_operator = matches!(text, "AND" | "OR" | "NOT") || is_operator(text);
    let is_bare = text.starts_with(char::is_alphanumeric) && text.chars().all(plain) && !is_operator;
    if is_bare { text.to_owned() } else { format!("\"{text}\"") }
}

fn range(days: &Days) -> String {
    let text = |day: Option<Date>| day.map_or_else(String::new, |day| day.to_string());
    match (days.from, days.to) {
        (Some(from), Some(to)) => year_or_month(from, to).unwrap_or_else(|| format!("{from}..{to}")),
        (from, to) => format!("{}..{}", text(from), text(to)),
    }
}

/// A year, month or day by its short name, when the range is exactly that.
pub(super) fn year_or_month(from: Date, to: Date) -> Option<String> {
    if from == to {
        return Some(from.to_string());
    }
    if from == from.first_of_year() && to == from.last_of_year() {
        return Some(format!("{:04}", from.year()));
    }
    if from == from.first_of_month() && to == from.last_of_month() {
        return Some(format!("{:04}-{:02}", from.year(), from.month()));
    }
    None
}
