//! Reads the headlines under the title of a list.

use super::credit_line::credit_line;
use super::lines::{after_bullet, line_at};
use super::page_lines::{is_promo, list_title};
use crate::article::HeadlineList;
use crate::text::Span;

/// The list whose title stands in `line`, and where reading goes on after it.
///
/// Its headlines are the lines under the title up to a blank one; headlines set apart by blank lines
/// follow as long as they read as headlines.
pub(super) fn headline_list(text: &str, line: Span) -> Option<(HeadlineList, usize)> {
    let (title, inline) = list_title(text, line)?;
    let (_, mut at) = line_at(text, line.start);
    let mut list = HeadlineList { title, headlines: Vec::from_iter(inline) };
    if inline.is_some() {
        return Some((list, at));
    }
    let mut blank = false;
    let mut apart = true;
    let mut read_to = at;
    while at < text.len() {
        let (line, next) = line_at(text, at);
        at = next;
        if line.is_empty() {
            blank = true;
            continue;
        }
        let first = list.headlines.is_empty();
        let headline = after_bullet(text, line).unwrap_or(line);
        if !first && blank && !apart
            || !is_headline(text, headline)
            || (!first && blank && !reads_as_headline(text, line))
        {
            break;
        }
        apart = first || (apart && blank);
        list.headlines.push(headline);
        read_to = next;
        blank = false;
    }
    Some((list, read_to))
}

/// Whether `line` can stand in a list: short, and not something else that stands on a page.
fn is_headline(text: &str, line: Span) -> bool {
    const LONGEST: usize = 200;
    line.len() <= LONGEST
        && list_title(text, line).is_none()
        && !is_promo(line.of(text))
        && credit_line(text, line).is_none()
}

/// Whether `line` reads as a headline where it could also be a paragraph.
fn reads_as_headline(text: &str, line: Span) -> bool {
    !line.of(text).ends_with(['.', '"', '\u{201D}', ':'])
}
