//! An article saved as plain text in the layout of a news page or a wire.

use super::decode::decode;
use super::text_file::text_file;
use super::{ArticleFormat, ColumnMap, Items, Source};
use crate::article::layout::lay_out;

/// How many bytes of an article show its layout.
const SEEN: usize = 8 * 1024;

/// Reads [`Format::WireText`](super::Format::WireText).
pub(super) struct WireText;

impl ArticleFormat for WireText {
    /// Whether the opening has anything of an article that is not body.
    fn recognises(&self, opening: &[u8]) -> bool {
        let seen = &opening[..opening.len().min(SEEN)];
        let article = lay_out(decode(seen).0);
        article.headline.is_some()
            || article.dateline.is_some()
            || !article.sections.is_empty()
            || !article.furniture.is_empty()
            || !article.lists.is_empty()
    }

    fn items<'r>(&self, source: Source<'r>, _: &ColumnMap) -> Items<'r> {
        text_file(source, lay_out)
    }
}
