//! One unit, chunked: the ground every finder works on.

use crate::knowledge::{Classes, Cue, Cues};
use crate::text::Span;

use super::chunk::{Chunk, Verb};
use super::word::{Tag, Word};

/// The words and chunks of one unit.
pub(super) struct Clause<'a> {
    pub text: &'a str,
    pub cues: &'a Cues,
    pub words: &'a [Word],
    pub chunks: &'a [Chunk],
}

impl<'a> Clause<'a> {
    /// The cues whose verb is the main word of the group at `at`.
    pub fn verb_cues(&self, at: usize) -> &'a [Cue] {
        self.verb(at).map_or(&[], |verb| self.cues.verbs(self.words[verb.main].entry))
    }

    /// The chunk at `at`, if there is one.
    pub fn chunk(&self, at: usize) -> Option<Chunk> {
        self.chunks.get(at).copied()
    }

    /// Whether the chunk at `at` is a single word with `tag`.
    pub fn is(&self, at: usize, tag: Tag) -> bool {
        self.chunk(at).is_some_and(|chunk| chunk.is(tag))
    }

    /// The verb group at `at`, if there is one.
    pub fn verb(&self, at: usize) -> Option<Verb> {
        self.chunk(at)?.verb()
    }

    /// Whether the chunk at `at` is a noun phrase.
    pub fn is_noun_phrase(&self, at: usize) -> bool {
        self.chunk(at).is_some_and(Chunk::is_noun_phrase)
    }

    /// Whether the chunk at `at` can head a clause.
    pub fn is_finite(&self, at: usize) -> bool {
        self.chunk(at).is_some_and(Chunk::is_finite)
    }

    /// Whether the chunk at `at` is a quotation, or ends with one that has the comma after it inside.
    pub fn ends_quoted(&self, at: usize) -> bool {
        self.is(at, Tag::Quote) || self.quote_ends_with(at, &[','])
    }

    /// Whether the chunk at `at` ends with a quotation whose last mark is one of `marks`.
    pub fn quote_ends_with(&self, at: usize, marks: &[char]) -> bool {
        let Some(last) = self.chunk(at).map(|chunk| self.words[chunk.end - 1]) else {
            return false;
        };
        // A space may stand before the closing mark.
        let words = last.span.of(self.text).trim_end_matches(['"', '\u{201D}', '\'', '\u{2019}']).trim_end();
        last.tag == Tag::Quote && words.ends_with(marks)
    }

    /// Whether the chunk at `at` is a quotation that goes on with a verb: `the plan "is dead"`.
    pub fn quotes_verb(&self, at: usize) -> bool {
        let Some(quote) = self.chunk(at).filter(|chunk| chunk.is(Tag::Quote)) else {
            return false;
        };
        let words = self.words[quote.first].span.of(self.text);
        let first =
            words.trim_start_matches(|c: char| !c.is_alphanumeric()).split([' ', ',']).next().unwrap_or_default();
        let classes = self.cues.entry(first).classes;
        classes.any(Classes::AUXILIARY.or(Classes::PAST).or(Classes::THIRD)) && !first.starts_with(char::is_uppercase)
    }

    /// The classes of the first word of the chunk at `at`.
    pub fn classes(&self, at: usize) -> Classes {
        self.chunk(at).map_or(Classes::default(), |chunk| self.words[chunk.first].entry.classes)
    }

    /// The words from `first` up to `end`, as one span without outer marks.
    pub fn span(&self, first: usize, end: usize) -> Option<Span> {
        let mut first = first;
        let mut end = end.min(self.words.len());
        let mark = |word: &Word| {
            matches!(
                word.tag,
                Tag::Comma | Tag::Semicolon | Tag::Colon | Tag::Dash | Tag::Stop | Tag::Open | Tag::Close
            )
        };
        while first < end && mark(&self.words[first]) {
            first += 1;
        }
        while first < end && mark(&self.words[end - 1]) {
            end -= 1;
        }
        (first < end).then(|| Span::new(self.words[first].span.start, self.words[end - 1].span.end))
    }

    /// The first chunk that begins at or after `word`.
    pub fn chunk_from(&self, word: usize) -> usize {
        self.chunks.partition_point(|chunk| chunk.first < word)
    }

    /// The words of `word` as written.
    pub fn spelled(&self, word: usize) -> &str {
        self.words.get(word).map_or("", |word| word.span.of(self.text))
    }
}
