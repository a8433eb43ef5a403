//! What a reader should check: quotations nothing closes, and those nobody is said to have spoken.

use crate::statement::{Doubt, DoubtKind, Utterance};
use crate::text::{Quotation, Span};

/// White space in a quotation from which it is speech, and not a title or a word held at arm's length.
const LEAST_SPACES: usize = 5;

/// The doubts about every quotation in `marks`; both lists are in text order.
pub(super) fn about(text: &str, marks: &[Quotation], utterances: &[Utterance]) -> Vec<Doubt> {
    let mut spoken: Vec<Span> = utterances.iter().flat_map(|utterance| utterance.content.iter().copied()).collect();
    spoken.sort_unstable();
    let mut doubts = Vec::new();
    let mut reach = 0;
    let mut next = spoken.iter().peekable();
    for mark in marks {
        // How far the contents that begin before the quotation ends run.
        while let Some(span) = next.next_if(|span| span.start < mark.span.end) {
            reach = reach.max(span.end);
        }
        if !mark.closed {
            doubts.push(Doubt { kind: DoubtKind::UnclosedQuotation, span: mark.span });
            continue;
        }
        let long = mark.inner.of(text).split_whitespace().nth(LEAST_SPACES).is_some();
        if long && reach <= mark.span.start {
            doubts.push(Doubt { kind: DoubtKind::UnattributedQuotation, span: mark.span });
        }
    }
    doubts
}
