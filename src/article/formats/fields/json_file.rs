//! JSON files: ninjs of every version, and lists of articles as services give them.

use serde_json::{Deserializer, Map, Value};

use super::{ColumnMap, json_record};
use crate::article::formats::whole_file::{Found, Piece, whole_file};
use crate::article::formats::{ArticleFormat, FaultKind, Items, Source};

/// Reads [`Format::Ninjs`](crate::article::formats::Format::Ninjs).
pub(in crate::article::formats) struct Ninjs;

impl ArticleFormat for Ninjs {
    fn recognises(&self, opening: &[u8]) -> bool {
        opens_json(opening)
    }

    fn items<'r>(&self, source: Source<'r>, map: &ColumnMap) -> Items<'r> {
        let map = map.clone();
        whole_file(source, move |text| find(text, &map))
    }
}

/// Whether the opening is that of a JSON object or of a list of them.
pub(super) fn opens_json(opening: &[u8]) -> bool {
    let opening = opening.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(opening).trim_ascii_start();
    match opening.split_first() {
        Some((b'{', rest)) => matches!(rest.trim_ascii_start().first(), Some(b'"' | b'}') | None),
        Some((b'[', rest)) => matches!(rest.trim_ascii_start().first(), Some(b'{' | b'[')),
        _ => false,
    }
}

fn find(text: &str, map: &ColumnMap) -> Vec<Found> {
    let mut out = Vec::new();
    let mut values = Deserializer::from_str(text).into_iter::<Value>();
    let mut found: Vec<(Map<String, Value>, usize)> = Vec::new();
    loop {
        let start = values.byte_offset();
        match values.next() {
            None => break,
            Some(Ok(value)) => {
                let articles = json_record::articles(&value, map);
                if articles.is_empty() {
                    out.push(Err((start, refuse_json(&value))));
                }
                found.extend(articles.into_iter().map(|object| (object.clone(), start)));
            }
            Some(Err(error)) => {
                out.push(Err((offset(text, error.line()), FaultKind::Markup(error.to_string()))));
                break;
            }
        }
    }
    let alone = found.len() == 1;
    for (at, (object, start)) in found.iter().enumerate() {
        out.push(json_record::read(object, map).map_err(|kind| (*start, kind)).map(|parts| {
            let member = parts.header.guid.clone().unwrap_or_else(|| format!("item-{}", at + 1));
            let mut piece = Piece::only(parts);
            if !alone {
                piece.member = Some(member);
                piece.bytes = Some(Value::Object(object.clone()).to_string().into_bytes());
            }
            piece
        }));
    }
    out
}

/// What is told of JSON that holds no article.
pub(super) fn refuse_json(value: &Value) -> FaultKind {
    let Value::Object(object) = value else {
        return FaultKind::UnknownJson("it is no object with a headline or a body".to_owned());
    };
    if object.contains_key("$schema") {
        return FaultKind::NoArticle("a JSON schema");
    }
    let keys: Vec<&str> = object.keys().take(4).map(String::as_str).collect();
    FaultKind::UnknownJson(format!("no item with a headline or a body under its keys ({}\u{2026})", keys.join(", ")))
}

/// Where line `line` starts.
fn offset(text: &str, line: usize) -> usize {
    memchr::memchr_iter(b'\n', text.as_bytes()).nth(line.saturating_sub(2)).filter(|_| line > 1).map_or(0, |at| at + 1)
}
