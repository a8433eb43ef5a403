//! Gathers the utterances of one joint statement, and what the article says about who signed it.

mod act;
mod deed;
mod draft;
mod members;
mod mentions;
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
use crate::extract::reading::{Piece, Reading, Words};
use crate::knowledge::{Party, SigningRole, SigningWords};
use crate::statement::Utterance;
use crate::text::Span;
use reported::reported;

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
        unread: None,
    };
    let mut waiting = utterances.into_iter().peekable();
    for sentence in &reading.sentences {
        let mut here = Vec::new();
        while let Some(utterance) = waiting.next_if(|next| anchor(next) < sentence.span.end) {
            here.push(utterance);
        }
        if sentence.paragraph.is_some() || reading.article.paragraphs.is_empty() {
            gatherer.sentence(sentence.span, sentence.names.len(), here);
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
    pub(super) antecedent: Option<PartyList>,
    /// A later sentence that names several and was passed over.
    pub(super) unread: Option<Span>,
}

impl Gatherer<'_, '_> {
    pub(super) fn sentence(&mut self, span: Span, names: usize, utterances: Vec<Utterance>) {
        let pieces = self.reading.pieces(span);
        let quiet = self.current.is_none() && self.floating.is_empty() && !speaks_of_texts(self.reading, &pieces);
        if quiet && names == 0 {
            return utterances.into_iter().for_each(|utterance| self.plain(utterance));
        }
        let view = SentenceView::new(self.reading, &pieces);
        if opening_text(&view).is_some() {
            self.promote(&view);
        }
        let discussed = Discussed { joint: self.current.is_some(), any: !self.floating.is_empty() };
        let mut here = None;
        let found = acts(&view, discussed);
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
        if view.phrases.iter().any(|phrase| !phrase.list.parties.is_empty()) {
            self.read_passed();
        }
        self.remember(&view);
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
    fn others_meant(&self, list: &PartyList) -> Option<PartyList> {
        let (count, _) = list.count.filter(|_| !list.parties.is_empty() && !list.including)?;
        let before = self.antecedent.as_ref()?;
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
        let known = self.drafts.iter().rposition(|draft| draft.joint && draft.has_all(list));
        let open = self.current.filter(|&at| act.voice.is_none() && (!act.fresh || !self.drafts[at].has_parties()));
        known.or(open).unwrap_or_else(|| self.start(list, act.fresh))
    }

    pub(super) fn refuse(&mut self, act: &Act) -> Option<usize> {
        if act.list.parties.is_empty() {
            return self.current;
        }
        if self.current.is_none() {
            self.drafts.push(Draft { joint: true, ..Draft::default() });
            self.current = Some(self.drafts.len() - 1);
        }
        self.current
    }

    /// A new joint statement of the parties in `list`, with the floating drafts that are its own.
    pub(super) fn start(&mut self, list: &PartyList, fresh: bool) -> usize {
        let mut draft = Draft { joint: true, ..Draft::default() };
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
            self.read_passed();
            let fits = |antecedent: &&PartyList| {
                let size = antecedent.parties.len();
                let groups = antecedent.parties.iter().any(|(party, _)| matches!(party, Party::Organisation(_)));
                list.count.is_none_or(|(count, _)| {
                    usize::try_from(count).is_ok_and(|count| count == size || groups && count > size)
                })
            };
            if let Some(antecedent) = self.antecedent.as_ref().filter(fits) {
                draft.sign(antecedent);
            }
        }
        self.drafts.push(draft);
        self.drafts.len() - 1
    }

    /// Reads the sentence passed over, now that it is needed.
    fn read_passed(&mut self) {
        if let Some(span) = self.unread.take() {
            let pieces = self.reading.pieces(span);
            self.remember(&SentenceView::new(self.reading, &pieces));
        }
    }

    /// Keeps the parties a sentence names together, for a later "the two sides".
    pub(super) fn remember(&mut self, view: &SentenceView<'_, '_>) {
        let several = view.phrases.iter().map(|phrase| &phrase.list).find(|list| list.is_several() && !list.apart);
        if let Some(list) = several {
            self.antecedent = Some(list.clone());
            return;
        }
        let mut both = PartyList::default();
        for phrase in view.phrases.iter().filter(|phrase| phrase.list.parties.len() == 1).take(2) {
            both.merge(&phrase.list);
        }
        if both.is_several() {
            self.antecedent = Some(both);
        }
    }
}

/// Whether a sentence can be about a text: it has a noun for one, or speaks on somebody's behalf.
fn speaks_of_texts(reading: &Reading<'_>, pieces: &[Piece]) -> bool {
    let words = Words::new(reading, pieces);
    (0..pieces.len()).any(|at| words.is_document(at) || words.text(at) == "behalf")
}
