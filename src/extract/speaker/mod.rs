//! Who spoke: a source's name, role and country, with short mentions led back to the full one.

mod introduction;
mod person;

pub use person::polity_of;

use std::collections::HashMap;

use crate::extract::joint::Draft;
use crate::extract::reading::{Reading, lower, starts_upper};
use crate::knowledge::Party;
use crate::statement::{Speaker, Utterance};
use crate::text::Span;
use introduction::introduced;
use person::{Person, people};

/// Everybody the article introduces, in text order.
#[derive(Debug, Default)]
pub struct Cast {
    people: Vec<Person>,
}

impl Cast {
    /// Reads the people out of every sentence that names one.
    #[must_use]
    pub fn new(reading: &Reading<'_>) -> Self {
        let mut people_of = Vec::new();
        for sentence in &reading.sentences {
            let names = &reading.names[sentence.names.clone()];
            if names.iter().any(|name| name.is_office() || name.is_holder()) {
                people_of.extend(people(reading, &reading.pieces(sentence.span)));
            }
        }
        Self { people: people_of }
    }

    /// The party of everybody with a role, by family name; a name that two parties share is left out.
    #[must_use]
    pub fn surnames<'a>(&self, reading: &Reading<'a>) -> HashMap<&'a str, Party> {
        let mut out: HashMap<&str, Option<Party>> = HashMap::new();
        for person in &self.people {
            let Some(party) = &person.party else { continue };
            let known = out.entry(surname(reading.words(person.name))).or_insert_with(|| Some(party.clone()));
            if known.as_ref() != Some(party) {
                *known = None;
            }
        }
        out.into_iter().filter_map(|(name, party)| Some((name, party?))).collect()
    }

    /// The speakers of a statement: those its sources name.
    #[must_use]
    pub fn speakers(&self, reading: &Reading<'_>, draft: &Draft) -> Vec<Speaker> {
        let mut out: Vec<Speaker> = Vec::new();
        for utterance in &draft.utterances {
            let Some(source) = utterance.source else { continue };
            for speaker in self.speakers_of(reading, source, utterance, draft.joint) {
                if !out.iter().any(|known| reading.words(known.name) == reading.words(speaker.name)) {
                    out.push(speaker);
                }
            }
        }
        out
    }

    fn speakers_of(&self, reading: &Reading<'_>, source: Span, utterance: &Utterance, joint: bool) -> Vec<Speaker> {
        let named: Vec<Speaker> = self
            .people
            .iter()
            .filter(|person| source.contains(person.name))
            .map(|person| self.speaker(reading, person, source))
            .collect();
        if !named.is_empty() {
            return named;
        }
        if joint {
            return Vec::new();
        }
        let antecedent = self.antecedent(reading, source, utterance);
        let speaker = antecedent.map(|person| self.speaker(reading, person, source));
        vec![speaker.unwrap_or_else(|| introduced(reading, source))]
    }

    /// The fullest mention of the person `person` is.
    fn speaker(&self, reading: &Reading<'_>, person: &Person, evidence: Span) -> Speaker {
        let family = surname(reading.words(person.name));
        let same = self.people.iter().filter(|other| surname(reading.words(other.name)) == family);
        let fullest = same.clone().max_by_key(|other| (other.name.len(), std::cmp::Reverse(other.name.start)));
        let role = person.role.or_else(|| same.clone().find_map(|other| other.role));
        let country = person.country().or_else(|| same.clone().find_map(Person::country));
        Speaker { name: fullest.unwrap_or(person).name, role, country, evidence }
    }

    /// The person a short mention points back to: "Tajani", "he", "the minister".
    fn antecedent(&self, reading: &Reading<'_>, source: Span, utterance: &Utterance) -> Option<&Person> {
        let words = reading.words(source);
        let before =
            || self.people.iter().rev().filter(|person| person.name.start < utterance_start(utterance, source));
        if starts_upper(words) && !words.contains(' ') || words.split_whitespace().count() <= 2 {
            let family = surname(words);
            // Some families are named first.
            let bears = |person: &&Person| reading.words(person.name).split(' ').any(|part| part == family);
            let last = self.people.iter().find(|person| surname(reading.words(person.name)) == family);
            if let Some(person) = last.or_else(|| self.people.iter().find(bears)) {
                return Some(person);
            }
        }
        let low = lower(words);
        if matches!(low.as_ref(), "he" | "she") {
            return before().next();
        }
        let office = low.strip_prefix("the ")?;
        before().find(|person| {
            person
                .role
                .is_some_and(|role| reading.words(role).to_lowercase().split_whitespace().any(|word| word == office))
        })
    }
}

fn utterance_start(utterance: &Utterance, source: Span) -> usize {
    utterance.content.iter().map(|span| span.start).chain([source.start]).min().unwrap_or(source.start)
}

fn surname(name: &str) -> &str {
    name.rsplit(' ').next().unwrap_or(name).trim_end_matches("'s").trim_end_matches("\u{2019}s")
}
