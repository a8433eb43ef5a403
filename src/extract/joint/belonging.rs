//! Which joint statement a signing act belongs to, and whom "the two sides" means.

use super::act::Act;
use super::deed::{agents_of, is_spoken};
use super::draft::{Draft, Group};
use super::{Gatherer, LEAD, MOST_RECENT, NEAR, anchor};
use crate::extract::phrase::{PartyList, Phrase, SentenceView, governor};
use crate::knowledge::{Classes, Party};
use crate::text::Span;

impl Gatherer<'_, '_> {
    /// Notes a signing act; the draft it belongs to.
    pub(super) fn sign(&mut self, act: &Act, here: Option<usize>) -> usize {
        let at = here.unwrap_or_else(|| self.draft_of(act));
        if let Some(others) = self.others_meant(&act.list) {
            self.drafts[at].sign(&others);
        }
        self.drafts[at].sign(&act.list);
        self.drafts[at].voice = self.drafts[at].voice.or(act.voice);
        self.drafts[at].shared |= act.shared;
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
        let signs = |at: usize, party: &Party| self.drafts[at].has(party) || self.is_in_group(at, party);
        let mut recent = recent.into_iter().filter(|&at| self.drafts[at].joint);
        recent.find(|&at| list.parties.iter().all(|(party, _)| signs(at, party)))
    }

    /// Whether a group that issues the draft at `at` has `party` as a member: Italy in the G7.
    fn is_in_group(&self, at: usize, party: &Party) -> bool {
        let (Party::Country(code), Some(date)) = (party, self.reading.article.date()) else { return false };
        let organisations = self.reading.knowledge.organisations();
        let members = |group: &Group| organisations.members(&group.id, date);
        self.drafts[at].groups.iter().flat_map(members).any(|(member, _)| member == *code)
    }

    /// Adds a joint statement.
    fn push_joint(&mut self, draft: Draft) -> usize {
        self.drafts.push(Draft { joint: true, ..draft });
        self.joints.push(self.drafts.len() - 1);
        self.drafts.len() - 1
    }

    /// "The text read by Smith": the joint statement whose reader the sentence names.
    pub(super) fn read_by(&self, view: &SentenceView<'_, '_>) -> Option<usize> {
        let words = view.words;
        let family = |voice: Span| self.reading.words(voice).rsplit(' ').next().unwrap_or_default();
        let named = |name: &str| (0..words.pieces.len()).any(|at| words.text(at) == name);
        let mut recent = self.joints.iter().rev().take(MOST_RECENT).copied();
        recent.find(|&at| self.drafts[at].voice.is_some_and(|voice| named(family(voice))))
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
        let names = latest.filter(|&at| unnamed && self.drafts[at].accepts(list) && self.is_told_near(at));
        for at in std::mem::take(&mut self.floating) {
            let nameless = !self.drafts[at].has_parties() && !self.drafts[at].pair;
            let fits = (!fresh || self.drafts[at].tentative) && nameless && self.is_told_near(at)
                || Some(at) == names
                || unnamed && self.drafts[at].pair && self.speaking == Some(at)
                || self.drafts[at].overlaps(list) && self.drafts[at].may_be_of(list)
                || list.parties.iter().any(|(party, _)| self.is_in_group(at, party));
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

    /// Whether the sentence at hand is of the lead.
    pub(super) fn is_lead(&self) -> bool {
        self.number < LEAD
    }

    /// Whether the sentence of that number is near the one at hand, or in the lead.
    fn is_near(&self, number: usize) -> bool {
        number < LEAD || number + NEAR >= self.number
    }

    /// Whether the draft at `at` was told near the sentence at hand.
    fn is_told_near(&self, at: usize) -> bool {
        let told = self.drafts[at].utterances.iter().map(anchor).min();
        told.and_then(|told| self.reading.sentence_at(told)).is_none_or(|number| self.is_near(number))
    }

    /// Keeps the parties a sentence names together, for a later "the two sides".
    pub(super) fn remember(&mut self, view: &SentenceView<'_, '_>, number: usize) {
        if let Some(list) = named_together(view) {
            self.antecedent = Some((number, list));
            self.passed.clear();
        }
    }

    /// The last parties named together.
    pub(super) fn antecedent(&mut self) -> Option<&PartyList> {
        while let Some(number) = self.passed.pop() {
            if !self.is_near(number) {
                continue;
            }
            let sentence = &self.reading.sentences[number];
            self.remember(&SentenceView::of(self.reading, sentence), number);
        }
        self.antecedent.as_ref().filter(|(number, _)| self.is_near(*number)).map(|(_, list)| list)
    }
}

/// "Joined by A and B, C appealed", "C, flanked by A and B, appealed", "C joined A and B in appealing".
pub(super) fn joined(view: &SentenceView<'_, '_>) -> Option<PartyList> {
    let words = view.words;
    // What is read in vain costs most: few sentences have any such word.
    let may_be = |at: usize| {
        words.is_one_of(at, words.table.beside) || (words.is_mark(at, ",") && words.lower(at + 1) == "with")
    };
    if !(0..words.pieces.len()).any(may_be) {
        return None;
    }
    let phrase_at = |start: usize| {
        let mut phrases = view.phrases().iter();
        phrases.find(|phrase| phrase.range.start == start && !phrase.list.parties.is_empty())
    };
    let beside = |at: usize| words.is_one_of(at, words.table.beside) && words.classes(at + 1).any(Classes::PREPOSITION);
    let both = |host: &Phrase, guests: &Phrase| {
        let mut both = host.list.clone();
        both.merge(&guests.list);
        both
    };
    // Behind a dateline, too.
    let dash = (0..words.pieces.len().min(14)).find(|&at| words.is_dash(at)).map(|dash| dash + 1);
    let opener = dash.into_iter().chain([0]).find(|&at| beside(at));
    if let Some(guests) = opener.and_then(|at| phrase_at(at + 2)) {
        let comma = guests.range.end;
        let host = phrase_at(comma + 1).filter(|_| words.is_mark(comma, ","))?;
        return Some(both(host, guests));
    }
    view.phrases().iter().filter(|phrase| !phrase.list.parties.is_empty()).find_map(|host| {
        let end = host.range.end;
        let aside = words.is_mark(end, ",");
        let guests = match end + 1 {
            at if aside && words.lower(at) == "with" => phrase_at(at + 1),
            at if aside && beside(at) => phrase_at(at + 2),
            at if words.is_one_of(end, words.table.beside) && words.is_finite(end) => phrase_at(at),
            _ => None,
        }?;
        governor(words, host.range.start).is_none().then(|| both(host, guests))
    })
}

/// The parties a sentence names together.
fn named_together(view: &SentenceView<'_, '_>) -> Option<PartyList> {
    // "The oil of the North Sea, shared by A, B and C": named, but not as doing anything together.
    let acts = |phrase: &&Phrase| {
        let words = view.words;
        let ruled = governor(words, phrase.range.start);
        let object = phrase.range.start > 0 && words.marks(phrase.range.start - 1).has_relation();
        let done = phrase.range.start > 0 && words.lower(phrase.range.start - 1) == "by";
        !object
            && !done
            && ruled.is_none_or(|at| words.is_one_of(at, words.table.belonging) && words.lower(at) != "for")
    };
    // "Reefs disputed by A, B and C": nobody says anything together.
    let agents = agents_of(view).filter(|(verb, _)| is_spoken(view, *verb)).map(|(_, phrase)| &phrase.list);
    let lists = || view.phrases().iter().filter(acts).map(|phrase| &phrase.list);
    let organisations = view.words.reading.knowledge.organisations();
    if let Some(list) = joined(view) {
        return Some(list);
    }
    let together = |list: &&PartyList| (list.is_several() || list.is_group(organisations)) && !list.apart;
    if let Some(list) = agents.into_iter().chain(lists()).find(together) {
        return Some(list.clone());
    }
    let words = view.words;
    if !(0..words.pieces.len()).any(|at| words.is_one_of(at, words.table.meeting)) {
        return None;
    }
    let mut both = PartyList::default();
    for list in lists().filter(|list| list.parties.len() == 1).take(2) {
        both.merge(list);
    }
    both.is_several().then_some(both)
}
