//! Sentences of a paragraph.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::Span;

/// Abbreviations after which a full stop does not end a sentence, one a line.
const ABBREVIATIONS: &str = include_str!("abbreviations.txt");
static ABBREVIATION_SET: LazyLock<HashSet<&str>> = LazyLock::new(|| ABBREVIATIONS.lines().collect());

/// The sentences of one paragraph, in order, trimmed; together they hold every word of it.
///
/// A sentence ends at `.`, `!` or `?`, with the quotation marks and brackets that follow, when white
/// space and something that can open a sentence come next. A stop after an abbreviation, an
/// initial or an initialism such as `U.S.` ends none unless the next word can only begin a sentence.
#[must_use]
pub fn sentences(text: &str, paragraph: Span) -> Vec<Span> {
    let words = paragraph.of(text);
    let mut out = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while let Some(stop) = memchr::memchr3(b'.', b'!', b'?', &words.as_bytes()[at..]) {
        let stop = at + stop;
        let end = closing_marks(words, stop + 1);
        at = end;
        let rest = &words[end..];
        if rest.is_empty() || !rest.starts_with(char::is_whitespace) {
            continue;
        }
        if words.as_bytes()[stop] == b'.' && !ends_sentence(words, start, stop, end) {
            continue;
        }
        if words.as_bytes()[stop] != b'.' && !can_open_sentence(rest.trim_start()) {
            continue;
        }
        push(&mut out, text, paragraph.start + start, paragraph.start + end);
        start = end;
    }
    push(&mut out, text, paragraph.start + start, paragraph.end);
    out
}

fn push(out: &mut Vec<Span>, text: &str, start: usize, end: usize) {
    let sentence = Span::new(start, end).trim(text);
    if !sentence.is_empty() {
        out.push(sentence);
    }
}

fn closing_marks(words: &str, from: usize) -> usize {
    let rest = &words[from..];
    let tail = rest.trim_start_matches(['"', '\'', '\u{201D}', '\u{2019}', ')', ']', '.', '!', '?']);
    from + rest.len() - tail.len()
}

fn can_open_sentence(rest: &str) -> bool {
    let opening = rest.trim_start_matches(['"', '\'', '\u{201C}', '\u{2018}', '(', '[', '-', '\u{2022}', ' ']);
    opening.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
}

/// Whether the full stop at `stop` ends the sentence begun at `start`; `end` is past its closing marks.
fn ends_sentence(words: &str, start: usize, stop: usize, end: usize) -> bool {
    let rest = words[end..].trim_start();
    if !can_open_sentence(rest) {
        return false;
    }
    if end > stop + 1 {
        return true;
    }
    let before = &words[start..stop];
    let word_start = before
        .rfind(|c: char| c.is_whitespace() || matches!(c, '(' | '[' | '"' | '\u{201C}' | '-'))
        .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
    let word = &before[word_start..];
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    let initialism = word.contains('.') && word.split('.').all(|part| part.chars().count() <= 1);
    if initialism {
        return begins_only_sentences(rest);
    }
    if initial {
        return false;
    }
    !ABBREVIATION_SET.contains(word)
}

/// After `U.S.` only a word that seldom follows inside a sentence with a capital opens a new one.
fn begins_only_sentences(rest: &str) -> bool {
    const OPENERS: [&str; 30] = [
        "The", "A", "An", "In", "On", "At", "He", "She", "It", "They", "We", "But", "And", "This", "That", "These",
        "Those", "His", "Her", "Its", "Their", "If", "When", "While", "After", "Before", "However", "As", "For",
        "There",
    ];
    let word = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    rest.starts_with(['"', '\u{201C}']) || OPENERS.contains(&word)
}
