//! Finds who says what: every stretch of reported words with its cue and its source.

mod chunk;
mod chunker;
mod clause;
mod construct;
mod content;
mod continuation;
mod cue_match;
mod draft;
mod extent;
mod noun;
mod preposition;
mod reported;
mod subject;
mod tagged;
mod tagger;
mod unit;
mod verb_tagger;
mod word;

use crate::article::Article;
use crate::knowledge::Cues;
use crate::statement::{Doubt, DoubtKind, Kind, Utterance};
use crate::text::{Quotation, Span, quotations};

use clause::Clause;
use construct::confidence;
use continuation::Continuation;
use draft::Draft;

/// Every utterance of `article` in text order, and what could not be attributed.
#[must_use]
pub fn utterances(article: &Article, cues: &Cues) -> (Vec<Utterance>, Vec<Doubt>) {
    let text = &article.text;
    let mut out = Vec::new();
    let mut doubts = Vec::new();
    let mut last: Option<usize> = None;
    for &paragraph in article.headline.iter().chain(&article.paragraphs) {
        let marks = quotations(text, paragraph);
        doubts.extend(unclosed(&marks));
        let mut continuation = Continuation::new(last);
        for mut unit in unit::units(text, paragraph, &marks, cues) {
            tagger::tag(text, &mut unit.words, cues);
            let chunks = chunker::chunks(&unit.words);
            let clause = Clause { text, cues, words: &unit.words, chunks: &chunks };
            let drafts = drafts(&clause);
            if drafts.is_empty() {
                continuation.join(&clause, &mut out);
            }
            for draft in drafts {
                continuation.speaker = Some(out.len());
                out.push(utterance(draft, &marks));
            }
        }
        last = continuation.speaker;
    }
    out.sort_by_key(|utterance: &Utterance| utterance.content[0].start);
    (out, doubts)
}

fn drafts(clause: &Clause) -> Vec<Draft> {
    let mut drafts = Vec::new();
    preposition::find(clause, &mut drafts);
    tagged::find(clause, &mut drafts);
    reported::find(clause, &mut drafts);
    noun::find(clause, &mut drafts);
    drafts.sort_by_key(|draft| draft.content[0].start);
    drafts
}

fn unclosed(marks: &[Quotation]) -> impl Iterator<Item = Doubt> + '_ {
    marks.iter().filter(|mark| !mark.closed).map(|mark| Doubt { kind: DoubtKind::UnclosedQuotation, span: mark.span })
}

fn utterance(draft: Draft, marks: &[Quotation]) -> Utterance {
    let kind = kind(&draft.content, marks);
    Utterance {
        content: draft.content,
        cue: draft.cue,
        source: draft.source,
        kind,
        class: draft.class,
        score: confidence(draft.construct, draft.class),
    }
}

/// How much of `content` is quoted.
fn kind(content: &[Span], marks: &[Quotation]) -> Kind {
    let quoted = |span: Span| marks.iter().filter(move |mark| mark.span.overlaps(span));
    if content.iter().all(|&span| quoted(span).any(|mark| mark.span.contains(span))) {
        Kind::Direct
    } else if content.iter().any(|&span| quoted(span).next().is_some()) {
        Kind::Mixed
    } else {
        Kind::Indirect
    }
}
