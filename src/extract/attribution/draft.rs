//! An attribution found in one unit, before quotations of later units join it.

use crate::statement::CueClass;
use crate::text::Span;

use super::construct::Construct;

/// One attribution, with the words it takes up in its unit.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Draft {
    /// The content, in text order.
    pub content: Vec<Span>,
    pub cue: Option<Span>,
    pub source: Option<Span>,
    pub class: CueClass,
    pub construct: Construct,
    /// The words of the unit its content takes up, as ranges.
    pub claims: Vec<(usize, usize)>,
}

impl Draft {
    /// Whether `word` is part of the content.
    pub fn holds(&self, word: usize) -> bool {
        self.claims.iter().any(|&(first, end)| first <= word && word < end)
    }
}

/// Whether some draft's content holds `word`.
pub(super) fn claimed(drafts: &[Draft], word: usize) -> bool {
    drafts.iter().any(|draft| draft.holds(word))
}
