//! Sentences that respect quotations: a quotation is never cut in two.

use crate::knowledge::{Classes, Cues, Takes};
use crate::text::{Quotation, Span, TokenKind, Tokens, sentences};

use super::word::{Tag, Word};

/// Words of a unit beyond which it is cut, so that no search inside one runs long.
const MOST_WORDS: usize = 400;

/// Characters and words within which a speaker and verb follow a quoted question.
const TAG_REACH: usize = 80;
const TAG_WORDS: usize = 6;

/// Marks before the name a quotation is signed with.
const DASHES: [char; 4] = ['-', '\u{2013}', '\u{2014}', '\u{2015}'];

/// The words of one sentence, each quotation in it counting as one word.
pub(super) struct Unit {
    pub words: Vec<Word>,
}

/// The units of `paragraph`, in order.
pub(super) fn units(text: &str, paragraph: Span, quotations: &[Quotation], cues: &Cues) -> Vec<Unit> {
    let mut out = Vec::new();
    let mut rest = quotations.iter().peekable();
    let mut words = Vec::new();
    for sentence in sentences(text, paragraph) {
        let mut from = sentence.start;
        // A quotation begun in an earlier sentence may end within this one.
        if let Some(last) = words.last().map(|word: &Word| word.span.end) {
            from = from.max(last);
        }
        while let Some(quotation) = rest.next_if(|quotation| quotation.span.start < sentence.end) {
            push_words(&mut words, text, Span::new(from, quotation.span.start.max(from)), cues);
            words.push(quote(quotation.span));
            from = quotation.span.end;
        }
        if from > sentence.end {
            continue;
        }
        push_words(&mut words, text, Span::new(from, sentence.end), cues);
        let signed = words.iter().all(|word| word.tag == Tag::Quote)
            && text[sentence.end..paragraph.end].trim_start().starts_with(DASHES);
        if !signed && !awaits_cue(&words, text, sentence.end, paragraph, cues) {
            flush(&mut out, &mut words);
        }
    }
    flush(&mut out, &mut words);
    out
}

fn flush(out: &mut Vec<Unit>, words: &mut Vec<Word>) {
    if words.len() <= MOST_WORDS {
        if !words.is_empty() {
            // Few sentences are longer.
            out.push(Unit { words: std::mem::replace(words, Vec::with_capacity(48)) });
        }
        return;
    }
    out.extend(words.chunks(MOST_WORDS).map(|piece| Unit { words: piece.to_vec() }));
    words.clear();
}

/// Whether the words are a question or cry in quotation marks, and a reporting verb follows
/// (`"Why?" Smith asked`).
fn awaits_cue(words: &[Word], text: &str, end: usize, paragraph: Span, cues: &Cues) -> bool {
    let Some(last) = words.last().filter(|word| word.tag == Tag::Quote) else {
        return false;
    };
    let quoted = last.span.of(text).trim_end_matches(['"', '\u{201D}', '\'', '\u{2019}']);
    if !quoted.ends_with(['?', '!']) {
        return false;
    }
    let reach = text[end..paragraph.end].char_indices().nth(TAG_REACH).map_or(paragraph.end, |(at, _)| end + at);
    let next = &text[end..reach];
    let clause = next.split(['"', '\u{201C}', ':', '`']).next().unwrap_or_default();
    let clause = clause.split_once(". ").map_or(clause, |(first, _)| first);
    clause.split_whitespace().skip(1).take(TAG_WORDS).any(|word| {
        let entry = cues.entry(word.trim_end_matches(['.', ',']));
        cues.verbs(entry).iter().any(|cue| cue.takes.any(Takes::QUOTE))
            && entry.classes.any(Classes::PAST.or(Classes::THIRD))
    })
}

fn quote(span: Span) -> Word {
    Word { span, tag: Tag::Quote, entry: crate::knowledge::Entry::default(), capital: true }
}

fn push_words(words: &mut Vec<Word>, text: &str, within: Span, cues: &Cues) {
    for token in Tokens::new(text, within) {
        let word = token.span.of(text);
        match token.kind {
            TokenKind::Mark if word == "-" && hangs(words, text, token.span) => {
                words.push(Word { tag: Tag::Other, ..mark(token.span, word) });
            }
            TokenKind::Mark => words.push(mark(token.span, word)),
            TokenKind::Number => words.push(plain(token.span, Tag::Number, word, cues)),
            TokenKind::Possessive => words.push(plain(token.span, Tag::Genitive, word, cues)),
            TokenKind::Word => push_word(words, token.span, word, cues),
        }
    }
}

/// "above- and below-ground": whether the hyphen belongs to the word before it.
fn hangs(words: &[Word], text: &str, hyphen: Span) -> bool {
    let adjoins = words.last().is_some_and(|word| word.tag == Tag::Noun && word.span.end == hyphen.start);
    adjoins && [" and ", " or "].iter().any(|word| text[hyphen.end..].starts_with(word))
}

/// A contraction ("they'll") is a pronoun and the verb that helps.
fn push_word(words: &mut Vec<Word>, span: Span, word: &str, cues: &Cues) {
    let apostrophe = word.find(['\'', '\u{2019}']).filter(|&at| at > 0);
    if let Some(at) = apostrophe
        && ["ll", "d", "ve", "re", "m"]
            .iter()
            .any(|ending| word[at..].trim_start_matches(['\'', '\u{2019}']) == *ending)
    {
        let cut = span.start + at;
        words.push(plain(Span::new(span.start, cut), Tag::Noun, &word[..at], cues));
        words.push(plain(Span::new(cut, span.end), Tag::Auxiliary, &word[at..], cues));
        return;
    }
    words.push(plain(span, Tag::Noun, word, cues));
}

fn plain(span: Span, tag: Tag, word: &str, cues: &Cues) -> Word {
    Word { span, tag, entry: cues.entry(word), capital: word.starts_with(char::is_uppercase) }
}

fn mark(span: Span, word: &str) -> Word {
    let tag = match word {
        "," => Tag::Comma,
        ";" => Tag::Semicolon,
        ":" => Tag::Colon,
        "-" | "\u{2013}" | "\u{2014}" | "\u{2015}" => Tag::Dash,
        "(" | "[" => Tag::Open,
        ")" | "]" => Tag::Close,
        "." | "!" | "?" | "\u{2026}" => Tag::Stop,
        "$" | "\u{20AC}" | "\u{A3}" | "%" | "#" => Tag::Number,
        _ => Tag::Other,
    };
    Word { span, tag, entry: crate::knowledge::Entry::default(), capital: false }
}
