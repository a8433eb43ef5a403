//! Finds out what a value means to its field: a party, a kind, a range of days.

use super::date;
use super::item::{Form, Item};
use super::party::Names;
use super::share;
use super::{Field, Flag, QueryError, Value, print};
use crate::knowledge::Party;
use crate::statement::{Act, DoubtKind, Kind, Relation};

/// What `item` means to `field`.
pub(super) fn value(field: Field, item: &Item, names: &Names) -> Result<Value, QueryError> {
    if item.form == Form::Bare && item.text == "*" && !matches!(field, Field::Kind | Field::Joint) {
        return Ok(Value::Any);
    }
    match field {
        Field::Date => date::range(item, names.reading.today).map(Value::Days),
        Field::Kind => word(field, item, &KINDS),
        Field::Joint => word(field, item, &FLAGS),
        Field::Act => word(field, item, &acts()),
        Field::Doubt => word(field, item, &doubts()),
        Field::Topic => topic(item, names),
        Field::Confidence => share::range(item).map(Value::Share),
        _ if field.takes_words() => words(field, item),
        _ => party_or_words(field, item, names),
    }
}

/// What `kind:` takes, the canonical word for each value first.
pub(super) const KINDS: [(&str, Value); 3] = [
    ("direct", Value::Kind(Kind::Direct)),
    ("mixed", Value::Kind(Kind::Mixed)),
    ("indirect", Value::Kind(Kind::Indirect)),
];

/// What `joint:` takes.
pub(super) const FLAGS: [(&str, Value); 4] = [
    ("yes", Value::Flag(Flag::Yes)),
    ("no", Value::Flag(Flag::No)),
    ("true", Value::Flag(Flag::Yes)),
    ("false", Value::Flag(Flag::No)),
];

/// What `target:` takes besides parties.
pub(super) const RELATIONS: [(&str, Value); 3] = [
    ("against", Value::Relation(Relation::Against)),
    ("addressed", Value::Relation(Relation::Addressed)),
    ("support", Value::Relation(Relation::Support)),
];

/// What `act:` takes.
pub(super) fn acts() -> Vec<(&'static str, Value)> {
    Act::ALL.iter().map(|&act| (act.as_str(), Value::Act(act))).collect()
}

/// What `doubt:` takes.
pub(super) fn doubts() -> Vec<(&'static str, Value)> {
    DoubtKind::ALL.iter().map(|&kind| (kind.as_str(), Value::Doubt(kind))).collect()
}

/// A topic by its name, its id, or a word that speaks of it.
fn topic(item: &Item, names: &Names) -> Result<Value, QueryError> {
    let topics = names.reading.knowledge.topics();
    if !matches!(item.form, Form::Bare | Form::Quoted) {
        let hint = format!("write topic:{}", shown(item));
        return Err(QueryError::new(item.span, "topic: takes a topic, not a set of countries", hint));
    }
    let name = item.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let by_name = topics.named(&name).map(|topic| topic.id);
    if let Some(topic) = by_name.or_else(|| names.reading.knowledge.topic_words().topic_of(&name)) {
        return Ok(Value::Topic(topic));
    }
    let similar: Vec<String> = topics.similar(&name).into_iter().map(print::quoted_if_needed).collect();
    let hint = if similar.is_empty() {
        "write a topic of the IPTC Media Topics by name or id, or search for the words themselves".to_owned()
    } else {
        format!("did you mean {}?", similar.join(" or "))
    };
    let message = format!("no topic is called '{}'", QueryError::shorten(item.text));
    Err(QueryError::new(item.text_span, message, hint))
}

/// Words as the text has them.
fn words(field: Field, item: &Item) -> Result<Value, QueryError> {
    if !matches!(item.form, Form::Bare | Form::Quoted) {
        let message = format!("{field}: takes words, not a set of countries");
        return Err(QueryError::new(item.span, message, format!("write {field}:{}", shown(item))));
    }
    if !item.text.contains(char::is_alphanumeric) {
        let message = format!("'{}' has no letter or digit", QueryError::shorten(item.text));
        return Err(QueryError::new(item.span, message, format!("write {field}:WORD or {field}:\"several words\"")));
    }
    let words: Vec<&str> = item.text.split_whitespace().collect();
    Ok(Value::Words(words.join(" ")))
}

fn word(field: Field, item: &Item, words: &[(&str, Value)]) -> Result<Value, QueryError> {
    find(item, words).ok_or_else(|| {
        let choice: Vec<String> = words.iter().map(|(word, _)| format!("{field}:{word}")).collect();
        let message = format!("{field}: cannot be '{}'", QueryError::shorten(item.text));
        QueryError::new(item.span, message, format!("write {}", choice.join(" or ")))
    })
}

fn find(item: &Item, words: &[(&str, Value)]) -> Option<Value> {
    if !matches!(item.form, Form::Bare | Form::Quoted) {
        return None;
    }
    words.iter().find(|(word, _)| word.eq_ignore_ascii_case(item.text)).map(|(_, value)| value.clone())
}

fn party_or_words(field: Field, item: &Item, names: &Names) -> Result<Value, QueryError> {
    match item.form {
        Form::Related(_) if field != Field::Target => {
            let message = format!("{field}: has no relation");
            let hint = format!("write target: for whom words are directed at, or {field}:{}", shown(item));
            return Err(QueryError::new(item.span, message, hint));
        }
        Form::Related(relation) => {
            return match names.party(field, item)? {
                Value::Country(code) => Ok(Value::Related(relation, Party::Country(code))),
                Value::Organisation(id) => Ok(Value::Related(relation, Party::Organisation(id))),
                other => Ok(other),
            };
        }
        Form::Members | Form::All | Form::Outside if matches!(field, Field::Issuer | Field::Org) => {
            let hint = format!("write {field}:{}, or signatory: for its members", shown(item));
            let message = format!("{field}: takes organisations, not their members");
            return Err(QueryError::new(item.span, message, hint));
        }
        Form::Organisation if matches!(field, Field::Mention | Field::Country) => {
            let hint = format!("write {field}:members({}) for any of its members", shown(item));
            return Err(QueryError::new(item.span, format!("{field}: takes countries, not organisations"), hint));
        }
        Form::Members => return names.organisation(field, item).map(Value::AnyMember),
        Form::Outside => return names.organisation(field, item).map(Value::Outsider),
        Form::All => return names.organisation(field, item).map(Value::EveryMember),
        Form::Organisation => return names.organisation(field, item).map(Value::Organisation),
        Form::Bare | Form::Quoted => {}
    }
    if field == Field::Target
        && let Some(relation) = find(item, &RELATIONS)
    {
        return Ok(relation);
    }
    if item.form == Form::Bare && date::is_written_as_date(item.text) {
        let message = format!("{field}: takes a name, not a date");
        let hint = format!("write date:{0}, date:{0}.. or date:..{0} for days", item.text);
        return Err(QueryError::new(item.span, message, hint));
    }
    match field {
        Field::Issuer | Field::Org => names.organisation(field, item).map(Value::Organisation),
        Field::Mention | Field::Country => names.country(field, item).map(Value::Country),
        Field::Speaker | Field::Actor => names.speaker(field, item),
        _ => names.party(field, item),
    }
}

/// The name in `item` as it can be written in a hint.
fn shown(item: &Item) -> String {
    print::quoted_if_needed(&QueryError::shorten(item.text))
}
