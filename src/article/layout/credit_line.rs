//! Reads credit lines and bylines.

use std::sync::LazyLock;

use super::lines::line_at;
use crate::article::{Credit, Part};
use crate::text::Span;

/// The words a credit's part is named with, one a line, each with the part it means.
const PART_WORDS: &str = include_str!("credit_parts.txt");

static PARTS: LazyLock<Vec<(&str, Option<Part>)>> = LazyLock::new(|| {
    let rows = PART_WORDS.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    rows.map(|row| {
        let (word, part) = row.split_once(' ').unwrap_or((row, ""));
        (word, part_named(part.trim()))
    })
    .collect()
});

fn part_named(name: &str) -> Option<Part> {
    match name {
        "reporting" => Some(Part::Reporting),
        "writing" => Some(Part::Writing),
        "editing" => Some(Part::Editing),
        "other" => Some(Part::Other),
        _ => None,
    }
}

/// The longest credit line, in bytes.
const LONGEST: usize = 1000;

/// The credit line `unit` opens with, brackets included, and the people it names.
pub(super) fn credit_line(text: &str, unit: Span) -> Option<(Span, Vec<Credit>)> {
    let words = unit.of(text);
    if !words.starts_with(|c: char| matches!(c, '(' | '[') || c.is_ascii_uppercase()) {
        return None;
    }
    let (line, inner) = if words.starts_with(['(', '[']) {
        let line = bracketed(text, unit);
        (line, line.trim_matches(text, |c| matches!(c, '(' | ')' | '[' | ']') || c.is_whitespace()))
    } else {
        (unit, unit)
    };
    if line.len() > LONGEST || !is_part_word(inner.of(text).split_whitespace().next()?) {
        return None;
    }
    let credits = credits(text, inner)?;
    Some((line, credits))
}

/// Where a credit line in brackets starts that ends the paragraph `unit`.
pub(super) fn trailing_credit_line(text: &str, unit: Span) -> Option<usize> {
    let words = unit.of(text);
    if !words.ends_with([')', ']']) {
        return None;
    }
    let starts = words.rmatch_indices(['(', '[']).take(3).map(|(at, _)| unit.start + at);
    starts
        .filter(|&at| at > unit.start)
        .find(|&at| credit_line(text, Span::new(at, unit.end)).is_some_and(|(line, _)| line.end == unit.end))
}

/// The people of a byline: "By A and B", "By A, Agency".
pub(super) fn byline(text: &str, line: Span) -> Option<Vec<Credit>> {
    const LONGEST_BYLINE: usize = 120;
    if line.len() > LONGEST_BYLINE || line.of(text).ends_with(['.', '?', '!', ':']) {
        return None;
    }
    let proper = |word: &str| !word.starts_with(char::is_lowercase) || is_inside_name(word);
    let words = line.of(text).split_whitespace().skip(1).all(proper);
    words.then(|| tagged_byline(text, line))?
}

/// The people of a line the publisher has tagged as the byline.
pub(in crate::article) fn tagged_byline(text: &str, line: Span) -> Option<Vec<Credit>> {
    let by = line.of(text).get(..3).filter(|by| by.eq_ignore_ascii_case("by "))?;
    let mut credits = Vec::new();
    push_names(text, Span::new(line.start + by.len(), line.end), Part::Reporting, &mut credits);
    // A single word after the first name is whom they work for.
    let mut first = true;
    credits.retain(|credit| std::mem::take(&mut first) || credit.name.of(text).contains(char::is_whitespace));
    (!credits.is_empty()).then_some(credits)
}

fn is_inside_name(word: &str) -> bool {
    const PARTICLES: [&str; 14] =
        ["and", "de", "da", "di", "del", "van", "von", "der", "den", "la", "le", "bin", "al", "d'"];
    PARTICLES.contains(&word) || word.contains(['\'', '\u{2019}', '-'])
}

/// From the bracket `unit` opens with to the one that closes it, which may stand a few lines further on;
/// all of `unit` when none does.
fn bracketed(text: &str, unit: Span) -> Span {
    if let Some(len) = closing_bracket(unit.of(text)) {
        return Span::new(unit.start, unit.start + len);
    }
    let mut end = unit.end;
    while end < text.len() && end - unit.start <= LONGEST {
        let (line, next) = line_at(text, end);
        if line.is_empty() && end > unit.end {
            break;
        }
        end = next;
    }
    let len = closing_bracket(&text[unit.start..end]);
    len.map_or(unit, |len| Span::new(unit.start, unit.start + len))
}

/// The length of `words` up to the bracket that closes its first.
fn closing_bracket(words: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in words.char_indices() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at + c.len_utf8());
        }
    }
    None
}

/// Everyone in "Reporting by A in Rome, writing by B; Editing by C"; none when no one is named, or the
/// words before the first "by" are more than a part.
fn credits(text: &str, inner: Span) -> Option<Vec<Credit>> {
    let words: Vec<Span> = words(text, inner);
    let mut labels = Vec::new();
    for (by, word) in words.iter().enumerate() {
        if !word.of(text).eq_ignore_ascii_case("by") {
            continue;
        }
        let first = (0..by).rev().take_while(|&at| is_part_word(words[at].of(text))).last();
        if let Some(first) = first {
            labels.push((first, by));
        }
    }
    if labels.first()?.0 != 0 {
        return None;
    }
    let mut out = Vec::new();
    for (index, &(first, by)) in labels.iter().enumerate() {
        let end = labels.get(index + 1).map_or(inner.end, |next| words[next.0].start);
        let part = part_of(text, &words[first..by]);
        push_names(text, Span::new(words[by].end, end), part, &mut out);
    }
    (!out.is_empty()).then_some(out)
}

fn words(text: &str, within: Span) -> Vec<Span> {
    let mut start = within.start;
    let mut out = Vec::new();
    for piece in within.of(text).split_inclusive(char::is_whitespace) {
        let word = Span::new(start, start + piece.len()).trim(text);
        if !word.is_empty() {
            out.push(word);
        }
        start += piece.len();
    }
    out
}

fn is_part_word(word: &str) -> bool {
    PARTS.iter().any(|(known, _)| known.eq_ignore_ascii_case(word))
}

fn part_of(text: &str, label: &[Span]) -> Part {
    let means = |word: &Span| PARTS.iter().find(|(known, _)| known.eq_ignore_ascii_case(word.of(text)))?.1;
    let part = label.iter().find_map(means).unwrap_or(Part::Other);
    let additional = label.iter().any(|word| word.of(text).eq_ignore_ascii_case("additional"));
    if part == Part::Reporting && additional { Part::AdditionalReporting } else { part }
}

/// The names of "A in Rome, B and C in Springfield, Ohio", without the places.
fn push_names(text: &str, names: Span, part: Part, out: &mut Vec<Credit>) {
    let mut name: Option<Span> = None;
    let mut in_place = false;
    let mut after_place = false;
    let mut close = |name: Option<Span>, after_place: bool| {
        // One word behind a place and its comma says where the place lies.
        let name = name.filter(|name| !after_place || name.of(text).trim().contains(char::is_whitespace));
        out.extend(name.and_then(|name| credit(text, name, part)));
    };
    for word in words(text, names) {
        let written = word.of(text);
        let joins = written.eq_ignore_ascii_case("and") || written == "&";
        in_place = in_place || matches!(written, "in" | "at" | "for" | "from" | "with");
        if !joins && !in_place {
            name = Some(name.map_or(word, |before| before.cover(word)));
        }
        if joins || written.ends_with([',', ';']) {
            close(name.take(), after_place);
            after_place = in_place && written.ends_with(',');
            in_place = false;
        }
    }
    close(name, after_place);
}

fn credit(text: &str, name: Span, part: Part) -> Option<Credit> {
    let name = name.trim_matches(text, |c| !c.is_alphanumeric());
    name.of(text).chars().any(char::is_alphabetic).then_some(Credit { part, name })
}
