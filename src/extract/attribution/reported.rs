//! Content after its cue: "Merkel said that ...", "denied the report", "wants to leave".

use crate::knowledge::{Classes, Takes};

use super::chunk::Form;
use super::clause::Clause;
use super::construct::Construct;
use super::content::{Content, Opens, start};
use super::cue_match::{Found, longest};
use super::draft::{Draft, claimed};
use super::extent;
use super::inversion::inverted;
use super::noun_phrase::phrase_from;
use super::setting::{Setting, setting};
use super::subject::{self, Subject};
use super::word::Tag;

/// Every attribution of the unit whose content follows the verb.
pub(super) fn find(clause: &Clause, drafts: &mut Vec<Draft>) {
    for verb in 0..clause.chunks.len() {
        let Some(group) = clause.chunks[verb].verb() else {
            continue;
        };
        let heads = clause.verb_cues(verb);
        if heads.is_empty() || claimed(drafts, group.main) {
            continue;
        }
        let Some(found) = longest(clause, heads, group.main) else {
            continue;
        };
        let draft = if found.cue.takes.any(Takes::SUBJECT) {
            seeming(clause, verb, found)
        } else if group.passive && !is_perfect(clause, verb, found) || is_bare_participle(clause, verb, found) {
            passive(clause, verb, found)
        } else {
            active(clause, verb, found, drafts)
        };
        let Some(draft) = draft else {
            continue;
        };
        let taken = drafts.iter().any(|other| other.cue == draft.cue);
        if !taken {
            drafts.push(clipped(clause, draft, drafts));
        }
    }
}

/// The draft without words that already belong to another.
fn clipped(clause: &Clause, draft: Draft, drafts: &[Draft]) -> Draft {
    let mut claims = draft.claims.clone();
    for claim in &mut claims {
        if let Some(word) = (claim.0..claim.1).find(|&word| claimed(drafts, word))
            && word > claim.0
        {
            claim.1 = word;
        }
    }
    let content: Vec<_> = claims.iter().filter_map(|&(first, end)| clause.span(first, end)).collect();
    if content.is_empty() { draft } else { Draft { content, claims, ..draft } }
}

fn active(clause: &Clause, verb: usize, found: Found, drafts: &[Draft]) -> Option<Draft> {
    if subject::only_describes(clause, verb) {
        return None;
    }
    let before = subject::before(clause, verb);
    let inverted = inverted(clause, verb).filter(|_| !before.is_some_and(|subject| subject.own));
    let told = inverted.and_then(|subject| {
        let content = start(clause, found.cue, clause.chunks[subject.end - 1].end)?;
        (content.opens == Opens::Quote).then_some((subject, content))
    });
    let (subject, content) = match told {
        Some((subject, content)) => (Some(subject), content),
        None => match start(clause, found.cue, found.end) {
            Some(content) => (before, content),
            None => return described(clause, verb, found, before?),
        },
    };
    let end = extent::end(clause, content, setting(clause, verb, subject));
    let draft = Draft {
        construct: match content.opens {
            Opens::Quote => Construct::CueThenQuote,
            Opens::Clause => Construct::CueThenClause,
            Opens::Phrase => Construct::CueThenPhrase,
        },
        ..draft(clause, verb, found, source(clause, subject), vec![(content.first, end)])?
    };
    if found.cue.takes.any(Takes::RECIPIENT) && is_passive_opening(clause, verb) {
        return Some(Draft { source: None, ..draft });
    }
    if draft.source.is_none() && draft.construct == Construct::CueThenPhrase {
        return None;
    }
    // "said he was ill and added": the subject nearest by stands in what the speaker said.
    let outer = subject
        .filter(|subject| !subject.own)
        .and_then(|subject| drafts.iter().find(|draft| draft.holds(clause.chunks[subject.first].first)))
        .filter(|outer| outer.source.is_some());
    Some(match outer {
        Some(outer) => Draft { source: outer.source, ..draft },
        None => draft,
    })
}

/// "a tax that he described as fair": the relative pronoun and what is said of it.
fn described(clause: &Clause, verb: usize, found: Found, subject: Subject) -> Option<Draft> {
    let relative = subject.first.checked_sub(1).filter(|_| subject.own && !subject.relative)?;
    let pronoun = clause.is(relative, Tag::Relative) || clause.is(relative, Tag::Question);
    let next = clause.chunk_from(found.end);
    let with = clause.is(next, Tag::Preposition) && clause.spelled(clause.chunks[next].first) == "as";
    if !pronoun || !with || !found.cue.takes.any(Takes::OBJECT) {
        return None;
    }
    let chunk = clause.chunks[next];
    let end = extent::end(clause, Content { first: chunk.first, opens: Opens::Phrase }, Setting::Main);
    let word = clause.chunks[relative];
    draft(clause, verb, found, source(clause, Some(subject)), vec![(word.first, word.end), (chunk.first, end)])
}

/// "The talks seem to have failed": all but the verb is what is thought, and nobody is named.
fn seeming(clause: &Clause, verb: usize, found: Found) -> Option<Draft> {
    let subject = subject::before(clause, verb).filter(|subject| subject.own)?;
    let right =
        clause.chunk(clause.chunk_from(found.end)).filter(|chunk| !chunk.is(Tag::Comma) && !chunk.is(Tag::Stop))?;
    let content = Content { first: right.first, opens: Opens::Phrase };
    let end = extent::end(clause, content, setting(clause, verb, Some(subject)));
    let mut claims = Vec::new();
    claims.extend(stated_subject(clause, subject));
    claims.push((right.first, end));
    draft(clause, verb, found, None, claims)
}

/// The words of a subject that says something, unlike "it" and "there".
fn stated_subject(clause: &Clause, subject: Subject) -> Option<(usize, usize)> {
    let first = clause.chunks[subject.first].first;
    let empty = ["it", "there"].iter().any(|word| clause.spelled(first).eq_ignore_ascii_case(word));
    (!empty).then_some((first, clause.chunks[subject.end - 1].end))
}

fn source(clause: &Clause, subject: Option<Subject>) -> Option<(usize, usize)> {
    let subject = subject?;
    let first = clause.chunks[subject.first].first;
    let empty = ["it", "there"].iter().any(|word| clause.spelled(first).eq_ignore_ascii_case(word));
    (!empty || subject.end - subject.first > 1 || clause.spelled(first).eq_ignore_ascii_case("it"))
        .then_some((first, clause.chunks[subject.end - 1].end))
}

fn draft(
    clause: &Clause,
    verb: usize,
    found: Found,
    source: Option<(usize, usize)>,
    claims: Vec<(usize, usize)>,
) -> Option<Draft> {
    let content: Vec<_> = claims.iter().filter_map(|&(first, end)| clause.span(first, end)).collect();
    if content.is_empty() {
        return None;
    }
    Some(Draft {
        content,
        cue: clause.span(clause.chunks[verb].first, found.end),
        source: source.and_then(|(first, end)| clause.span(first, end)),
        class: found.cue.class,
        construct: Construct::Passive,
        claims,
    })
}

/// "Asked about the plan, he", "when asked": a participle of the one spoken to.
fn is_passive_opening(clause: &Clause, verb: usize) -> bool {
    let participle = clause.verb(verb).is_some_and(|group| {
        group.form == Form::Past && clause.words[group.main].entry.classes.any(Classes::PARTICIPLE)
    });
    let at = subject::before_asides(clause, verb);
    participle && (at == 0 || clause.is(at - 1, Tag::Subordinator) || clause.is(at - 1, Tag::Question))
}

/// "they've said", "he's said that": whether the short form before the participle stands for "have".
fn is_perfect(clause: &Clause, verb: usize, found: Found) -> bool {
    let helper = clause.spelled(clause.chunks[verb].first).trim_start_matches(['\'', '\u{2019}']);
    if helper == "ve" || helper == "d" {
        return true;
    }
    let next = clause.chunk_from(found.end);
    let introduces = !found.cue.rest.is_empty() && clause.is_noun_phrase(next);
    let empty =
        verb.checked_sub(1).is_some_and(|at| clause.spelled(clause.chunks[at].first).eq_ignore_ascii_case("it"));
    let reports = found.cue.takes.any(Takes::BARE) && !found.cue.takes.any(Takes::RECIPIENT) && !empty;
    helper == "s" && (introduces || reports && start(clause, found.cue, found.end).is_some())
}

/// "the plan announced by", "a man accused of": a participle without its helping verb.
fn is_bare_participle(clause: &Clause, verb: usize, found: Found) -> bool {
    let past = clause.chunks[verb].verb().is_some_and(|verb| verb.form == Form::Past);
    let participle = clause.words[found.end - 1].entry.classes.any(Classes::PARTICIPLE);
    let next = clause.chunk_from(found.end);
    let by = clause.is(next, Tag::Preposition) && clause.spelled(clause.chunks[next].first).eq_ignore_ascii_case("by");
    past && participle && by
}

fn passive(clause: &Clause, verb: usize, found: Found) -> Option<Draft> {
    let subject = subject::before(clause, verb);
    let next = clause.chunk_from(found.end);
    let by = clause.is(next, Tag::Preposition) && clause.spelled(clause.chunks[next].first).eq_ignore_ascii_case("by");
    let agent = (by && clause.is_noun_phrase(next + 1)).then(|| {
        let end = phrase_from(clause, next + 1);
        (clause.chunks[next + 1].first, clause.chunks[end - 1].end)
    });
    let after = agent.map_or(found.end, |agent| agent.1);
    // "was noted when he left" tells a time.
    let content =
        start(clause, found.cue, after).filter(|content| !clause.spelled(content.first).eq_ignore_ascii_case("when"));
    let right = content.map(|content| (content.first, extent::end(clause, content, setting(clause, verb, subject))));
    let takes = found.cue.takes;
    // "She is worried that", "they were convinced to": who feels it is no part of what is thought.
    let opened = content.is_some_and(|content| clause.is(clause.chunk_from(content.first), Tag::That));
    let feels = if takes.any(Takes::RECIPIENT) { !takes.any(Takes::QUOTE) } else { opened };
    let holder = subject.filter(|subject| feels && stated_subject(clause, *subject).is_some());
    let source = agent.or_else(|| source(clause, holder));
    if takes.any(Takes::RECIPIENT) || holder.is_some() {
        return draft(clause, verb, found, source, vec![right?]);
    }
    let mut claims = Vec::new();
    claims.extend(subject.and_then(|subject| stated_subject(clause, subject)));
    let right = right.or_else(|| complement(clause, after, verb, subject));
    claims.extend(right);
    if right.is_none() && agent.is_none() {
        return None;
    }
    draft(clause, verb, found, agent, claims)
}

/// What is said of a passive's subject: "of stealing", "as a liar", "to win".
fn complement(clause: &Clause, after: usize, verb: usize, subject: Option<Subject>) -> Option<(usize, usize)> {
    let next = clause.chunk(clause.chunk_from(after))?;
    let infinitive = next.verb().is_some_and(|verb| verb.form == Form::Infinitive);
    let phrase = next.is(Tag::Preposition) && ["of", "as", "for"].contains(&clause.spelled(next.first));
    if !infinitive && !phrase && !next.is_noun_phrase() {
        return None;
    }
    let content = Content { first: next.first, opens: Opens::Phrase };
    Some((next.first, extent::end(clause, content, setting(clause, verb, subject))))
}
