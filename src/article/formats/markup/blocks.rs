//! The paragraphs of marked-up text: its blocks, in order, without pictures and scripts.

use super::element::{Element, Node};

/// Elements that begin and end a paragraph, of XHTML, NITF and `NewsML`.
const BLOCKS: [&str; 37] = [
    "p",
    "div",
    "section",
    "article",
    "main",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "ul",
    "ol",
    "dl",
    "dt",
    "dd",
    "tr",
    "table",
    "pre",
    "blockquote",
    "bq",
    "hl1",
    "hl2",
    "hedline",
    "block",
    "hr",
    "td.header",
    "address",
    "header",
    "footer",
    "aside",
    "nav",
    "figure",
    "body.content",
    "body.end",
    "tagline",
];
/// Elements whose text is no part of the article's.
const PASSED_OVER: [&str; 18] = [
    "script",
    "style",
    "media",
    "figure",
    "figcaption",
    "nav",
    "form",
    "button",
    "noscript",
    "svg",
    "iframe",
    "template",
    "head",
    "select",
    "footer",
    "media-caption",
    "media-producer",
    "nitf-table-metadata",
];
/// Cells, set apart by a space.
const CELLS: [&str; 2] = ["td", "th"];

/// Stands for a line break inside a paragraph; two in a row part paragraphs.
const BREAK: char = '\u{2028}';

/// Collects paragraphs while a tree is walked.
#[derive(Debug, Default)]
pub(super) struct Blocks {
    done: Vec<String>,
    open: String,
    /// Depth of `pre`, where a line break ends a line.
    kept: usize,
}

impl Blocks {
    /// An element starts; false when what is inside it is passed over.
    pub(super) fn enter(&mut self, name: &str) -> bool {
        if PASSED_OVER.contains(&name) {
            return false;
        }
        if name == "br" {
            self.line_break();
        }
        self.around(name);
        self.kept += usize::from(name == "pre");
        true
    }

    /// An element ends.
    pub(super) fn leave(&mut self, name: &str) {
        self.around(name);
        self.kept = self.kept.saturating_sub(usize::from(name == "pre"));
    }

    fn around(&mut self, name: &str) {
        if BLOCKS.contains(&name) {
            self.close();
        } else if CELLS.contains(&name) {
            self.open.push(' ');
        }
    }

    /// A line break.
    fn line_break(&mut self) {
        if self.open.trim_end_matches(|c: char| c.is_whitespace() && c != BREAK).ends_with(BREAK) {
            self.close();
        } else {
            self.open.push(BREAK);
        }
    }

    /// Text inside the element that is open.
    pub(super) fn text(&mut self, text: &str) {
        if self.kept == 0 {
            self.open.push_str(text);
            return;
        }
        for (at, paragraph) in text.split("\n\n").enumerate() {
            if at > 0 {
                self.close();
            }
            self.open.push_str(paragraph);
        }
    }

    fn close(&mut self) {
        let words = self.open.split_whitespace().collect::<Vec<_>>().join(" ");
        if !words.is_empty() {
            self.done.push(words);
        }
        self.open.clear();
    }

    pub(super) fn end(mut self) -> Vec<String> {
        self.close();
        self.done
    }
}

/// The paragraphs inside an XML element.
pub(in crate::article::formats) fn xml_blocks(root: &Element) -> Vec<String> {
    let mut blocks = Blocks::default();
    walk(root, &mut blocks);
    blocks.end()
}

/// The tree's own bound on depth bounds the recursion.
fn walk(element: &Element, blocks: &mut Blocks) {
    for node in &element.nodes {
        match node {
            Node::Text(text) => blocks.text(text),
            Node::Element(child) => {
                if blocks.enter(&child.name) {
                    walk(child, blocks);
                    blocks.leave(&child.name);
                }
            }
        }
    }
}
