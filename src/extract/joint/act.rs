//! What one sentence says about who signed a text and who did not.

use super::pattern::{PatternMatch, find};
use crate::extract::phrase::{PartyList, Phrase, SentenceView};
use crate::extract::reading::Reading;
use crate::knowledge::{Classes, Needs, Party, SigningRole, SigningRule, WordSets};
use crate::text::Span;

/// Parties that signed or did not.
#[derive(Debug, Clone, PartialEq)]
pub struct Act {
    /// Which of the two.
    pub role: SigningRole,
    /// The parties.
    pub list: PartyList,
    /// The words that name them.
    pub evidence: Option<Span>,
    /// Whether the text is named for the first time: "a joint letter".
    pub fresh: bool,
    /// Who reads the text for the others.
    pub voice: Option<Span>,
}

/// What texts the article has spoken of so far.
#[derive(Debug, Clone, Copy)]
pub struct Discussed {
    /// A joint one.
    pub joint: bool,
    /// One that may turn out to be.
    pub any: bool,
}

/// The acts of the sentence in `view`, whose words are in `sets`; `discussed` says whether the article speaks of a joint text.
#[must_use]
pub fn acts(view: &SentenceView<'_, '_>, sets: &WordSets, discussed: Discussed) -> Vec<Act> {
    let mut out: Vec<Act> = view
        .documents
        .iter()
        .filter(|document| document.real)
        .filter_map(|document| {
            let speaker = view.speaker_in(document).filter(|_| document.instrument || document.tells);
            let mut list = document.parties.clone();
            let mut evidence = None;
            if let Some(phrase) = speaker {
                evidence = Some(view.span(phrase));
                list.merge(&phrase.list);
            }
            let counted = list.count.is_some_and(|(count, _)| count > 1);
            let group = list.is_group(view.words.reading.knowledge.organisations());
            let several =
                (list.is_several() || counted || group) && !list.apart && !view.words.text(document.at).ends_with('s');
            (document.joint || several && document.instrument).then_some(Act {
                role: SigningRole::Signatory,
                list,
                evidence,
                fresh: !document.definite,
                voice: None,
            })
        })
        .collect();
    for rule in &view.words.reading.knowledge.signing().rules {
        if !rule.can_match(sets) {
            continue;
        }
        let signed = out.iter().any(|act| act.role == SigningRole::Signatory);
        if allows(rule, view, Discussed { joint: discussed.joint || signed, ..discussed }) {
            let organisations = view.words.reading.knowledge.organisations();
            let found = find(view, &rule.pattern)
                .into_iter()
                .filter(|found| !rule.several || found.parties.is_several() || found.parties.is_group(organisations));
            out.extend(found.map(|found| act(view, rule, found)));
        }
    }
    out
}

fn act(view: &SentenceView<'_, '_>, rule: &SigningRule, found: PatternMatch) -> Act {
    let PatternMatch { range, parties: mut list } = found;
    let fresh = view.documents.iter().any(|document| range.contains(&document.at) && !document.definite);
    let mut voice = None;
    if let Some(speaker) = speaker(view, range.start).filter(|_| rule.speaker) {
        voice = Some(view.span(speaker));
        list.merge(&speaker.list);
        list.including = true;
    }
    let evidence = voice.or_else(|| Some(view.words.span(range.start, range.end)));
    Act { role: rule.role, list, evidence, fresh: fresh || voice.is_some(), voice }
}

/// Who speaks "on behalf of" others at piece `at`.
fn speaker<'v>(view: &'v SentenceView<'_, '_>, at: usize) -> Option<&'v Phrase> {
    let verbs = (at.saturating_sub(30)..at)
        .rev()
        .filter(|&at| view.words.classes(at).any(Classes::VERB) || view.words.is_finite(at));
    verbs.filter_map(|verb| view.subject(verb)).find(|phrase| !phrase.list.is_empty())
}

fn allows(rule: &SigningRule, view: &SentenceView<'_, '_>, discussed: Discussed) -> bool {
    match rule.needs {
        Needs::Nothing => true,
        Needs::Issued => view.issued().is_some(),
        Needs::Document => view.issued().is_some() || discussed.joint || discussed.any,
        Needs::Joint => view.joint().is_some() || discussed.joint,
        Needs::Text => discussed.joint || view.documents.iter().any(|document| document.joint || !document.real),
    }
}

/// The parties `rule` finds in `reading`, in text order: what the table's own examples are checked with.
#[must_use]
pub fn found_by(reading: &Reading<'_>, rule: &SigningRule) -> Vec<Party> {
    let mut discussed = Discussed { joint: false, any: false };
    let mut out = PartyList::default();
    for sentence in &reading.sentences {
        let view = SentenceView::new(reading.words_in(sentence));
        if allows(rule, &view, discussed) {
            for found in find(&view, &rule.pattern) {
                out.merge(&act(&view, rule, found).list);
            }
        }
        discussed.joint |= view.joint().is_some();
        discussed.any |= view.issued().is_some();
    }
    out.parties.into_iter().map(|(party, _)| party).collect()
}
