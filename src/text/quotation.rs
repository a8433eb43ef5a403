//! Words between double quotation marks.

use super::Span;

/// One quotation inside a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quotation {
    /// The whole quotation, marks included.
    pub span: Span,
    /// The words between the marks.
    pub inner: Span,
    /// Whether a closing mark was found; an open one runs to the end of its paragraph.
    pub closed: bool,
}

/// The quotations of one paragraph, in order, never overlapping.
///
/// Marks: `"`, curly doubles, and the typewriter pairs ` `` ` and `''`, where `''` may open too. A quotation left open ends
/// with its paragraph, because the next paragraph of a long quotation opens its own mark.
#[must_use]
pub fn quotations(text: &str, paragraph: Span) -> Vec<Quotation> {
    let mut out = Vec::new();
    let mut open: Option<(Mark, Span)> = None;
    let words = paragraph.of(text);
    // Few paragraphs have curly marks, and the others are quickly found.
    let curly = memchr::memchr(CURLY, words.as_bytes()).is_some();
    let next_mark = |rest: &[u8]| {
        if curly { rest.iter().position(|&byte| is_mark(byte)) } else { memchr::memchr3(b'"', b'`', b'\'', rest) }
    };
    let mut at = 0;
    while let Some(next) = next_mark(&words.as_bytes()[at..]) {
        at += next;
        // In `'''` the inner quotation's single mark comes first when the outer one closes.
        if words[at..].starts_with("'''") && open.is_some() {
            at += 1;
        }
        let Some((mark, len)) = mark_at(&words[at..]) else {
            at += words[at..].chars().next().map_or(1, char::len_utf8);
            continue;
        };
        let here = Span::new(paragraph.start + at, paragraph.start + at + len);
        at += len;
        let mark = if mark == Mark::CurlyOpen && open.is_some() && only_closes(text, here, paragraph) {
            // A typing slip: the opening form where the closing one belongs.
            Mark::CurlyClose
        } else {
            mark
        };
        match open {
            None if mark == Mark::Straight && only_closes(text, here, paragraph) => {}
            Some(_) if mark == Mark::Straight && only_opens(text, here, paragraph) => {}
            None if mark.opens() || mark == Mark::TypewriterClose && opens_word(text, here, paragraph) => {
                open = Some((mark, here));
            }
            Some((opening, start)) if mark.closes(opening) => {
                out.push(Quotation { span: start.cover(here), inner: Span::new(start.end, here.start), closed: true });
                open = None;
            }
            _ => {}
        }
    }
    if let Some((_, start)) = open {
        out.push(Quotation {
            span: Span::new(start.start, paragraph.end),
            inner: Span::new(start.end, paragraph.end),
            closed: false,
        });
    }
    out
}

/// Whether a straight mark follows a word and precedes none: a closing mark whose opening one is
/// missing must not swallow the text up to the next quotation.
fn only_closes(text: &str, mark: Span, paragraph: Span) -> bool {
    let before = text[paragraph.start..mark.start].chars().next_back();
    let after = text[mark.end..paragraph.end].chars().next();
    before.is_some_and(|c| !c.is_whitespace() && !matches!(c, '(' | '[' | '-' | '\u{2014}' | '\u{2013}' | '='))
        && after.is_none_or(|c| c.is_whitespace() || matches!(c, '.' | ',' | ';' | ')' | ']'))
}

/// Whether a straight mark precedes a word and follows white space.
fn only_opens(text: &str, mark: Span, paragraph: Span) -> bool {
    let before = text[paragraph.start..mark.start].chars().next_back();
    let after = text[mark.end..paragraph.end].chars().next();
    before.is_some_and(char::is_whitespace) && after.is_some_and(char::is_alphanumeric)
}

/// Whether `''` stands before a word and not after one: some wires open quotations with it too.
fn opens_word(text: &str, mark: Span, paragraph: Span) -> bool {
    let before = text[paragraph.start..mark.start].chars().next_back();
    let after = text[mark.end..paragraph.end].chars().next();
    let outside = before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '-' | '\u{2014}' | ','));
    outside && after.is_some_and(|c| !c.is_whitespace())
}

/// The byte that curly marks begin with.
const CURLY: u8 = 0xE2;

/// Whether a mark may begin with `byte`.
fn is_mark(byte: u8) -> bool {
    matches!(byte, b'"' | b'`' | b'\'' | CURLY)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Straight,
    CurlyOpen,
    CurlyClose,
    TypewriterOpen,
    TypewriterClose,
}

impl Mark {
    fn opens(self) -> bool {
        matches!(self, Self::Straight | Self::CurlyOpen | Self::TypewriterOpen)
    }

    fn closes(self, opening: Self) -> bool {
        match opening {
            Self::Straight | Self::CurlyOpen => matches!(self, Self::Straight | Self::CurlyClose),
            Self::TypewriterOpen => matches!(self, Self::TypewriterClose | Self::Straight),
            Self::TypewriterClose => self == Self::TypewriterClose,
            Self::CurlyClose => false,
        }
    }
}

fn mark_at(rest: &str) -> Option<(Mark, usize)> {
    if rest.starts_with('"') {
        Some((Mark::Straight, 1))
    } else if rest.starts_with('\u{201C}') {
        Some((Mark::CurlyOpen, '\u{201C}'.len_utf8()))
    } else if rest.starts_with('\u{201D}') {
        Some((Mark::CurlyClose, '\u{201D}'.len_utf8()))
    } else if rest.starts_with("``") {
        Some((Mark::TypewriterOpen, 2))
    } else if rest.starts_with("''") {
        Some((Mark::TypewriterClose, 2))
    } else {
        None
    }
}
