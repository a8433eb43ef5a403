//! Gathers the utterances of one joint statement, and what the article says about who signed it.

mod act;
mod deed;
mod draft;
mod members;
mod pattern;
mod remainder;
mod reported;
mod source;
mod telling;

pub use act::found_by;
pub use draft::Draft;

use act::{Act, Discussed, acts};
use deed::opening_text;

use crate::extract::phrase::{PartyList, SentenceView};
use crate::extract::reading::{Reading, Seen, Sentence};
use crate::knowledge::{Classes, Needs, Party, SigningRole, SigningWords};
use crate::statement::Utterance;
use crate::text::Span;
use reported::reported;
use source::{is_one, stands_apart};

/// How many joint statements, or drafts that may turn out to be, are looked back at.
const MOST_RECENT: usize = 100;

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
        passed: Vec::new(),
        joints: Vec::new(),
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
    gatherer
        .drafts
        .into_iter()
        .filter(|draft| draft.joint || !draft.tentative)
        .filter(|draft| !draft.utterances.is_empty() || !draft.refused.is_empty())
        .collect()
}

/// Where an utterance is reported: at its cue, else at its first words.
fn anchor(utterance: &Utterance) -> usize {
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
    /// The last parties named together, for "the two sides".
    antecedent: Option<PartyList>,
    /// Later sentences that may name several, by number; they are read when that is asked.
    passed: Vec<usize>,
    /// The drafts that are joint, in order.
    joints: Vec<usize>,
}

impl Gatherer<'_, '_> {
    pub(super) fn sentence(&mut self, number: usize, sentence: &Sentence, utterances: Vec<Utterance>) {
        let (span, seen) = (sentence.span, &sentence.seen);
        let texts = [self.words.document, self.words.paper, self.words.proxy].iter().any(|list| seen.has(*list));
        let quiet = self.current.is_none() && self.floating.is_empty() && !texts;
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
        let view = SentenceView::new(self.reading.words_in(sentence));
        if opening_text(&view).is_some() {
            self.promote(&view);
        }
        let discussed = Discussed { joint: self.current.is_some(), any: !self.floating.is_empty() };
        let mut here = None;
        let found = acts(&view, &seen.sets, discussed);
        for act in &found {
            here = match act.role {
                SigningRole::Signatory if act.list.is_empty() && here.is_some() => here,
                SigningRole::Signatory => Some(self.sign(act, here)),
                SigningRole::Nonsignatory => here.or_else(|| self.refuse(act)),
            };
            if act.role == SigningRole::Nonsignatory {
                here = here.or(self.current);
                if let Some(at) = self.current {
                    self.drafts[at].refuse(&act.list);
                }
            }
        }
        let signed = found.iter().any(|act| act.role == SigningRole::Signatory);
        let here = here.filter(|_| signed);
        let spoken: Vec<Span> = utterances.iter().flat_map(|utterance| utterance.content.iter().copied()).collect();
        let only = utterances.len() == 1;
        let first = self.drafts.len();
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
            self.drafts[at].utterances.extend(reported(&view));
            self.speaking = Some(at);
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
        if !view.is_read() {
            self.passed.push(number);
        } else if let Some(list) = named_together(&view) {
            self.remember(list);
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

    /// Notes a signing act; the draft it belongs to.
    pub(super) fn sign(&mut self, act: &Act, here: Option<usize>) -> usize {
        let at = here.unwrap_or_else(|| self.draft_of(act));
        if let Some(others) = self.others_meant(&act.list) {
            self.drafts[at].sign(&others);
        }
        self.drafts[at].sign(&act.list);
        self.drafts[at].voice = self.drafts[at].voice.or(act.voice);
        self.current = Some(at);
        at
    }

    /// "The two countries and China": the two named before.
    fn others_meant(&mut self, list: &PartyList) -> Option<PartyList> {
        let (count, _) = list.count.filter(|_| !list.parties.is_empty() && !list.including)?;
        let before = self.antecedent()?;
        let fits = usize::try_from(count).is_ok_and(|count| count == before.parties.len());
        let apart = before.parties.iter().all(|(party, _)| !list.parties.iter().any(|(known, _)| known == party));
        (fits && apart && list.parties.len() < before.parties.len() + 1).then(|| before.clone())
    }

    pub(super) fn draft_of(&mut self, act: &Act) -> usize {
        let list = &act.list;
        if list.parties.is_empty() {
            let known = self.current.filter(|&at| list.unofficial.is_none() && self.drafts[at].accepts(list));
            return known.unwrap_or_else(|| self.start(list, act.fresh));
        }
        let known = self.known(list);
        let open = self.current.filter(|&at| act.voice.is_none() && (!act.fresh || !self.drafts[at].has_parties()));
        known.or(open).unwrap_or_else(|| self.start(list, act.fresh))
    }

    /// The last joint statement of all parties in `list`.
    pub(super) fn known(&self, list: &PartyList) -> Option<usize> {
        let recent = self.joints.iter().rev().take(MOST_RECENT).copied();
        recent.into_iter().find(|&at| self.drafts[at].joint && self.drafts[at].has_all(list))
    }

    /// Adds a joint statement.
    fn push_joint(&mut self, draft: Draft) -> usize {
        self.drafts.push(Draft { joint: true, ..draft });
        self.joints.push(self.drafts.len() - 1);
        self.drafts.len() - 1
    }

    pub(super) fn refuse(&mut self, act: &Act) -> Option<usize> {
        if act.list.parties.is_empty() {
            return self.current;
        }
        if self.current.is_none() {
            self.current = Some(self.push_joint(Draft::default()));
        }
        self.current
    }

    /// A new joint statement of the parties in `list`, with the floating drafts that are its own.
    pub(super) fn start(&mut self, list: &PartyList, fresh: bool) -> usize {
        let mut draft = Draft::default();
        let unnamed = list.parties.is_empty() && list.unofficial.is_none();
        let latest = self.floating.iter().rev().copied().find(|&at| self.drafts[at].has_parties());
        let names = latest.filter(|&at| unnamed && self.drafts[at].accepts(list));
        for at in std::mem::take(&mut self.floating) {
            let fits = (!fresh || self.drafts[at].tentative) && !self.drafts[at].has_parties()
                || Some(at) == names
                || self.drafts[at].overlaps(list);
            if fits {
                let floated = std::mem::take(&mut self.drafts[at]);
                draft.take_in(floated);
            } else {
                self.floating.push(at);
            }
        }
        if unnamed && !draft.has_parties() {
            let fits = |antecedent: &&PartyList| {
                let size = antecedent.parties.len();
                let groups = antecedent.parties.iter().any(|(party, _)| matches!(party, Party::Organisation(_)));
                list.count.is_none_or(|(count, _)| {
                    usize::try_from(count).is_ok_and(|count| count == size || groups && count > size)
                })
            };
            if let Some(antecedent) = self.antecedent().filter(fits) {
                draft.sign(antecedent);
            }
        }
        self.push_joint(draft)
    }

    /// Keeps the parties a sentence names together, for a later "the two sides".
    fn remember(&mut self, list: PartyList) {
        self.antecedent = Some(list);
        self.passed.clear();
    }

    /// The last parties named together.
    fn antecedent(&mut self) -> Option<&PartyList> {
        while let Some(number) = self.passed.pop() {
            let sentence = &self.reading.sentences[number];
            if let Some(list) = named_together(&SentenceView::new(self.reading.words_in(sentence))) {
                self.remember(list);
            }
        }
        self.antecedent.as_ref()
    }
}

/// The parties a sentence names together.
fn named_together(view: &SentenceView<'_, '_>) -> Option<PartyList> {
    let lists = || view.phrases().iter().map(|phrase| &phrase.list);
    if let Some(list) = lists().find(|list| list.is_several() && !list.apart) {
        return Some(list.clone());
    }
    let mut both = PartyList::default();
    for list in lists().filter(|list| list.parties.len() == 1).take(2) {
        both.merge(list);
    }
    both.is_several().then_some(both)
}
