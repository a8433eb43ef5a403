//! Every name someone can type for a party, ready to be looked up at once.

use std::collections::HashMap;

use super::{Knowledge, NameUse, OrganisationNameUse, Party};

/// A name longer than this is no slip of the keyboard, and comparing it would take long.
const LONGEST_SIMILAR: usize = 64;

/// Parties by their names, written without case, full stops and hyphens.
#[derive(Debug)]
pub(super) struct PartyIndex {
    by_name: HashMap<String, Vec<Party>>,
    /// Each name in its simple form and as written, for suggestions.
    spellings: Vec<(String, String)>,
}

impl PartyIndex {
    pub(super) fn build(knowledge: &Knowledge) -> Self {
        let mut index = Self { by_name: HashMap::new(), spellings: Vec::new() };
        let countries = knowledge.countries();
        for country in &countries.all {
            index.add(&country.name, Party::Country(country.code));
            index.add(&country.official, Party::Country(country.code));
        }
        // Cities are left out: a city is a place, not an actor.
        for row in countries.names.iter().filter(|row| !matches!(row.kind, NameUse::City | NameUse::Prefix)) {
            index.add(&row.name, Party::Country(row.code));
        }
        let organisations = knowledge.organisations();
        for organisation in &organisations.all {
            index.add(organisation.id.as_str(), Party::Organisation(organisation.id.clone()));
            index.add(&organisation.name, Party::Organisation(organisation.id.clone()));
        }
        // Nor does a seat or a description ("the bloc") name an organisation by itself.
        for row in &organisations.names {
            if matches!(row.kind, OrganisationNameUse::Name | OrganisationNameUse::Organ) {
                index.add(&row.name, Party::Organisation(row.id.as_str().into()));
            }
        }
        index
    }

    fn add(&mut self, name: &str, party: Party) {
        let simple = normal(name);
        let parties = self.by_name.entry(simple.clone()).or_default();
        if let Err(at) = parties.binary_search(&party) {
            parties.insert(at, party);
        }
        self.spellings.push((simple, name.to_owned()));
    }

    /// The parties with exactly this name, in order.
    pub(super) fn called(&self, name: &str) -> &[Party] {
        self.by_name.get(&normal(name)).map_or(&[], Vec::as_slice)
    }

    /// The three most similar names, best first.
    pub(super) fn similar(&self, name: &str) -> Vec<String> {
        if name.len() > LONGEST_SIMILAR {
            return Vec::new();
        }
        let wanted = normal(name);
        let mut close: Vec<(f64, &String)> = self
            .spellings
            .iter()
            .map(|(simple, name)| (strsim::jaro_winkler(simple, &wanted), name))
            .filter(|(score, _)| *score > 0.85)
            .collect();
        close.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
        close.dedup_by(|a, b| a.1 == b.1);
        close.into_iter().take(3).map(|(_, name)| name.clone()).collect()
    }
}

/// A name without case and full stops; hyphens and runs of space become one space.
pub(super) fn normal(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for c in name.chars() {
        match c {
            '.' | ',' => {}
            '-' | '_' | '\u{a0}' | ' ' if out.ends_with(' ') || out.is_empty() => {}
            '-' | '_' | '\u{a0}' | ' ' => out.push(' '),
            '\u{2019}' => out.push('\''),
            c => out.extend(c.to_lowercase()),
        }
    }
    out.truncate(out.trim_end().len());
    out
}
