//! `NewsML` 1: messages of news items with nested components.

use super::markup::{Element, first_element, hypertext_blocks, xml_blocks};
use super::parts::Parts;
use super::whole_file::{Found, Piece, whole_file};
use super::{ArticleFormat, ColumnMap, FaultKind, Items, Source, nitf};
use crate::article::{Language, Status, Subject};

/// Reads [`Format::Newsml1`](super::Format::Newsml1).
pub(super) struct Newsml1;

/// Components whose content is no part of the text.
const NOT_TEXT: [&str; 8] =
    ["stylesheet", "headline", "subheadline", "logo", "photo", "multimedia", "caption", "thumbnail"];

impl ArticleFormat for Newsml1 {
    fn recognises(&self, opening: &[u8]) -> bool {
        first_element(opening).is_some_and(|root| root == "NewsML")
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
    let sent = root.at(&["NewsEnvelope", "DateAndTime"]).and_then(Element::said);
    let items: Vec<&Element> = root.each("NewsItem").collect();
    let alone = items.len() == 1;
    items
        .into_iter()
        .map(|item| {
            let mut parts = read_item(item);
            parts.publish(sent.as_deref());
            let member = parts.header.guid.clone().filter(|_| !alone);
            Ok(Piece { parts, member, range: (!alone).then_some(item.range), bytes: None })
        })
        .collect()
}

fn read_item(item: &Element) -> Parts {
    let mut parts = Parts::default();
    let header = &mut parts.header;
    header.language = item.attribute("lang").and_then(Language::declared);
    if let Some(name) = item.at(&["Identification", "NewsIdentifier"]) {
        let part = |part: &str| name.child(part).and_then(Element::said);
        header.version = part("RevisionId");
        // Without its last part, the version, the public name is the same for all versions.
        let public = part("PublicIdentifier").map(|urn| match urn.rsplit_once(':') {
            Some((story, version)) if Some(version) == header.version.as_deref() => story.to_owned(),
            _ => urn.clone(),
        });
        header.guid = public.or_else(|| part("NewsItemId"));
    }
    header.slug = item.at(&["Identification", "NameLabel"]).and_then(Element::said);
    if let Some(management) = item.child("NewsManagement") {
        let formal = |name: &str| management.child(name).and_then(|element| element.attribute("FormalName"));
        header.status = formal("Status").map_or(Status::Usable, Status::named);
        header.urgency = formal("Urgency").and_then(|urgency| urgency.parse().ok());
        for link in management.each("AssociatedWith").chain(management.each("DerivedFrom")) {
            parts.relate(Some(&link.name), link.attribute("NewsItem"), None);
        }
        let made = management.child("ThisRevisionCreated").and_then(Element::said);
        parts.update(made.as_deref());
        parts.publish(made.as_deref());
    }
    for component in item.each("NewsComponent") {
        read_component(component, &mut parts);
    }
    parts
}

/// Reads a component and those inside it; the tree's bound on depth bounds the recursion.
fn read_component(component: &Element, parts: &mut Parts) {
    let role = component.child("Role").and_then(|role| role.attribute("FormalName")).unwrap_or_default();
    if NOT_TEXT.contains(&role.to_ascii_lowercase().as_str()) {
        return;
    }
    if let Some(lines) = component.child("NewsLines") {
        read_lines(lines, parts);
    }
    if let Some(metadata) = component.child("DescriptiveMetadata") {
        read_metadata(metadata, parts);
    }
    for topic in component.all(&["TopicSet"]).into_iter().flat_map(|set| set.each("Topic")) {
        let english = topic
            .each("Description")
            .find(|name| name.attribute("lang") == Some("en") && name.attribute("Variant") == Some("Name"));
        if let Some(code) = topic.child("FormalName").and_then(Element::said) {
            parts.header.subjects.push(Subject { code, name: english.and_then(Element::said) });
        }
    }
    let provider = component.at(&["AdministrativeMetadata", "Provider", "Party"]);
    let provider = provider.and_then(|party| party.attribute("FormalName")).map(str::to_owned);
    parts.header.credit = parts.header.credit.take().or(provider);
    for content in component.each("ContentItem") {
        read_content(content, parts);
    }
    let same_in_other_words = component.attribute("EquivalentsList") == Some("yes");
    for inner in component.each("NewsComponent") {
        let read = parts.paragraphs.len();
        read_component(inner, parts);
        if same_in_other_words && parts.paragraphs.len() > read {
            return;
        }
    }
}

fn read_lines(lines: &Element, parts: &mut Parts) {
    let said = |name: &str| lines.child(name).and_then(Element::said);
    parts.headline = parts.headline.take().or_else(|| said("HeadLine"));
    parts.subheads.extend(lines.each("SubHeadLine").filter_map(Element::said));
    parts.dateline = parts.dateline.take().or_else(|| said("DateLine"));
    let header = &mut parts.header;
    header.byline = header.byline.take().or_else(|| said("ByLine"));
    header.credit = header.credit.take().or_else(|| said("CreditLine"));
    header.rights = header.rights.take().or_else(|| said("CopyrightLine"));
    header.slug = said("SlugLine").or(header.slug.take());
}

fn read_metadata(metadata: &Element, parts: &mut Parts) {
    let language = metadata.child("Language").and_then(|language| language.attribute("FormalName"));
    let header = &mut parts.header;
    header.language = header.language.take().or_else(|| language.and_then(Language::declared));
    for subject in metadata.each("SubjectCode").flat_map(Element::elements) {
        let code = subject.attribute("FormalName").unwrap_or_default().to_owned();
        if header.subjects.iter().all(|known| known.code != code) {
            header.subjects.push(Subject { code, name: None });
        }
    }
    for location in metadata.each("Location") {
        let properties = location.each("Property").filter(|property| property.attribute("FormalName") == Some("City"));
        header.places.extend(properties.filter_map(|property| property.attribute("Value")).map(str::to_owned));
    }
}

fn read_content(content: &Element, parts: &mut Parts) {
    let formal = |name: &str| content.child(name).and_then(|element| element.attribute("FormalName")).unwrap_or("Text");
    let is_text = formal("MediaType").eq_ignore_ascii_case("text") && !formal("MimeType").contains("css");
    let Some(data) = content.child("DataContent").filter(|_| is_text) else {
        return;
    };
    match data.elements().next() {
        Some(nitf) if nitf.name == "nitf" => nitf::read_body(nitf, parts),
        Some(_) => parts.paragraphs.extend(xml_blocks(data)),
        None => parts.paragraphs.extend(hypertext_blocks(&data.text())),
    }
}
