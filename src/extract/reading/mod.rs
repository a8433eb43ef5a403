//! An article with the names in it recognised and its sentences found: what every step of extraction reads.

mod cutter;
mod excerpt;
mod lexed;
mod spelling;
mod words;

pub use excerpt::Excerpt;
pub use lexed::{Lexeme, Seen};
pub use spelling::{begins_number, lower, number, starts_upper};
pub use words::Words;

use std::collections::BTreeSet;
use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::article::Article;
use crate::extract::lexis::{Lexis, LexisToken};
use crate::extract::sweep::Sweep;
use crate::knowledge::{CountryCode, Knowledge, NameUse, OrganisationId, Party, Recognised};
use crate::text::{Span, TokenKind, Tokens};
use cutter::Cutter;
use lexed::Lexed;

/// Most pieces of a sentence; what is longer is cut.
const MOST_PIECES: usize = 400;

/// An article, read once.
#[derive(Debug)]
pub struct Reading<'a> {
    /// The article.
    pub article: &'a Article,
    /// The tables it is read with.
    pub knowledge: &'a Knowledge,
    /// Every name in the text, in order.
    pub names: Vec<Recognised<'a>>,
    /// Every institution or money of a country in the paragraphs, in order.
    pub institutions: Vec<(CountryCode, Span)>,
    /// The headline, then every sentence of the body, in order.
    pub sentences: Vec<Sentence>,
    /// The numbers of the names of groups and organisations, in order.
    organisations: Vec<usize>,
    /// The countries that are named other than by their capital.
    countries: BTreeSet<CountryCode>,
    /// The pieces of those sentences, looked up.
    lexed: Lexed,
    /// Whom the people with a role act for, by family name.
    pub surnames: FxHashMap<&'a str, Party>,
}

/// One sentence, or the headline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands.
    pub span: Span,
    /// The names in it, as a range of [`Reading::names`].
    pub names: Range<usize>,
    /// Number of its paragraph; `None` for the headline.
    pub paragraph: Option<usize>,
    /// Its pieces, by their place among those of the article.
    pieces: Range<usize>,
    /// What its words are together.
    pub seen: Seen,
}

/// A word, mark or recognised name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: PieceKind,
}

/// What a piece is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PieceKind {
    /// A recognised name, by its number in [`Reading::names`].
    Name(usize),
    /// Another word.
    Word,
    /// A number in digits.
    Number,
    /// A possessive ending.
    Possessive,
    /// A punctuation mark.
    Mark,
}

impl<'a> Reading<'a> {
    /// Reads `article`.
    #[must_use]
    pub fn new(article: &'a Article, knowledge: &'a Knowledge) -> Self {
        let lexis = Lexis::new(article, knowledge.lexicon());
        Self::of(article, &lexis, Sweep::new(article, &lexis, knowledge), knowledge)
    }

    /// Reads `article`, whose words are `lexis`, with what `sweep` found in it.
    #[must_use]
    pub(super) fn of(article: &'a Article, lexis: &Lexis, sweep: Sweep<'a>, knowledge: &'a Knowledge) -> Self {
        let Sweep { names, institutions, .. } = sweep;
        let organisations = (0..names.len()).filter(|&name| names[name].organisation().is_some()).collect();
        let countries = names.iter().filter_map(Recognised::country);
        let countries = countries.filter(|(_, kind)| *kind != NameUse::Capital).map(|(code, _)| code).collect();
        let mut reading = Self {
            article,
            knowledge,
            names,
            sentences: Vec::with_capacity(lexis.sentences.len()),
            institutions,
            organisations,
            countries,
            lexed: Lexed::with_room_for(&article.text),
            surnames: FxHashMap::default(),
        };
        if let Some((headline, sentences)) = article.headline.zip(lexis.headline()) {
            let tokens = sentences.first().map_or(0, |first| first.tokens.start);
            let end = sentences.last().map_or(0, |last| last.tokens.end);
            reading.push(headline, None, lexis.tokens(tokens..end));
        }
        for (number, paragraph) in lexis.paragraphs().enumerate() {
            let mut first = 0;
            for (at, sentence) in paragraph.iter().enumerate() {
                let next = paragraph.get(at + 1);
                if next.is_some_and(|next| is_cut(&article.text, sentence.span, next.span)) {
                    continue;
                }
                let (span, tokens) = (&paragraph[first].span, &paragraph[first].tokens);
                let tokens = lexis.tokens(tokens.start..sentence.tokens.end);
                reading.push(span.cover(sentence.span), Some(number), tokens);
                first = at + 1;
            }
        }
        reading
    }

    /// The reading, with what the article says of its people.
    #[must_use]
    pub fn with_surnames(self, surnames: FxHashMap<&'a str, Party>) -> Self {
        Self { surnames, ..self }
    }

    /// The last group or organisation named before byte `at`.
    #[must_use]
    pub fn organisation_before(&self, at: usize) -> Option<OrganisationId> {
        let end = self.organisations.partition_point(|&name| self.names[name].span.start < at);
        let last = self.organisations[..end].last()?;
        self.names[*last].organisation().map(|(id, _)| id.clone())
    }

    /// Whether the article names `country` other than by its capital.
    #[must_use]
    pub fn names_country(&self, country: CountryCode) -> bool {
        self.countries.contains(&country)
    }

    /// Adds the sentence at `span`; a very long one in parts, so that no search inside one runs long.
    fn push(&mut self, span: Span, paragraph: Option<usize>, tokens: &[LexisToken]) {
        let first = self.lexed.len();
        let mut lexed = std::mem::take(&mut self.lexed);
        self.cut(span, tokens.iter().copied(), &mut lexed);
        self.lexed = lexed;
        let end = self.lexed.len();
        for start in (first..end).step_by(MOST_PIECES) {
            let pieces = start..end.min(start + MOST_PIECES);
            let seen = self.lexed.seen(pieces.clone(), self.knowledge.lexicon());
            let span = if end - first <= MOST_PIECES { span } else { self.lexed.span(pieces.clone()) };
            let names = self.names_in(span);
            self.sentences.push(Sentence { span, names, paragraph, pieces, seen });
        }
    }

    /// Adds the pieces of `tokens`, which stand in `span`, to `out`.
    fn cut(&self, span: Span, tokens: impl Iterator<Item = LexisToken>, out: &mut Lexed) {
        let names = self.names_in(span);
        let (text, lexicon) = (self.text(), self.knowledge.lexicon());
        Cutter { text, lexicon, names: &self.names, next: names.start, end: names.end, out }.cut(tokens);
    }

    /// The words of `sentence`.
    #[must_use]
    pub fn words_in<'r>(&'r self, sentence: &Sentence) -> Words<'r, 'a> {
        let (pieces, lexemes) = self.lexed.part(sentence.pieces.clone());
        Words::new(self, pieces, lexemes)
    }

    /// The text at `span` by itself.
    #[must_use]
    pub fn excerpt(&self, span: Span) -> Excerpt {
        if let Some(range) = self.sentences_over(span).and_then(|within| self.lexed.inside(within, span)) {
            return Excerpt::Part(range);
        }
        let mut lexed = Lexed::default();
        let lexicon = self.knowledge.lexicon();
        let tokens = Tokens::new(self.text(), span);
        let looked_up = tokens.map(|token| LexisToken {
            span: token.span,
            kind: token.kind,
            word: lexicon.find_in(self.text(), token.span),
            plain: token.plain,
        });
        self.cut(span, looked_up, &mut lexed);
        Excerpt::Cut(Box::new(lexed))
    }

    /// The pieces of the sentences of one paragraph that `span` lies in.
    fn sentences_over(&self, span: Span) -> Option<Range<usize>> {
        let first = &self.sentences[self.sentence_at(span.start)?];
        let last = &self.sentences[self.sentence_at(span.end)?];
        let together = first.paragraph == last.paragraph && first.pieces.start <= last.pieces.start;
        let inside = first.span.start <= span.start && span.end <= last.span.end;
        (together && inside).then_some(first.pieces.start..last.pieces.end)
    }

    /// The article's text.
    #[must_use]
    pub fn text(&self) -> &'a str {
        &self.article.text
    }

    /// The words of `span`.
    #[must_use]
    pub fn words(&self, span: Span) -> &'a str {
        span.of(self.text())
    }

    /// The names that lie inside `span`, as a range of [`Reading::names`].
    #[must_use]
    pub fn names_in(&self, span: Span) -> Range<usize> {
        let start = self.names.partition_point(|name| name.span.start < span.start);
        let end = self.names.partition_point(|name| name.span.end <= span.end);
        start..end.max(start)
    }

    /// Number of the sentence that holds byte `at`, or the last one before it.
    #[must_use]
    pub fn sentence_at(&self, at: usize) -> Option<usize> {
        self.sentences.partition_point(|sentence| sentence.span.start <= at).checked_sub(1)
    }
}

/// Whether `next` only goes on with the sentence at `last`: old wire copy writes "The U.S. And Japan".
fn is_cut(text: &str, last: Span, next: Span) -> bool {
    next.of(text).starts_with("And ") && last.of(text).ends_with("U.S.")
}

impl From<TokenKind> for PieceKind {
    fn from(kind: TokenKind) -> Self {
        match kind {
            TokenKind::Word => Self::Word,
            TokenKind::Number => Self::Number,
            TokenKind::Possessive => Self::Possessive,
            TokenKind::Mark => Self::Mark,
        }
    }
}
