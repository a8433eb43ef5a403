//! XML that is in none of the formats: refused, naming its root element.

use super::FaultKind;
use super::markup::first_element;

/// What is told of a file that is XML, when no format has recognised it.
pub(super) fn refuse_xml(opening: &[u8]) -> Option<FaultKind> {
    let root = first_element(opening)?;
    Some(if root == "schema" { FaultKind::NoArticle("an XML schema") } else { FaultKind::UnknownXml(root) })
}
