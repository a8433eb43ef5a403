//! Who speaks in the sentence of an utterance, and whether those named there can speak together.

use super::deed::opening_text;
use crate::extract::phrase::{SentenceView, governor};
use crate::extract::reading::{PieceKind, Words};
use crate::knowledge::Classes;
use crate::statement::Utterance;
use crate::text::Span;

/// How far before a verb of saying the day of it may stand, in pieces.
const OPENER: usize = 14;

/// "War is wrong, said ministers of A and B": what is said and who says it, where the words before the
/// comma were taken for the speaker.
pub(super) fn inverted(view: &SentenceView<'_, '_>, utterance: &Utterance) -> Option<(Span, Span)> {
    let words = view.words;
    let cue = utterance.cue?;
    let comma = words.piece_from(cue.start).checked_sub(1).filter(|&at| at > 0 && words.is_mark(at, ","))?;
    let behind = words.piece_from(cue.end);
    // "Will grow in A, B and C, said Acme": the names before the comma are no speakers.
    let named = |at: &usize| words.is_proper(*at) || matches!(words.kind(*at), Some(PieceKind::Name(_)));
    let ends_there = |last: &usize| words.is_mark(last + 1, ".") || words.is_mark(last + 1, ",");
    let name = (behind..words.pieces.len()).take_while(named).last().filter(ends_there);
    let listed = || view.phrase_in(utterance.source?).filter(|phrase| phrase.list.is_several());
    // "A chain that links A, B and C, said the newspaper, which is official"
    let noun = || {
        let last =
            (behind + 1..behind + 4).find(ends_there).filter(|_| words.classes(behind).any(Classes::DETERMINER))?;
        listed().is_some_and(|list| list.range.end == comma).then_some(last)
    };
    if let Some(last) = name.or_else(noun).filter(|_| listed().is_some()) {
        let whole = utterance.content.iter().all(|content| content.start >= cue.end);
        return whole.then(|| (words.span(0, comma), words.span(behind, last + 1)));
    }
    let phrase = view.phrases_before(behind + 1).iter().find(|phrase| phrase.range.start == behind)?;
    let several = phrase.list.is_several() || phrase.list.is_group(words.reading.knowledge.organisations());
    let end = phrase.range.end;
    let closes = end >= words.pieces.len() || words.kind(end) == Some(PieceKind::Mark);
    let whole = utterance.content.iter().all(|content| content.start >= cue.end);
    (several && closes && whole).then(|| (words.span(0, comma), view.span(phrase)))
}

/// Who speaks: of a name that a preposition rules, the subject or text it stands behind.
pub(super) fn speaker(view: &SentenceView<'_, '_>, utterance: &Utterance) -> Option<Span> {
    let source = utterance.source?;
    let words = view.words;
    let first = words.piece_from(source.start);
    let Some(cue) = utterance.cue.filter(|cue| cue.start > source.start) else { return Some(source) };
    let ruled = first > 1 && words.classes(first - 1).any(Classes::PREPOSITION) && governor(words, first).is_some();
    if !ruled || view.phrase_in(source).is_some_and(|phrase| phrase.range.start < first && !phrase.list.is_empty()) {
        return Some(source);
    }
    let opener = opening_text(view).map(|at| words.span(0, at + 1));
    let subject = view.subject(words.piece_from(cue.start)).map(|phrase| view.span(phrase));
    Some(subject.or(opener).unwrap_or(source))
}

/// "The four voiced support for": who opens the cue of an utterance that has no source.
pub(super) fn opener(view: &SentenceView<'_, '_>, utterance: &Utterance) -> Option<Span> {
    let words = view.words;
    let cue = utterance.cue.filter(|_| utterance.source.is_none())?;
    let (first, end) = (words.piece_from(cue.start), words.piece_from(cue.end));
    let verb = (first + 1..end).find(|&at| words.is_finite(at))?;
    words.is_one_of(first, words.table.definite).then(|| words.span(first, verb))
}

/// "Officials of A and B agreed to wait, a communique said": whether a text tells the sentence.
pub(super) fn presents_text(view: &SentenceView<'_, '_>) -> bool {
    let words = view.words;
    let tells =
        |at: usize| (at + 1..at + 8).find(|&at| words.is_finite(at)).is_some_and(|verb| verb + 2 >= words.pieces.len());
    view.documents.iter().any(|document| document.real && !document.instrument && tells(document.at))
}

/// Whether "jointly" stands beside the cue of an utterance.
pub(super) fn jointly(view: &SentenceView<'_, '_>, utterance: &Utterance) -> bool {
    let words = view.words;
    utterance.cue.is_some_and(|cue| {
        let (first, end) = (words.piece_from(cue.start), words.piece_from(cue.end));
        (first.saturating_sub(1)..end + 2).any(|at| words.is_one_of(at, words.table.together))
    })
}

/// "Acme Corp and Bolt Inc": whether the source at `span` names two.
pub(super) fn are_joined(view: &SentenceView<'_, '_>, span: Span) -> bool {
    let words = view.words;
    let (first, end) = (words.piece_from(span.start), words.piece_from(span.end));
    let named =
        |at: usize| words.is_proper(at) || words.kind(at).is_some_and(|kind| matches!(kind, PieceKind::Name(_)));
    // "Acme Inc and <Bolt Ltd>"
    let opens = |at: usize| named(at) || words.is_mark(at, "<") && named(at + 1);
    let closes = |at: usize| named(at) || words.is_mark(at, ">");
    (first + 1..end).any(|at| words.classes(at).any(Classes::COORDINATOR) && closes(at - 1) && opens(at + 1))
}

/// Whether an utterance of several can be one act of theirs: said at one time, that came, and not each alone.
pub(super) fn is_at_one_time(view: &SentenceView<'_, '_>, utterance: &Utterance) -> bool {
    together(view) && !lies_ahead(view, utterance) && !is_under_pact(view) && !is_of_other_days(view, utterance)
}

/// "Under the accord, A and B agreed to": what they agreed is of an earlier day.
fn is_under_pact(view: &SentenceView<'_, '_>) -> bool {
    let words = view.words;
    let opener = (0..8).take_while(|&at| !words.is_mark(at, ","));
    words.lower(0) == "under" && opener.skip(1).any(|at| words.is_one_of(at, words.table.pact))
}

/// "The club, which groups A and B, hoped": whether the speaker stands in a clause of somebody else's.
pub(super) fn is_in_relative(view: &SentenceView<'_, '_>, source: Span) -> bool {
    let words = view.words;
    let first = words.piece_from(source.start);
    let end = words.piece_from(source.end);
    let relative = (first.saturating_sub(12)..first).rev().find(|&at| words.classes(at).any(Classes::RELATIVE));
    let verb = relative.and_then(|relative| (relative + 1..first).find(|&at| words.is_finite(at)));
    words.is_mark(end, ",") && verb.is_some_and(|verb| (verb + 1..first).all(|at| !words.is_finite(at)))
}

/// "A and B have long urged", "agreed in 1981 to": what was not said at one time, or long ago.
fn is_of_other_days(view: &SentenceView<'_, '_>, utterance: &Utterance) -> bool {
    let words = view.words;
    let Some(cue) = utterance.cue else { return false };
    let (first, end) = (words.piece_from(cue.start), words.piece_from(cue.end));
    let year = words.reading.article.date().map_or(0, jiff::civil::Date::year);
    let past = |at: usize| words.text(at).len() == 4 && words.text(at).parse::<i16>().is_ok_and(|told| told < year);
    let old = |at: usize| words.lower(at) == "in" && at + 1 < words.pieces.len() && past(at + 1);
    (first.saturating_sub(2)..end).any(|at| words.is_one_of(at, words.table.habitual))
        || (end..end + 3).any(old)
        || (first.saturating_sub(4)..end + 4).any(|at| is_other_month(words, at))
        || (first.saturating_sub(OPENER)..first)
            .any(|at| words.is_one_of(at, words.table.bygone) && is_other_month(words, at + 1))
        || view.documents.is_empty() && each_does(words, first)
}

/// "A, B and C all condemned": they did so one by one.
fn each_does(words: Words<'_, '_>, verb: usize) -> bool {
    let list = |at: usize| matches!(words.kind(at), Some(PieceKind::Name(_)));
    verb > 1 && words.is_one_of(verb - 1, words.table.whole) && list(verb - 2)
}

/// "In April", "last January", "on February 22": whether the month at `at` is not that of the article.
fn is_other_month(words: Words<'_, '_>, at: usize) -> bool {
    if !words.is_one_of(at, words.table.month) || at == 0 {
        return false;
    }
    let opens = words.is_one_of(at - 1, words.table.bygone) || matches!(words.lower(at - 1).as_ref(), "in" | "on");
    let date = words.reading.article.date();
    // Without a date a day may be today.
    let day = words.number(at + 1).is_some();
    let this = |date: jiff::civil::Date| {
        let name = date.strftime("%b").to_string().to_lowercase();
        words.lower(at).starts_with(&name)
    };
    opens && date.map_or(!day, |date| !this(date))
}

/// "Have urged", "are threatening": what goes on, and is not known to be said at one time.
pub(super) fn is_lasting(view: &SentenceView<'_, '_>, utterance: &Utterance) -> bool {
    let words = view.words;
    let Some(cue) = utterance.cue.filter(|_| view.documents.is_empty()) else { return false };
    let (from, end) = (words.piece_from(cue.start).saturating_sub(2), words.piece_from(cue.end));
    // "Have written to Peru": that is a text.
    let writes = |at: usize| words.is_one_of(at, words.table.plainly) && words.is_one_of(at, words.table.deeds);
    let have = |at: usize| words.classes(at).any(Classes::HAVE);
    let going = |at: usize| words.classes(at).any(Classes::BE) && words.classes(at + 1).any(Classes::ING);
    // "The members' denials" were many.
    let first = words.piece_from(cue.start);
    let owned = |at: usize| words.kind(at) == Some(PieceKind::Possessive) || matches!(words.text(at), "'" | "\u{2019}");
    let many = end == first + 1 && first > 0 && words.text(first).ends_with('s') && owned(first - 1);
    many || (from..end).any(|at| have(at) || going(at)) && !(from..end).any(writes)
}

/// Whether the sentence leaves room for parties to speak together: no text in it is old or never
/// came, and it does not say "separately".
fn together(view: &SentenceView<'_, '_>) -> bool {
    let words = view.words;
    let missed = view.documents.iter().any(|document| document.joint && !document.real) && view.joint().is_none();
    let old = missed || !view.documents.is_empty() && view.issued().is_none();
    // "Each said", "separate statements", but not "each table" and "separate talks".
    let apart = |at: usize| {
        let verb = words.is_finite(at + 1) || words.classes(at + 1).any(Classes::PREPOSITION);
        let text = (at + 1..at + 4).any(|at| words.is_document(at));
        let adverb = words.text(at).ends_with("ly");
        words.is_one_of(at, words.table.separately) && (adverb || verb || text)
    };
    !old && !(0..words.pieces.len()).any(apart)
}

/// Whether an utterance is about a text just issued, whose signatories may be named next.
pub(super) fn presents(view: &SentenceView<'_, '_>, utterance: &Utterance) -> bool {
    let documents = view.documents.iter().filter(|document| document.real && !document.instrument);
    let mut spans = documents.map(|document| view.words.pieces[document.at].span);
    spans.any(|span| utterance.content.iter().chain(&utterance.cue).any(|content| content.overlaps(span)))
}

/// "Is likely to be denounced by A and B": whether what they say is only expected.
pub(super) fn lies_ahead(view: &SentenceView<'_, '_>, utterance: &Utterance) -> bool {
    let words = view.words;
    let cue = utterance.cue.map(|cue| words.piece_from(cue.start));
    // "Must agree", "could press"
    let modal = |at: usize| words.classes(at).any(Classes::MODAL);
    if cue.is_some_and(|cue| modal(cue) || cue > 0 && modal(cue - 1)) {
        return true;
    }
    let expected = |at: usize| {
        words.is_one_of(at, words.table.foreseen) && words.kind(at) == Some(PieceKind::Word) && words.lower(at) != "no"
    };
    cue.is_some_and(|cue| {
        let from = (cue.saturating_sub(5)..cue).rev().find(|&at| words.kind(at) == Some(PieceKind::Mark));
        let from = from.map_or(cue.saturating_sub(5), |mark| mark + 1);
        let linked = Classes::BE.or(Classes::MODAL).or(Classes::TO);
        // "Are expected to address"
        let itself = words.classes(cue).any(Classes::BE) && expected(cue + 1);
        itself || (from..cue).any(expected) && (expected(cue - 1) || words.classes(cue - 1).any(linked))
    })
}
