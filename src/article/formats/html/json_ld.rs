//! What a page says of its article in schema.org JSON-LD.

use dom_query::Document;
use serde_json::{Map, Value};

use crate::article::formats::markup::hypertext_blocks;
use crate::article::formats::parts::Parts;
use crate::article::{Language, Subject};

/// Types of schema.org that are articles; every type that ends in `NewsArticle` is one too.
const TYPES: [&str; 6] =
    ["Article", "BlogPosting", "LiveBlogPosting", "Report", "OpinionNewsArticle", "ScholarlyArticle"];

/// Reads the first article of the page's JSON-LD into `parts`.
pub(super) fn read(page: &Document, parts: &mut Parts) {
    let scripts = page.select(r#"script[type="application/ld+json"]"#);
    for script in scripts.nodes() {
        let Ok(value) = serde_json::from_str::<Value>(script.text().trim()) else { continue };
        if let Some(article) = article(&value, 4) {
            keep(article, parts);
            return;
        }
    }
}

fn article(value: &Value, depth: usize) -> Option<&Map<String, Value>> {
    match value {
        Value::Array(entries) if depth > 0 => entries.iter().find_map(|entry| article(entry, depth - 1)),
        Value::Object(object) => {
            let types = names(object.get("@type"));
            if types.iter().any(|name| TYPES.contains(&name.as_str()) || name.ends_with("NewsArticle")) {
                return Some(object);
            }
            let inner = ["@graph", "mainEntity", "mainEntityOfPage"].iter().filter_map(|key| object.get(*key));
            inner.into_iter().filter(|_| depth > 0).find_map(|value| article(value, depth - 1))
        }
        _ => None,
    }
}

fn keep(article: &Map<String, Value>, parts: &mut Parts) {
    let text = |name: &str| names(article.get(name)).into_iter().next();
    parts.headline = text("headline").or_else(|| text("name")).map(|headline| plain(&headline));
    parts.publish(text("datePublished").or_else(|| text("dateCreated")).as_deref());
    parts.update(text("dateModified").as_deref());
    parts.dateline = text("dateline");
    parts.paragraphs = text("articleBody").map(|body| hypertext_blocks(&body)).unwrap_or_default();
    let header = &mut parts.header;
    header.byline =
        Some(names(article.get("author"))).filter(|names| !names.is_empty()).map(|names| names.join(" and "));
    header.credit = text("publisher").or_else(|| text("sourceOrganization"));
    header.section = text("articleSection");
    header.language = text("inLanguage").and_then(|tag| Language::declared(&tag));
    header.guid = text("identifier").or_else(|| text("@id"));
    header.version = text("version");
    header.url = text("url").or_else(|| address(article.get("mainEntityOfPage")));
    header.rights = text("copyrightNotice");
    let keywords = names(article.get("keywords"));
    let keywords = keywords.iter().flat_map(|list| list.split(',')).map(str::trim).filter(|word| !word.is_empty());
    header.subjects.extend(keywords.map(|word| Subject { code: String::new(), name: Some(word.to_owned()) }));
    for entity in ["about", "mentions", "contentLocation"].iter().filter_map(|key| article.get(*key)) {
        let entities = entity.as_array().map_or(std::slice::from_ref(entity), Vec::as_slice);
        for entity in entities.iter().filter_map(Value::as_object) {
            let kind = names(entity.get("@type")).concat();
            let list = match kind.as_str() {
                "Person" => &mut header.people,
                "Organization" | "GovernmentOrganization" | "Corporation" | "NGO" => &mut header.orgs,
                "Place" | "Country" | "City" | "State" => &mut header.places,
                _ => continue,
            };
            list.extend(names(entity.get("name")));
        }
    }
}

/// The words of a value: a text, or the names of a thing or of a list of them.
fn names(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::String(text)) if !text.trim().is_empty() => vec![text.trim().to_owned()],
        Some(Value::Number(number)) => vec![number.to_string()],
        Some(Value::Array(entries)) => {
            entries.iter().filter(|entry| !entry.is_array()).flat_map(|entry| names(Some(entry))).collect()
        }
        Some(Value::Object(object)) => {
            object.get("name").filter(|name| name.is_string()).map(|name| names(Some(name))).unwrap_or_default()
        }
        _ => Vec::new(),
    }
}

fn address(value: Option<&Value>) -> Option<String> {
    match value? {
        Value::String(address) => Some(address.clone()),
        Value::Object(object) => object.get("@id").or_else(|| object.get("url"))?.as_str().map(str::to_owned),
        _ => None,
    }
}

/// A headline in which entities of HTML were left.
fn plain(words: &str) -> String {
    if words.contains('&') { hypertext_blocks(&format!("<p>{words}</p>")).join(" ") } else { words.to_owned() }
}
