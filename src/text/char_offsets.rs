//! Byte offsets turned into character offsets, for formats that count code points.

use super::Span;

/// Converts byte offsets of one text into counts of Unicode code points.
///
/// Keeps one count for every `STEP` bytes, so that a look-up reads at most that many.
#[derive(Debug)]
pub struct CharOffsets<'t> {
    text: &'t str,
    counts: Vec<usize>,
}

const STEP: usize = 256;

impl<'t> CharOffsets<'t> {
    /// Counts the characters of `text` once.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let mut counts = Vec::with_capacity(text.len() / STEP + 1);
        let mut count = 0;
        for chunk in text.as_bytes().chunks(STEP) {
            counts.push(count);
            count += chunk.iter().filter(|&&byte| !is_continuation(byte)).count();
        }
        counts.push(count);
        Self { text, counts }
    }

    /// Characters before byte `offset`.
    #[must_use]
    pub fn at(&self, offset: usize) -> usize {
        let chunk = offset / STEP;
        let rest = &self.text.as_bytes()[chunk * STEP..offset];
        self.counts[chunk] + rest.iter().filter(|&&byte| !is_continuation(byte)).count()
    }

    /// `span` in characters instead of bytes.
    #[must_use]
    pub fn span(&self, span: Span) -> Span {
        Span::new(self.at(span.start), self.at(span.end))
    }
}

fn is_continuation(byte: u8) -> bool {
    byte & 0b1100_0000 == 0b1000_0000
}
