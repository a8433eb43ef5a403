//! Finds who says what: every stretch of reported words with its cue and its source.

mod apposition;
mod between;
mod chunk;
mod chunker;
mod clause;
mod comma;
mod closed_tagger;
mod confidence;
mod construct;
mod content;
mod continuation;
mod coordination;
mod cue_match;
mod doubts;
mod draft;
mod extent;
mod inversion;
mod label;
mod next_speech;
mod noun;
mod noun_phrase;
mod pending;
mod preposition;
mod reported;
mod resumption;
mod setting;
mod subject;
mod tagged;
mod tagger;
mod unit;
mod verb_tagger;
mod word;

use crate::article::Article;
use crate::extract::lexis::{Lexis, LexisSentence};
use crate::knowledge::{Cues, Knowledge, Lexicon};
use crate::statement::{CueClass, Doubt, Kind, Utterance};
use crate::text::{Quotation, Span, quotations};

use chunk::Chunk;
use clause::Clause;
use confidence::confidence;
use construct::Construct;
use continuation::Continuation;
use draft::Draft;
use pending::Pending;
use unit::{Splitter, Units};
use word::Tag;

/// Every utterance of `article` in text order, and what could not be attributed.
#[must_use]
pub fn utterances(article: &Article, knowledge: &Knowledge) -> (Vec<Utterance>, Vec<Doubt>) {
    utterances_in(article, &Lexis::new(article, knowledge.lexicon()), knowledge)
}

/// As [`utterances`], of an article whose words are `lexis`.
#[must_use]
pub(super) fn utterances_in(article: &Article, lexis: &Lexis, knowledge: &Knowledge) -> (Vec<Utterance>, Vec<Doubt>) {
    let (cues, lexicon) = (knowledge.cues(), knowledge.lexicon());
    let mut reader = Reader {
        text: &article.text,
        cues,
        lexis,
        lexicon,
        units: Units::default(),
        chunks: Vec::new(),
        out: Vec::new(),
        speaker: None,
        pending: None,
    };
    let mut marks = Vec::new();
    let parts = article.headline.iter().chain(&article.paragraphs);
    for (&paragraph, sentences) in parts.zip(lexis.headline().into_iter().chain(lexis.paragraphs())) {
        let here = quotations(&article.text, paragraph);
        reader.paragraph(paragraph, sentences, &here);
        marks.extend(here);
    }
    let mut out = reader.out;
    out.sort_by_key(|utterance| utterance.content[0].start);
    marks.sort_unstable_by_key(|mark| mark.span);
    let doubts = doubts::about(&article.text, &marks, &out);
    (out, doubts)
}

/// Reads paragraph after paragraph, and remembers who spoke.
struct Reader<'a> {
    text: &'a str,
    cues: &'a Cues,
    lexis: &'a Lexis,
    lexicon: &'a Lexicon,
    /// Room for the units of a paragraph and the chunks of a unit.
    units: Units,
    chunks: Vec<Chunk>,
    out: Vec<Utterance>,
    /// The last utterance, by its place in `out`.
    speaker: Option<usize>,
    /// A cue of the paragraph before that ended with a colon.
    pending: Option<Pending>,
}

impl Reader<'_> {
    fn paragraph(&mut self, paragraph: Span, sentences: &[LexisSentence], marks: &[Quotation]) {
        let mut continuation = Continuation::new(self.speaker);
        let mut waiting = self.pending.take();
        // A sentence that another waits for counts whatever is in it.
        let kept = usize::from(waiting.is_some());
        let splitter = Splitter { text: self.text, cues: self.cues, lexis: self.lexis, lexicon: self.lexicon, kept };
        let (mut units, mut chunks) = (std::mem::take(&mut self.units), std::mem::take(&mut self.chunks));
        splitter.split(paragraph, sentences, marks, &mut units);
        for (place, range) in units.ranges.iter().enumerate() {
            let words = &mut units.words[range.clone()];
            tagger::tag(self.text, words, self.cues);
            chunker::chunk(words, &mut chunks);
            let clause = Clause { text: self.text, cues: self.cues, words, chunks: &chunks };
            if place == 0 && self.opens_with_speaker(&clause, paragraph, marks, waiting.take()) {
                break;
            }
            if clause.words.is_empty() {
                self.pending = None;
                continue;
            }
            let drafts = drafts(&clause);
            if drafts.is_empty() {
                continuation.join(&clause, &mut self.out);
            }
            let first = self.out.len();
            self.out.extend(drafts.into_iter().map(|draft| utterance(&clause, draft, marks)));
            continuation.note(first, &self.out);
            self.bracketed(&clause, marks);
            self.pending = pending::find(&clause);
        }
        self.speaker = continuation.speaker.or(self.speaker);
        (self.units, self.chunks) = (units, chunks);
    }

    /// What words in brackets report on their own: "(the poll, she says, was late)".
    fn bracketed(&mut self, clause: &Clause, marks: &[Quotation]) {
        for chunk in
            clause.chunks.iter().filter(|chunk| chunk.kind == chunk::Kind::Bracketed && chunk.end - chunk.first > 5)
        {
            let words = &clause.words[chunk.first + 1..chunk.end - 1];
            let mut chunks = Vec::new();
            chunker::chunk(words, &mut chunks);
            let inner = Clause { words, chunks: &chunks, ..*clause };
            self.out.extend(drafts(&inner).into_iter().map(|draft| utterance(&inner, draft, marks)));
        }
    }

    /// Whether the whole paragraph is what somebody named before or at its start says.
    fn opens_with_speaker(
        &mut self,
        clause: &Clause,
        paragraph: Span,
        marks: &[Quotation],
        waiting: Option<Pending>,
    ) -> bool {
        let (content, cue, source, class, construct) = if let Some(pending) = waiting {
            let quoted = clause.words.first().is_some_and(|word| word.tag == Tag::Quote);
            let alone = clause.words.iter().all(|word| matches!(word.tag, Tag::Quote | Tag::Stop));
            if quoted && !alone || !quoted && !pending.direct {
                return false;
            }
            (paragraph, pending.cue, pending.source, pending.class, Construct::NextParagraph)
        } else if let Some((source, start)) = label::quoted(clause) {
            (Span::new(start, paragraph.end), None, Some(source), CueClass::Speech, Construct::Label)
        } else if let Some((source, colon, start)) = label::opening(clause) {
            (Span::new(start, paragraph.end), Some(colon), Some(source), CueClass::Speech, Construct::Label)
        } else {
            return false;
        };
        let draft = Draft { content: vec![content], cue, source, class, construct, claims: Vec::new() };
        self.speaker = Some(self.out.len());
        self.out.push(utterance(clause, draft, marks));
        true
    }
}

fn drafts(clause: &Clause) -> Vec<Draft> {
    let mut drafts = Vec::new();
    preposition::find(clause, &mut drafts);
    tagged::find(clause, &mut drafts);
    reported::find(clause, &mut drafts);
    noun::find(clause, &mut drafts);
    label::find(clause, &mut drafts);
    if drafts.is_empty() {
        label::signed(clause, &mut drafts);
    }
    drafts.sort_by_key(|draft| draft.content[0].start);
    drafts
}

fn utterance(clause: &Clause, draft: Draft, marks: &[Quotation]) -> Utterance {
    let kind = kind(&draft.content, marks);
    let confidence = confidence(clause, &draft, kind);
    Utterance { content: draft.content, cue: draft.cue, source: draft.source, kind, class: draft.class, confidence }
}

/// How much of `content` is quoted.
fn kind(content: &[Span], marks: &[Quotation]) -> Kind {
    // The marks stand in order, so the ones a span touches are found by bisection.
    let touched = |span: Span| {
        let first = marks.partition_point(|mark| mark.span.end <= span.start);
        marks[first..].iter().take_while(move |mark| mark.span.start < span.end)
    };
    if content.iter().all(|&span| touched(span).any(|mark| mark.span.contains(span))) {
        Kind::Direct
    } else if content.iter().any(|&span| touched(span).next().is_some()) {
        Kind::Mixed
    } else {
        Kind::Indirect
    }
}
