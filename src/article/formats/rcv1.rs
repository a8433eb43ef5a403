//! The XML of Reuters Corpus Volume 1: one article, coded by the publisher.

use super::markup::{Element, first_element};
use super::parts::Parts;
use super::whole_file::{Found, Piece, whole_file};
use super::{ArticleFormat, ColumnMap, FaultKind, Items, Source};
use crate::article::{Language, Subject};

/// Reads [`Format::Rcv1`](super::Format::Rcv1).
pub(super) struct Rcv1;

impl ArticleFormat for Rcv1 {
    fn recognises(&self, opening: &[u8]) -> bool {
        first_element(opening).is_some_and(|root| root == "newsitem")
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
    let said = |name: &str| root.child(name).and_then(Element::said);
    let mut parts = Parts { headline: said("headline"), dateline: said("dateline"), ..Parts::default() };
    parts.publish(root.attribute("date"));
    let header = &mut parts.header;
    header.guid = root.attribute("itemid").or(root.attribute("id")).map(str::to_owned);
    header.language = root.attribute("lang").and_then(Language::declared);
    header.byline = said("byline");
    header.rights = said("copyright");
    let body = root.child("text");
    parts.paragraphs = body.into_iter().flat_map(|body| body.each("p")).filter_map(Element::said).collect();
    for codes in root.child("metadata").into_iter().flat_map(|metadata| metadata.each("codes")) {
        let class = codes.attribute("class").unwrap_or_default();
        for code in codes.each("code").filter_map(|code| code.attribute("code")) {
            if class.contains("countries") {
                parts.header.places.push(code.to_owned());
            } else {
                parts.header.subjects.push(Subject { code: code.to_owned(), name: None });
            }
        }
    }
    let elements = root.child("metadata").into_iter().flat_map(|metadata| metadata.each("dc"));
    for (element, value) in elements.filter_map(|dc| Some((dc.attribute("element")?, dc.attribute("value")?))) {
        match element {
            "dc.date.published" => parts.publish(Some(value)),
            "dc.publisher" => parts.header.credit = Some(value.to_owned()),
            "dc.source" => parts.header.section = Some(value.to_owned()),
            "dc.creator.location" => parts.header.places.insert(0, value.to_owned()),
            _ => {}
        }
    }
    vec![Ok(Piece::only(parts))]
}
