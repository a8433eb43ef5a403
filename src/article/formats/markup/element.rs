//! An XML document as a tree, in bounded depth and without expanding anything.

use quick_xml::Reader;
use quick_xml::escape::resolve_html5_entity;
use quick_xml::events::{BytesStart, Event};

/// The deepest nesting that is read.
const DEEPEST: usize = 200;

/// An element. Names are without their prefix: `xml:lang` is `lang`.
#[derive(Debug, Default)]
pub(in crate::article::formats) struct Element {
    pub(in crate::article::formats) name: String,
    attributes: Vec<(String, String)>,
    pub(in crate::article::formats) nodes: Vec<Node>,
    /// Where it starts and ends in the markup, in bytes.
    pub(in crate::article::formats) range: (usize, usize),
}

/// What stands inside an element.
#[derive(Debug)]
pub(in crate::article::formats) enum Node {
    Element(Element),
    Text(String),
}

/// Markup that cannot be read, and the byte where.
#[derive(Debug)]
pub(in crate::article::formats) struct MarkupError {
    pub(in crate::article::formats) at: usize,
    pub(in crate::article::formats) reason: String,
}

impl Element {
    /// The root element of `markup`. Entities the document itself defines are left as they stand.
    ///
    /// # Errors
    /// When the markup is broken, ends inside an element, or is nested too deep.
    pub(in crate::article::formats) fn parse(markup: &str) -> Result<Self, MarkupError> {
        let mut reader = Reader::from_str(markup);
        reader.config_mut().allow_dangling_amp = true;
        let mut open: Vec<Self> = vec![Self::default()];
        loop {
            let at = position(reader.buffer_position());
            let error = |reason: String| MarkupError { at, reason };
            match reader.read_event().map_err(|fault| error(fault.to_string()))? {
                Event::Start(tag) if open.len() > DEEPEST => {
                    return Err(error(format!("<{}> is nested deeper than {DEEPEST} elements", tag.name().as_ref())));
                }
                Event::Start(tag) => open.push(Self::started(&tag, at)),
                Event::Empty(tag) => {
                    let mut element = Self::started(&tag, at);
                    element.range.1 = position(reader.buffer_position());
                    push(&mut open, Node::Element(element));
                }
                Event::End(_) => {
                    if open.len() > 1
                        && let Some(mut element) = open.pop()
                    {
                        element.range.1 = position(reader.buffer_position());
                        push(&mut open, Node::Element(element));
                    }
                }
                Event::Text(text) => push_text(&mut open, &text),
                Event::CData(text) => push_text(&mut open, &text),
                Event::GeneralRef(entity) => push_text(&mut open, &resolved(&entity)),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
                Event::Eof if open.len() > 1 => return Err(error("the file ends inside an element".to_owned())),
                Event::Eof => break,
            }
        }
        let nodes = open.pop().map(|document| document.nodes).unwrap_or_default();
        let root = nodes.into_iter().find_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        });
        root.ok_or_else(|| MarkupError { at: 0, reason: "there is no element".to_owned() })
    }

    fn started(tag: &BytesStart<'_>, at: usize) -> Self {
        let mut attributes = tag.attributes();
        attributes.with_checks(false);
        let attributes = attributes.flatten().map(|attribute| {
            let value = with_entities(&attribute.value);
            (attribute.key.local_name().as_ref().to_owned(), value)
        });
        Self {
            name: tag.local_name().as_ref().to_owned(),
            attributes: attributes.collect(),
            nodes: Vec::new(),
            range: (at, at),
        }
    }

    /// The elements right inside it.
    pub(in crate::article::formats) fn elements(&self) -> impl Iterator<Item = &Self> {
        self.nodes.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The elements right inside it that are called `name`.
    pub(in crate::article::formats) fn each<'e>(&'e self, name: &'e str) -> impl Iterator<Item = &'e Self> {
        self.elements().filter(move |element| element.name == name)
    }

    /// The first element right inside it that is called `name`.
    pub(in crate::article::formats) fn child(&self, name: &str) -> Option<&Self> {
        self.elements().find(|element| element.name == name)
    }

    /// The first element at the end of `path`.
    pub(in crate::article::formats) fn at(&self, path: &[&str]) -> Option<&Self> {
        path.iter().try_fold(self, |element, name| element.child(name))
    }

    /// Every element inside it, at any depth, that is called one of `names`, in the order of the document.
    pub(in crate::article::formats) fn all<'e>(&'e self, names: &[&str]) -> Vec<&'e Self> {
        let mut out = Vec::new();
        let mut pending: Vec<&Self> = vec![self];
        while let Some(element) = pending.pop() {
            if names.contains(&element.name.as_str()) && !std::ptr::eq(element, self) {
                out.push(element);
            }
            let from = pending.len();
            pending.extend(element.elements());
            pending[from..].reverse();
        }
        out
    }

    /// The first element inside it, at any depth, that is called `name`.
    pub(in crate::article::formats) fn find(&self, name: &str) -> Option<&Self> {
        self.all(&[name]).into_iter().next()
    }

    /// An attribute's value, unless it is blank.
    pub(in crate::article::formats) fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(key, _)| key == name)?;
        Some(found.1.trim()).filter(|value| !value.is_empty())
    }

    /// All text inside it, white space made single spaces.
    pub(in crate::article::formats) fn words(&self) -> String {
        let text = self.text();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// All text inside it, unless it is blank.
    pub(in crate::article::formats) fn said(&self) -> Option<String> {
        Some(self.words()).filter(|words| !words.is_empty())
    }

    /// All text inside it, as it stands.
    pub(in crate::article::formats) fn text(&self) -> String {
        let mut out = String::new();
        let mut pending: Vec<&Node> = self.nodes.iter().rev().collect();
        while let Some(node) = pending.pop() {
            match node {
                Node::Text(text) => out.push_str(text),
                Node::Element(element) => pending.extend(element.nodes.iter().rev()),
            }
        }
        out
    }
}

fn push(open: &mut [Element], node: Node) {
    if let Some(parent) = open.last_mut() {
        parent.nodes.push(node);
    }
}

fn push_text(open: &mut [Element], text: &str) {
    let Some(parent) = open.last_mut() else {
        return;
    };
    let clean = text.chars().map(|c| if c.is_control() && c != '\n' { ' ' } else { c });
    match parent.nodes.last_mut() {
        Some(Node::Text(before)) => before.extend(clean),
        _ => parent.nodes.push(Node::Text(clean.collect())),
    }
}

fn resolved(entity: &str) -> String {
    let number = entity.strip_prefix('#').and_then(|digits| match digits.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok(),
        None => digits.parse().ok(),
    });
    if let Some(c) = number.and_then(char::from_u32) {
        return c.to_string();
    }
    resolve_html5_entity(entity).map_or_else(|| format!("&{entity};"), str::to_owned)
}

/// An attribute's value with its entities resolved.
fn with_entities(value: &str) -> String {
    if !value.contains('&') {
        return value.to_owned();
    }
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(end) = rest[1..].find(';').filter(|end| (1..=32).contains(end)) {
            out.push_str(&resolved(&rest[1..=end]));
            rest = &rest[end + 2..];
        } else {
            out.push('&');
            rest = &rest[1..];
        }
    }
    out.push_str(rest);
    out
}

fn position(at: u64) -> usize {
    usize::try_from(at).unwrap_or(usize::MAX)
}
