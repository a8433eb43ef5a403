//! What one sentence says about who signed a text and who did not.

use super::deed::{act_of, issuer_of};
use super::pattern::{PatternMatch, find, stances as find_stances};
use super::people::is_of_several;
use super::stance::Stance;
use crate::extract::phrase::{Document, PartyList, Phrase, SentenceView};
use crate::extract::reading::Reading;
use crate::knowledge::{Classes, Needs, Organisations, Party, SigningRole, SigningRule, WordSets};
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
    /// Whether its words alone say that more than one stands behind the text.
    pub shared: bool,
}

/// What texts the article has spoken of so far.
#[derive(Debug, Clone, Copy)]
pub struct Discussed {
    /// A joint one.
    pub joint: bool,
    /// One that may turn out to be.
    pub any: bool,
    /// A joint one that did not come out.
    pub planned: bool,
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
            let speaker = speaker.filter(|phrase| !is_told_by_another(view, document, phrase));
            let mut list = document.parties.clone();
            let mut evidence = None;
            if let Some(phrase) = speaker {
                evidence = Some(view.span(phrase));
                list.merge(&phrase.list);
            }
            if list.is_empty() && document.joint && speaker.is_none() {
                let several = act_of(view).map(|(_, list)| list);
                list.merge(&several.or_else(|| issuer_of(view)).unwrap_or_default());
            }
            if let Some(before) = speaker.and_then(|speaker| sides(view, speaker)) {
                list.merge(before);
            }
            name_the_counted(view, &mut list);
            let counted = list.count.is_some_and(|(count, _)| count > 1);
            let group = list.is_group(view.words.reading.knowledge.organisations());
            let people = document.firm && speaker.is_some_and(|phrase| is_of_several(view, phrase));
            let several = (list.is_several() || counted || group || people)
                && !list.apart
                && !view.words.text(document.at).ends_with('s');
            (document.joint || several && document.instrument && (!document.owned || group || list.is_several()))
                .then_some(Act {
                    role: SigningRole::Signatory,
                    shared: document.joint || people || several,
                    list,
                    evidence,
                    fresh: !document.definite,
                    voice: None,
                })
        })
        .collect();
    let rules = view.words.reading.knowledge.signing().rules.iter();
    let rules: Vec<&SigningRule> = rules.filter(|rule| rule.can_match(sets)).collect();
    let rules = || rules.iter().copied();
    // Who signed comes first: what was refused is a joint text when several signed it.
    let plain = |rule: &&SigningRule| rule.role == SigningRole::Signatory && !rule.stance;
    for rule in rules().filter(plain).chain(rules().filter(|rule| !plain(rule))) {
        let signed = out.iter().any(|act| act.role == SigningRole::Signatory);
        if rule.stance {
            let discussed = Discussed { joint: discussed.joint || signed, ..discussed };
            out.extend(stance_acts(view, rule, discussed));
            continue;
        }
        if allows(rule.needs, view, Discussed { joint: discussed.joint || signed, ..discussed }) {
            let organisations = view.words.reading.knowledge.organisations();
            let found = find(view, &rule.pattern)
                .into_iter()
                .filter(|found| !rule.several || are_several(&found.parties, organisations))
                .filter(|found| rule.role == SigningRole::Nonsignatory || !is_denied(view, found))
                .filter(|found| !is_by_others(view, found));
            let told = found.map(|found| act(view, rule, found));
            // "Sold oil on behalf of the states there": nobody speaks.
            out.extend(told.filter(|act| !rule.speaker || act.voice.is_some() || view.issued().is_some()));
        }
    }
    out
}

/// What a rule says whose verb may be denied.
fn stance_acts(view: &SentenceView<'_, '_>, rule: &SigningRule, discussed: Discussed) -> Vec<Act> {
    let signs = rule.role == SigningRole::Signatory;
    let affirmed = allows(rule.needs, view, discussed);
    let denied = signs && allows(Needs::Text, view, discussed);
    if !affirmed && !denied {
        return Vec::new();
    }
    let found = find_stances(view, &rule.pattern).into_iter();
    let found = found.filter(|(_, stance)| if stance.denied { denied } else { affirmed });
    let told = |(range, stance): (std::ops::Range<usize>, Stance)| {
        let part = if stance.denied { SigningRole::Nonsignatory } else { rule.role };
        let fresh = view.documents.iter().any(|document| range.contains(&document.at) && !document.definite);
        let evidence = Some(view.words.span(range.start, range.end));
        Act { role: part, list: stance.list, evidence, fresh, voice: None, shared: false }
    };
    found.map(told).collect()
}

/// "A and B met, after which both sides said": the parties named before in the same sentence.
fn sides<'v>(view: &'v SentenceView<'_, '_>, phrase: &Phrase) -> Option<&'v PartyList> {
    let words = view.words;
    let start = phrase.range.start;
    let anaphor = phrase.list.parties.is_empty() && phrase.list.collective.is_some();
    if !anaphor || phrase.list.unofficial.is_some() || !words.is_one_of(start, words.table.definite) {
        return None;
    }
    let before = view.phrases().iter().filter(|before| before.range.end <= start);
    before.map(|before| &before.list).find(|list| list.is_several() && !list.apart)
}

/// "A joint statement brokered by Malta": what they do to it makes it none of theirs.
fn is_by_others(view: &SentenceView<'_, '_>, found: &PatternMatch) -> bool {
    let words = view.words;
    let by = |at: usize| words.is_one_of(at, words.table.foreign) && words.lower(at + 1) == "by";
    found.range.clone().any(by)
}

/// "Malta had not joined the others in a letter".
fn is_denied(view: &SentenceView<'_, '_>, found: &PatternMatch) -> bool {
    found.range.clone().any(|at| view.words.classes(at).any(Classes::NEGATION) && view.words.lower(at + 1) != "only")
}

/// "The five that had sent tanks: A, B, C, D and E": the names that a mark sets beside the number of them.
fn name_the_counted(view: &SentenceView<'_, '_>, list: &mut PartyList) {
    let Some((count, span)) = list.count.filter(|_| list.parties.is_empty() && list.unofficial.is_none()) else {
        return;
    };
    let words = view.words;
    let beside = |phrase: &&Phrase| {
        let mark = phrase.range.start.checked_sub(1);
        let named = usize::try_from(count).is_ok_and(|count| count == phrase.list.parties.len());
        let set_off = |at: usize| words.is_mark(at, ":") || words.is_mark(at, ",") || words.is_dash(at);
        named && phrase.list.parties.len() > 1 && view.span(phrase).start > span.end && mark.is_some_and(set_off)
    };
    if let Some(named) = view.phrases().iter().find(beside) {
        return list.merge(&named.list);
    }
    // "We, A and B, ask for peace, said a text the two put out"
    let fits = |named: &PartyList| usize::try_from(count).is_ok_and(|count| count == named.parties.len());
    if let Some((_, named)) = act_of(view).filter(|(_, named)| fits(named)) {
        list.merge(&named);
    }
}

fn are_several(list: &PartyList, organisations: &Organisations) -> bool {
    list.is_several() || list.is_group(organisations) || list.count.is_some_and(|(count, _)| count > 1)
}

/// "A and B held talks, the ministry said in a statement": whether somebody whom no table names says what is in
/// `document`, behind the clause of `phrase`.
fn is_told_by_another(view: &SentenceView<'_, '_>, document: &Document, phrase: &Phrase) -> bool {
    let words = view.words;
    let behind = phrase.range.end..document.start;
    let Some(verb) = behind.clone().rev().find(|&at| words.is_finite(at)) else { return false };
    let Some(first) = behind.clone().find(|&at| words.is_finite(at) && at < verb) else { return false };
    // "A and B, which met in Rome, the capital, said"
    if document.joint || !document.instrument || (behind.start..first).any(|at| words.is_mark(at, ",")) {
        return false;
    }
    let Some(comma) = (first..verb).find(|&at| words.is_mark(at, ",")) else { return false };
    let noun = Classes::DETERMINER.or(Classes::POSSESSIVE).or(Classes::NOUN);
    let named = |at: usize| words.is_proper(at) || words.classes(at).any(noun);
    let of_several = |at: usize| words.is_one_of(at, words.table.floating) || words.number(at).is_some();
    (comma + 1..verb).any(named) && !(comma + 1..verb).any(of_several)
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
    name_the_counted(view, &mut list);
    let shared = view.documents.iter().any(|document| range.contains(&document.at) && document.joint);
    Act { role: rule.role, list, evidence, fresh: fresh || voice.is_some(), voice, shared }
}

/// Who speaks "on behalf of" others at piece `at`.
fn speaker<'v>(view: &'v SentenceView<'_, '_>, at: usize) -> Option<&'v Phrase> {
    let verbs = (at.saturating_sub(30)..at)
        .rev()
        .filter(|&at| view.words.classes(at).any(Classes::VERB) || view.words.is_finite(at));
    verbs.filter_map(|verb| view.subject(verb)).find(|phrase| !phrase.list.is_empty())
}

fn allows(needs: Needs, view: &SentenceView<'_, '_>, discussed: Discussed) -> bool {
    match needs {
        Needs::Nothing => true,
        Needs::Issued => view.issued().is_some(),
        Needs::Document => view.issued().is_some() || discussed.joint || discussed.any,
        Needs::Joint => view.joint().is_some() || discussed.joint,
        Needs::Text => {
            let undecided = |document: &Document| document.joint || !document.real;
            discussed.joint || discussed.planned || view.documents.iter().any(undecided)
        }
    }
}

/// The parties `rule` finds in `reading`, in text order: what the table's own examples are checked with.
#[must_use]
pub fn found_by(reading: &Reading<'_>, rule: &SigningRule) -> Vec<Party> {
    let mut discussed = Discussed { joint: false, any: false, planned: false };
    let mut out = PartyList::default();
    for sentence in &reading.sentences {
        let view = SentenceView::new(reading.words_in(sentence));
        if rule.stance {
            for act in stance_acts(&view, rule, discussed) {
                out.merge(&act.list);
            }
        } else if allows(rule.needs, &view, discussed) {
            let organisations = reading.knowledge.organisations();
            let found = find(&view, &rule.pattern).into_iter();
            for found in found.filter(|found| !rule.several || are_several(&found.parties, organisations)) {
                out.merge(&act(&view, rule, found).list);
            }
        }
        discussed.joint |= view.joint().is_some();
        discussed.any |= view.issued().is_some();
    }
    out.parties.into_iter().map(|(party, _)| party).collect()
}
