//! Words of a text as the index knows them.

use super::StatementIndex;
use super::analyzers::PROSE;
use crate::text::Span;

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stem {
    /// Its stem, in lower case: what the index matches it by.
    pub stem: String,
    /// Where it stands.
    pub span: Span,
}

impl StatementIndex {
    /// The words of `text`, in order.
    #[must_use]
    pub fn stems(&self, text: &str) -> Vec<Stem> {
        let mut analyzer = self.index.tokenizers().get(PROSE).unwrap_or_default();
        let mut out = Vec::new();
        analyzer.token_stream(text).process(&mut |token| {
            out.push(Stem { stem: token.text.clone(), span: Span::new(token.offset_from, token.offset_to) });
        });
        out
    }
}
