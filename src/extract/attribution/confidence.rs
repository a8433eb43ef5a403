//! What speaks for one attribution and against it.

use crate::extract::evidence::{Evidence, Odds};
use crate::knowledge::Classes;
use crate::statement::{CueClass, Kind};
use crate::text::Span;

use super::clause::Clause;
use super::construct::Construct;
use super::draft::Draft;
use super::word::Word;

/// Words of content that are too few to be sure of.
const BRIEF: usize = 2;

/// How sure it is that `draft` is an attribution with these bounds, from 0 to 1.
pub(super) fn confidence(clause: &Clause, draft: &Draft, kind: Kind) -> f32 {
    let speech = (draft.class == CueClass::Speech).then_some(Evidence::Speech);
    let quoted = match kind {
        Kind::Direct => Some(Evidence::Quoted),
        Kind::Mixed => Some(Evidence::PartlyQuoted),
        Kind::Indirect => None,
    };
    let construct = match draft.construct {
        Construct::QuoteThenCue | Construct::CueThenQuote => Some(Evidence::QuoteBesideCue),
        Construct::ClauseThenCue | Construct::CueThenClause => Some(Evidence::Clause),
        Construct::Preposition => Some(Evidence::Preposition),
        Construct::Label | Construct::NextParagraph => Some(Evidence::Label),
        Construct::NounThenClause | Construct::NounThenPhrase => Some(Evidence::Noun),
        Construct::Passive => Some(Evidence::Passive),
        Construct::CueThenPhrase => None,
    };
    let brief = (kind != Kind::Direct && is_brief(clause, draft)).then_some(Evidence::Brief);
    let opened = opens_clause(clause, draft).then_some(Evidence::Conjunction);
    let evidences = [Some(Evidence::Found), speech, quoted, construct, brief, opened, of_source(clause, draft.source)];
    evidences.into_iter().flatten().collect::<Odds>().confidence()
}

/// The words of the unit within `span`.
fn within<'a>(clause: &Clause<'a>, span: Span) -> &'a [Word] {
    let first = clause.words.partition_point(|word| word.span.start < span.start);
    let end = clause.words.partition_point(|word| word.span.start < span.end);
    &clause.words[first..end.max(first)]
}

fn is_brief(clause: &Clause, draft: &Draft) -> bool {
    draft.content.iter().map(|&span| within(clause, span).len()).sum::<usize>() <= BRIEF
}

/// Whether "that" or a question word opens the content after a cue.
fn opens_clause(clause: &Clause, draft: &Draft) -> bool {
    let follows = matches!(draft.construct, Construct::CueThenClause | Construct::NounThenClause);
    let opener = within(clause, draft.content[0]).first().filter(|_| follows);
    opener.is_some_and(|word| word.entry.classes.any(Classes::THAT.or(Classes::INTERROGATIVE)))
}

fn of_source(clause: &Clause, source: Option<Span>) -> Option<Evidence> {
    let Some(source) = source else {
        return Some(Evidence::NoSource);
    };
    let words = within(clause, source);
    let pronoun = Classes::SUBJECT_PRONOUN.or(Classes::RELATIVE);
    if let [word] = words
        && word.entry.classes.any(pronoun)
    {
        return Some(Evidence::PronounSource);
    }
    // The capital of "Officials" only opens a sentence.
    let opens = |word: &Word| clause.words.first().is_some_and(|first| first.span == word.span);
    let known = |word: &Word| !word.entry.classes.is_empty();
    words.iter().any(|word| word.capital && !(opens(word) && known(word))).then_some(Evidence::NamedSource)
}
