//! Tells in plain English what a query asks for.

use super::told::told;
use super::wording_told::wording;
use super::{Query, Scope, Text, Word, WordForm};
use crate::knowledge::Knowledge;

/// What `query` asks for; `hits` names what it finds, as in "statements signed by Italy".
pub(super) fn describe(query: &Query, hits: &str, knowledge: &Knowledge) -> String {
    let parts = match query {
        Query::And(parts) => all_of(parts, knowledge).join(", "),
        Query::Or(parts) => nested(parts, knowledge).join(", or "),
        other => one(other, knowledge),
    };
    format!("{hits} {parts}")
}

/// A part inside other parts: in parentheses when it has parts of its own.
fn one(query: &Query, knowledge: &Knowledge) -> String {
    match query {
        Query::And(parts) => format!("({})", all_of(parts, knowledge).join(", and ")),
        Query::Or(parts) => format!("({})", nested(parts, knowledge).join(", or ")),
        Query::Not(inner) => denied(&one(inner, knowledge)),
        Query::Is(field, values) => told(*field, values, knowledge),
        Query::Text(scope, text) => wording(*scope, text, knowledge),
    }
}

fn nested(parts: &[Query], knowledge: &Knowledge) -> Vec<String> {
    parts.iter().map(|part| one(part, knowledge)).collect()
}

/// Parts that must all hold. Words that follow each other are told in one go.
fn all_of(parts: &[Query], knowledge: &Knowledge) -> Vec<String> {
    let mut told = Vec::new();
    for chunk in parts.chunk_by(|a, b| word(a, knowledge).is_some() && word(b, knowledge).is_some()) {
        let words: Vec<String> = chunk.iter().filter_map(|part| word(part, knowledge)).collect();
        match words.as_slice() {
            [_, _, ..] => told.push(format!("with the words {}", list(&words, "and"))),
            _ => told.extend(nested(chunk, knowledge)),
        }
    }
    told
}

/// A word that stands for itself alone.
fn word(query: &Query, knowledge: &Knowledge) -> Option<String> {
    match query {
        Query::Text(Scope::Anywhere, Text::Word(Word { text, form: WordForm::Stem }))
            if knowledge.wordings().others(text).is_empty() =>
        {
            Some(format!("'{text}'"))
        }
        _ => None,
    }
}

fn denied(told: &str) -> String {
    if let Some(rest) = told.strip_prefix("with ") {
        return format!("without {rest}");
    }
    if told.starts_with("not ") || told.starts_with("without ") {
        return format!("not ({told})");
    }
    format!("not {told}")
}

/// "a", "a and b", "a, b and c".
pub(super) fn list(items: &[String], joiner: &str) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} {joiner} {last}", first.join(", ")),
    }
}
