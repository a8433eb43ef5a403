//! Finds the names of countries, organisations, offices and office-holders in running text.

use std::collections::HashMap;

use aho_corasick::{AhoCorasick, Input, MatchKind};
use jiff::civil::Date;

use super::ambiguity::{Ambiguity, Context};
use super::{CountryCode, Holds, Knowledge, NameUse, OrganisationId, OrganisationNameUse, Period};
use crate::text::Span;

/// What a name in running text means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    /// A country, or its people, capital or seat of government.
    Country {
        /// Which.
        code: CountryCode,
        /// What kind of name it is.
        kind: NameUse,
    },
    /// An organisation or group.
    Organisation {
        /// Which.
        id: OrganisationId,
        /// What kind of name it is.
        kind: OrganisationNameUse,
    },
    /// A title; the number is its row in [`super::Offices::titles`].
    Office(usize),
    /// The full name of an office-holder; the number is a row in [`super::Offices::holders`].
    Holder(usize),
}

/// A name found in a text, with what it means there.
#[derive(Debug, Clone, Copy)]
pub struct Recognised<'k> {
    /// Where it stands.
    pub span: Span,
    /// What it means: one meaning for a country or organisation, perhaps several rows for an office or
    /// a holder.
    pub meanings: &'k [Meaning],
}

impl Recognised<'_> {
    /// The country, when the name is one's.
    #[must_use]
    pub fn country(&self) -> Option<(CountryCode, NameUse)> {
        match self.meanings.first()? {
            Meaning::Country { code, kind } => Some((*code, *kind)),
            _ => None,
        }
    }

    /// The organisation, when the name is one's.
    #[must_use]
    pub fn organisation(&self) -> Option<(&OrganisationId, OrganisationNameUse)> {
        match self.meanings.first()? {
            Meaning::Organisation { id, kind } => Some((id, *kind)),
            _ => None,
        }
    }

    /// Whether the name is an office's title.
    #[must_use]
    pub fn is_office(&self) -> bool {
        matches!(self.meanings.first(), Some(Meaning::Office(_)))
    }

    /// Whether the name is an office-holder's.
    #[must_use]
    pub fn is_holder(&self) -> bool {
        matches!(self.meanings.first(), Some(Meaning::Holder(_)))
    }
}

/// One automaton over every name the tables hold.
#[derive(Debug)]
pub struct Recogniser {
    automaton: AhoCorasick,
    names: Vec<Name>,
}

#[derive(Debug, Default)]
struct Name {
    /// What the name can mean, each with the time it does.
    meanings: Vec<Meaning>,
    periods: Vec<Period>,
    ambiguity: Option<Ambiguity>,
}

impl Recogniser {
    pub(super) fn build(knowledge: &Knowledge) -> Self {
        let mut entries = Entries::default();
        entries.countries(knowledge);
        entries.organisations(knowledge);
        entries.offices(knowledge);
        entries.ambiguities(knowledge);
        let mut patterns: Vec<(String, Name)> = entries.names.into_iter().collect();
        patterns.sort_by(|a, b| a.0.cmp(&b.0));
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(patterns.iter().map(|(text, _)| text))
            .expect("the tables hold far fewer names than the automaton allows");
        Self { automaton, names: patterns.into_iter().map(|(_, name)| name).collect() }
    }

    /// Every name in `text`, in order, never overlapping; names that mean nothing here ("China Daily")
    /// are left out. `date` is the article's, and decides names that changed hands.
    #[must_use]
    pub fn find<'k>(&'k self, text: &str, date: Option<Date>) -> Vec<Recognised<'k>> {
        let mut out = Vec::new();
        let mut near = HashMap::new();
        let mut at = 0;
        while let Some(found) = self.automaton.find(Input::new(text).range(at..)) {
            let span = Span::new(found.start(), found.end());
            if !stands_alone(text, span) {
                at = next_word(text, span.start);
                continue;
            }
            at = span.end;
            let name = &self.names[found.pattern().as_usize()];
            if let Some(meanings) = name.meaning(text, span, date, &mut near) {
                out.push(Recognised { span, meanings });
            }
        }
        out
    }
}

impl Name {
    fn meaning<'k>(
        &'k self,
        text: &str,
        span: Span,
        date: Option<Date>,
        near: &mut HashMap<&'k str, bool>,
    ) -> Option<&'k [Meaning]> {
        if let [Meaning::Office(_) | Meaning::Holder(_), ..] = self.meanings.as_slice() {
            return Some(&self.meanings);
        }
        if self.ambiguity.as_ref().is_some_and(|ambiguity| ambiguity.is_vetoed(text, span)) {
            return None;
        }
        let holds = |at: &usize| date.is_none_or(|date| self.periods[*at].on(date) != Holds::No);
        let mut current = (0..self.meanings.len()).filter(holds);
        let first = current.next()?;
        let settled_by_date = current.next().is_none() && self.meanings.len() > 1;
        match &self.ambiguity {
            Some(ambiguity) if !settled_by_date => {
                let code = ambiguity.decide(text, span, near)?;
                let at = self.meanings.iter().position(|meaning| meaning.is_country(code))?;
                Some(&self.meanings[at..=at])
            }
            _ => Some(&self.meanings[first..=first]),
        }
    }
}

impl Meaning {
    fn is_country(&self, wanted: CountryCode) -> bool {
        matches!(self, Self::Country { code, .. } if *code == wanted)
    }
}

impl Ambiguity {
    /// Whether the word next to the name rules every country out.
    fn is_vetoed(&self, text: &str, span: Span) -> bool {
        ends_with_any(text[..span.start].trim_end(), &self.not_before)
            || starts_with_any(text[span.end..].trim_start(), &self.not_after)
    }

    /// The country the context decides for.
    fn decide<'k>(&'k self, text: &str, span: Span, near: &mut HashMap<&'k str, bool>) -> Option<CountryCode> {
        let before = text[..span.start].trim_end();
        let after = text[span.end..].trim_start();
        let mut is_near =
            |words: &'k [String]| words.iter().any(|word| *near.entry(word).or_insert_with(|| has_word(text, word)));
        let mut fits = |context: &'k Context| {
            let Context { if_before, if_after, if_near, unless_near, .. } = context;
            (if_before.is_empty() || ends_with_any(before, if_before))
                && (if_after.is_empty() || starts_with_any(after, if_after))
                && (if_near.is_empty() || is_near(if_near))
                && (unless_near.is_empty() || !is_near(unless_near))
        };
        let decided = self.other.iter().find(|context| fits(context)).map_or(&self.default, |context| &context.code);
        decided.parse().ok()
    }
}

fn ends_with_any(text: &str, words: &[String]) -> bool {
    words.iter().any(|word| {
        let inside = word.starts_with(char::is_alphanumeric);
        text.strip_suffix(word.as_str()).is_some_and(|rest| !inside || !rest.ends_with(char::is_alphanumeric))
    })
}

fn starts_with_any(text: &str, words: &[String]) -> bool {
    words.iter().any(|word| {
        let inside = word.ends_with(char::is_alphanumeric);
        text.strip_prefix(word.as_str()).is_some_and(|rest| !inside || !rest.starts_with(char::is_alphanumeric))
    })
}

fn has_word(text: &str, word: &str) -> bool {
    let mut places = memchr::memmem::find_iter(text.as_bytes(), word);
    places.any(|start| stands_alone(text, Span::new(start, start + word.len())))
}

/// Whether the words at `span` are not part of a longer word.
fn stands_alone(text: &str, span: Span) -> bool {
    !text[..span.start].ends_with(char::is_alphanumeric) && !text[span.end..].starts_with(char::is_alphanumeric)
}

/// The start of the word after the one `at` stands in.
fn next_word(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    let word = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    let step = rest.chars().next().map_or(0, char::len_utf8);
    at + word.max(step)
}

#[derive(Default)]
struct Entries {
    names: HashMap<String, Name>,
}

impl Entries {
    /// Adds `text`, and its all-capitals form as 1980s headlines write it.
    fn add(&mut self, text: &str, meaning: &Meaning, period: Period) {
        let capitals = text.to_uppercase();
        let forms =
            if capitals == text || text.len() < 4 { vec![text.to_owned()] } else { vec![text.to_owned(), capitals] };
        for form in forms {
            let name = self.names.entry(form).or_default();
            if !name.meanings.contains(meaning) {
                name.meanings.push(meaning.clone());
                name.periods.push(period);
            }
        }
    }

    fn countries(&mut self, knowledge: &Knowledge) {
        let countries = knowledge.countries();
        for country in &countries.all {
            let meaning = Meaning::Country { code: country.code, kind: NameUse::Spelling };
            self.add(&country.name, &meaning, Period::default());
            self.add(&country.official, &meaning, Period::default());
        }
        for name in countries.names.iter().filter(|name| name.kind != NameUse::Code) {
            let meaning = Meaning::Country { code: name.code, kind: name.kind };
            self.add(&name.name, &meaning, Period { from: name.from, until: name.until });
        }
    }

    fn organisations(&mut self, knowledge: &Knowledge) {
        let organisations = knowledge.organisations();
        let named = |id: &OrganisationId, kind| Meaning::Organisation { id: id.clone(), kind };
        for organisation in &organisations.all {
            let meaning = named(&organisation.id, OrganisationNameUse::Name);
            self.add(organisation.id.as_str(), &meaning, Period::default());
            self.add(&organisation.name, &meaning, Period::default());
        }
        for name in &organisations.names {
            // A description only means the organisation after an introduction, and a seat is already
            // a country's capital: extraction resolves both in context.
            if matches!(name.kind, OrganisationNameUse::Name | OrganisationNameUse::Organ) {
                let meaning = named(&OrganisationId::from(name.id.as_str()), name.kind);
                self.add(&name.name, &meaning, Period { from: name.from, until: name.until });
            }
        }
    }

    fn offices(&mut self, knowledge: &Knowledge) {
        let offices = knowledge.offices();
        for (row, title) in offices.titles.iter().enumerate() {
            self.add(&title.title, &Meaning::Office(row), Period::default());
        }
        for (row, holder) in offices.holders.iter().enumerate() {
            for name in holder.names.iter().filter(|name| name.contains(' ')) {
                self.add(name, &Meaning::Holder(row), holder.period);
            }
        }
    }

    fn ambiguities(&mut self, knowledge: &Knowledge) {
        let ambiguities = knowledge.ambiguities();
        for phrase in &ambiguities.phrases {
            let name = Name {
                meanings: phrase
                    .code
                    .parse()
                    .map(|code| Meaning::Country { code, kind: NameUse::City })
                    .into_iter()
                    .collect(),
                periods: vec![Period::default()],
                ambiguity: None,
            };
            self.names.insert(phrase.text.clone(), name);
        }
        for ambiguity in &ambiguities.names {
            for form in [ambiguity.name.clone(), ambiguity.name.to_uppercase()] {
                let Some(name) = self.names.get_mut(&form) else { continue };
                let codes = ambiguity.other.iter().map(|context| &context.code).chain([&ambiguity.default]);
                for code in codes.filter_map(|code| code.parse().ok()) {
                    if !name.meanings.iter().any(|meaning| meaning.is_country(code)) {
                        name.meanings.push(Meaning::Country { code, kind: NameUse::City });
                        name.periods.push(Period::default());
                    }
                }
                name.ambiguity = Some(ambiguity.clone());
            }
        }
    }
}
