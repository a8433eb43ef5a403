//! One sentence as the finders of roles see it: words, noun phrases and documents.

use std::cell::OnceCell;

use super::document::{Document, documents};
use super::reader::{Phrase, phrases_before};
use super::subject::{governor, subject_of};
use crate::extract::reading::{PieceKind, Reading, Sentence, Words};
use crate::knowledge::Classes;
use crate::text::Span;

/// One sentence, read.
#[derive(Debug)]
pub struct SentenceView<'r, 'a> {
    /// Its words.
    pub words: Words<'r, 'a>,
    /// All its noun phrases that matter.
    phrases: OnceCell<Vec<Phrase>>,
    /// Those that begin before a piece, which is enough for most questions.
    first: OnceCell<(usize, Vec<Phrase>)>,
    /// The documents it speaks of.
    pub documents: Vec<Document>,
}

impl<'r, 'a> SentenceView<'r, 'a> {
    /// Reads the sentence of `words`.
    #[must_use]
    pub fn new(words: Words<'r, 'a>) -> Self {
        Self { words, phrases: OnceCell::new(), first: OnceCell::new(), documents: documents(words) }
    }

    /// Reads `sentence`, one of those of `reading`.
    #[must_use]
    pub fn of(reading: &'r Reading<'a>, sentence: &Sentence) -> Self {
        let words = reading.words_in(sentence);
        if sentence.seen.has(words.table.document) || sentence.seen.has(words.table.paper) {
            return Self::new(words);
        }
        Self { words, phrases: OnceCell::new(), first: OnceCell::new(), documents: Vec::new() }
    }

    /// The noun phrases in it that matter, read when they are first asked for.
    #[must_use]
    pub fn phrases(&self) -> &[Phrase] {
        self.phrases.get_or_init(|| self.read_before(self.words.pieces.len()))
    }

    /// The noun phrases that begin before piece `end`, and perhaps more of them.
    #[must_use]
    pub fn phrases_before(&self, end: usize) -> &[Phrase] {
        if self.is_read() || end >= self.words.pieces.len() {
            return self.phrases();
        }
        let (reached, phrases) = self.first.get_or_init(|| (end, self.read_before(end)));
        if end <= *reached { phrases } else { self.phrases() }
    }

    fn read_before(&self, end: usize) -> Vec<Phrase> {
        let mut phrases = phrases_before(self.words, end);
        name_owners(self.words, &mut phrases);
        phrases
    }

    /// Whether all noun phrases were read.
    #[must_use]
    pub fn is_read(&self) -> bool {
        self.phrases.get().is_some()
    }

    /// The subject of the verb at piece `verb`.
    #[must_use]
    pub fn subject(&self, verb: usize) -> Option<&Phrase> {
        subject_of(self.words, self.phrases_before(verb), verb)
    }

    /// The phrase that shares text with `span`, the last one when several do.
    #[must_use]
    pub fn phrase_in(&self, span: Span) -> Option<&Phrase> {
        let before = self.phrases_before(self.words.piece_from(span.end));
        before.iter().find(|phrase| self.span(phrase).overlaps(span))
    }

    /// Where `phrase` stands.
    #[must_use]
    pub fn span(&self, phrase: &Phrase) -> Span {
        self.words.span(phrase.range.start, phrase.range.end)
    }

    /// A document that is joint by its own words and was issued.
    #[must_use]
    pub fn joint(&self) -> Option<&Document> {
        self.documents.iter().find(|document| document.joint && document.real)
    }

    /// Any document that was issued, a joint one first.
    #[must_use]
    pub fn issued(&self) -> Option<&Document> {
        self.joint().or_else(|| self.documents.iter().find(|document| document.real))
    }

    /// Who speaks by means of `document`: the subject of the clause it stands in.
    #[must_use]
    pub fn speaker_in(&self, document: &Document) -> Option<&Phrase> {
        let words = self.words;
        let verbs = |at: &usize| {
            // "Asked C to set it free": an infinitive is of the verb before it.
            let verb = words.is_verb_behind_subject(*at) && words.lower(at.wrapping_sub(1)) != "to";
            let noun = words.classes(*at).any(Classes::VERB_OR_NOUN) && !words.is_one_of(*at, words.table.past);
            verb && self.is_active(*at) && !noun && !self.qualifies(*at)
        };
        if document.tells {
            return (document.at + 2..words.pieces.len()).filter(verbs).find_map(|verb| self.subject(verb));
        }
        if let Some(phrase) = self.beside(document) {
            return Some(phrase);
        }
        if let Some(phrase) = self.agent(document) {
            return Some(phrase);
        }
        // What stands in a quotation is not said in the text behind it.
        let quoted = (0..document.start).rev().find(|&at| words.is_quote(at)).map_or(0, |at| at + 1);
        let from = if (quoted..document.start).any(|at| verbs(&at)) { quoted } else { 0 };
        let mut verbs_before = (from..document.start).rev().filter(verbs).peekable();
        let nearest = verbs_before.peek().and_then(|verb| verb.checked_sub(1));
        if nearest.is_some_and(|at| matches!(words.lower(at).as_ref(), "it" | "there")) {
            return None;
        }
        if nearest.is_some_and(|at| words.classes(at).any(Classes::SUBJECT_PRONOUN)) {
            // "A and B will not pay, they said in a joint letter"
            return self.phrases().first().filter(|phrase| phrase.range.start == 0 && phrase.list.is_several());
        }
        let named =
            |phrase: &&Phrase| phrase.range.start == 0 || !phrase.list.is_empty() || phrase.list.collective.is_some();
        let nearest = verbs_before.next().and_then(|verb| self.subject(verb));
        // "A and B said no war can be won, in a joint statement": the clause that is said has a subject of its own.
        let aside = document.start > 1 && words.is_mark(document.start - 2, ",");
        let nearest = nearest.filter(|phrase| !aside || named(phrase));
        let before = nearest.or_else(|| verbs_before.find_map(|verb| self.subject(verb).filter(named)));
        let opens = (0..document.at).all(|at| !words.is_finite(at));
        before.or_else(|| {
            if !opens {
                return None;
            }
            let mut behind = (document.at + 1..words.pieces.len()).filter(verbs).peekable();
            // "In a statement he said A and B were at peace"
            let one = |at: usize| {
                words.classes(at).any(Classes::SUBJECT_PRONOUN) && !words.is_one_of(at, words.table.pronoun)
            };
            // "In an article Smith said the states would pay"
            let unnamed =
                |at: usize| words.is_proper(at) && self.phrases().iter().all(|phrase| !phrase.range.contains(&at));
            if behind.peek().is_some_and(|verb| one(verb - 1) || unnamed(verb - 1)) {
                return None;
            }
            let told = |phrase: &&Phrase| phrase.range.start > document.at;
            let first = behind.next().and_then(|verb| self.subject(verb)).filter(told);
            first.or_else(|| behind.find_map(|verb| self.subject(verb).filter(told).filter(named)))
        })
    }

    /// "Was urged by A and B in a joint letter": who does what the passive before the document says.
    fn agent(&self, document: &Document) -> Option<&Phrase> {
        let words = self.words;
        let by = (0..document.start).rev().find(|&at| words.lower(at) == "by" || words.is_mark(at, ","))?;
        let passive =
            by > 1 && words.classes(by - 1).any(Classes::PARTICIPLE) && words.classes(by - 2).any(Classes::BE);
        self.phrases().iter().find(|phrase| passive && phrase.range.start == by + 1)
    }

    /// "A and B, in a joint letter, ...": the phrase right before the adjunct with the document.
    fn beside(&self, document: &Document) -> Option<&Phrase> {
        let comma = document.start.checked_sub(2).filter(|&at| self.words.is_mark(at, ","))?;
        let phrase = self.phrases().iter().find(|phrase| phrase.range.end == comma)?;
        // "Urged A, in a letter"
        let verb = |at: usize| self.words.marks(at).has_relation() || self.words.is_finite(at);
        let object = phrase.range.start.checked_sub(1).is_some_and(verb);
        (!object && governor(self.words, phrase.range.start).is_none()).then_some(phrase)
    }

    /// Whether the verb form at `at` only qualifies a noun: "its dissolved parliament", "A and B, both named in it".
    fn qualifies(&self, at: usize) -> bool {
        let words = self.words;
        let Some(before) = at.checked_sub(1) else { return false };
        let before_noun = words.kind(at + 1) == Some(PieceKind::Word)
            && !words.classes(at + 1).any(Classes::PREPOSITION.or(Classes::DETERMINER).or(Classes::THAT));
        let classes = words.classes(before);
        let owned = classes.any(Classes::POSSESSIVE) && !classes.any(Classes::SUBJECT_PRONOUN)
            || classes.any(Classes::DETERMINER) && before_noun && !words.is_one_of(before, words.table.floating);
        let aside = words.is_one_of(before, words.table.floating) && words.is_mark(before.wrapping_sub(1), ",");
        // "The ceiling it passed"
        let opened = |at: usize| words.classes(at.wrapping_sub(1)).any(Classes::DETERMINER);
        let noun = |at: usize| words.kind(at) == Some(PieceKind::Word) && (!words.closes_phrase(at) || opened(at));
        let described = words.is_one_of(before, words.table.pronoun) && before > 1 && noun(before - 1);
        owned || described || aside && words.classes(at + 1).any(Classes::PREPOSITION)
    }

    /// Whether the verb at `at` is no passive.
    fn is_active(&self, at: usize) -> bool {
        let classes = self.words.classes(at);
        if classes.any(Classes::BE) {
            return !self.words.classes(at + 1).any(Classes::PARTICIPLE);
        }
        let before = at.checked_sub(1).map_or(Classes::default(), |at| self.words.classes(at));
        !(before.any(Classes::BE) && classes.any(Classes::PARTICIPLE))
    }
}

/// "A and B want more, their leaders said": the leaders are those of the parties named before.
fn name_owners(words: Words<'_, '_>, phrases: &mut [Phrase]) {
    let organisations = words.reading.knowledge.organisations();
    for at in 1..phrases.len() {
        let (before, rest) = phrases.split_at_mut(at);
        let phrase = &mut rest[0];
        let possessive = words.lower(phrase.range.start) == "their" && phrase.list.collective.is_some();
        if !possessive || !phrase.list.parties.is_empty() || governor(words, phrase.range.start).is_some() {
            continue;
        }
        let mut owners = before.iter().filter(|phrase| governor(words, phrase.range.start).is_none());
        if let Some(owner) = owners.find(|phrase| phrase.list.is_several() || phrase.list.is_group(organisations)) {
            phrase.list.merge(&owner.list);
        }
    }
}
