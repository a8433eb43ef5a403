//! Gathers every name that running text can hold, with all it may mean.

use std::collections::HashMap;

use super::recogniser::Name;
use super::{IdInProse, Knowledge, Meaning, NameUse, Organisation, OrganisationId, OrganisationNameUse, Period};

/// Every name of the tables as it may stand in a text.
#[derive(Debug, Default)]
pub(super) struct Entries {
    pub names: HashMap<String, Name>,
}

impl Entries {
    /// Gathers the names of every table.
    pub(super) fn of(knowledge: &Knowledge) -> Self {
        let mut entries = Self::default();
        entries.countries(knowledge);
        entries.organisations(knowledge);
        entries.offices(knowledge);
        entries.ambiguities(knowledge);
        entries
    }

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
            self.add(country.name, &meaning, Period::default());
            self.add(country.official, &meaning, Period::default());
        }
        for name in countries.names().iter().filter(|name| name.kind != NameUse::Code) {
            let meaning = Meaning::Country { code: name.code, kind: name.kind };
            self.add(name.name, &meaning, Period { from: name.from, until: name.until });
        }
    }

    fn organisations(&mut self, knowledge: &Knowledge) {
        let organisations = knowledge.organisations();
        let named = |id: &OrganisationId, kind| Meaning::Organisation { id: id.clone(), kind };
        for organisation in &organisations.all {
            let meaning = named(&organisation.id, OrganisationNameUse::Name);
            if organisation.prose != IdInProse::No {
                self.id(organisation, &meaning);
            }
            self.add(organisation.name, &meaning, Period::default());
        }
        for name in organisations.names() {
            // A description only means the organisation after an introduction, and a seat is already
            // a country's capital: extraction resolves both in context.
            if matches!(name.kind, OrganisationNameUse::Name | OrganisationNameUse::Organ) {
                let meaning = named(&OrganisationId::from(name.id), name.kind);
                self.add(name.name, &meaning, Period { from: name.from, until: name.until });
            }
        }
    }

    /// The id, where its row says that it is written; a name of something else keeps its letters.
    fn id(&mut self, organisation: &Organisation, meaning: &Meaning) {
        let id = organisation.id.as_str();
        if organisation.prose != IdInProse::Yes && self.names.contains_key(id) {
            return;
        }
        self.add(id, meaning, Period::default());
        if let Some(name) = self.names.get_mut(id) {
            name.prose = organisation.prose;
        }
    }

    fn offices(&mut self, knowledge: &Knowledge) {
        let offices = knowledge.offices();
        for (row, title) in offices.titles().iter().enumerate() {
            self.add(title.title, &Meaning::Office(row), Period::default());
        }
        for (row, holder) in offices.holders().enumerate() {
            for name in holder.names.iter().filter(|name| name.contains(' ')) {
                self.add(name, &Meaning::Holder(row), holder.period);
            }
        }
    }

    fn ambiguities(&mut self, knowledge: &Knowledge) {
        let ambiguities = knowledge.ambiguities();
        for phrase in &ambiguities.phrases {
            // A country's own name that holds another's ("South Sudan") is no mere place.
            let own = phrase.code.parse().ok().is_some_and(|code| {
                let known = self.names.get(&phrase.text);
                known.is_some_and(|name| name.meanings.iter().all(|meaning| meaning.is_country(code)))
            });
            if own {
                continue;
            }
            let name = Name {
                meanings: phrase
                    .code
                    .parse()
                    .map(|code| Meaning::Country { code, kind: NameUse::City })
                    .into_iter()
                    .collect(),
                periods: vec![Period::default()],
                ..Name::default()
            };
            self.names.insert(phrase.text.clone(), name);
        }
        for ambiguity in &ambiguities.names {
            for form in [ambiguity.name.clone(), ambiguity.name.to_uppercase()] {
                // A word that no table has alone ("the North") names the country itself in its context.
                let known = self.names.contains_key(&form);
                let kind = if known { NameUse::City } else { NameUse::Spelling };
                let name = self.names.entry(form).or_default();
                let codes = ambiguity.other.iter().map(|context| &context.code).chain([&ambiguity.default]);
                for code in codes.filter_map(|code| code.parse().ok()) {
                    if !name.meanings.iter().any(|meaning| meaning.is_country(code)) {
                        name.meanings.push(Meaning::Country { code, kind });
                        name.periods.push(Period::default());
                    }
                }
                name.ambiguity = Some(ambiguity.clone());
            }
        }
    }
}
