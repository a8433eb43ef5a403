//! Gathers the utterances of one joint statement, and what the article says about who signed it.

mod act;
mod asides;
mod belonging;
mod confidence;
mod deed;
mod draft;
mod fits;
mod follow;
mod members;
mod mentions;
mod pattern;
mod people;
mod remainder;
mod reported;
mod several;
mod shared;
mod source;
mod stance;
mod telling;
mod told;
mod voices;

pub use act::found_by;
pub use draft::Draft;

use act::{Discussed, acts};
use asides::{is_aside, is_only_mentioned, is_refusal};
use deed::{opening_text, speaks_of_signing};

use crate::extract::phrase::{PartyList, SentenceView};
use crate::extract::reading::{Reading, Seen, Sentence};
use crate::knowledge::{Classes, Needs, SigningRole, SigningWords};
use crate::statement::Utterance;
use crate::text::Span;
use reported::reported;
use source::{is_one, stands_apart};
use told::Told;

/// How many joint statements, or drafts that may turn out to be, are looked back at.
const MOST_RECENT: usize = 100;

/// How many sentences behind those who acted together a text may be theirs without naming them; the lead is
/// never too far.
const NEAR: usize = 6;

/// How many sentences are the lead.
const LEAD: usize = 2;

/// How many sentences behind a text "signatories" may still be its own.
const RECENT: usize = 2;

/// The statements `utterances` belong to, in text order of their first words.
#[must_use]
pub fn gather(reading: &Reading<'_>, utterances: Vec<Utterance>) -> Vec<Draft> {
    let mut gatherer = Gatherer {
        reading,
        words: &reading.knowledge.signing().words,
        drafts: Vec::new(),
        current: None,
        speaking: None,
        floating: Vec::new(),
        antecedent: None,
        number: 0,
        passed: Vec::new(),
        joints: Vec::new(),
        told: None,
        planned: None,
    };
    let mut waiting = utterances.into_iter().peekable();
    for (number, sentence) in reading.sentences.iter().enumerate() {
        let mut here = Vec::new();
        while let Some(utterance) = waiting.next_if(|next| anchor(next) < sentence.span.end) {
            here.push(utterance);
        }
        if sentence.paragraph.is_some() || reading.article.paragraphs.is_empty() {
            gatherer.sentence(number, sentence, here);
        }
    }
    for utterance in waiting {
        gatherer.drafts.push(Draft::single(utterance));
    }
    let organisations = reading.knowledge.organisations();
    let settle = |draft: Draft| {
        let alone = draft.joint && !draft.is_shared(organisations);
        let (whole, parts) = if alone { (None, Some(draft.part())) } else { (Some(draft), None) };
        whole.into_iter().chain(parts.into_iter().flatten())
    };
    gatherer
        .drafts
        .into_iter()
        .flat_map(settle)
        .filter(|draft| draft.joint || !draft.tentative)
        .filter(|draft| !draft.utterances.is_empty() || !draft.refused.is_empty())
        .collect()
}

/// Where an utterance is reported: at its cue, else at its first words.
pub(super) fn anchor(utterance: &Utterance) -> usize {
    let content = utterance.content.first().map_or(0, |span| span.start);
    utterance.cue.map_or(content, |cue| cue.start)
}

pub(super) struct Gatherer<'r, 'a> {
    pub(super) reading: &'r Reading<'a>,
    pub(super) words: &'a SigningWords,
    pub(super) drafts: Vec<Draft>,
    /// The joint statement under discussion.
    pub(super) current: Option<usize>,
    /// The draft that spoke last.
    pub(super) speaking: Option<usize>,
    /// Drafts of several parties or of nobody named, that a joint statement may turn out to hold.
    pub(super) floating: Vec<usize>,
    /// The last parties named together, for "the two sides", and the number of their sentence.
    antecedent: Option<(usize, PartyList)>,
    /// The number of the sentence at hand.
    number: usize,
    /// Later sentences that may name several, by number; they are read when that is asked.
    passed: Vec<usize>,
    /// The drafts that are joint, in order.
    joints: Vec<usize>,
    /// The last text nobody in particular was said to have issued.
    told: Option<Told>,
    /// The number of the last sentence that names a joint text that did not come out.
    planned: Option<usize>,
}

impl Gatherer<'_, '_> {
    pub(super) fn sentence(&mut self, number: usize, sentence: &Sentence, utterances: Vec<Utterance>) {
        self.number = number;
        let (span, seen) = (sentence.span, &sentence.seen);
        let texts = [self.words.document, self.words.paper, self.words.proxy].iter().any(|list| seen.has(*list));
        let recent = self.told.as_ref().is_some_and(|told| number <= told.number + RECENT);
        let signs = recent && seen.has(self.words.signing);
        let planned = self.planned.is_some_and(|planned| number <= planned + RECENT);
        let refuses = planned && [self.words.signing, self.words.refusing].iter().any(|list| seen.has(*list));
        let speaks = texts || signs || refuses || seen.has(self.words.together);
        let quiet = self.current.is_none() && self.floating.is_empty() && !speaks;
        if quiet {
            let words = self.reading.words_in(sentence);
            let nameless = sentence.names.is_empty();
            let alone = |source| is_one(words, source) && (nameless || stands_apart(words, source));
            let each_alone = utterances.iter().all(|utterance| utterance.source.is_none_or(alone));
            if each_alone && (nameless || !self.can_act(seen)) {
                if !nameless {
                    self.passed.push(number);
                }
                return utterances.into_iter().for_each(|utterance| self.single(utterance));
            }
            if nameless {
                return utterances.into_iter().for_each(|utterance| self.plain(utterance));
            }
        }
        let view = SentenceView::of(self.reading, sentence);
        if opening_text(&view).is_some() || speaks_of_signing(&view) {
            self.promote(&view);
        }
        let held = |at: &usize| {
            let draft = &self.drafts[*at];
            draft.has_parties() || draft.texted || draft.collective || draft.count.is_some()
        };
        let discussed =
            Discussed { joint: self.current.is_some(), any: signs || self.floating.iter().any(held), planned };
        if view.documents.iter().any(|document| document.joint && !document.real) {
            self.planned = Some(number);
        }
        let mut here = None;
        let found = acts(&view, &seen.sets, discussed);
        let floated = self.floating.len();
        for act in &found {
            here = match act.role {
                SigningRole::Signatory if act.list.is_empty() && here.is_some() => here,
                SigningRole::Signatory => Some(self.sign(act, here)),
                SigningRole::Nonsignatory => here.or_else(|| self.refuse(act)),
            };
            if act.role == SigningRole::Nonsignatory {
                self.current = self.read_by(&view).or(self.current);
                here = here.or(self.current);
                if let Some(at) = self.current {
                    self.drafts[at].refuse(&act.list);
                }
            }
        }
        let signed = found.iter().any(|act| act.role == SigningRole::Signatory);
        let here = here.filter(|_| signed);
        let utterances: Vec<Utterance> =
            utterances.into_iter().filter(|utterance| !is_refusal(utterance, &found)).collect();
        let spoken: Vec<Span> = utterances.iter().flat_map(|utterance| utterance.content.iter().copied()).collect();
        let only = utterances.len() == 1;
        let first = self.drafts.len();
        // "A and B condemned Peru for its refusal to talk": the deed is told by no utterance.
        let aside = !utterances.is_empty()
            && here.is_none()
            && self.current.is_none()
            && utterances.iter().all(|utterance| utterance.source.is_some_and(|source| is_aside(&view, source)));
        let mut tellers = Vec::new();
        for utterance in utterances {
            let inside = utterance.cue.is_some_and(|cue| {
                spoken.iter().any(|content| content.contains(cue) && !utterance.content.contains(content))
            });
            self.utterance(utterance, &view, here, &found, inside);
            tellers.push(self.speaking);
        }
        // Nobody else speaks in the sentence: all of it is about the statement.
        if let [Some(at), rest @ ..] = tellers.as_slice() {
            let alone = rest.iter().all(|other| *other == Some(*at)) && self.drafts.len() <= first + 1;
            if alone && here.is_none() && (self.drafts[*at].joint || self.floating.contains(at)) {
                self.drafts[*at].sentences.push(span);
            }
        }
        if let Some(at) = here.filter(|&at| self.drafts[at].utterances.is_empty()) {
            self.fill(at, &view, &spoken, signs);
        }
        if let Some(at) = here {
            self.drafts[at].sentences.push(span);
        }
        if let Some(at) = self.speaking.filter(|at| only && self.floating.last() == Some(at)) {
            self.drafts[at].sentences.push(span);
        }
        if spoken.is_empty() && here.is_none() {
            self.untold(&view, span);
        }
        if aside {
            self.deed(&view, span);
        }
        self.note_text(&view, Told::of(&view, number, span), floated);
        if view.is_read() {
            self.remember(&view, number);
        } else {
            self.passed.push(number);
        }
    }

    /// Gives the statement at `at` the words of its text that no utterance of the sentence, with the contents
    /// `spoken`, told; `signs` says whether the sentence only names who signed.
    fn fill(&mut self, at: usize, view: &SentenceView<'_, '_>, spoken: &[Span], signs: bool) {
        // "The communique will lift the yen, dealers said": it is only spoken of.
        if !is_only_mentioned(view, spoken) {
            self.drafts[at].utterances.extend(reported(view));
        }
        let bare = self.drafts[at].utterances.is_empty();
        let number = self.number;
        if let Some(told) = self.told.take_if(|told| bare && signs && number <= told.number + RECENT) {
            self.drafts[at].utterances.push(told.utterance);
            self.drafts[at].sentences.push(told.span);
        }
        self.speaking = Some(at);
    }

    /// Keeps a text that was issued, for signatories who are named later; the drafts floated since `floated`
    /// stand beside it.
    fn note_text(&mut self, view: &SentenceView<'_, '_>, told: Option<Told>, floated: usize) {
        let Some(document) = view.issued() else { return };
        for at in self.floating.iter().skip(floated.min(self.floating.len())) {
            self.drafts[*at].texted = true;
        }
        if !document.owned && !document.joint && self.current.is_none() {
            self.told = told;
        }
    }

    /// Whether a sentence without a text can say that several sign or do something together.
    fn can_act(&self, seen: &Seen) -> bool {
        let does = seen.has(self.words.deeds) || seen.has(self.words.collectively);
        does || seen.classes.any(Classes::BE) && seen.has(self.words.accord)
            || self
                .reading
                .knowledge
                .signing()
                .rules
                .iter()
                .any(|rule| rule.needs == Needs::Nothing && rule.can_match(&seen.sets))
    }
}
