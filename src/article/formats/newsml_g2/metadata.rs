//! What a NewsML-G2 item says of itself, its management and its content.

use crate::article::formats::markup::Element;
use crate::article::formats::parts::Parts;
use crate::article::{Language, Status, Subject};

/// Reads everything outside the content of `item`.
pub(super) fn read(item: &Element, parts: &mut Parts) {
    let header = &mut parts.header;
    header.guid = item.attribute("guid").map(str::to_owned);
    header.version = item.attribute("version").map(str::to_owned);
    header.language = item.attribute("lang").and_then(Language::declared);
    if let Some(rights) = item.child("rightsInfo") {
        let said =
            ["copyrightNotice", "usageTerms"].iter().flat_map(|name| rights.each(name)).filter_map(Element::said);
        let said = said.collect::<Vec<_>>().join("; ");
        header.rights = Some(said).filter(|said| !said.is_empty());
    }
    if let Some(management) = item.child("itemMeta") {
        of_management(management, parts);
    }
    if let Some(content) = item.child("contentMeta").or_else(|| (item.name == "contentMeta").then_some(item)) {
        of_content(content, parts);
    }
}

fn of_management(meta: &Element, parts: &mut Parts) {
    let said = |name: &str| meta.child(name).and_then(Element::said);
    let code =
        |name: &str| meta.child(name).and_then(|element| element.attribute("qcode").or(element.attribute("uri")));
    parts.publish(said("firstCreated").as_deref().filter(|_| said("versionCreated").is_none()));
    parts.publish(said("versionCreated").as_deref());
    parts.update(said("versionCreated").as_deref());
    parts.header.status = code("pubStatus").map_or(Status::Usable, Status::named);
    parts.header.embargo = said("embargoed").and_then(|written| written.parse().ok());
    parts.header.note = said("edNote");
    parts.headline = said("title");
    let class = code("itemClass").and_then(|class| class.rsplit([':', '/']).next()).filter(|class| *class != "text");
    parts.header.kind = class.map(str::to_owned);
    for link in meta.each("link") {
        let target = link.attribute("residref").or(link.attribute("href"));
        let title = link.child("title").or_else(|| link.child("itemTitle")).and_then(Element::said);
        parts.relate(link.attribute("rel").map(local), target, title);
    }
}

fn of_content(meta: &Element, parts: &mut Parts) {
    let said = |name: &str| meta.child(name).and_then(Element::said);
    let named = |name: &str| meta.child(name).and_then(name_of);
    for headline in meta.each("headline") {
        let Some(words) = headline.said() else { continue };
        let role = headline.attribute("role").map_or("", local);
        if role.contains("sub") {
            parts.subheads.push(words);
        } else if role.is_empty() || role.contains("main") || parts.headline.is_none() {
            parts.headline = Some(words);
        }
    }
    parts.publish(said("contentCreated").as_deref());
    parts.dateline = said("dateline");
    let header = &mut parts.header;
    header.urgency = said("urgency").and_then(|urgency| urgency.parse().ok());
    header.slug = said("slugline");
    header.byline = said("by").or_else(|| meta.child("creator").and_then(|creator| creator.child("name")?.said()));
    header.credit = said("creditline").or_else(|| named("infoSource"));
    let tag = meta.child("language").and_then(|language| language.attribute("tag"));
    header.language = tag.and_then(Language::declared).or(header.language.take());
    for subject in meta.each("subject") {
        of_subject(subject, parts);
    }
    for located in meta.each("located") {
        parts.header.places.extend(name_of(located));
    }
    let described = |element: &&Element| element.attribute("role").is_some_and(|role| role.ends_with("summary"));
    parts.subheads.extend(meta.each("description").filter(described).filter_map(Element::said));
}

/// A subject is a place, a person or an organisation when its type says so, else a topic.
fn of_subject(subject: &Element, parts: &mut Parts) {
    let code = subject.attribute("qcode").or(subject.attribute("uri")).or(subject.attribute("literal"));
    let name = subject.child("name").and_then(Element::said);
    let kind = subject.attribute("type").map_or("", local);
    let is_place = subject
        .elements()
        .any(|facet| facet.name == "facet" && facet.attribute("qcode").is_some_and(|code| code.starts_with("geo")));
    let list = match kind {
        "person" => Some(&mut parts.header.people),
        "organisation" | "organization" => Some(&mut parts.header.orgs),
        "geoArea" | "poi" | "POI" | "place" => Some(&mut parts.header.places),
        _ if is_place => Some(&mut parts.header.places),
        _ => None,
    };
    match (list, code, name) {
        (Some(list), code, name) => list.extend(name.or_else(|| code.map(str::to_owned))),
        (None, None, None) => {}
        (None, code, name) => {
            parts.header.subjects.push(Subject { code: code.unwrap_or_default().to_owned(), name });
        }
    }
}

/// The name of a party or place: its own, its literal, or its text.
fn name_of(element: &Element) -> Option<String> {
    let name = element.child("name").and_then(Element::said);
    name.or_else(|| element.attribute("literal").map(str::to_owned)).or_else(|| element.said())
}

/// A code without its scheme.
fn local(code: &str) -> &str {
    code.rsplit([':', '/']).next().unwrap_or(code)
}
