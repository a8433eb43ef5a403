//! RSS and Atom: every entry of a feed is an article.

use super::markup::{Element, first_element, hypertext_blocks, xml_blocks};
use super::parts::Parts;
use super::whole_file::{Found, Piece, whole_file};
use super::{ArticleFormat, ColumnMap, FaultKind, Items, Source};
use crate::article::{Language, Subject};

/// Reads [`Format::Feed`](super::Format::Feed).
pub(super) struct Feed;

impl ArticleFormat for Feed {
    fn recognises(&self, opening: &[u8]) -> bool {
        first_element(opening).is_some_and(|root| matches!(root.as_str(), "rss" | "feed" | "RDF"))
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
    let channel = root.child("channel");
    let told = channel.and_then(|channel| channel.child("language")).and_then(Element::said);
    let language = told.as_deref().or(root.attribute("lang")).and_then(Language::declared);
    let entries: Vec<&Element> = match root.name.as_str() {
        "feed" => root.each("entry").collect(),
        "RDF" => root.each("item").collect(),
        _ => channel.into_iter().flat_map(|channel| channel.each("item")).collect(),
    };
    let mut out = Vec::new();
    for (at, entry) in entries.into_iter().enumerate() {
        let mut parts = read_entry(entry);
        parts.header.language = entry.attribute("lang").and_then(Language::declared).or_else(|| language.clone());
        let member = parts.header.guid.clone().or_else(|| parts.header.url.clone());
        let member = member.unwrap_or_else(|| format!("entry-{}", at + 1));
        out.push(Ok(Piece { parts, member: Some(member), range: Some(entry.range), bytes: None }));
    }
    out
}

fn read_entry(entry: &Element) -> Parts {
    let said = |name: &str| entry.child(name).and_then(Element::said);
    let mut parts =
        Parts { headline: said("title").map(|title| hypertext_blocks(&title).join(" ")), ..Parts::default() };
    let header = &mut parts.header;
    header.guid = said("guid").or_else(|| said("id"));
    header.url = link(entry);
    header.byline = said("creator").or_else(|| said("author").filter(|author| !author.contains('@')));
    if let Some(name) = entry.at(&["author", "name"]).and_then(Element::said) {
        header.byline = Some(name);
    }
    header.rights = said("rights");
    header.credit = said("source");
    for category in entry.each("category") {
        if let Some(name) =
            category.attribute("label").or(category.attribute("term")).map(str::to_owned).or_else(|| category.said())
        {
            let code = category.attribute("domain").map(|_| category.attribute("nicename")).unwrap_or_default();
            header.subjects.push(Subject { code: code.unwrap_or_default().to_owned(), name: Some(name) });
        }
    }
    parts.publish(said("pubDate").or_else(|| said("published")).or_else(|| said("date")).as_deref());
    parts.publish(said("updated").as_deref());
    parts.update(said("updated").or_else(|| said("modified")).as_deref());
    for link in entry.each("link").filter(|link| link.attribute("rel") == Some("related")) {
        parts.relate(Some("related"), link.attribute("href"), link.attribute("title").map(str::to_owned));
    }
    parts.paragraphs = body(entry);
    parts
}

/// The longest text an entry has of itself.
fn body(entry: &Element) -> Vec<String> {
    let texts = ["encoded", "content", "description", "summary"].iter().flat_map(|name| entry.each(name));
    let read = texts
        .map(|text| if text.elements().next().is_some() { xml_blocks(text) } else { hypertext_blocks(&text.text()) });
    read.reduce(|best, next| {
        let len = |blocks: &Vec<String>| blocks.iter().map(String::len).sum::<usize>();
        if len(&next) > len(&best) { next } else { best }
    })
    .unwrap_or_default()
}

fn link(entry: &Element) -> Option<String> {
    let alternate = |link: &&Element| link.attribute("rel").is_none_or(|rel| rel == "alternate");
    let link = entry.each("link").find(alternate)?;
    link.attribute("href").map(str::to_owned).or_else(|| link.said())
}
