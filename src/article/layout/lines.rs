//! Lines of a text, one at a time.

use crate::text::Span;

/// The line that starts at `start`, trimmed, and where the next one starts.
pub(super) fn line_at(text: &str, start: usize) -> (Span, usize) {
    let rest = &text.as_bytes()[start..];
    let next = memchr::memchr(b'\n', rest).map_or(text.len(), |at| start + at + 1);
    (Span::new(start, next).trim(text), next)
}

/// The first line at or after `start` that is not blank, and where the line after it starts.
pub(super) fn written_line(text: &str, mut start: usize) -> Option<(Span, usize)> {
    while start < text.len() {
        let (line, next) = line_at(text, start);
        if !line.is_empty() {
            return Some((line, next));
        }
        start = next;
    }
    None
}

/// What a list mark such as `•` stands before, when the line opens with one.
pub(super) fn after_bullet(text: &str, line: Span) -> Option<Span> {
    const BULLETS: [char; 9] =
        ['\u{2022}', '\u{00B7}', '\u{25CF}', '\u{25AA}', '\u{25E6}', '\u{2023}', '\u{2013}', '*', '-'];
    let words = line.of(text);
    let rest = words.strip_prefix(BULLETS)?;
    // A dash or an asterisk glued to its word is not a list mark.
    if !rest.starts_with(char::is_whitespace) && !words.starts_with('\u{2022}') {
        return None;
    }
    let inner = Span::new(line.end - rest.len(), line.end).trim(text);
    (!inner.is_empty()).then_some(inner)
}
