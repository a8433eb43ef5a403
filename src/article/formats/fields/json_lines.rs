//! JSON lines: every line an object that is an article.

use serde_json::Value;

use super::json_file::{opens_json, refuse_json};
use super::lines::Lines;
use super::{ColumnMap, json_record};
use crate::article::formats::decode::decode;
use crate::article::formats::item::digest;
use crate::article::formats::{ArticleFormat, Fault, FaultKind, Item, Items, Place, Source};

/// Reads [`Format::Jsonl`](crate::article::formats::Format::Jsonl).
pub(in crate::article::formats) struct Jsonl;

impl ArticleFormat for Jsonl {
    /// Whether the first line is a whole object and another one follows.
    fn recognises(&self, opening: &[u8]) -> bool {
        if !opens_json(opening) {
            return false;
        }
        let opening = opening.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(opening).trim_ascii_start();
        let Some(end) = memchr::memchr(b'\n', opening) else {
            return false;
        };
        let (first, rest) = opening.split_at(end);
        let follows = matches!(rest.trim_ascii_start().first(), Some(b'{'));
        follows && serde_json::from_slice::<Value>(first).is_ok_and(|value| value.is_object())
    }

    fn items<'r>(&self, source: Source<'r>, map: &ColumnMap) -> Items<'r> {
        let map = map.clone();
        let lines =
            Lines::new(source).filter(|line| line.as_ref().map_or(true, |(_, line)| !line.trim_ascii().is_empty()));
        Box::new(lines.map(move |line| {
            let (place, line) = line?;
            read_line(&line, place, &map)
        }))
    }
}

fn read_line(line: &[u8], place: Place, map: &ColumnMap) -> Result<Item, Fault> {
    let fault = |kind| Fault { place, kind };
    let (text, encoding) = decode(line);
    let value: Value = serde_json::from_str(&text)
        .map_err(|error| fault(FaultKind::Row(format!("this line is no JSON object: {error}"))))?;
    let Some(object) = value.as_object() else {
        return Err(fault(refuse_json(&value)));
    };
    let parts = json_record::read(object, map).map_err(fault)?;
    if parts.is_empty() {
        return Err(fault(FaultKind::NoWords));
    }
    let member = parts.header.guid.clone().unwrap_or_else(|| format!("line-{}", place.line));
    Ok(Item { member: Some(member), digest: digest(line), encoding, place, article: parts.article() })
}
