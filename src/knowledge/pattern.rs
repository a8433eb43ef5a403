//! The small pattern language of the rule tables.
//!
//! A pattern is a sequence of elements separated by spaces:
//!
//! ```text
//! word          this word, without regard to case
//! a|b|c         one of these words
//! word?         the same, or nothing
//! ..            up to six words, the fewest that fit, never over the end of a clause
//! {parties}     a list of countries and organisations, as long as it goes; the rule's subject
//! {document}    a noun for a text that can be issued jointly ("statement")
//! {text}        the object of a verb of signing: a text, a word for one, or nothing
//! {joint}       a word that makes a document joint, then any words but marks before it
//! ```

use std::collections::HashSet;

use serde::{Deserialize, Deserializer, de};

/// A compiled pattern.
#[derive(Debug, Clone)]
pub struct Pattern {
    /// Its elements, in order.
    pub elements: Vec<Element>,
}

/// One element of a [`Pattern`].
#[derive(Debug, Clone)]
pub enum Element {
    /// One of these words, in lower case.
    Word(HashSet<String>),
    /// One of these words, or nothing.
    Optional(HashSet<String>),
    /// A few words of no matter.
    Gap,
    /// A list of parties.
    Parties,
    /// A document noun.
    Document,
    /// The object of a verb of signing, when it is a text, a word for one, or left out.
    Text,
    /// A word that makes a document joint.
    Joint,
}

impl Pattern {
    fn parse(text: &str) -> Result<Self, String> {
        let elements = text.split_whitespace().map(element).collect::<Result<Vec<_>, _>>()?;
        match elements.iter().filter(|element| matches!(element, Element::Parties)).count() {
            1 => Ok(Self { elements }),
            count => Err(format!("a pattern has one {{parties}}, not {count}: {text}")),
        }
    }
}

fn element(text: &str) -> Result<Element, String> {
    match text {
        ".." => return Ok(Element::Gap),
        "{parties}" => return Ok(Element::Parties),
        "{document}" => return Ok(Element::Document),
        "{text}" => return Ok(Element::Text),
        "{joint}" => return Ok(Element::Joint),
        _ if text.contains(['{', '}']) => return Err(format!("unknown element {text}")),
        _ => {}
    }
    let words = |text: &str| text.split('|').map(str::to_lowercase).collect();
    Ok(text.strip_suffix('?').map_or_else(|| Element::Word(words(text)), |text| Element::Optional(words(text))))
}

impl<'de> Deserialize<'de> for Pattern {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(deserializer)?).map_err(de::Error::custom)
    }
}
