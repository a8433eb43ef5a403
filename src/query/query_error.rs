//! What is wrong with a query, where, and how to put it right.

use crate::text::Span;

/// The first thing in a query that cannot be understood.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct QueryError {
    /// What is wrong.
    pub message: String,
    /// The words at fault, in bytes of the query; empty at the end of the query when something is
    /// missing there.
    pub span: Span,
    /// What to write instead.
    pub hint: String,
}

impl QueryError {
    pub(super) fn new(span: Span, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { message: message.into(), span, hint: hint.into() }
    }

    /// The query on one line, and below it carets under the words at fault.
    ///
    /// Line breaks and tabs are shown as spaces, so that the carets stand where they should.
    #[must_use]
    pub fn caret(&self, query: &str) -> String {
        let line: String = on_one_line(query).collect();
        let starts = || query.char_indices().map(|(at, _)| at);
        let before = starts().filter(|at| *at < self.span.start).count();
        let under = starts().filter(|at| (self.span.start..self.span.end).contains(at)).count();
        format!("{line}\n{}{}", " ".repeat(before), "^".repeat(under.max(1)))
    }

    /// `text` as a message can hold it: its first forty characters, on one line.
    pub(super) fn shorten(text: &str) -> String {
        let mut short: String = on_one_line(text).take(40).collect();
        if text.chars().nth(40).is_some() {
            short.push('\u{2026}');
        }
        short
    }
}

/// Line breaks and other control characters, each as one space.
fn on_one_line(text: &str) -> impl Iterator<Item = char> {
    text.chars().map(|c| if c.is_control() { ' ' } else { c })
}
