//! Which statement an utterance belongs to, by who speaks.

use super::act::Act;
use super::belonging::joined;
use super::deed::{agents_of, is_spoken};
use super::draft::Draft;
use super::source::Source;
use super::voices::{
    are_joined, inverted, is_at_one_time, is_in_relative, is_lasting, jointly, lies_ahead, opener, presents,
    presents_text, speaker,
};
use super::{Gatherer, MOST_RECENT};
use crate::extract::phrase::{Document, PartyList, SentenceView, governor};
use crate::extract::reading::starts_upper;
use crate::knowledge::{Classes, Party};
use crate::statement::Utterance;
use crate::text::Span;

/// "Three aid groups": several who sign for no state.
fn is_plural_unofficial(view: &SentenceView<'_, '_>, list: &PartyList) -> bool {
    // "The Ways and Means panel": one body.
    let plural = |span: Span| {
        let word = view.words.reading.words(span);
        word.ends_with('s') && !starts_upper(word)
    };
    list.parties.is_empty() && list.unofficial.or(list.collective).is_some_and(plural)
}

impl Gatherer<'_, '_> {
    pub(super) fn utterance(
        &mut self,
        mut utterance: Utterance,
        view: &SentenceView<'_, '_>,
        here: Option<usize>,
        acts: &[Act],
        inside: bool,
    ) {
        if let Some((content, source)) = inverted(view, &utterance) {
            utterance.content = vec![content];
            utterance.source = Some(source);
        }
        let speaker = speaker(view, &utterance).or_else(|| opener(view, &utterance));
        let phrase = match (speaker, utterance.cue) {
            (Some(source), _) => view.phrase_in(source),
            (None, Some(cue)) => view.subject(view.words.piece_from(cue.start)),
            (None, None) => None,
        };
        // "The venture in A, B and C said": the names only say where.
        let placed = |at: usize| {
            speaker.is_some_and(|span| {
                view.words.piece_from(span.start) < at
                    && !(view.words.lower(at) == "with" && view.words.is_mark(at - 1, ","))
            }) && !view.words.is_one_of(at, view.words.table.belonging)
        };
        let whole = phrase;
        let aside = phrase.is_some_and(|phrase| governor(view.words, phrase.range.start).is_some_and(placed));
        let phrase = phrase.filter(|_| !aside);
        // "C, with A and B at his side, accused": a text that follows may be theirs.
        let free = here.is_none() && self.current.is_none() && !inside;
        let hosts = |list: &PartyList| {
            phrase.is_some_and(|host| list.parties.first() == host.list.parties.first() && host.list.parties.len() == 1)
        };
        let joining = if free { joined(view) } else { None };
        if let Some(list) = joining.filter(|list| aside || hosts(list)) {
            return self.float(utterance, &list);
        }
        // Of a host the article tells no country of, the guests are left.
        let guests = whole.filter(|phrase| {
            let comma = phrase.range.start.checked_sub(2).is_some_and(|at| view.words.is_mark(at, ","));
            comma && phrase.list.is_several() && view.words.lower(phrase.range.start - 1) == "with"
        });
        if let Some(guests) = guests.filter(|_| free && aside) {
            return self.float(utterance, &guests.list);
        }
        // "Peru was condemned by A and B": so may it be theirs.
        let agents = if free && speaker.is_none() { agents_of(view) } else { None };
        let agents = agents.filter(|(verb, _)| is_spoken(view, *verb)).map(|(_, agents)| &agents.list);
        let agents = agents.filter(|_| !lies_ahead(view, &utterance));
        let several = |list: &&PartyList| list.is_several() || list.is_group(self.reading.knowledge.organisations());
        if let Some(list) = agents.filter(several) {
            return self.float(utterance, list);
        }
        // "Protested jointly against it, saying": who spoke together goes on.
        if let Some(at) = self.current.filter(|&at| self.speaking == Some(at) && here.is_none()) {
            let last = self.drafts[at].utterances.last().and_then(|last| last.source);
            if utterance.source.is_some() && last == utterance.source {
                return self.attach(at, utterance);
            }
        }
        let inside = inside || speaker.is_some_and(|span| is_in_relative(view, span));
        let source = speaker.map(|span| Source::read(view, span, phrase));
        if phrase.is_some_and(|phrase| self.has_refused(&phrase.list)) {
            return self.single(utterance);
        }
        if let Some(at) = here {
            let speaks = phrase.is_some_and(|phrase| {
                let span = view.span(phrase);
                acts.iter().any(|act| act.evidence.is_some_and(|evidence| evidence.overlaps(span)))
                    || !phrase.list.parties.is_empty() && self.drafts[at].has_all(&phrase.list)
            });
            let nobody = source.as_ref().is_none_or(|source| {
                matches!(source, Source::Document(_) | Source::Anaphor(_) | Source::Pronoun | Source::Counted(_))
            });
            return if speaks || nobody { self.attach(at, utterance) } else { self.single(utterance) };
        }
        self.place(source, utterance, view, inside);
    }

    /// Puts an utterance where its source belongs; `inside` says whether it stands in another.
    fn place(&mut self, source: Option<Source>, utterance: Utterance, view: &SentenceView<'_, '_>, inside: bool) {
        let speaker = speaker(view, &utterance).or_else(|| opener(view, &utterance));
        let joined = !inside && speaker.is_some_and(|span| are_joined(view, span));
        match source {
            Some(Source::Several(list)) if inside || !is_at_one_time(view, &utterance) => self.apart(&list, utterance),
            Some(Source::Several(list)) if jointly(view, &utterance) || list.apart && presents_text(view) => {
                self.join(&list, utterance);
            }
            // In the lead "have agreed" is news.
            Some(Source::Several(list)) if !self.is_lead() && is_lasting(view, &utterance) => {
                if self.current.is_some() { self.apart(&list, utterance) } else { self.float(utterance, &list) }
            }
            Some(Source::Several(list)) => self.several(&list, utterance),
            // "Three aid groups have appealed together".
            Some(Source::Single(list) | Source::Collective(list) | Source::Counted(list))
                if !inside && jointly(view, &utterance) && (is_plural_unofficial(view, &list) || joined) =>
            {
                self.join(&list, utterance);
                if let Some(at) = self.current {
                    self.drafts[at].shared = true;
                }
            }
            Some(Source::Document(list)) if list.is_several() && view.issued().is_some() => self.join(&list, utterance),
            Some(Source::Document(_)) => self.document(utterance, view),
            Some(Source::Anaphor(list)) => self.anaphor(&list, utterance),
            Some(Source::Pronoun) => self.pronoun(utterance, view),
            Some(Source::Counted(list)) => self.float(utterance, &list),
            Some(Source::Collective(list)) => {
                self.float(utterance, &list);
                if let Some(at) = self.speaking {
                    self.drafts[at].collective = true;
                }
            }
            _ if self.current.is_none() && presents(view, &utterance) => match self.doers(view) {
                Some(at) => self.attach(at, utterance),
                None => self.float(utterance, &PartyList::default()),
            },
            Some(Source::Single(list)) => match list.parties.is_empty().then(|| self.doers(view)).flatten() {
                Some(at) => self.attach(at, utterance),
                None if joined && self.current.is_none() && list.parties.is_empty() => self.pair(utterance),
                None => self.one(&list, utterance, view),
            },
            None => self.single(utterance),
        }
    }

    /// Whether a party of `list` is said not to have signed the statement under discussion: its words are
    /// its own.
    fn has_refused(&self, list: &PartyList) -> bool {
        let Some(at) = self.current else { return false };
        let refused = |party: &Party| self.drafts[at].refused.iter().any(|(code, _)| *party == Party::Country(*code));
        list.parties.len() == 1 && refused(&list.parties[0].0)
    }

    /// "Senators A and B said": what they say may turn out to be joint.
    fn pair(&mut self, utterance: Utterance) {
        self.float(utterance, &PartyList::default());
        if let Some(at) = self.speaking {
            self.drafts[at].pair = true;
        }
    }

    pub(super) fn attach(&mut self, at: usize, utterance: Utterance) {
        self.drafts[at].utterances.push(utterance);
        self.speaking = Some(at);
    }

    /// An utterance in a sentence without names or texts, that a joint statement may turn out to hold.
    pub(super) fn plain(&mut self, utterance: Utterance) {
        let excerpt = utterance.source.map(|source| self.reading.excerpt(source)).unwrap_or_default();
        let view = SentenceView::new(excerpt.words(self.reading));
        self.utterance(utterance, &view, None, &[], false);
    }

    pub(super) fn single(&mut self, utterance: Utterance) {
        let named = utterance.source.is_some_and(|source| !self.is_relative(source));
        self.drafts.push(Draft::single(utterance));
        if named {
            self.speaking = Some(self.drafts.len() - 1);
        }
    }

    fn is_relative(&self, source: Span) -> bool {
        self.reading.knowledge.cues().entry(self.reading.words(source)).classes.any(Classes::RELATIVE)
    }

    /// Whether the pronoun that says `utterance` can mean the joint statement at `at`: it spoke last, or
    /// only one person has spoken since and the pronoun is plural.
    pub(super) fn may_mean(&self, at: usize, utterance: &Utterance) -> bool {
        if self.speaking == Some(at) {
            return true;
        }
        let plural = utterance.source.is_some_and(|source| self.reading.words(source).eq_ignore_ascii_case("they"));
        let last = self.speaking.and_then(|at| self.drafts[at].utterances.first()?.source);
        plural && last.is_some_and(|source| !self.reading.words(source).ends_with('s'))
    }

    pub(super) fn float(&mut self, utterance: Utterance, list: &PartyList) {
        let mut draft = Draft::single(utterance);
        draft.sign(list);
        self.drafts.push(draft);
        self.floating.push(self.drafts.len() - 1);
        if self.floating.len() > MOST_RECENT {
            self.floating.remove(0);
        }
        self.speaking = Some(self.drafts.len() - 1);
    }

    pub(super) fn join(&mut self, list: &PartyList, utterance: Utterance) {
        let known = if list.parties.is_empty() { None } else { self.known(list) };
        let at = known.unwrap_or_else(|| self.start(list, false));
        self.drafts[at].sign(list);
        self.drafts[at].shared |= list.collective.or(list.unofficial).is_some();
        self.current = Some(at);
        self.attach(at, utterance);
    }

    pub(super) fn document(&mut self, utterance: Utterance, view: &SentenceView<'_, '_>) {
        if let Some(current) = self.current {
            return self.attach(current, utterance);
        }
        // "A ministry document said": it is nobody else's.
        let source = utterance.source;
        let own = |document: &Document| {
            document.owned
                && !document.joint
                && source.is_some_and(|span| span.overlaps(view.words.pieces[document.at].span))
        };
        if view.documents.iter().any(own) {
            return self.single(utterance);
        }
        if let Some(at) = self.doers(view).or_else(|| self.promote(view)) {
            return self.attach(at, utterance);
        }
        if view.issued().is_some() {
            return self.float(utterance, &PartyList::default());
        }
        self.single(utterance);
    }
}
