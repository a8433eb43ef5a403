//! The content of a NewsML-G2 item: text in XHTML, NITF or plain, or the links of a package.

use crate::article::formats::markup::{Element, hypertext_blocks, xml_blocks};
use crate::article::formats::nitf;
use crate::article::formats::parts::Parts;

/// Reads the content of `item` into `parts`.
pub(super) fn read(item: &Element, parts: &mut Parts) {
    let set = if item.name == "contentSet" { Some(item) } else { item.child("contentSet") };
    for inline in set.into_iter().flat_map(Element::elements) {
        match inline.name.as_str() {
            "inlineXML" => read_inline(inline, parts),
            "inlineData" if is_text(inline) => parts.paragraphs.extend(hypertext_blocks(&inline.text())),
            _ => {}
        }
    }
    if parts.paragraphs.is_empty() {
        let content = item.child("contentMeta");
        let described = content.into_iter().flat_map(|meta| meta.each("description")).filter_map(Element::said);
        let mut described: Vec<String> = described.filter(|words| !parts.subheads.contains(words)).collect();
        described.dedup();
        parts.paragraphs = described;
    }
    if item.name == "packageItem" {
        read_package(item, parts);
    }
}

fn read_inline(inline: &Element, parts: &mut Parts) {
    let Some(content) = inline.elements().next() else {
        parts.paragraphs.extend(hypertext_blocks(&inline.text()));
        return;
    };
    if content.name == "nitf" {
        nitf::read_body(content, parts);
    } else {
        parts.paragraphs.extend(xml_blocks(content));
    }
}

fn is_text(inline: &Element) -> bool {
    let encoded = inline.attribute("encoding").is_some();
    !encoded && inline.attribute("contenttype").is_none_or(|kind| kind.starts_with("text/") || kind.contains("html"))
}

/// The items a package points to: related items, and where they have titles a list of headlines.
fn read_package(item: &Element, parts: &mut Parts) {
    for group in item.all(&["group"]) {
        let role = group.attribute("role").map(|role| role.rsplit(':').next().unwrap_or(role));
        let mut titles = Vec::new();
        for link in group.each("itemRef") {
            let title = link.child("headline").or_else(|| link.child("title")).and_then(Element::said);
            parts.relate(role, link.attribute("residref").or(link.attribute("href")), title.clone());
            titles.extend(title);
        }
        if !titles.is_empty() {
            let title = group.child("title").and_then(Element::said).or_else(|| role.map(str::to_owned));
            parts.lists.push((title.unwrap_or_else(|| "Package".to_owned()), titles));
        }
    }
}
