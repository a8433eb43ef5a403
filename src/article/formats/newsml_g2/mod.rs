//! NewsML-G2: news items, packages, and messages that carry several of them.

mod content;
mod metadata;

use super::markup::{Element, first_element};
use super::parts::Parts;
use super::whole_file::{Found, Piece, whole_file};
use super::{ArticleFormat, ColumnMap, FaultKind, Items, Source};

/// Reads [`Format::NewsmlG2`](super::Format::NewsmlG2).
pub(super) struct NewsmlG2;

/// Items of the standard, and what is told of those that hold no article.
const ITEMS: [(&str, Option<&str>); 7] = [
    ("newsItem", None),
    ("packageItem", None),
    ("conceptItem", Some("a NewsML-G2 concept item")),
    ("knowledgeItem", Some("a NewsML-G2 knowledge item")),
    ("planningItem", Some("a NewsML-G2 planning item")),
    ("catalogItem", Some("a NewsML-G2 catalogue")),
    ("hopHistory", Some("a NewsML-G2 hop history")),
];
/// Elements that hold items or are parts of one.
const OTHER_ROOTS: [&str; 4] = ["newsMessage", "contentSet", "contentMeta", "groupSet"];

impl ArticleFormat for NewsmlG2 {
    fn recognises(&self, opening: &[u8]) -> bool {
        let root = first_element(opening).unwrap_or_default();
        OTHER_ROOTS.contains(&root.as_str()) || ITEMS.iter().any(|(name, _)| *name == root)
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
    if root.name != "newsMessage" {
        return vec![read_item(&root).map(Piece::only)];
    }
    let sets = root.each("itemSet").flat_map(Element::elements);
    sets.map(|item| {
        let mut parts = read_item(item)?;
        if parts.published.is_none() {
            parts.publish(root.at(&["header", "sent"]).and_then(Element::said).as_deref());
        }
        let member = item.attribute("guid").map(|guid| match item.attribute("version") {
            Some(version) => format!("{guid};{version}"),
            None => guid.to_owned(),
        });
        Ok(Piece { parts, member, range: Some(item.range), bytes: None })
    })
    .collect()
}

/// The parts of one item, or of a piece of one.
fn read_item(item: &Element) -> Result<Parts, (usize, FaultKind)> {
    let at = item.range.0;
    if let Some((_, Some(what))) = ITEMS.iter().find(|(name, _)| *name == item.name) {
        return Err((at, FaultKind::NoArticle(what)));
    }
    let mut parts = Parts::default();
    metadata::read(item, &mut parts);
    content::read(item, &mut parts);
    if !parts.is_empty() {
        return Ok(parts);
    }
    Err((
        at,
        if item.name == "groupSet" {
            FaultKind::NoArticle("a piece of a NewsML-G2 package")
        } else {
            FaultKind::NoWords
        },
    ))
}
