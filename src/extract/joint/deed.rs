//! What several parties do together, where a text named in the same sentence or the next one tells it.

use super::Gatherer;
use super::reported::reported_from;
use crate::extract::phrase::{PartyList, Phrase, SentenceView};
use crate::extract::reading::PieceKind;
use crate::knowledge::Classes;
use crate::text::Span;

/// How far behind a form of "be" a noun of accord may stand, in pieces.
const ACCORD: usize = 5;

/// How far behind a passive "by" may stand, in pieces.
const AGENT: usize = 8;

impl Gatherer<'_, '_> {
    /// A sentence without an utterance.
    pub(super) fn untold(&mut self, view: &SentenceView<'_, '_>, span: Span) {
        if self.current.is_some() {
            return self.go_on(view, span);
        }
        let definite = view.words.is_one_of(0, view.words.table.definite);
        if definite && let Some(at) = self.promote(view) {
            self.drafts[at].sentences.push(span);
            return;
        }
        self.deed(view, span);
    }

    /// Notes what the parties of a sentence do together: "G7 leaders pledged aid".
    pub(super) fn deed(&mut self, view: &SentenceView<'_, '_>, span: Span) {
        let Some((verb, list)) = deed_of(view) else { return };
        let Some(utterance) = reported_from(view, verb) else { return };
        let group = list.is_group(self.reading.knowledge.organisations());
        let together = (verb.saturating_sub(2)..verb + 3).any(|at| view.words.is_one_of(at, self.words.together));
        let at = if together && list.is_several() || group && view.words.is_one_of(verb, self.words.collectively) {
            self.join(&list, utterance);
            self.current
        } else {
            self.float(utterance, &list);
            self.speaking
        };
        if let Some(at) = at {
            self.drafts[at].tentative = true;
            self.drafts[at].sentences.push(span);
        }
    }

    /// The joint statement of the parties that do together what a text in the same sentence tells:
    /// "A and B agreed to cut arms, according to a communique".
    pub(super) fn doers(&mut self, view: &SentenceView<'_, '_>) -> Option<usize> {
        if self.current.is_some() {
            return None;
        }
        view.issued()?;
        let (_, list) = deed_of(view).or_else(|| act_of(view))?;
        if list.parties.is_empty() {
            return None;
        }
        let at = self.start(&list, false);
        self.drafts[at].sign(&list);
        self.current = Some(at);
        Some(at)
    }

    /// Makes a joint statement of what several parties did or said just before, now that the sentence
    /// names a text: "The communique also said".
    pub(super) fn promote(&mut self, view: &SentenceView<'_, '_>) -> Option<usize> {
        if self.current.is_some() {
            return None;
        }
        let known =
            view.documents.iter().any(|document| document.real && !document.owned && document.parties.is_empty());
        if !known && opening_text(view).is_none() && !speaks_of_signing(view) {
            return None;
        }
        let last = self.speaking.filter(|at| self.floating.contains(at));
        let named = last.is_some_and(|last| {
            let draft = &self.drafts[last];
            draft.stated.len() > 1 || !draft.groups.is_empty() || draft.count.is_some() || draft.collective
        });
        if !named {
            return self.theirs(view);
        }
        let at = self.start(&PartyList::default(), false);
        self.current = Some(at);
        Some(at)
    }
}

impl Gatherer<'_, '_> {
    /// "Their statement said": the joint statement of the parties named together just before.
    fn theirs(&mut self, view: &SentenceView<'_, '_>) -> Option<usize> {
        let text = opening_text(view)?;
        if view.words.lower(0) != "their" || view.words.is_one_of(text, view.words.table.paper) {
            return None;
        }
        let list = self.antecedent().filter(|list| list.unofficial.is_none())?.clone();
        let at = self.start(&list, false);
        self.drafts[at].sign(&list);
        self.current = Some(at);
        Some(at)
    }
}

/// Whether a sentence speaks of a text as known, or of signing what is no other text: "Malta saw no need to
/// sign".
#[must_use]
pub fn speaks_of_signing(view: &SentenceView<'_, '_>) -> bool {
    let words = view.words;
    let known = view.documents.iter().any(|document| document.real && document.definite && document.parties.is_empty());
    let signs = |at: usize| words.is_one_of(at, words.table.signing) && closes(view, at + 1);
    known || (0..words.pieces.len()).any(signs)
}

/// Whether no object follows at piece `at`.
fn closes(view: &SentenceView<'_, '_>, at: usize) -> bool {
    let words = view.words;
    words.kind(at).is_none() || words.kind(at) == Some(PieceKind::Mark) || words.classes(at).any(Classes::COORDINATOR)
}

/// The text a sentence opens with, spoken of as known and nobody's in particular: "The communique",
/// "Their announcement".
#[must_use]
pub fn opening_text(view: &SentenceView<'_, '_>) -> Option<usize> {
    let words = view.words;
    let definite = words.is_one_of(0, words.table.definite);
    let at =
        (1..5).take_while(|&at| !words.closes_phrase(at) || words.is_dash(at)).find(|&at| words.is_document(at))?;
    let owned = words.is_one_of(at + 1, words.table.belonging) || words.lower(at + 1) == "by";
    let shelved = view.documents.iter().any(|document| document.at == at && !document.real);
    (definite && !owned && !shelved).then_some(at)
}

/// The verb of a sentence that says what several parties do together, and those parties.
fn deed_of(view: &SentenceView<'_, '_>) -> Option<(usize, PartyList)> {
    let words = view.words;
    let organisations = words.reading.knowledge.organisations();
    let agents = agents_of(view);
    let agents = agents.filter(|(verb, _)| is_spoken(view, *verb));
    (1..words.pieces.len()).filter(|&at| is_deed(view, at)).chain(agents.as_ref().map(|(verb, _)| *verb)).find_map(
        |verb| {
            let agents = agents.as_ref().filter(|(passive, _)| *passive == verb).map(|(_, phrase)| *phrase);
            let list = &agents.or_else(|| view.subject(verb))?.list;
            let unnamed = list.parties.is_empty() && list.collective.is_some();
            let several = list.is_several() || list.is_group(organisations) || unnamed;
            (several && !list.is_solo() && (!list.apart || list.is_group(organisations)) && list.unofficial.is_none())
                .then(|| (verb, list.clone()))
        },
    )
}

/// As [`deed_of`], for any verb and several parties that are named: "A and B ruled out force, a communique
/// showed".
pub(super) fn act_of(view: &SentenceView<'_, '_>) -> Option<(usize, PartyList)> {
    let words = view.words;
    let text = view.issued().filter(|document| !document.instrument)?.start;
    let verb = (1..text).find(|&at| words.is_finite(at) && !words.classes(at - 1).any(Classes::NEGATION))?;
    let agents = agents_of(view).filter(|(passive, _)| *passive < text).map(|(_, phrase)| phrase);
    let list = &agents.or_else(|| view.subject(verb))?.list;
    let group = list.is_group(words.reading.knowledge.organisations());
    let named = (list.is_several() || group) && !list.is_solo() && (!list.apart || group) && list.unofficial.is_none();
    named.then(|| (verb, list.clone()))
}

/// "Smith of A and Jones issued a joint statement": the one party that the table knows of.
pub(super) fn issuer_of(view: &SentenceView<'_, '_>) -> Option<PartyList> {
    let words = view.words;
    let text = view.joint().filter(|document| !document.instrument)?.start;
    // "Malta withdrew from a joint statement": that verb does not issue it.
    let verb = (1..text).rev().take(2).find(|&at| words.is_finite(at))?;
    let list = &view.subject(verb)?.list;
    let one = list.parties.len() == 1 && list.unofficial.is_none() && !list.apart && list.count.is_none();
    one.then(|| list.clone())
}

/// "Peru was condemned by A and B": the passive verb and those who do what it says.
pub(super) fn agents_of<'v>(view: &'v SentenceView<'_, '_>) -> Option<(usize, &'v Phrase)> {
    let words = view.words;
    view.phrases().iter().find_map(|phrase| {
        let by = phrase.range.start.checked_sub(1).filter(|&at| words.lower(at) == "by")?;
        let be = |at: usize| {
            words.classes(at).any(Classes::BE) || words.is_one_of(at, words.reading.knowledge.relations().standing)
        };
        let passive = |verb: &usize| {
            let form = words.classes(*verb).any(Classes::PARTICIPLE) || words.is_finite(*verb);
            form && (verb.saturating_sub(3)..*verb).any(be)
        };
        (by.saturating_sub(AGENT)..by).rev().find(passive).map(|verb| (verb, phrase))
    })
}

/// Whether the verb at `at` can say what is stated: "condemned", "urged".
pub(super) fn is_spoken(view: &SentenceView<'_, '_>, at: usize) -> bool {
    let words = view.words;
    // "Reefs disputed by A and B": nobody says anything together.
    let relates = words.marks(at).has_relation() && !words.is_one_of(at, words.table.musing);
    words.is_one_of(at, words.table.collectively) || relates
}

fn is_deed(view: &SentenceView<'_, '_>, at: usize) -> bool {
    let words = view.words;
    let before = words.classes(at - 1);
    let finite = words.is_finite(at) || words.classes(at).any(Classes::PARTICIPLE) && before.any(Classes::AUXILIARY);
    if !finite || before.any(Classes::BE.or(Classes::NEGATION)) {
        return false;
    }
    if words.classes(at).any(Classes::BE) {
        return (at + 1..=at + ACCORD).any(|at| words.is_one_of(at, words.table.accord));
    }
    words.is_one_of(at, words.table.deeds) || is_spoken(view, at)
}
