//! Tells in plain English what one field is asked for.

use super::describe::list;
use super::print::year_or_month;
use super::{Days, Field, Flag, Value, share};
use crate::knowledge::{Knowledge, OrganisationId, Party, Post};
use crate::statement::{Kind, Relation};

/// What `field` with any of `values` asks for, to stand behind "statements".
pub(super) fn told(field: Field, values: &[Value], knowledge: &Knowledge) -> String {
    let relations: Vec<String> = values.iter().filter_map(|value| relation(value, knowledge)).collect();
    let others: Vec<String> = values
        .iter()
        .filter(|value| relation(value, knowledge).is_none())
        .map(|value| name(field, value, knowledge))
        .collect();
    if values.is_empty() {
        return behind(role(field), "nobody");
    }
    let role = (!others.is_empty()).then(|| behind(role(field), &list(&others, "or")));
    let parts: Vec<String> = relations.into_iter().chain(role).collect();
    list(&parts, "or")
}

fn behind(role: &str, names: &str) -> String {
    if role.is_empty() { names.to_owned() } else { format!("{role} {names}") }
}

/// The words between "statements" and the names.
fn role(field: Field) -> &'static str {
    match field {
        Field::Signatory => "signed by",
        Field::Represented => "signed by or for",
        Field::Nonsignatory => "said not to be signed by",
        Field::Speaker => "spoken by",
        Field::Target => "directed at",
        Field::Mention => "mentioning",
        Field::Country => "involving",
        Field::Issuer => "issued by",
        Field::Actor => "spoken or signed by",
        Field::Org => "naming",
        Field::Place => "naming or filed from",
        Field::Dateline => "filed from",
        Field::Agency => "of the agency",
        Field::Byline => "reported or written by",
        Field::Headline => "under a headline with",
        Field::Section => "in the section",
        Field::Credit => "crediting",
        Field::Act => "that",
        Field::Topic => "about",
        Field::Confidence => "with confidence",
        Field::Doubt => "with the doubt",
        Field::Kind | Field::Joint | Field::Date => "",
    }
}

fn name(field: Field, value: &Value, knowledge: &Knowledge) -> String {
    let organisation = |id: &OrganisationId| with_article(&knowledge.party_name(&Party::Organisation(id.clone())));
    match value {
        Value::Country(code) => knowledge.party_name(&Party::Country(*code)),
        Value::Organisation(id) => organisation(id),
        Value::AnyMember(id) => format!("any member of {}", organisation(id)),
        Value::Outsider(id) => format!("any country outside {}", organisation(id)),
        Value::EveryMember(id) => format!("every member of {}", organisation(id)),
        Value::Words(words) => format!("'{words}'"),
        Value::Office { posts, .. } => office(posts, knowledge),
        Value::Persons { words, names } if names.as_slice() == [words.as_str()] => words.clone(),
        Value::Persons { words, names } => format!("'{words}' ({})", list(names, "or")),
        Value::Kind(Kind::Direct) => "in direct speech".to_owned(),
        Value::Kind(Kind::Mixed) => "in partly direct speech".to_owned(),
        Value::Kind(Kind::Indirect) => "in indirect speech".to_owned(),
        Value::Relation(_) | Value::Related(..) => String::new(),
        Value::Flag(Flag::Yes) => "made jointly".to_owned(),
        Value::Flag(Flag::No) => "not made jointly".to_owned(),
        Value::Act(act) => act.as_str().replace('-', " "),
        Value::Doubt(kind) => kind.to_string(),
        Value::Topic(id) => knowledge.topics().name(*id),
        Value::Share(range) => share::told(*range),
        Value::Days(days) => range(days),
        Value::Any => anything(field).to_owned(),
    }
}

/// "the foreign minister of France, so called or in office".
fn office(posts: &[Post], knowledge: &Knowledge) -> String {
    let titles: Vec<String> = posts.iter().map(|post| post.office.replace('-', " ")).collect();
    let party = posts.first().map(|post| knowledge.party_name(&post.party)).unwrap_or_default();
    format!("the {} of {}, by title or by name while in office", list(&titles, "or"), with_article(&party))
}

/// Organisations of several words take an article, acronyms do not.
fn with_article(name: &str) -> String {
    if name.contains(' ') { format!("the {name}") } else { name.to_owned() }
}

/// "addressed to China", "against someone".
fn relation(value: &Value, knowledge: &Knowledge) -> Option<String> {
    let (relation, party) = match value {
        Value::Relation(relation) => (relation, "someone".to_owned()),
        Value::Related(relation, party @ Party::Organisation(_)) => {
            (relation, with_article(&knowledge.party_name(party)))
        }
        Value::Related(relation, party) => (relation, knowledge.party_name(party)),
        _ => return None,
    };
    let words = match relation {
        Relation::Against => "against",
        Relation::Addressed => "addressed to",
        Relation::Support => "in support of",
    };
    Some(format!("{words} {party}"))
}

fn anything(field: Field) -> &'static str {
    match field {
        Field::Signatory | Field::Represented | Field::Nonsignatory | Field::Mention | Field::Country => "any country",
        Field::Speaker | Field::Target | Field::Actor | Field::Byline | Field::Credit => "anyone",
        Field::Place | Field::Dateline => "any place",
        Field::Headline => "any words",
        Field::Topic => "any topic",
        Field::Agency | Field::Section => "any name",
        Field::Act => "do anything",
        Field::Issuer | Field::Org => "any organisation",
        Field::Date => "with a date",
        Field::Kind | Field::Joint | Field::Confidence | Field::Doubt => "of any kind",
    }
}

fn range(days: &Days) -> String {
    match (days.from, days.to) {
        (Some(from), Some(to)) if from == to => format!("on {from}"),
        (Some(from), Some(to)) => {
            year_or_month(from, to).map_or_else(|| format!("from {from} to {to}"), |short| format!("in {short}"))
        }
        (Some(from), None) => format!("on or after {from}"),
        (None, Some(to)) => format!("on or before {to}"),
        (None, None) => "with a date".to_owned(),
    }
}
