//! Utterances that only point back at who speaks: "they", "the two sides", one of the parties.

use super::Gatherer;
use super::reported::reported_from;
use super::source::Source;
use crate::extract::phrase::{PartyList, SentenceView};
use crate::extract::reading::lower;
use crate::knowledge::Classes;
use crate::statement::Utterance;
use crate::text::Span;

impl Gatherer<'_, '_> {
    pub(super) fn anaphor(&mut self, list: &PartyList, utterance: Utterance) {
        match self.current {
            Some(at) => {
                self.drafts[at].recount(list);
                self.attach(at, utterance);
            }
            None => match self.owners(&utterance) {
                Some(owners) => self.several(&owners, utterance),
                None => self.float(utterance, list),
            },
        }
    }

    /// "Their ministers said": the parties named before, whose ministers they are.
    fn owners(&mut self, utterance: &Utterance) -> Option<PartyList> {
        let source = utterance.source?;
        let theirs = lower(self.reading.words(source)).starts_with("their ");
        let mut owners = theirs.then(|| self.antecedent().cloned()).flatten()?;
        owners.collective = Some(source);
        Some(owners)
    }

    /// A sentence without an utterance that goes on with the joint statement under discussion: "The
    /// four voiced support for Chile."
    pub(super) fn go_on(&mut self, view: &SentenceView<'_, '_>, span: Span) {
        let words = view.words;
        let Some(at) = self.current else { return };
        let verb = (0..words.pieces.len().min(12)).find(|&at| words.is_finite(at));
        let Some(verb) = verb.filter(|&verb| verb > 0) else { return };
        let subject = view.subject(verb).map_or_else(|| words.span(0, verb), |phrase| view.span(phrase));
        let source = Source::read(view, subject, view.phrase_in(subject));
        let follows = match source {
            Source::Pronoun => self.speaking == Some(at),
            Source::Anaphor(list) => {
                self.drafts[at].recount(&list);
                true
            }
            Source::Document(list) => list.parties.is_empty() && words.classes(0).any(Classes::DETERMINER),
            _ => false,
        };
        let opens = words.marks(verb).has_relation() || words.is_one_of(verb, words.table.voicing);
        if follows && opens {
            self.drafts[at].utterances.extend(reported_from(view, verb));
            self.drafts[at].sentences.push(span);
            self.speaking = Some(at);
        }
    }

    pub(super) fn pronoun(&mut self, utterance: Utterance, view: &SentenceView<'_, '_>) {
        if view.documents.iter().any(|document| document.instrument && document.real)
            && let Some(at) = self.promote(view)
        {
            return self.attach(at, utterance);
        }
        match self.current {
            Some(at) if self.may_mean(at, &utterance) => self.attach(at, utterance),
            _ if self.speaking.is_some_and(|at| self.floating.contains(&at)) => {
                self.float(utterance, &PartyList::default());
            }
            _ => self.single(utterance),
        }
    }

    /// One party speaks: for the others, or in the words of their text.
    pub(super) fn one(&mut self, list: &PartyList, utterance: Utterance, view: &SentenceView<'_, '_>) {
        let Some(at) = self.current else { return self.single(utterance) };
        let draft = &self.drafts[at];
        let text = view.documents.iter().any(|document| document.instrument && document.definite && document.real);
        let signs = !list.parties.is_empty() && draft.has_all(list);
        let family = utterance.source.and_then(|source| self.reading.words(source).split_whitespace().last());
        let voice = draft.voice.zip(family).is_some_and(|(voice, family)| self.reading.words(voice).ends_with(family));
        let nameless = list.parties.is_empty() && !draft.has_parties() && list.collective.or(list.unofficial).is_some();
        if text && (signs || nameless) || voice { self.attach(at, utterance) } else { self.single(utterance) }
    }
}
