//! The markup of one SGML item taken apart into its fields.

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};

use crate::article::Tags;

/// The fields of one item, entities resolved and control characters dropped.
#[derive(Debug, Default)]
pub(super) struct Fields {
    /// Attributes, lists and single values.
    pub(super) tags: Tags,
    /// `TITLE`.
    pub(super) title: String,
    /// `AUTHOR`, as it stands.
    pub(super) author: String,
    /// `DATELINE`, as it stands.
    pub(super) dateline: String,
    /// `BODY`, as it stands.
    pub(super) body: String,
    /// Text directly inside `TEXT`: the whole of an item without a body, table heads before a dateline.
    pub(super) loose: String,
    /// The list entry being read.
    entry: String,
}

/// Elements that hold text of their own or other elements; anything else in angle brackets is text.
const ELEMENTS: [&str; 16] = [
    "REUTERS",
    "DATE",
    "MKNOTE",
    "TOPICS",
    "PLACES",
    "PEOPLE",
    "ORGS",
    "EXCHANGES",
    "COMPANIES",
    "UNKNOWN",
    "TEXT",
    "TITLE",
    "AUTHOR",
    "DATELINE",
    "BODY",
    "D",
];

/// What the collection puts where an article's body has been lost.
const LOST_BODY: &str = "Blah blah blah.";

impl Fields {
    /// The words that stand above the dateline, and the body.
    pub(super) fn above_and_body(&self) -> (&str, &str) {
        let loose = self.loose.trim_start_matches('\n');
        if loose.trim() == LOST_BODY {
            return ("", &self.body);
        }
        if self.body.is_empty() && self.dateline.is_empty() { ("", loose) } else { (loose, &self.body) }
    }

    /// Reads the markup of one item.
    ///
    /// Forgiving where the collection is careless: tags may be left open, entities may be unknown, and
    /// a company's `<NAME>` may stand unescaped.
    ///
    /// # Errors
    /// When the markup cannot be told from the text, with the parser's words for it.
    pub(super) fn parse(markup: &str) -> Result<Self, String> {
        let mut reader = Reader::from_str(markup);
        let config = reader.config_mut();
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        let mut fields = Self::default();
        let mut open: Vec<&'static str> = Vec::new();
        loop {
            match reader.read_event().map_err(|error| error.to_string())? {
                Event::Start(tag) => fields.start(&tag, &mut open),
                Event::Empty(tag) => fields.push(&open, &format!("<{}/>", &*tag)),
                Event::End(tag) => fields.end(tag.name().as_ref(), &mut open),
                Event::Text(text) => fields.push(&open, &text),
                Event::CData(text) => fields.push(&open, &text),
                Event::GeneralRef(entity) => fields.push_entity(&open, &entity),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
                Event::Eof => return Ok(fields),
            }
        }
    }

    fn start(&mut self, tag: &BytesStart<'_>, open: &mut Vec<&'static str>) {
        let name = tag.name();
        let Some(&name) = ELEMENTS.iter().find(|&&known| known == name.as_ref()) else {
            self.push(open, &format!("<{}>", &**tag));
            return;
        };
        open.push(name);
        if !matches!(name, "REUTERS" | "TEXT") {
            if let Some(earlier) = self.tags.values.get_mut(&name.to_lowercase()) {
                earlier.push('\n');
            }
            return;
        }
        for attribute in tag.attributes().with_checks(false).flatten() {
            let field: &str = attribute.key.as_ref();
            let field = match (name, field) {
                ("REUTERS", "TOPICS") => "topics-assigned".to_owned(),
                ("TEXT", "TYPE") => "text-type".to_owned(),
                (_, other) => other.to_lowercase(),
            };
            self.tags.values.insert(field, attribute.value.into_owned());
        }
    }

    fn end(&mut self, name: &str, open: &mut Vec<&'static str>) {
        let Some(at) = open.iter().rposition(|&element| element == name) else {
            if !ELEMENTS.contains(&name) {
                self.push(open, &format!("</{name}>"));
            }
            return;
        };
        if name == "D" {
            let entry = tidy(&std::mem::take(&mut self.entry));
            let list = at.checked_sub(1).map_or("reuters", |parent| open[parent]).to_lowercase();
            self.tags.lists.entry(list).or_default().push(entry);
        }
        // Asterisks before the title only mark a flash.
        if name == "TITLE" && self.loose.chars().all(|c| c == '*' || c.is_whitespace()) {
            self.loose.clear();
        }
        open.truncate(at);
        if let Some(value) = self.tags.values.get_mut(&name.to_lowercase()) {
            *value = tidy(value);
        }
    }

    fn push(&mut self, open: &[&'static str], text: &str) {
        let Some(element) = open.last() else {
            return;
        };
        let field = match *element {
            "TITLE" => &mut self.title,
            "AUTHOR" => &mut self.author,
            "DATELINE" => &mut self.dateline,
            "BODY" => &mut self.body,
            "TEXT" => &mut self.loose,
            "D" => &mut self.entry,
            _ if text.trim().is_empty() => return,
            other => {
                let value = self.tags.values.entry(other.to_lowercase()).or_default();
                value.extend(text.chars().map(|c| if is_unwanted(c) { ' ' } else { c }));
                return;
            }
        };
        if text.contains(is_unwanted) {
            field.extend(text.chars().filter(|&c| !is_unwanted(c)));
        } else {
            field.push_str(text);
        }
    }

    fn push_entity(&mut self, open: &[&'static str], entity: &BytesRef<'_>) {
        let name: &str = entity;
        if let Some(resolved) = resolve_predefined_entity(name) {
            self.push(open, resolved);
            return;
        }
        match character(name) {
            Some(c) => self.push(open, c.encode_utf8(&mut [0; 4])),
            None => self.push(open, &format!("&{name};")),
        }
    }
}

/// The character of `#22` or `#x16`, control characters too.
fn character(entity: &str) -> Option<char> {
    let digits = entity.strip_prefix('#')?;
    let code = match digits.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16),
        None => digits.parse(),
    };
    char::from_u32(code.ok()?)
}

fn is_unwanted(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\r' | '\t')
}

/// A value with every run of white space inside a line made one space.
fn tidy(value: &str) -> String {
    let lines = value.trim().lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.collect::<Vec<_>>().join("\n")
}
