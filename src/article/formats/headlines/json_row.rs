//! A headline as one JSON object.

use std::borrow::Cow;

use serde::Deserialize;
use serde_json::{Map, Value};

use super::columns::is_body;
use super::row::HeadlineRow;
use crate::article::formats::FaultKind;

#[derive(Deserialize)]
struct Row<'j> {
    #[serde(borrow, alias = "headline")]
    title: Cow<'j, str>,
    #[serde(
        default,
        alias = "date",
        alias = "published",
        alias = "timestamp",
        alias = "datetime",
        alias = "pubdate",
        alias = "published_at",
        alias = "day"
    )]
    time: Value,
    #[serde(borrow, default, alias = "link", alias = "uri", alias = "address")]
    url: Option<Cow<'j, str>>,
}

/// Whether `line` is an object with a title and without a body.
pub(super) fn is_headline(line: &str) -> bool {
    let Ok(object) = serde_json::from_str::<Map<String, Value>>(line) else { return false };
    !object.keys().any(|key| is_body(key)) && serde_json::from_str::<Row<'_>>(line).is_ok()
}

/// The headline in `line`.
pub(super) fn row(line: &str) -> Result<HeadlineRow, FaultKind> {
    let row: Row<'_> = serde_json::from_str(line).map_err(|error| FaultKind::Row(error.to_string()))?;
    let time = match row.time {
        Value::String(time) => time,
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    };
    HeadlineRow::new(&time, row.title.trim(), row.url.as_deref().unwrap_or_default())
}
