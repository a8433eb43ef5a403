//! NITF 3: one article in the markup of the News Industry Text Format.

use super::markup::{Element, first_element, xml_blocks};
use super::moment::Moment;
use super::parts::Parts;
use super::whole_file::{Found, Piece, whole_file};
use super::{ArticleFormat, ColumnMap, FaultKind, Items, Source};
use crate::article::{Language, Status, Subject};

/// Reads [`Format::Nitf`](super::Format::Nitf).
pub(super) struct Nitf;

impl ArticleFormat for Nitf {
    fn recognises(&self, opening: &[u8]) -> bool {
        first_element(opening).is_some_and(|root| root == "nitf")
    }

    fn items<'r>(&self, source: Source<'r>, _: &ColumnMap) -> Items<'r> {
        whole_file(source, find)
    }
}

fn find(text: &str) -> Vec<Found> {
    let root = match Element::parse(text) {
        Ok(root) => root,
        Err(error) => return vec![Err((error.at, FaultKind::Markup(error.reason)))],
    };
    let mut parts = Parts::default();
    read_head(&root, &mut parts);
    read_body(&root, &mut parts);
    if parts.headline.is_none() {
        parts.headline = root.at(&["head", "title"]).and_then(Element::said);
    }
    vec![Ok(Piece::only(parts))]
}

/// Reads what stands outside the body.
fn read_head(root: &Element, parts: &mut Parts) {
    parts.header.language = root.attribute("lang").and_then(Language::declared);
    let Some(head) = root.child("head") else {
        return;
    };
    for subject in head.all(&["tobject.subject"]) {
        let attribute = |name: &str| subject.attribute(&format!("tobject.subject.{name}")).map(str::to_owned);
        let name = attribute("detail").or_else(|| attribute("matter")).or_else(|| attribute("type"));
        if let Some(code) = attribute("refnum") {
            parts.header.subjects.push(Subject { code, name });
        }
    }
    for meta in head.each("meta") {
        let content = meta.attribute("content");
        match meta.attribute("name").unwrap_or_default().to_ascii_lowercase().as_str() {
            "lang" | "language" => {
                let language = content.and_then(Language::declared);
                parts.header.language = parts.header.language.take().or(language);
            }
            "anpa-keyword" | "slugline" | "slug" => {
                parts.header.slug = parts.header.slug.take().or(content.map(str::to_owned));
            }
            _ => {}
        }
    }
    if let Some(data) = head.child("docdata") {
        read_docdata(data, parts);
    }
    if let Some(publication) = head.child("pubdata") {
        parts.publish(publication.attribute("date.publication"));
        parts.header.section = publication.attribute("position.section").map(str::to_owned);
        parts.header.url = publication.attribute("ex-ref").map(str::to_owned);
    }
}

fn read_docdata(data: &Element, parts: &mut Parts) {
    let attribute = |name: &str, key: &str| data.child(name).and_then(|element| element.attribute(key));
    parts.publish(attribute("date.issue", "norm"));
    parts.publish(attribute("date.release", "norm"));
    parts.update(attribute("date.issue", "norm"));
    let moment = |name: &str| attribute(name, "norm").and_then(Moment::read).and_then(|moment| moment.at);
    // A release later than the issue is an embargo.
    parts.header.embargo =
        moment("date.release").filter(|release| moment("date.issue").is_some_and(|issue| issue < *release));
    let header = &mut parts.header;
    header.guid = attribute("doc-id", "id-string").map(str::to_owned);
    header.version = attribute("du-key", "version").map(str::to_owned);
    header.status = data.attribute("management-status").map_or(Status::Usable, Status::named);
    header.urgency = attribute("urgency", "ed-urg").and_then(|urgency| urgency.parse().ok());
    header.note = attribute("ed-msg", "info").map(str::to_owned);
    header.section = attribute("doc-scope", "scope").map(str::to_owned);
    header.slug = header.slug.take().or_else(|| attribute("du-key", "key").map(str::to_owned));
    if let Some(holder) = attribute("doc.copyright", "holder") {
        header.rights =
            Some([holder, attribute("doc.copyright", "year").unwrap_or_default()].join(" ").trim().to_owned());
    }
    let known = data.child("identified-content");
    for element in known.into_iter().flat_map(Element::elements) {
        let value = element.attribute("value").map(str::to_owned);
        let Some(name) = element.said().or(value) else { continue };
        match element.name.as_str() {
            "person" => header.people.push(name),
            "org" => header.orgs.push(name),
            "location" => header.places.push(name),
            "classifier" => {
                let code = element.attribute("idsrc").and(element.attribute("value")).unwrap_or_default().to_owned();
                header.subjects.push(Subject { code, name: Some(name) });
            }
            _ => {}
        }
    }
    let keys = data.child("key-list").into_iter().flat_map(Element::elements).filter_map(|key| key.attribute("key"));
    header.subjects.extend(keys.map(|key| Subject { code: String::new(), name: Some(key.to_owned()) }));
}

/// Reads the body of a whole document, or of one that stands inside another format.
pub(super) fn read_body(root: &Element, parts: &mut Parts) {
    let Some(body) = root.child("body") else {
        return;
    };
    if let Some(head) = body.child("body.head") {
        let said = |name: &str| head.find(name).and_then(Element::said);
        parts.headline = said("hl1").or_else(|| said("hedline")).or(parts.headline.take());
        parts.subheads.extend(head.all(&["hl2"]).into_iter().filter_map(Element::said));
        parts.subheads.extend(head.child("abstract").into_iter().flat_map(xml_blocks));
        parts.header.byline = said("bytag").or_else(|| said("byline")).or(parts.header.byline.take());
        parts.header.credit = parts.header.credit.take().or_else(|| said("distributor"));
        parts.header.rights = parts.header.rights.take().or_else(|| said("rights"));
        parts.header.note = parts.header.note.take().or_else(|| said("note"));
        parts.dateline = said("dateline").or(parts.dateline.take());
        if parts.published.is_none() {
            let told = head.find("story.date");
            parts.publish(told.and_then(|date| date.attribute("norm")));
        }
    }
    let before = parts.paragraphs.len();
    parts.paragraphs.extend(body.each("body.content").flat_map(xml_blocks));
    if parts.paragraphs.len() == before && body.child("body.head").is_none() {
        parts.paragraphs.extend(xml_blocks(body));
    }
    parts.paragraphs.extend(body.child("body.end").into_iter().flat_map(xml_blocks));
}
