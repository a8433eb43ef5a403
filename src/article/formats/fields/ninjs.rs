//! ninjs 1, 2 and 3: a news item as a JSON object. Names of keys are compared without case, since version 3
//! writes `pubStatus` what version 2 writes `pubstatus`.

use serde_json::{Map, Value};

use super::columns::paragraphs;
use crate::article::formats::markup::{Element, hypertext_blocks};
use crate::article::formats::nitf;
use crate::article::formats::parts::Parts;
use crate::article::{Language, Status, Subject};

/// Whether `object` is an item of ninjs: it has a name, and keys that only ninjs has.
pub(super) fn is_item(object: &Map<String, Value>) -> bool {
    let has = |name: &str| get(object, name).is_some();
    let named = has("uri") || has("guid");
    let own = [
        "pubstatus",
        "versioncreated",
        "bodies",
        "headlines",
        "body_html",
        "body_xhtml",
        "body_text",
        "descriptions",
        "renditions",
        "eventdetails",
    ];
    let schema = object.contains_key("$schema") && object.contains_key("properties");
    named && own.iter().any(|name| has(name)) && !schema
}

/// Reads an item.
pub(super) fn read(object: &Map<String, Value>) -> Parts {
    let text = |name: &str| get(object, name).and_then(said);
    let headline = text("headline")
        .or_else(|| by_role(object, "headlines", "main"))
        .or_else(|| text("title"))
        .or_else(|| text("name"));
    let mut parts = Parts { headline, paragraphs: body(object), ..Parts::default() };
    let described = descriptions(object);
    if parts.paragraphs.is_empty() {
        parts.paragraphs = described;
    } else {
        parts.subheads = described;
    }
    parts.publish(
        text("firstpublished")
            .or_else(|| text("contentcreated"))
            .as_deref()
            .filter(|_| text("versioncreated").is_none()),
    );
    parts.publish(text("versioncreated").or_else(|| text("firstcreated")).as_deref());
    parts.update(text("versioncreated").as_deref());
    let header = &mut parts.header;
    header.guid = text("uri").or_else(|| text("guid"));
    header.version = text("version");
    header.status = text("pubstatus").map_or(Status::Usable, |status| Status::named(&status));
    header.embargo = text("embargoed").and_then(|written| super::super::moment::Moment::read(&written)?.at);
    header.urgency = text("urgency").and_then(|urgency| urgency.parse().ok());
    header.slug = text("slugline");
    header.byline = text("byline").or_else(|| text("by"));
    header.credit =
        text("source").or_else(|| names(object, "infosources").into_iter().next()).or_else(|| text("copyrightholder"));
    let rights = ["copyrightnotice", "usageterms"].map(text);
    header.rights = rights.into_iter().flatten().reduce(|notice, terms| format!("{notice}; {terms}"));
    header.note = text("ednote");
    header.language = text("language").and_then(|tag| Language::declared(&tag));
    header.url = text("url").or_else(|| text("link"));
    header.kind = text("type").filter(|kind| kind != "text");
    for name in ["subject", "subjects"] {
        header.subjects.extend(each(object, name).map(subject));
    }
    header.places = [names(object, "place"), names(object, "places"), names(object, "located")].concat();
    header.places.dedup();
    header.people = [names(object, "person"), names(object, "people")].concat();
    header.orgs = [names(object, "organisation"), names(object, "organisations")].concat();
    relate(object, &mut parts);
    parts
}

/// The value under `name`, whatever the case of its key, unless it says nothing.
fn get<'v>(object: &'v Map<String, Value>, name: &str) -> Option<&'v Value> {
    let found = object.get(name).or_else(|| {
        let (_, value) = object.iter().find(|(key, _)| key.eq_ignore_ascii_case(name))?;
        Some(value)
    })?;
    let blank = found.is_null() || found.as_str().is_some_and(|text| text.trim().is_empty());
    (!blank).then_some(found)
}

fn said(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn each<'v>(object: &'v Map<String, Value>, name: &str) -> impl Iterator<Item = &'v Value> {
    get(object, name).and_then(Value::as_array).into_iter().flatten()
}

/// The names of a list of parties or places, or of the one that stands there.
fn names(object: &Map<String, Value>, name: &str) -> Vec<String> {
    let of = |value: &Value| match value {
        Value::Object(entry) => get(entry, "name").or_else(|| get(entry, "literal")).and_then(said),
        other => said(other),
    };
    match get(object, name) {
        Some(Value::Array(entries)) => entries.iter().filter_map(of).collect(),
        Some(one) => of(one).into_iter().collect(),
        None => Vec::new(),
    }
}

fn subject(value: &Value) -> Subject {
    let Value::Object(entry) = value else {
        return Subject { code: String::new(), name: said(value) };
    };
    let text = |name: &str| get(entry, name).and_then(said);
    let code = text("code").or_else(|| text("uri")).or_else(|| text("literal")).unwrap_or_default();
    Subject { code, name: text("name") }
}

/// The value of an entry of a list whose role is `role`, or which has none.
fn by_role(object: &Map<String, Value>, list: &str, role: &str) -> Option<String> {
    let entries: Vec<&Map<String, Value>> = each(object, list).filter_map(Value::as_object).collect();
    let has_role = |entry: &&&Map<String, Value>| get(entry, "role").and_then(said).is_none_or(|own| own == role);
    let entry = entries.iter().find(has_role).or_else(|| entries.first())?;
    get(entry, "value").and_then(said)
}

/// The paragraphs of the body: HTML before NITF before plain text.
fn body(object: &Map<String, Value>) -> Vec<String> {
    for name in ["body_xhtml", "body_html"] {
        if let Some(markup) = get(object, name).and_then(said) {
            return hypertext_blocks(&markup);
        }
    }
    let mut bodies: Vec<(usize, String)> = Vec::new();
    for entry in each(object, "bodies").filter_map(Value::as_object) {
        let kind = get(entry, "contenttype").and_then(said).unwrap_or_default();
        let rank = [kind.contains("html"), kind.contains("nitf"), true].iter().position(|is| *is).unwrap_or_default();
        bodies.extend(get(entry, "value").and_then(said).map(|value| (rank, value)));
    }
    bodies.sort_by_key(|(rank, _)| *rank);
    if let Some((rank, value)) = bodies.into_iter().next() {
        return if rank == 1 { nitf_blocks(&value) } else { paragraphs(&value) };
    }
    let plain = object.iter().find(|(key, _)| key.starts_with("body_")).and_then(|(_, value)| said(value));
    plain.map(|text| paragraphs(&text)).unwrap_or_default()
}

fn nitf_blocks(markup: &str) -> Vec<String> {
    let mut parts = Parts::default();
    match Element::parse(markup) {
        Ok(root) => nitf::read_body(&root, &mut parts),
        Err(_) => return hypertext_blocks(markup),
    }
    if parts.paragraphs.is_empty() { hypertext_blocks(markup) } else { parts.paragraphs }
}

fn descriptions(object: &Map<String, Value>) -> Vec<String> {
    let plain = get(object, "description_text").or_else(|| {
        let (_, value) = object.iter().find(|(key, _)| key.starts_with("description"))?;
        value.is_string().then_some(value)
    });
    let told = plain.and_then(said).or_else(|| by_role(object, "descriptions", "text"));
    told.map(|text| paragraphs(&text)).unwrap_or_default()
}

/// The items it is published with.
fn relate(object: &Map<String, Value>, parts: &mut Parts) {
    let mut link = |relation: Option<&str>, item: &Map<String, Value>| {
        let target = get(item, "uri").or_else(|| get(item, "guid")).and_then(said);
        let title = get(item, "headline").and_then(said).or_else(|| by_role(item, "headlines", "main"));
        parts.relate(relation, target.as_deref(), title);
    };
    match get(object, "associations") {
        Some(Value::Object(items)) => {
            for (relation, item) in items {
                if let Some(item) = item.as_object() {
                    link(Some(relation), item);
                }
            }
        }
        Some(Value::Array(items)) => {
            for item in items.iter().filter_map(Value::as_object) {
                let relation = get(item, "role").or_else(|| get(item, "rel")).and_then(said);
                link(relation.as_deref(), item);
            }
        }
        _ => {}
    }
}
