//! Reads an article's body and what stands below it: dateline, paragraphs, credits, promos, lists.

use super::credit_line::{credit_line, trailing_credit_line};
use super::dateline::{bare_dateline, dateline};
use super::headline_lists::headline_list;
use super::lines::line_at;
use super::page_lines::{is_promo, is_sign_off};
use crate::article::{Article, Dateline};
use crate::text::{Span, paragraphs};

/// Under a headline a dateline is looked for in this many paragraphs: a summary or a note may stand
/// before it.
const DATELINE_WITHIN: usize = 3;

/// Reads everything of `text` from `start` on into `article`.
pub(in crate::article) fn read_body(text: &str, start: usize, article: &mut Article) {
    let mut pending = paragraphs(text, Span::new(start, text.len()));
    pending.reverse();
    let mut read_to = start;
    while let Some(unit) = pending.pop() {
        // The lines of a list may have reached into this paragraph.
        let unit = Span::new(unit.start.max(read_to.min(unit.end)), unit.end).trim(text);
        if unit.is_empty() {
            continue;
        }
        let (first_line, _) = line_at(text, unit.start);
        let line = Span::new(first_line.start, first_line.end.min(unit.end));
        if let Some((list, after)) = headline_list(text, line) {
            article.lists.push(list);
            read_to = after;
            pending.push(unit);
            continue;
        }
        read_to = take_unit(text, unit, article);
        if read_to < unit.end {
            pending.push(unit);
        }
    }
}

/// Gives `unit`, or its opening, to the part of the article it belongs to; says how far that reaches.
fn take_unit(text: &str, unit: Span, article: &mut Article) -> usize {
    if let Some(dateline) = opening_dateline(text, unit, article) {
        let end = dateline.span.end;
        article.dateline = Some(dateline);
        return end;
    }
    if let Some((line, credits)) = credit_line(text, unit) {
        article.furniture.push(line);
        article.credits.extend(credits);
        return line.end;
    }
    if is_promo(unit.of(text)) {
        article.promos.push(unit);
        return unit.end;
    }
    if is_sign_off(unit.of(text)) {
        article.furniture.push(unit);
        return unit.end;
    }
    let end = trailing_credit_line(text, unit).unwrap_or(unit.end);
    article.paragraphs.push(Span::new(unit.start, end).trim(text));
    end
}

fn opening_dateline(text: &str, unit: Span, article: &Article) -> Option<Dateline> {
    let within = if article.headline.is_some() { DATELINE_WITHIN } else { 1 };
    if article.dateline.is_some() || article.paragraphs.len() >= within {
        return None;
    }
    let bare = || bare_dateline(text, unit).filter(|_| article.paragraphs.is_empty());
    dateline(text, unit, article.published).or_else(bare)
}
