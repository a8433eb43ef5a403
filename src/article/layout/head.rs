//! Reads what stands above an article's body: headline, section labels, date and byline.

use jiff::civil::Date;

use super::credit_line::{byline, credit_line};
use super::dateline::dateline;
use super::day::date_line;
use super::lines::{after_bullet, line_at, written_line};
use super::page_lines::{is_promo, list_title};
use crate::article::Article;
use crate::text::{Span, sentences};

/// Reads the head of `text` into `article` and says where the body starts.
pub(super) fn read_head(text: &str, article: &mut Article) -> usize {
    let mut at = 0;
    while let Some((line, next)) = written_line(text, at) {
        if let Some(credits) = byline(text, line).filter(|_| article.headline.is_some()) {
            article.credits.extend(credits);
            article.furniture.push(line);
        } else if let Some(mark) = Mark::of(text, line) {
            mark.keep(line, article);
        } else if let Some((headline, after)) = headline(text, line).filter(|_| article.headline.is_none()) {
            article.headline = Some(headline);
            at = after;
            continue;
        } else {
            return line.start;
        }
        at = next;
    }
    text.len()
}

/// A line of the head other than headline and byline.
enum Mark {
    Section(Span),
    Day(Date),
}

impl Mark {
    fn of(text: &str, line: Span) -> Option<Self> {
        const LONGEST_SECTION: usize = 40;
        let bullet = after_bullet(text, line);
        if let Some(day) = date_line(bullet.unwrap_or(line).of(text)) {
            return Some(Self::Day(day));
        }
        let section = bullet?;
        let short = section.len() <= LONGEST_SECTION && section.of(text).split_whitespace().count() <= 4;
        (short && !section.of(text).ends_with(['.', '?', '!'])).then_some(Self::Section(section))
    }

    fn keep(self, line: Span, article: &mut Article) {
        match self {
            Self::Section(section) => article.sections.push(section),
            Self::Day(day) => {
                article.published.get_or_insert(day);
                article.furniture.push(line);
            }
        }
    }
}

/// The headline that starts with `first`, and where the line after it starts.
///
/// Up to three lines above a date, section label, byline or dateline are one; so is a single line with
/// a blank one and more text under it, when it is short enough not to be a paragraph.
fn headline(text: &str, first: Span) -> Option<(Span, usize)> {
    const MOST_LINES: usize = 3;
    if !can_be_headline(text, first) {
        return None;
    }
    let (_, mut next) = line_at(text, first.start);
    let mut block = first;
    let mut count = 1;
    let mut sentences_above = 0;
    loop {
        let (line, after) = line_at(text, next);
        if line.is_empty() || is_under_headline(text, line) {
            break;
        }
        count += 1;
        if count > MOST_LINES || !can_be_headline(text, line) {
            return None;
        }
        sentences_above += usize::from(block.of(text).ends_with('.'));
        block = block.cover(line);
        next = after;
    }
    // Lines that end like sentences are paragraphs set without blank lines.
    if sentences_above > 0 {
        return None;
    }
    let (below, _) = written_line(text, next)?;
    if is_under_headline(text, below) {
        return Some((block, next));
    }
    let deck = count == 2 && first.of(text).ends_with(';');
    (deck || count == 1 && is_short(text, block)).then_some((block, next))
}

fn can_be_headline(text: &str, line: Span) -> bool {
    const LONGEST: usize = 250;
    line.len() <= LONGEST
        && dateline(text, line, None).is_none()
        && list_title(text, line).is_none()
        && credit_line(text, line).is_none()
        && !is_promo(line.of(text))
}

fn is_under_headline(text: &str, line: Span) -> bool {
    Mark::of(text, line).is_some() || byline(text, line).is_some() || dateline(text, line, None).is_some()
}

/// Without anything telling below, a headline is short, and shorter still when it ends like a sentence.
fn is_short(text: &str, block: Span) -> bool {
    const LONGEST: usize = 160;
    const LONGEST_SENTENCE: usize = 110;
    let ends_sentence = block.of(text).ends_with(['.', '"', '\u{201D}']);
    let longest = if ends_sentence && sentences(text, block).len() == 1 { LONGEST_SENTENCE } else { LONGEST };
    block.len() <= longest
}
