//! The parts of an article told from the layout of its text.

mod body;
mod credit_line;
mod dateline;
mod day;
mod head;
mod headline_lists;
mod lines;
mod page_lines;

pub(super) use body::read_body;
pub(super) use credit_line::tagged_byline;
pub(super) use dateline::{dateline, tagged_dateline};
pub(super) use day::leading_day;
pub(super) use page_lines::is_sign_off;

use super::Article;

/// The article of a saved page or a wire's text: every line of `text` becomes part of something.
pub(super) fn lay_out(text: String) -> Article {
    let mut article = Article::default();
    let body = head::read_head(&text, &mut article);
    body::read_body(&text, body, &mut article);
    article.text = text;
    article
}
