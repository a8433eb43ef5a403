//! Sentences that respect quotations: a quotation is never cut in two.

use std::ops::Range;

use crate::extract::lexis::{Lexis, LexisSentence, LexisToken, may_contract};
use crate::extract::reading::starts_upper;
use crate::knowledge::{Classes, Cues, Lexicon, Takes};
use crate::text::{Quotation, Span, TokenKind};

use super::word::{Tag, Word};

/// Words of a unit beyond which it is cut, so that no search inside one runs long.
const MOST_WORDS: usize = 400;

/// Characters and words within which a speaker and verb follow a quoted question.
const TAG_REACH: usize = 80;
const TAG_WORDS: usize = 6;

/// Marks before the name a quotation is signed with.
const DASHES: [char; 4] = ['-', '\u{2013}', '\u{2014}', '\u{2015}'];

/// The units of one paragraph: the words of one sentence each, each quotation in it counting as one word.
#[derive(Default)]
pub(super) struct Units {
    pub words: Vec<Word>,
    /// The words of each unit; none where nothing in it can report.
    pub ranges: Vec<Range<usize>>,
    /// The first word of the unit that is being made.
    first: usize,
}

impl Units {
    /// The words of the unit that is being made.
    fn current(&self) -> &[Word] {
        &self.words[self.first..]
    }

    /// Ends the unit that is being made.
    fn flush(&mut self) {
        while self.first < self.words.len() {
            let end = self.words.len().min(self.first + MOST_WORDS);
            self.ranges.push(self.first..end);
            self.first = end;
        }
    }

    fn clear(&mut self) {
        self.words.clear();
        self.ranges.clear();
        self.first = 0;
    }
}

/// What makes units of sentences.
pub(super) struct Splitter<'a> {
    pub text: &'a str,
    pub cues: &'a Cues,
    pub lexis: &'a Lexis,
    pub lexicon: &'a Lexicon,
    /// How many sentences are taken in even when nothing in them can report.
    pub kept: usize,
}

impl Splitter<'_> {
    /// Puts the units of `paragraph`, which has `sentences`, into `out`, in order.
    pub fn split(&self, paragraph: Span, sentences: &[LexisSentence], quotations: &[Quotation], out: &mut Units) {
        out.clear();
        let mut rest = quotations.iter().peekable();
        for (place, LexisSentence { span: sentence, tokens, can_report }) in sentences.iter().enumerate() {
            let tokens = self.lexis.tokens(tokens.clone());
            let quoted = rest.peek().is_some_and(|quotation| quotation.span.start < sentence.end);
            if !can_report && !quoted && place >= self.kept && out.current().is_empty() {
                out.ranges.push(out.first..out.first);
                continue;
            }
            let mut from = sentence.start;
            // A quotation begun in an earlier sentence may end within this one.
            if let Some(last) = out.current().last().map(|word| word.span.end) {
                from = from.max(last);
            }
            while let Some(quotation) = rest.next_if(|quotation| quotation.span.start < sentence.end) {
                self.push_words(out, tokens, from..quotation.span.start);
                out.words.push(quote(quotation.span));
                from = quotation.span.end;
            }
            if from > sentence.end {
                continue;
            }
            self.push_words(out, tokens, from..sentence.end);
            let signed = out.current().iter().all(|word| word.tag == Tag::Quote)
                && self.text[sentence.end..paragraph.end].trim_start().starts_with(DASHES);
            if !signed && !awaits_cue(out.current(), self.text, sentence.end, paragraph, self.cues) {
                out.flush();
            }
        }
        out.flush();
    }

    /// Adds those of `tokens` that stand in `within`; no quotation begins or ends inside one.
    fn push_words(&self, out: &mut Units, tokens: &[LexisToken], within: Range<usize>) {
        let first = match tokens.first() {
            Some(token) if token.span.start < within.start => {
                tokens.partition_point(|token| token.span.start < within.start)
            }
            _ => 0,
        };
        for token in tokens[first..].iter().take_while(|token| token.span.start < within.end) {
            debug_assert!(token.span.end <= within.end);
            let word = token.span.of(self.text);
            let made = match token.kind {
                TokenKind::Mark if word == "-" && hangs(out.current(), self.text, token.span) => {
                    Word { tag: Tag::Other, ..mark(token.span, word) }
                }
                TokenKind::Mark => mark(token.span, word),
                TokenKind::Number => self.plain(token, Tag::Number, word),
                TokenKind::Possessive => self.plain(token, Tag::Genitive, word),
                TokenKind::Word
                    if !token.plain
                        && may_contract(word)
                        && self.push_contraction(&mut out.words, token.span, word) =>
                {
                    continue;
                }
                TokenKind::Word => self.plain(token, Tag::Noun, word),
            };
            out.words.push(made);
        }
    }

    fn plain(&self, token: &LexisToken, tag: Tag, word: &str) -> Word {
        let entry = self.lexicon.known(token.word).entry;
        Word { span: token.span, tag, entry, capital: starts_upper(word) }
    }

    /// A contraction ("they'll") is a pronoun and the verb that helps; whether the word is one.
    fn push_contraction(&self, words: &mut Vec<Word>, span: Span, word: &str) -> bool {
        let Some(at) = word.find(['\'', '\u{2019}']).filter(|&at| at > 0) else { return false };
        let ending = word[at..].trim_start_matches(['\'', '\u{2019}']);
        if !["ll", "d", "ve", "re", "m"].contains(&ending) {
            return false;
        }
        let cut = span.start + at;
        let part = |span, tag, word| Word { span, tag, entry: self.cues.entry(word), capital: starts_upper(word) };
        words.push(part(Span::new(span.start, cut), Tag::Noun, &word[..at]));
        words.push(part(Span::new(cut, span.end), Tag::Auxiliary, &word[at..]));
        true
    }
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

/// "above- and below-ground": whether the hyphen belongs to the word before it.
fn hangs(words: &[Word], text: &str, hyphen: Span) -> bool {
    let adjoins = words.last().is_some_and(|word| word.tag == Tag::Noun && word.span.end == hyphen.start);
    adjoins && [" and ", " or "].iter().any(|word| text[hyphen.end..].starts_with(word))
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
