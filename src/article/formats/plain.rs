//! Plain text that is nothing but a body: no headline, no date, every paragraph the article's own.

use super::text_file::text_file;
use super::{ArticleFormat, ColumnMap, Items, Source};
use crate::article::Article;

/// Reads [`Format::Plain`](super::Format::Plain).
pub(super) struct Plain;

impl ArticleFormat for Plain {
    /// Any text can be read as a body.
    fn recognises(&self, _: &[u8]) -> bool {
        true
    }

    fn items<'r>(&self, source: Source<'r>, _: &ColumnMap) -> Items<'r> {
        text_file(source, Article::from_body)
    }
}
