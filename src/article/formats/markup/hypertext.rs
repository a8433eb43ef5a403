//! The paragraphs of HTML.

use dom_query::{Document, NodeRef};

use super::blocks::Blocks;

/// The paragraphs of `markup`, a piece of HTML or a whole page; text without any tag is split at line breaks.
pub(in crate::article::formats) fn hypertext_blocks(markup: &str) -> Vec<String> {
    if !markup.contains('<') {
        let lines = markup.split('\n').map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
        let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
        if !markup.contains('&') {
            return lines;
        }
        let tagged: String = lines.iter().flat_map(|line| ["<p>", line, "</p>"]).collect();
        return node_blocks(&Document::from(tagged.as_str()).root());
    }
    node_blocks(&Document::from(markup).root())
}

/// The paragraphs below `root`. The tree is walked without recursion: a page may be nested at any depth.
pub(in crate::article::formats) fn node_blocks(root: &NodeRef<'_>) -> Vec<String> {
    enum Step<'a> {
        Enter(NodeRef<'a>),
        Leave(String),
    }
    let mut blocks = Blocks::default();
    let mut pending: Vec<Step<'_>> = root.children_it(true).map(Step::Enter).collect();
    while let Some(step) = pending.pop() {
        let node = match step {
            Step::Enter(node) => node,
            Step::Leave(name) => {
                blocks.leave(&name);
                continue;
            }
        };
        if node.is_text() {
            blocks.text(&node.text());
            continue;
        }
        let Some(name) = node.node_name().map(|name| name.to_string()) else {
            continue;
        };
        // The page's own head is passed over, an article's `header` is not.
        if blocks.enter(&name) {
            pending.push(Step::Leave(name));
            pending.extend(node.children_it(true).map(Step::Enter));
        }
    }
    blocks.end()
}
