//! Who spoke: a source's name, role and country, with short mentions led back to the full one.

mod family;
mod introduction;
mod person;

pub use person::polity_of;

use rustc_hash::FxHashMap;

use crate::extract::joint::Draft;
use crate::extract::reading::{Reading, lower, starts_upper};
use crate::knowledge::Party;
use crate::statement::{Speaker, Utterance};
use crate::text::Span;
use family::{Family, surname};
use introduction::introduced;
use person::{Person, people};

/// Everybody the article introduces.
#[derive(Debug, Default)]
pub struct Cast<'a> {
    /// In the order of their names.
    people: Vec<Person>,
    /// Those with one family name.
    families: FxHashMap<&'a str, Family>,
    /// The first person with each part of a name.
    by_part: FxHashMap<&'a str, usize>,
    /// Everybody whose role has a word (in lower case), in order.
    by_role: FxHashMap<String, Vec<usize>>,
}

impl<'a> Cast<'a> {
    /// Reads the people out of every sentence that names one.
    #[must_use]
    pub fn new(reading: &Reading<'a>) -> Self {
        let mut cast = Self::default();
        for sentence in &reading.sentences {
            let names = &reading.names[sentence.names.clone()];
            if names.iter().any(|name| name.is_office() || name.is_holder()) {
                cast.people.extend(people(reading, reading.words_in(sentence).pieces));
            }
        }
        cast.people.sort_by_key(|person| person.name.start);
        for (at, person) in cast.people.iter().enumerate() {
            let name = reading.words(person.name);
            cast.families.entry(surname(name)).or_insert_with(|| Family::new(at)).add(person);
            for part in name.split(' ') {
                cast.by_part.entry(part).or_insert(at);
            }
            let role = person.role.map(|role| reading.words(role).to_lowercase()).unwrap_or_default();
            for word in role.split_whitespace() {
                cast.by_role.entry(word.to_owned()).or_default().push(at);
            }
        }
        cast
    }

    /// The party of everybody with a role, by family name; a name that two parties share is left out.
    #[must_use]
    pub fn surnames(&self) -> FxHashMap<&'a str, Party> {
        let parties = self.families.iter().filter_map(|(&name, family)| Some((name, family.party()?.clone())));
        parties.collect()
    }

    /// The speakers of a statement: those its sources name.
    #[must_use]
    pub fn speakers(&self, reading: &Reading<'_>, draft: &Draft) -> Vec<Speaker> {
        let mut out: Vec<Speaker> = Vec::new();
        let mut known: Vec<&str> = Vec::new();
        for utterance in &draft.utterances {
            let Some(source) = utterance.source else { continue };
            for speaker in self.speakers_of(reading, source, utterance, draft.joint) {
                let name = reading.words(speaker.name);
                if !known.contains(&name) {
                    known.push(name);
                    out.push(speaker);
                }
            }
        }
        out
    }

    fn speakers_of(&self, reading: &Reading<'_>, source: Span, utterance: &Utterance, joint: bool) -> Vec<Speaker> {
        let first = self.people.partition_point(|person| person.name.start < source.start);
        let inside = self.people[first..].iter().take_while(|person| person.name.start < source.end);
        let named = inside.filter(|person| source.contains(person.name));
        let named: Vec<Speaker> = named.map(|person| self.speaker(reading, person, source)).collect();
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
        let family = self.families.get(surname(reading.words(person.name)));
        let role = person.role.or_else(|| family?.role);
        let country = person.country().or_else(|| family?.country);
        Speaker { name: family.map_or(person.name, |family| family.fullest), role, country, evidence }
    }

    /// The person a short mention points back to: "Tajani", "he", "the minister".
    fn antecedent(&self, reading: &Reading<'_>, source: Span, utterance: &Utterance) -> Option<&Person> {
        let words = reading.words(source);
        let start = utterance_start(utterance, source);
        let before = self.people.partition_point(|person| person.name.start < start);
        if starts_upper(words) && !words.contains(' ') || words.split_whitespace().take(3).count() <= 2 {
            let family = surname(words);
            // Some families are named first.
            let last = self.families.get(family).map(|family| family.first);
            if let Some(at) = last.or_else(|| self.by_part.get(family).copied()) {
                return Some(&self.people[at]);
            }
        }
        if ["he", "she"].iter().any(|pronoun| words.eq_ignore_ascii_case(pronoun)) {
            return self.people[..before].last();
        }
        let (the, role) = words.split_at_checked(4).filter(|_| !self.by_role.is_empty())?;
        let holders = self.by_role.get(lower(role).as_ref()).filter(|_| the.eq_ignore_ascii_case("the "))?;
        holders[..holders.partition_point(|&at| at < before)].last().map(|&at| &self.people[at])
    }
}

fn utterance_start(utterance: &Utterance, source: Span) -> usize {
    utterance.content.iter().map(|span| span.start).chain([source.start]).min().unwrap_or(source.start)
}
