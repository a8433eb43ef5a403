//! The parts a format with fields gives of an article, put together into one text with spans over it.

use jiff::civil::Date;

use super::moment::Moment;
use crate::article::layout::{dateline, read_body, tagged_byline, tagged_dateline};
use crate::article::{Article, Header, HeadlineList, Related};
use crate::text::Span;

/// What a format found of one article.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub(super) headline: Option<String>,
    pub(super) subheads: Vec<String>,
    /// City, day and agency, where the format keeps them apart from the body.
    pub(super) dateline: Option<String>,
    pub(super) paragraphs: Vec<String>,
    /// Lists of other headlines, each with its title.
    pub(super) lists: Vec<(String, Vec<String>)>,
    pub(super) published: Option<Date>,
    pub(super) header: Header,
}

impl Parts {
    /// Whether there is nothing to read or search.
    pub(super) fn is_empty(&self) -> bool {
        self.headline.is_none() && self.paragraphs.is_empty() && self.lists.is_empty()
    }

    /// Takes `written` as the moment of publication; the first one that can be read stays.
    pub(super) fn publish(&mut self, written: Option<&str>) {
        if let Some(moment) = written.and_then(Moment::read) {
            self.published.get_or_insert(moment.day);
            self.header.published = self.header.published.or(moment.at);
        }
    }

    /// Takes `written` as the moment this version was made.
    pub(super) fn update(&mut self, written: Option<&str>) {
        if let Some(moment) = written.and_then(Moment::read) {
            self.header.updated = self.header.updated.or(moment.at);
        }
    }

    /// Keeps a link to another item.
    pub(super) fn relate(&mut self, relation: Option<&str>, target: Option<&str>, title: Option<String>) {
        if let Some(target) = target.map(str::trim).filter(|target| !target.is_empty()) {
            let relation = relation.map(str::to_owned);
            self.header.related.push(Related { relation, target: target.to_owned(), title });
        }
    }

    /// One text in reading order, and everything found in it: headline, subheads, byline, dateline and
    /// body, then the lists. The body is read like a page's: datelines, credits and promos are told.
    pub(super) fn article(self) -> Article {
        let Self { headline, subheads, dateline, mut paragraphs, lists, published, header } = self;
        join_dateline(&mut paragraphs);
        let mut article = Article { published, ..Article::default() };
        let mut text = String::new();
        article.headline = headline.and_then(|words| line(&mut text, &words));
        for words in subheads {
            article.subheads.extend(line(&mut text, &words));
        }
        if let Some(byline) = header.byline.as_deref().and_then(|words| line(&mut text, &with_by(words))) {
            article.credits = tagged_byline(&text, byline).unwrap_or_default();
            article.furniture.push(byline);
        }
        article.header = header;
        let body = text.len();
        let tagged = dateline.filter(|words| is_dateline(words, paragraphs.first(), article.published));
        let mut start = body;
        if let Some(words) = tagged {
            text.push_str(words.trim().trim_end_matches(['-', '\u{2013}', '\u{2014}']).trim_end());
            text.push_str(" -");
            article.dateline = tagged_dateline(&text, Span::new(body, text.len()), article.published);
            start = article.dateline.as_ref().map_or(body, |dateline| dateline.span.end);
            text.push(' ');
        }
        for paragraph in &paragraphs {
            line(&mut text, paragraph);
        }
        read_body(&text, start, &mut article);
        for (title, headlines) in lists {
            if let Some(title) = line(&mut text, &title) {
                let headlines = headlines.iter().filter_map(|words| line(&mut text, words)).collect();
                article.lists.push(HeadlineList { title, headlines });
            }
        }
        text.truncate(text.trim_end().len());
        text.push('\n');
        article.text = text;
        article
    }
}

/// Joins a first paragraph that is nothing but a dateline with the one it opens.
fn join_dateline(paragraphs: &mut Vec<String>) {
    const LONGEST: usize = 80;
    let opens = |first: &String| first.len() <= LONGEST && first.ends_with(['-', '\u{2013}', '\u{2014}']);
    if paragraphs.len() > 1 && paragraphs.first().is_some_and(opens) {
        let dateline = paragraphs.remove(0);
        paragraphs[0].insert_str(0, &format!("{dateline} "));
    }
}

/// Appends `words` and a blank line, and says where the words stand; nothing when they are blank.
fn line(text: &mut String, words: &str) -> Option<Span> {
    let words = words.trim();
    if words.is_empty() {
        return None;
    }
    let start = text.len();
    text.push_str(words);
    let span = Span::new(start, text.len());
    text.push_str("\n\n");
    Some(span)
}

/// A byline as an article prints it.
fn with_by(words: &str) -> String {
    let by = words.trim().get(..3).is_some_and(|by| by.eq_ignore_ascii_case("by "));
    if by { words.to_owned() } else { format!("By {words}") }
}

/// Whether a dateline field is one the body does not open with: some agencies put a clock time there.
fn is_dateline(words: &str, first: Option<&String>, published: Option<Date>) -> bool {
    let Some(first) = first else {
        return false;
    };
    let city = words.split([',', '(']).next().unwrap_or_default().trim();
    let opens = first.get(..city.len()).is_some_and(|opening| opening.eq_ignore_ascii_case(city));
    let own = dateline(first, Span::new(0, first.len()), published).is_some();
    words.trim().starts_with(char::is_alphabetic) && words.len() <= 100 && !opens && !own
}
