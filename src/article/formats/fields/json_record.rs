//! One JSON object read as an article: as ninjs, or by its keys.

use serde_json::{Map, Value};

use super::{ColumnMap, columns, ninjs};
use crate::article::formats::FaultKind;
use crate::article::formats::parts::Parts;

/// Keys under which services wrap their items.
const WRAPPERS: [&str; 10] =
    ["data", "item", "items", "_items", "results", "articles", "docs", "hits", "news", "response"];
/// How deep an item may be wrapped.
const DEEPEST: usize = 6;

/// The objects of `value` that are articles: itself, the entries of a list, or what a service has wrapped.
pub(super) fn articles<'v>(value: &'v Value, map: &ColumnMap) -> Vec<&'v Map<String, Value>> {
    let mut out = Vec::new();
    gather(value, map, DEEPEST, &mut out);
    out
}

fn gather<'v>(value: &'v Value, map: &ColumnMap, depth: usize, out: &mut Vec<&'v Map<String, Value>>) {
    match value {
        Value::Array(entries) if depth > 0 => entries.iter().for_each(|entry| gather(entry, map, depth - 1, out)),
        Value::Object(object) if ninjs::is_item(object) || has_words(object, map) => out.push(object),
        Value::Object(object) if depth > 0 => {
            for inner in WRAPPERS.iter().filter_map(|key| object.get(*key)) {
                gather(inner, map, depth - 1, out);
            }
        }
        _ => {}
    }
}

/// Whether there is text under a key that holds a headline or a body.
fn has_words(object: &Map<String, Value>, map: &ColumnMap) -> bool {
    use super::Column::{Body, Headline};
    if is_schema(object) {
        return false;
    }
    object.iter().any(|(key, value)| value.is_string() && matches!(map.column(key), Some(Headline | Body)))
}

/// Whether the object describes JSON rather than an article.
fn is_schema(object: &Map<String, Value>) -> bool {
    let names = |key: &str| object.get(key).and_then(Value::as_str).is_some_and(|of| of.contains("json-schema.org"));
    names("$schema") || object.contains_key("$schema") && object.contains_key("properties")
}

/// The parts of one article.
pub(super) fn read(object: &Map<String, Value>, map: &ColumnMap) -> Result<Parts, FaultKind> {
    if map.is_empty() && ninjs::is_item(object) {
        return Ok(ninjs::read(object));
    }
    if is_schema(object) {
        return Err(FaultKind::NoArticle("a JSON schema"));
    }
    let mut parts = Parts::default();
    let names: Vec<&String> = object.keys().collect();
    for (column, at) in map.columns(&names) {
        if let Some(value) = object.get(names[at]) {
            columns::keep(&mut parts, column, &words(value));
        }
    }
    if parts.is_empty() {
        return Err(FaultKind::UnknownJson("no key holds a headline or a body".to_owned()));
    }
    Ok(parts)
}

/// A value as text: a list's entries set apart by commas, of objects their name.
fn words(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null | Value::Bool(_) => String::new(),
        Value::Number(number) => number.to_string(),
        Value::Array(entries) => {
            entries.iter().take(64).map(words).filter(|words| !words.is_empty()).collect::<Vec<_>>().join(", ")
        }
        Value::Object(object) => object.get("name").and_then(Value::as_str).unwrap_or_default().to_owned(),
    }
}
