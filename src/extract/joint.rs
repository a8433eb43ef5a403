//! Gathers the utterances of one joint statement, and what the article says about who signed it.

use super::draft::Draft;
use super::party_list::{PartyList, PartyReader, lower};
use super::pattern::Matcher;
use super::reading::{Piece, PieceKind, Reading};
use super::source::{Source, source_of};
use crate::knowledge::{Needs, OrganisationKind, Party, SigningRole, SigningWords};
use crate::statement::{CueClass, Kind, Utterance};
use crate::text::Span;

/// The statements `utterances` belong to, in text order of their first words.
#[must_use]
pub fn gather(reading: &Reading<'_>, utterances: Vec<Utterance>) -> Vec<Draft> {
    let mut gatherer = Gatherer {
        reading,
        words: &reading.knowledge.signing().words,
        drafts: Vec::new(),
        current: None,
        floating: Vec::new(),
        antecedent: None,
    };
    let mut waiting = utterances.into_iter().peekable();
    for sentence in &reading.sentences {
        let mut here = Vec::new();
        while let Some(utterance) = waiting.next_if(|next| anchor(next) < sentence.span.end) {
            here.push(utterance);
        }
        gatherer.sentence(sentence.span, here);
    }
    for utterance in waiting {
        gatherer.drafts.push(Draft::single(utterance));
    }
    gatherer.drafts.into_iter().filter(|draft| !draft.utterances.is_empty()).collect()
}

/// Where an utterance is reported: at its cue, else at its first words.
fn anchor(utterance: &Utterance) -> usize {
    let content = utterance.content.first().map_or(0, |span| span.start);
    utterance.cue.map_or(content, |cue| cue.start)
}

struct Gatherer<'r, 'a> {
    reading: &'r Reading<'a>,
    words: &'a SigningWords,
    drafts: Vec<Draft>,
    /// The joint statement under discussion.
    current: Option<usize>,
    /// Drafts of a document or a counted party whose signatories are not named yet.
    floating: Vec<usize>,
    /// The last parties named together, for "the two sides".
    antecedent: Option<PartyList>,
}

/// The documents one sentence speaks of.
#[derive(Debug, Default)]
struct Documents {
    /// One that is joint by its own words.
    joint: Option<Span>,
    /// Any that can be issued.
    any: Option<Span>,
    /// Whether the sentence only foresees or misses it.
    hypothetical: bool,
}

impl Gatherer<'_, '_> {
    fn sentence(&mut self, span: Span, utterances: Vec<Utterance>) {
        let pieces = self.reading.pieces(span);
        let documents = self.documents(&pieces);
        let before = self.drafts.len();
        for utterance in utterances {
            self.utterance(utterance, &pieces, &documents);
        }
        self.rules(&pieces, &documents, before);
        self.remember(&pieces);
    }

    fn documents(&self, pieces: &[Piece]) -> Documents {
        let reader = PartyReader::new(self.reading, pieces);
        let mut found = Documents::default();
        for (at, piece) in pieces.iter().enumerate() {
            let word = reader.lower(at);
            let word = word.as_ref();
            if self.words.issued.contains(word) || self.words.document.contains(word) {
                if self.words.background.contains(reader.lower(at + 1).as_ref()) {
                    continue;
                }
                let joint =
                    (1..=3).any(|back| at >= back && self.words.joint.contains(reader.lower(at - back).as_ref()));
                if joint && found.joint.is_none() {
                    found.joint = Some(piece.span);
                }
                if self.words.issued.contains(word) && found.any.is_none() {
                    found.any = Some(piece.span);
                }
                found.hypothetical |= (1..=5)
                    .any(|back| at >= back && self.words.hypothetical.contains(reader.lower(at - back).as_ref()));
            }
        }
        found.any = found.any.or(found.joint);
        found
    }

    fn utterance(&mut self, utterance: Utterance, pieces: &[Piece], documents: &Documents) {
        let source = source_of(self.reading, utterance.source);
        let collective_cue = self.is_collective_cue(&utterance);
        match source {
            Some(Source::Several(list)) if self.speaks_together(&list, documents, collective_cue) => {
                self.join_or_start(&list, utterance);
            }
            Some(Source::Document(list))
                if !list.parties.is_empty() && (list.is_several() || documents.joint.is_some()) =>
            {
                self.join_or_start(&list, utterance);
            }
            Some(Source::Document(_)) => self.document(utterance, documents),
            Some(Source::Anaphor(list)) => self.anaphor(&list, utterance, documents),
            Some(Source::Counted(list)) => self.counted(&list, utterance, documents),
            Some(Source::Single(list)) if documents.joint.is_some() && !documents.hypothetical => {
                self.single_in_joint(list, utterance, pieces, documents);
            }
            None if documents.joint.is_some() && !documents.hypothetical => self.document(utterance, documents),
            _ => self.drafts.push(Draft::single(utterance)),
        }
    }

    /// Whether parties named together speak together: they have a document, are one group, or do what
    /// governments only do together.
    fn speaks_together(&self, list: &PartyList, documents: &Documents, collective_cue: bool) -> bool {
        let has_document = documents.any.is_some() && !documents.hypothetical;
        let group = list.parties.iter().any(|(party, _)| self.is_forum(party));
        let members = list.collective.is_some() && matches!(list.parties.as_slice(), [(Party::Organisation(_), _)]);
        has_document || group || members || collective_cue
    }

    fn is_forum(&self, party: &Party) -> bool {
        let Party::Organisation(id) = party else { return false };
        self.reading.knowledge.organisations().get(id).is_some_and(|row| row.kind == OrganisationKind::Forum)
    }

    fn is_collective_cue(&self, utterance: &Utterance) -> bool {
        utterance.cue.is_some_and(|cue| {
            self.reading
                .words(cue)
                .split_whitespace()
                .any(|word| self.words.collectively.contains(lower(word).as_ref()))
        })
    }

    fn join_or_start(&mut self, list: &PartyList, utterance: Utterance) {
        let known = self.drafts.iter().rposition(|draft| draft.joint && draft.has_all(list));
        let at = known.unwrap_or_else(|| self.start());
        self.drafts[at].sign(list);
        self.drafts[at].utterances.push(utterance);
        self.current = Some(at);
    }

    /// A new joint statement, with the floating drafts that turn out to be its own.
    fn start(&mut self) -> usize {
        let mut draft = Draft { joint: true, ..Draft::default() };
        for at in self.floating.drain(..) {
            let floated = std::mem::take(&mut self.drafts[at]);
            draft.utterances.extend(floated.utterances);
            draft.count = draft.count.or(floated.count);
        }
        self.drafts.push(draft);
        self.drafts.len() - 1
    }

    fn document(&mut self, utterance: Utterance, documents: &Documents) {
        if let Some(current) = self.current {
            self.drafts[current].utterances.push(utterance);
            return;
        }
        if documents.joint.is_some() && !documents.hypothetical {
            return self.start_from_antecedent(None, utterance);
        }
        self.float(utterance, None);
    }

    fn anaphor(&mut self, list: &PartyList, utterance: Utterance, documents: &Documents) {
        if let Some(current) = self.current {
            self.drafts[current].utterances.push(utterance);
        } else if documents.joint.is_some() && !documents.hypothetical {
            self.start_from_antecedent(list.count.map(|(count, _)| count), utterance);
        } else if list.count.is_some() || documents.any.is_some() {
            self.float(utterance, list.count);
        } else {
            self.drafts.push(Draft::single(utterance));
        }
    }

    fn counted(&mut self, list: &PartyList, utterance: Utterance, documents: &Documents) {
        self.current = None;
        if documents.joint.is_some() {
            let at = self.start();
            self.drafts[at].count = list.count;
            self.drafts[at].utterances.push(utterance);
            self.current = Some(at);
        } else {
            self.float(utterance, list.count);
        }
    }

    fn float(&mut self, utterance: Utterance, count: Option<(u32, Span)>) {
        self.floating.push(self.drafts.len());
        self.drafts.push(Draft { count, ..Draft::single(utterance) });
    }

    /// A joint statement by parties the article named before: "In a joint statement the two sides said".
    fn start_from_antecedent(&mut self, count: Option<u32>, utterance: Utterance) {
        let at = self.start();
        if let Some(list) = self.antecedent.clone() {
            let fits = count.is_none_or(|count| usize::try_from(count).is_ok_and(|count| count == list.parties.len()));
            if fits {
                self.drafts[at].sign(&list);
            }
        }
        self.drafts[at].utterances.push(utterance);
        self.current = Some(at);
    }

    /// One party speaks in a sentence with a joint document: "Japan said in a joint statement with
    /// India", or a company nobody signs for.
    fn single_in_joint(&mut self, list: PartyList, utterance: Utterance, pieces: &[Piece], documents: &Documents) {
        let instrument =
            documents.joint.is_some_and(|document| !utterance.content.iter().any(|span| span.contains(document)));
        if !instrument {
            self.drafts.push(Draft::single(utterance));
            return;
        }
        let mut list = list;
        let reader = PartyReader::new(self.reading, pieces);
        let with = (0..pieces.len()).find(|&at| {
            reader.lower(at) == "with" && documents.joint.is_some_and(|document| document.start < pieces[at].span.start)
        });
        if let Some(at) = with {
            list.parties.extend(reader.list_from(at + 1).0.parties);
        }
        self.join_or_start(&list, utterance);
    }

    fn rules(&mut self, pieces: &[Piece], documents: &Documents, before: usize) {
        if !pieces.iter().any(|piece| matches!(piece.kind, PieceKind::Name(_))) {
            return;
        }
        let signing = self.reading.knowledge.signing();
        let matcher = Matcher::new(self.reading, pieces);
        for rule in &signing.rules {
            if !self.allows(rule.needs, documents) {
                continue;
            }
            for found in matcher.find(&rule.pattern) {
                match rule.role {
                    SigningRole::Nonsignatory => self.refuse(&found.parties),
                    SigningRole::Signatory if documents.hypothetical => {}
                    SigningRole::Signatory => self.sign(&found.parties, pieces, documents, before),
                }
            }
        }
    }

    fn allows(&self, needs: Needs, documents: &Documents) -> bool {
        let document = documents.any.is_some() || documents.joint.is_some();
        match needs {
            Needs::Nothing => true,
            Needs::Document | Needs::Signing => document,
            Needs::Joint | Needs::Statement => {
                self.current.is_some() || !self.floating.is_empty() || documents.joint.is_some()
            }
        }
    }

    fn sign(&mut self, list: &PartyList, pieces: &[Piece], documents: &Documents, before: usize) {
        let at = self.current.unwrap_or_else(|| self.start());
        self.current = Some(at);
        self.drafts[at].sign(list);
        if self.drafts[at].utterances.is_empty() {
            self.adopt(at, before);
        }
        if self.drafts[at].utterances.is_empty() {
            let document = documents.joint.or(documents.any);
            let reported = document.and_then(|document| self.reported(pieces, document));
            self.drafts[at].utterances.extend(reported);
        }
    }

    /// Utterances of the same sentence whose source is the document's own speaker belong to it.
    fn adopt(&mut self, at: usize, before: usize) {
        for other in before..self.drafts.len() {
            if other != at && !self.drafts[other].joint {
                let adopted = std::mem::take(&mut self.drafts[other].utterances);
                self.drafts[at].utterances.extend(adopted);
            }
        }
    }

    /// What a document says without a verb of its own: "a joint statement urging Iran to ...".
    fn reported(&self, pieces: &[Piece], document: Span) -> Option<Utterance> {
        let reader = PartyReader::new(self.reading, pieces);
        let behind = pieces.iter().position(|piece| piece.span.start >= document.end)?;
        let opens = |at: usize| {
            let word = reader.lower(at);
            (word.ends_with("ing") && word != "including") || self.words.opening.contains(word.as_ref())
        };
        let start = (behind..pieces.len().min(behind + 12)).find(|&at| opens(at))?;
        let content = pieces[start]
            .span
            .cover(pieces.last()?.span)
            .trim_matches(self.reading.text(), |c| c == '.' || c.is_whitespace());
        (!content.is_empty()).then(|| Utterance {
            content: vec![content],
            cue: Some(document),
            source: None,
            kind: Kind::Indirect,
            class: CueClass::Speech,
            score: 0.7,
        })
    }

    fn refuse(&mut self, list: &PartyList) {
        let at = match self.current {
            Some(at) => at,
            None => self.start(),
        };
        self.current = Some(at);
        self.drafts[at].refuse(list);
    }

    /// Keeps the first parties a sentence names together, for a later "the two sides".
    fn remember(&mut self, pieces: &[Piece]) {
        let reader = PartyReader::new(self.reading, pieces);
        let lists = (0..pieces.len()).filter(|&at| matches!(pieces[at].kind, PieceKind::Name(_)));
        let several = lists.map(|at| reader.list_from(at).0).find(PartyList::is_several);
        self.antecedent = several.or(self.antecedent.take());
    }
}
