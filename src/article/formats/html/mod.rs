//! A saved web page: JSON-LD first, Open Graph next, and the readable body where neither holds it.

mod json_ld;
mod page_meta;

use dom_query::{Document, NodeRef};
use dom_smoothie::{Config, Readability};

use super::markup::{first_element, hypertext_blocks, node_blocks};
use super::parts::Parts;
use super::whole_file::{Found, Piece, whole_file};
use super::{ArticleFormat, ColumnMap, FaultKind, Items, Source};

/// Reads [`Format::Html`](super::Format::Html).
pub(super) struct Html;

/// First elements of a page or of a piece of one.
const ROOTS: [&str; 14] =
    ["html", "head", "body", "meta", "title", "article", "main", "div", "section", "p", "h1", "h2", "link", "script"];
/// How pages mark the body of an article, the surest mark first.
const BODIES: [&str; 5] = [
    r#"[itemprop="articleBody"]"#,
    r#"[class*="article-body"], [class*="articleBody"], [class*="ArticleBody"], [class*="article__body"]"#,
    r#"[class*="story-body"], [class*="StoryBody"], [class*="article-text"], [class*="article-content"]"#,
    r#"[data-testid^="paragraph-"]"#,
    r#"[class*="entry-content"], [class*="post-content"]"#,
];
/// A marked body of fewer bytes is a teaser.
const FEWEST_BYTES: usize = 250;
/// What stands over a page: questions about cookies and consent.
const OVERLAYS: &str =
    r#"[id*="onetrust"], [class*="onetrust"], [id*="consent"], [id*="cookie"], [class*="cookie-banner"]"#;
/// The deepest nesting the search for the readable body is trusted with.
const DEEPEST: usize = 400;

impl ArticleFormat for Html {
    fn recognises(&self, opening: &[u8]) -> bool {
        first_element(opening).is_some_and(|root| ROOTS.contains(&root.to_ascii_lowercase().as_str()))
    }

    fn items<'r>(&self, source: Source<'r>, _: &ColumnMap) -> Items<'r> {
        whole_file(source, find)
    }
}

fn find(text: &str) -> Vec<Found> {
    let page = Document::from(text);
    if deepest(&page.root()) > DEEPEST {
        return vec![Err((0, FaultKind::Markup(format!("elements are nested deeper than {DEEPEST}"))))];
    }
    let mut parts = Parts::default();
    json_ld::read(&page, &mut parts);
    page_meta::read(&page, &mut parts);
    if parts.paragraphs.is_empty() {
        parts.paragraphs = marked_body(&page).unwrap_or_else(|| readable_body(page));
    }
    let headline = parts.headline.as_deref().unwrap_or_default();
    if parts.paragraphs.first().is_some_and(|first| first == headline) {
        parts.paragraphs.remove(0);
    }
    vec![Ok(Piece::only(parts))]
}

/// The paragraphs of the element a page itself marks as the body of its article.
fn marked_body(page: &Document) -> Option<Vec<String>> {
    BODIES.iter().find_map(|selector| {
        let marked = page.select(selector);
        let outermost = marked.nodes().iter().filter(|node| !has_marked_parent(node, marked.nodes()));
        let blocks: Vec<String> = outermost.flat_map(node_blocks).collect();
        let len: usize = blocks.iter().map(String::len).sum();
        (len >= FEWEST_BYTES).then_some(blocks)
    })
}

fn has_marked_parent(node: &NodeRef<'_>, marked: &[NodeRef<'_>]) -> bool {
    node.ancestors_it(None).any(|above| marked.iter().any(|other| other.id == above.id))
}

/// The paragraphs of the part of a page that is most likely its text; all of it when nothing stands out.
fn readable_body(page: Document) -> Vec<String> {
    page.select(OVERLAYS).remove();
    let whole = node_blocks(&page.root());
    let config = Config { disable_json_ld: true, max_elements_to_parse: 200_000, ..Config::default() };
    let found = Readability::with_document(page, None, Some(config)).and_then(|mut page| page.parse());
    found.map_or(whole, |article| hypertext_blocks(&article.content))
}

/// The depth of the deepest node, found without recursion.
fn deepest(root: &NodeRef<'_>) -> usize {
    let mut deepest = 0;
    let mut pending = vec![(root.first_child(), 1_usize)];
    while let Some((node, depth)) = pending.pop() {
        let Some(node) = node else { continue };
        deepest = deepest.max(depth);
        pending.push((node.next_sibling(), depth));
        pending.push((node.first_child(), depth + 1));
    }
    deepest
}
