//! Every name someone can type for a party, and the simple form in which names are compared.
//!
//! Most queries ask for few names, which walk the tables, where one letter turns most rows away: a map of
//! all names would cost a cold search more than everything else it does. It is built for those that go on.

use std::char::ToLowercase;
use std::collections::HashMap;
use std::str::Chars;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::{Countries, CountryCode, Knowledge, NameUse, OrganisationNameUse, Organisations, Party};

/// A name longer than this is no slip of the keyboard, and comparing it would take long.
const LONGEST_SIMILAR: usize = 64;

/// Look-ups that cost less than a map of all names.
pub(super) const FEW: usize = 64;

/// Parties by their names in simple form, and how often one was asked for.
#[derive(Debug, Default)]
pub(super) struct PartyNames {
    asked: AtomicUsize,
    by_name: OnceLock<HashMap<String, Vec<Party>>>,
}

/// Whose a name is.
#[derive(Debug, Clone, Copy)]
enum Whose<'k> {
    Country(CountryCode),
    Organisation(&'k str),
}

impl Whose<'_> {
    fn party(self) -> Party {
        match self {
            Self::Country(code) => Party::Country(code),
            Self::Organisation(id) => Party::Organisation(id.into()),
        }
    }
}

impl Knowledge {
    /// The parties with exactly this name, in order.
    pub(super) fn parties_named(&self, name: &str) -> Vec<Party> {
        let wanted = normal(name);
        if self.party_names.asked.fetch_add(1, Ordering::Relaxed) >= FEW {
            let by_name = self.party_names.by_name.get_or_init(|| self.parties_by_name());
            return by_name.get(&wanted).cloned().unwrap_or_default();
        }
        let own = self.own_names().filter(|(name, _)| is_same(name, &wanted)).map(|(_, whose)| whose.party());
        let of_countries = Countries::names_called(&wanted).filter(|row| names_actor(row.kind));
        let of_organisations = Organisations::names_called(&wanted).filter(|row| names_body(row.kind));
        let mut parties: Vec<Party> = own
            .chain(of_countries.map(|row| Party::Country(row.code)))
            .chain(of_organisations.map(|row| Party::Organisation(row.id.into())))
            .collect();
        parties.sort_unstable();
        parties.dedup();
        parties
    }

    fn parties_by_name(&self) -> HashMap<String, Vec<Party>> {
        let mut by_name: HashMap<String, Vec<Party>> = HashMap::new();
        for (name, whose) in self.typed_names() {
            let parties = by_name.entry(normal(name)).or_default();
            let party = whose.party();
            if let Err(at) = parties.binary_search(&party) {
                parties.insert(at, party);
            }
        }
        by_name
    }

    /// The three names most similar to `name`, best first.
    pub(super) fn similar_names(&self, name: &str) -> Vec<String> {
        if name.len() > LONGEST_SIMILAR {
            return Vec::new();
        }
        let wanted = normal(name);
        // Names of very different lengths are never alike enough, and most are left out by that.
        let is_near = |name: &str| name.len() <= 4 * wanted.len() && wanted.len() <= 4 * name.len();
        let mut close: Vec<(f64, &str)> = self
            .typed_names()
            .filter(|(name, _)| is_near(name))
            .map(|(name, _)| (strsim::jaro_winkler(&normal(name), &wanted), name))
            .filter(|(score, _)| *score > 0.85)
            .collect();
        close.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
        close.dedup_by(|a, b| a.1 == b.1);
        close.into_iter().take(3).map(|(_, name)| name.to_owned()).collect()
    }

    /// Every name someone can type.
    fn typed_names(&self) -> impl Iterator<Item = (&str, Whose<'_>)> {
        let of_countries = self.countries().names().iter().filter(|row| names_actor(row.kind));
        let of_organisations = self.organisations().names().iter().filter(|row| names_body(row.kind));
        self.own_names()
            .chain(of_countries.map(|row| (row.name, Whose::Country(row.code))))
            .chain(of_organisations.map(|row| (row.name, Whose::Organisation(row.id))))
    }

    /// The names in the rows of the countries and organisations themselves.
    fn own_names(&self) -> impl Iterator<Item = (&str, Whose<'_>)> {
        let of_country = |row: &'static str, code| (row, Whose::Country(code));
        let of_countries = self.countries().all.iter();
        let of_countries =
            of_countries.flat_map(move |row| [of_country(row.name, row.code), of_country(row.official, row.code)]);
        let of_organisations = self.organisations().all.iter().flat_map(|row| {
            let whose = Whose::Organisation(row.id.as_str());
            [(row.id.as_str(), whose), (row.name, whose)]
        });
        of_countries.chain(of_organisations)
    }
}

/// Whether a name of a country can stand for an actor: a city is a place, and half an adjective no name.
fn names_actor(kind: NameUse) -> bool {
    !matches!(kind, NameUse::City | NameUse::Prefix)
}

/// Whether a name of an organisation means it by itself: a seat or a description ("the bloc") does not.
fn names_body(kind: OrganisationNameUse) -> bool {
    matches!(kind, OrganisationNameUse::Name | OrganisationNameUse::Organ)
}

/// Whether a name of the tables is `wanted`, which is in simple form.
pub(super) fn is_same(name: &str, wanted: &str) -> bool {
    simple(name).eq(wanted.chars())
}

/// A name without case and full stops; hyphens and runs of space become one space.
pub(super) fn normal(name: &str) -> String {
    simple(name).collect()
}

fn simple(name: &str) -> Simple<'_> {
    Simple { rest: name.chars(), lower: None, space: false, begun: false, held: None }
}

/// The characters of a name in simple form, so that comparing stops at the first that differs.
struct Simple<'n> {
    rest: Chars<'n>,
    /// What is left of a letter whose small form is several.
    lower: Option<ToLowercase>,
    /// Whether a space comes before the next letter.
    space: bool,
    begun: bool,
    /// The letter behind a space that was given.
    held: Option<char>,
}

impl Iterator for Simple<'_> {
    type Item = char;

    #[inline]
    fn next(&mut self) -> Option<char> {
        if let Some(c) = self.held.take().or_else(|| self.lower.as_mut()?.next()) {
            return Some(c);
        }
        loop {
            let letter = match self.rest.next()? {
                '.' | ',' => continue,
                '-' | '_' | '\u{a0}' | ' ' => {
                    self.space = self.begun;
                    continue;
                }
                '\u{2019}' => '\'',
                c if c.is_ascii() => c.to_ascii_lowercase(),
                c => {
                    let mut lower = c.to_lowercase();
                    let first = lower.next()?;
                    self.lower = Some(lower);
                    first
                }
            };
            self.begun = true;
            if std::mem::take(&mut self.space) {
                self.held = Some(letter);
                return Some(' ');
            }
            return Some(letter);
        }
    }
}
