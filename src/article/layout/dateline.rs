//! Finds the dateline a paragraph opens with.

use jiff::civil::Date;

use super::day::{WrittenDay, leading_day};
use crate::article::Dateline;
use crate::text::Span;

/// The longest dateline, in bytes.
const LONGEST: usize = 160;
const LONG_DASHES: [char; 3] = ['\u{2013}', '\u{2014}', '\u{2015}'];

/// The dateline `paragraph` opens with: a place, an agency in brackets or a day, and a dash.
pub(in crate::article) fn dateline(text: &str, paragraph: Span, published: Option<Date>) -> Option<Dateline> {
    let cut = Cut::at_dash(text, paragraph)?;
    if cut.agency.is_none() && cut.day.is_none() {
        return None;
    }
    if cut.places.is_empty() && cut.agency.is_none() || !cut.reads_as_place(text) {
        return None;
    }
    Some(cut.dateline(text, published))
}

/// A dateline of nothing but a city in capitals before a long dash: "WASHINGTON — ".
pub(super) fn bare_dateline(text: &str, paragraph: Span) -> Option<Dateline> {
    const LONGEST_CITY: usize = 30;
    let cut = Cut::at_dash(text, paragraph)?;
    let city = cut.places.of(text);
    let long_dash = cut.span.of(text).ends_with(LONG_DASHES);
    let only_city = cut.agency.is_none() && cut.day.is_none();
    let capitals = city.chars().all(|c| c.is_uppercase() || c == ' ') && (4..=LONGEST_CITY).contains(&city.len());
    (long_dash && only_city && capitals).then(|| cut.dateline(text, None))
}

/// The dateline of words the publisher has tagged as one.
pub(in crate::article) fn tagged_dateline(text: &str, tagged: Span, published: Option<Date>) -> Option<Dateline> {
    let words = tagged.trim(text).trim_matches(text, |c| c == '*' || c.is_whitespace());
    if let Some(found) = dateline(text, words, published) {
        return Some(found);
    }
    if !words.of(text).starts_with(char::is_alphabetic) || !words.of(text).ends_with('-') {
        return None;
    }
    let day = Cut::at_dash(text, words).and_then(|cut| cut.day);
    let places = words.trim_matches(text, |c| c == '-' || c.is_whitespace());
    let place = places.of(text);
    // Rows and heads of tables are sometimes tagged as a dateline.
    if place.is_empty()
        || place.contains("  ")
        || (!place.contains(',') && place.contains(|c: char| c.is_ascii_digit()))
    {
        return None;
    }
    Some(Cut { span: words, places, agency: None, day }.dateline(text, published))
}

/// The opening of a paragraph cut into the parts of a dateline.
struct Cut {
    span: Span,
    places: Span,
    agency: Option<Span>,
    day: Option<WrittenDay>,
}

impl Cut {
    fn at_dash(text: &str, paragraph: Span) -> Option<Self> {
        let paragraph = paragraph.trim(text);
        let (dash, dash_end) = dash(paragraph.of(text))?;
        let span = Span::new(paragraph.start, paragraph.start + dash_end);
        let before = Span::new(paragraph.start, paragraph.start + dash).trim(text);
        let (before, agency) = split_agency(text, before)?;
        let (places, day) = split_day(text, before);
        Some(Self { span, places, agency, day })
    }

    fn dateline(self, text: &str, published: Option<Date>) -> Dateline {
        Dateline {
            span: self.span,
            cities: cities(text, self.places),
            agency: self.agency,
            date: self.day.and_then(|day| day.near(published)),
        }
    }

    /// Tells "BERLIN (AFP) -" from a sentence such as "The European Union (EU) - a bloc - agreed".
    fn reads_as_place(&self, text: &str) -> bool {
        let places = self.places.of(text);
        if !places.split_whitespace().all(is_in_place_name) {
            return false;
        }
        let Some(agency) = self.agency else {
            return opens_with_capital(places) && places.split_whitespace().count() <= 6;
        };
        if places.is_empty() {
            return opens_with_capital(agency.of(text));
        }
        let first = places.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        if first.chars().count() > 1 && first.chars().all(char::is_uppercase) {
            return true;
        }
        let initials = places.split_whitespace().filter_map(|word| word.chars().next());
        opens_with_capital(places)
            && places.split_whitespace().count() <= 5
            && first != "The"
            && !initials.eq(agency.of(text).chars())
    }
}

/// Whether a word of a place's name can look like this: a capital first, or one of the small words.
fn is_in_place_name(word: &str) -> bool {
    const SMALL: [&str; 15] =
        ["and", "of", "the", "on", "in", "near", "aboard", "de", "del", "la", "le", "sur", "am", "an", "upon"];
    !word.starts_with(char::is_lowercase) || SMALL.contains(&word) || word.contains(['-', '\''])
}

fn opens_with_capital(words: &str) -> bool {
    words.starts_with(char::is_uppercase)
}

/// Where the first dash outside brackets starts and ends: a long one, or a hyphen set apart.
fn dash(words: &str) -> Option<(usize, usize)> {
    let mut depth = 0_usize;
    let mut previous = ' ';
    for (at, c) in words.char_indices().take_while(|&(at, _)| at < LONGEST) {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            '"' | '\u{201C}' | '?' | '!' | ';' => return None,
            _ if depth > 0 => {}
            _ if LONG_DASHES.contains(&c) => return Some((at, at + c.len_utf8())),
            '-' => {
                let hyphens = words[at..].len() - words[at..].trim_start_matches('-').len();
                let after = &words[at + hyphens..];
                let apart_before = previous.is_whitespace() || previous == ')' || previous.is_ascii_digit();
                let apart_after = after.is_empty() || after.starts_with(char::is_whitespace) || hyphens > 1;
                if at > 0 && apart_before && apart_after {
                    return Some((at, at + hyphens));
                }
            }
            _ => {}
        }
        previous = c;
    }
    None
}

/// The agency in brackets at the end of `before`; nothing at all when the brackets hold something else.
fn split_agency(text: &str, before: Span) -> Option<(Span, Option<Span>)> {
    const LONGEST_AGENCY: usize = 40;
    let words = before.of(text);
    let Some(open_part) = words.strip_suffix(')') else {
        return Some((before, None));
    };
    let open = before.start + open_part.rfind('(')?;
    let agency = Span::new(open + 1, before.end - 1).trim(text);
    let fits = (1..=LONGEST_AGENCY).contains(&agency.len()) && agency.of(text).starts_with(char::is_alphanumeric);
    fits.then(|| (trim_place(text, Span::new(before.start, open)), Some(agency)))
}

/// The day at the end of `before`, after a comma or a space, and the places before it.
fn split_day(text: &str, before: Span) -> (Span, Option<WrittenDay>) {
    let words = before.of(text);
    let starts = words.match_indices([',', ' ', '\n']).map(|(at, _)| at + 1);
    for at in std::iter::once(0).chain(starts) {
        if let Some((day, rest)) = leading_day(&words[at..])
            && rest.trim_matches([' ', '.', ',']).is_empty()
        {
            return (trim_place(text, Span::new(before.start, before.start + at)), Some(day));
        }
    }
    (before, None)
}

fn trim_place(text: &str, place: Span) -> Span {
    place.trim_matches(text, |c| c.is_whitespace() || matches!(c, ',' | '-' | '('))
}

/// The cities of "PARIS/BERLIN" or "LONDON, ROME and PARIS"; what follows a comma otherwise is where
/// the city lies.
fn cities(text: &str, places: Span) -> Vec<Span> {
    let mut out = Vec::new();
    for place in split(text, places, "/") {
        let listed = split(text, place, " and ");
        let many = listed.len() > 1;
        for part in listed {
            let named = split(text, part, ",");
            out.extend(named.into_iter().take(if many { usize::MAX } else { 1 }));
        }
    }
    out
}

/// The parts of `span` between separators, trimmed, none empty.
fn split(text: &str, span: Span, separator: &str) -> Vec<Span> {
    let mut start = span.start;
    let mut out = Vec::new();
    for part in span.of(text).split(separator) {
        let place = trim_place(text, Span::new(start, start + part.len()));
        if !place.is_empty() {
            out.push(place);
        }
        start += part.len() + separator.len();
    }
    out
}
