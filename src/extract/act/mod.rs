//! Finds what a statement does: by its cue, else by the words it opens with.
//!
//! The words are those of `acts.toml`. Only the neighbourhood of each cue and the opening of each
//! utterance are read, so the cost does not grow with the length of what is said.

mod spoken;

use spoken::Spoken;

use crate::extract::reading::{PieceKind, Reading, Words};
use crate::knowledge::{Act, ActPattern, ActPlace, Acts, Classes, Step};
use crate::statement::{CueClass, Performed, Utterance};
use crate::text::Span;

/// Bytes read before and behind a cue, and of what an utterance opens with.
const BEFORE_CUE: usize = 40;
const BEHIND_CUE: usize = 120;
const OPENING: usize = 240;
/// Words a gap in a pattern takes up at most.
const GAP: usize = 6;
/// Words between a verb of voicing and the noun it voices.
const VOICED: usize = 6;

/// What `utterances`, those of one statement, do: each act once, the main one first.
///
/// The main act is the first in text order that does more than affirm.
#[must_use]
pub fn acts_of(reading: &Reading<'_>, utterances: &[Utterance]) -> Vec<Performed> {
    let mut out: Vec<Performed> = Vec::new();
    for found in utterances.iter().filter_map(|utterance| act_of(reading, utterance)) {
        if !out.iter().any(|known| known.act == found.act) {
            out.push(found);
        }
    }
    out.sort_by_key(|found| found.act == Act::Affirm);
    out
}

fn act_of(reading: &Reading<'_>, utterance: &Utterance) -> Option<Performed> {
    let mut affirmed = None;
    if let Some(cue) = utterance.cue {
        match by_cue(reading, cue) {
            CueSays::Act(found) => return Some(found),
            CueSays::Nothing => return None,
            CueSays::Speech => affirmed = Some(cue),
        }
    }
    let opening = utterance.content.first().and_then(|&content| by_opening(reading, utterance, content));
    let affirms = utterance.class == CueClass::Speech;
    opening.or_else(|| affirmed.filter(|_| affirms).map(|evidence| Performed { act: Act::Affirm, evidence }))
}

/// What a cue shows of the act.
enum CueSays {
    /// The act.
    Act(Performed),
    /// That words were spoken.
    Speech,
    /// That nothing was done: it is denied, foreseen or asked.
    Nothing,
}

fn by_cue(reading: &Reading<'_>, cue: Span) -> CueSays {
    let sentence = reading.sentence_at(cue.start).map_or(cue, |at| reading.sentences[at].span.cover(cue));
    let from = cut_before(reading.text(), cue.start.saturating_sub(BEFORE_CUE).max(sentence.start));
    let to = cut_after(reading.text(), cue.end + BEHIND_CUE, sentence.end).max(cue.end);
    let excerpt = reading.excerpt(Span::new(from, to));
    let scan = Scan::new(excerpt.words(reading));
    let (first, end) = (scan.words.piece_from(cue.start), scan.words.piece_from(cue.end));
    let denied = scan.is_denied(first);
    for at in first..end {
        if let Some((act, range_end)) = scan.act_at(at, ActPlace::Cue).or_else(|| scan.act_at(at, ActPlace::Noun)) {
            let with_negation = scan.is_negation(at);
            if (denied || scan.is_denied(at)) && !with_negation {
                return CueSays::Nothing;
            }
            return CueSays::Act(Performed { act, evidence: scan.words.span(at, range_end) });
        }
        if scan.find(at, ActPlace::Silent).is_some() {
            return CueSays::Nothing;
        }
    }
    let nothing = denied || (first..end).any(|at| scan.is_negation(at)) || scan.words.classes(first).any(Classes::TO);
    if nothing { CueSays::Nothing } else { CueSays::Speech }
}

fn by_opening(reading: &Reading<'_>, utterance: &Utterance, content: Span) -> Option<Performed> {
    let end = cut_after(reading.text(), content.start + OPENING, content.end).max(content.start);
    let excerpt = reading.excerpt(Span::new(content.start, end));
    let scan = Scan::new(excerpt.words(reading));
    let spoken = Spoken::new(scan.words, &scan.acts.words, utterance);
    let mut future = None;
    for at in 0..scan.words.pieces.len() {
        if spoken.is_speaker(at)
            && let Some(found) = scan.own_act(at + 1, &mut future)
        {
            return Some(found);
        }
        if let Some((act, end)) = scan.act_at(at, ActPlace::Says) {
            let own = at > 0 && (spoken.is_speaker(at - 1) || scan.is_first_person(at - 1));
            let asks = matches!(act, Act::Demand | Act::Urge);
            if !(scan.is_denied(at) || own && asks) {
                return Some(Performed { act, evidence: scan.words.span(at, end) });
            }
        }
    }
    future
}

/// The pieces around a cue or at the start of what is said, with the table they are looked up in.
struct Scan<'r, 'a> {
    words: Words<'r, 'a>,
    acts: &'a Acts,
}

impl<'r, 'a> Scan<'r, 'a> {
    fn new(words: Words<'r, 'a>) -> Self {
        Self { words, acts: words.reading.knowledge.acts() }
    }

    /// The longest pattern for `place` that begins at `at`, and where it ends.
    fn find(&self, at: usize, place: ActPlace) -> Option<(&'a ActPattern, usize)> {
        let mut patterns = self.acts.patterns(self.words.marks(at)).iter().filter(|pattern| pattern.place == place);
        patterns.find_map(|pattern| Some((pattern, self.follow(&pattern.rest, at + 1)?)))
    }

    /// The act of the words at `at`, by themselves or by the noun they voice.
    fn act_at(&self, at: usize, place: ActPlace) -> Option<(Act, usize)> {
        let voices = matches!(place, ActPlace::Cue | ActPlace::Own);
        if voices && self.find(at, ActPlace::Voicing).is_some() {
            let mut near = (at + 1..at + 1 + VOICED).take_while(|&at| !self.ends_clause(at));
            let noun = near.find_map(|at| self.find(at, ActPlace::Noun));
            if let Some((pattern, end)) = noun {
                return pattern.act.map(|act| (act, end));
            }
        }
        self.find(at, place).and_then(|(pattern, end)| Some((pattern.act?, end)))
    }

    fn follow(&self, rest: &[Step], at: usize) -> Option<usize> {
        match rest {
            [] => Some(at),
            [Step::Words(words), rest @ ..] => {
                let here = self.words.text(at);
                words.iter().any(|word| word.eq_ignore_ascii_case(here)).then(|| self.follow(rest, at + 1)).flatten()
            }
            [Step::Gap, rest @ ..] => {
                let mut near = (at..=at + GAP).take_while(|&to| to == at || !self.ends_gap(to - 1));
                near.find_map(|to| self.follow(rest, to))
            }
        }
    }

    fn ends_clause(&self, at: usize) -> bool {
        self.words.kind(at) == Some(PieceKind::Mark) && matches!(self.words.text(at), "," | ";" | "." | "?" | "!" | ":")
    }

    fn ends_gap(&self, at: usize) -> bool {
        self.ends_clause(at) || self.words.classes(at).any(Classes::INTERROGATIVE)
    }

    /// What the speaker whose verb begins at `from` does; `future` keeps what they only say they will do.
    fn own_act(&self, from: usize, future: &mut Option<Performed>) -> Option<Performed> {
        let (mut denied, mut will, mut links, mut done) = (false, None, false, false);
        for at in from..from + GAP {
            let classes = self.words.classes(at);
            let shared = &self.acts.words;
            if self.words.is_one_of(at, shared.unsure) {
                return None;
            }
            let negative = self.is_negation(at);
            let wanted = [(!denied, ActPlace::Own), (links && !denied, ActPlace::Is), (denied, ActPlace::Not)];
            let own = wanted.into_iter().filter(|(wanted, _)| *wanted).find_map(|(_, place)| self.act_at(at, place));
            if let Some((act, end)) = own {
                let first = if links || will.is_some() { from } else { at };
                return Some(Performed { act, evidence: self.words.span(first.min(at), end) });
            }
            denied |= negative;
            if self.words.is_one_of(at, shared.future) {
                will = Some(at);
            } else if classes.any(Classes::BE) || self.words.is_one_of(at, shared.linking) {
                links = true;
            } else if classes.any(Classes::HAVE.or(Classes::DO)) {
                done = true;
            } else if !(negative || self.is_aside(at)) {
                let acts = will.filter(|_| !links && !done && classes.any(Classes::BASE));
                if let Some(will) = acts {
                    let act = if denied { Act::Reject } else { Act::Pledge };
                    future.get_or_insert(Performed { act, evidence: self.words.span(will, at + 1) });
                }
                return None;
            }
        }
        None
    }

    /// Whether the piece at `at` may stand between a speaker and their verb.
    fn is_aside(&self, at: usize) -> bool {
        let word = self.words.text(at);
        self.words.is_quote(at) || self.words.classes(at).any(Classes::ADVERB) || word.ends_with("ly")
    }

    fn is_first_person(&self, at: usize) -> bool {
        self.words.is_one_of(at, self.acts.words.first_person)
    }

    fn is_negation(&self, at: usize) -> bool {
        self.words.classes(at).any(Classes::NEGATION)
            || self.words.is_one_of(at, self.acts.words.negation)
            || self.words.is_contracted(at)
    }

    /// Whether a negation stands close before the piece at `at`.
    fn is_denied(&self, at: usize) -> bool {
        (at.saturating_sub(3)..at).rev().take_while(|&at| !self.ends_clause(at)).any(|at| self.is_negation(at))
    }
}

/// `at`, moved back out of any word it cuts, or `end` when that comes first.
fn cut_after(text: &str, at: usize, end: usize) -> usize {
    if end <= at { end } else { cut_before(text, at) }
}

/// `at`, moved back out of any word it cuts.
fn cut_before(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    (0..=at).rev().find(|&at| at == 0 || bytes[at - 1].is_ascii_whitespace()).unwrap_or(0)
}
