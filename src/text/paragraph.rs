//! Paragraphs of running text.

use super::Span;

/// The paragraphs of `text` inside `within`, trimmed, none empty.
///
/// Newswire marks a paragraph in three ways: a blank line, an indent of two or more spaces on a new
/// line (1980s wires, whose lines are broken at 65 columns), or one line for each paragraph. A
/// text with a blank line or an indent uses that; otherwise every line is a paragraph.
#[must_use]
pub fn paragraphs(text: &str, within: Span) -> Vec<Span> {
    let lines = lines(text, within);
    let wrapped = is_hard_wrapped(text, &lines);
    let mut out: Vec<Span> = Vec::new();
    let mut open = false;
    for line in lines {
        let trimmed = line.trim(text);
        if trimmed.is_empty() {
            open = false;
            continue;
        }
        let indented = trimmed.start - line.start >= 2;
        match out.last_mut() {
            Some(last) if open && wrapped && !indented => *last = last.cover(trimmed),
            _ => out.push(trimmed),
        }
        open = true;
    }
    out
}

/// Whether single line breaks are only typesetting: hardly any line is longer than a terminal's
/// width, and several are long enough to have been broken.
fn is_hard_wrapped(text: &str, lines: &[Span]) -> bool {
    let mut full = 0_usize;
    let mut long = 0_usize;
    for line in lines {
        match line.trim(text).len() {
            0..=45 => {}
            46..=100 => full += 1,
            _ => long += 1,
        }
    }
    full > 0 && long * 10 <= full
}

fn lines(text: &str, within: Span) -> Vec<Span> {
    let mut out = Vec::new();
    let mut start = within.start;
    for piece in within.of(text).split_inclusive('\n') {
        let end = start + piece.len();
        out.push(Span::new(start, end));
        start = end;
    }
    out
}
