//! A place in the text of a query that moves from left to right.

use super::QueryError;
use crate::text::Span;

/// The part of a query that has not been read yet.
#[derive(Debug, Clone)]
pub(super) struct Cursor<'q> {
    pub text: &'q str,
    pub at: usize,
}

impl<'q> Cursor<'q> {
    pub fn new(text: &'q str) -> Self {
        Self { text, at: 0 }
    }

    /// What is left.
    pub fn rest(&self) -> &'q str {
        &self.text[self.at..]
    }

    pub fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// The next character's place; an empty span at the end of the text.
    pub fn next_span(&self) -> Span {
        Span::new(self.at, self.at + self.peek().map_or(0, char::len_utf8))
    }

    /// The span from `start` up to here.
    pub fn since(&self, start: usize) -> Span {
        Span::new(start, self.at)
    }

    /// Steps over `wanted` when it is next.
    pub fn skip(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        if found {
            self.at += wanted.len_utf8();
        }
        found
    }

    /// Steps over white space, no-break spaces among it.
    pub fn skip_space(&mut self) {
        self.run(|c| !c.is_whitespace());
    }

    /// Reads up to the first character that `ends` the run.
    pub fn run(&mut self, ends: impl Fn(char) -> bool) -> &'q str {
        let rest = self.rest();
        let run = &rest[..rest.find(ends).unwrap_or(rest.len())];
        self.at += run.len();
        run
    }

    /// The text at `span`.
    pub fn of(&self, span: Span) -> &'q str {
        &self.text[span.start..span.end]
    }

    /// `span` without the white space at its ends.
    pub fn trimmed(&self, span: Span) -> Span {
        let text = self.of(span);
        let start = span.start + text.len() - text.trim_start().len();
        Span::new(start, start + text.trim().len())
    }

    /// Reads from the quotation mark that is next to the one that closes it; gives the span between,
    /// without white space at its ends.
    pub fn quoted(&mut self) -> Result<Span, QueryError> {
        let open = self.next_span();
        self.at = open.end;
        self.run(is_quote);
        let inner = self.trimmed(self.since(open.end));
        let close = self.next_span();
        if close.is_empty() {
            return Err(QueryError::new(
                open,
                "this quotation mark is not closed",
                "add a closing quotation mark, or leave this one out",
            ));
        }
        self.at = close.end;
        if inner.is_empty() {
            return Err(QueryError::new(
                self.since(open.start),
                "there is nothing between the quotation marks",
                "put words between them, or leave them out",
            ));
        }
        Ok(inner)
    }
}

/// Whether `c` opens and closes quotations. Any mark closes any other: word processors mix them. Single
/// marks do not count, since they are apostrophes.
pub(super) fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{201f}' | '\u{ab}' | '\u{bb}')
}
