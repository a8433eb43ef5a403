//! The registry of actors: every speaker of the index, gathered from one column of its statements.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use tantivy::SegmentReader;

use super::actor_key::ActorKey;
use super::analyzers::name_key;
use super::document::day_of;
use super::hidden::Hidden;
use super::schema::{ACTOR, DATE, ORDER};
use super::{Actor, ActorKind, ActorRole, IndexError, StatementIndex};
use crate::knowledge::CountryCode;

/// What the statements of one key add up to.
#[derive(Debug, Default)]
struct Seen {
    statements: usize,
    articles: BTreeSet<u64>,
    days: Option<(i64, i64)>,
}

impl Seen {
    fn add(&mut self, day: Option<i64>, article: u64) {
        self.statements += 1;
        self.articles.insert(article);
        if let Some(day) = day {
            self.days = Some(self.days.map_or((day, day), |(first, last)| (first.min(day), last.max(day))));
        }
    }

    fn join(&mut self, other: Self) {
        self.statements += other.statements;
        self.articles.extend(other.articles);
        for day in other.days.into_iter().flat_map(|(first, last)| [first, last]) {
            self.days = Some(self.days.map_or((day, day), |(first, last)| (first.min(day), last.max(day))));
        }
    }
}

type Keyed = (ActorKey, Seen);

impl StatementIndex {
    /// Every actor of the index: those with most statements first, then by name.
    ///
    /// People merge by full name and country; a bare surname with a country joins the one full name of that
    /// country that ends or begins with it, and stays by itself when there are several.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn actors(&self) -> Result<Vec<Actor>, IndexError> {
        let mut seen: BTreeMap<String, Seen> = BTreeMap::new();
        let searcher = self.searcher();
        let columns = self.columns(&searcher);
        for (segment, columns) in searcher.segment_readers().iter().zip(columns.segments()) {
            let hidden = Hidden::of(columns, self.moment).map_err(|error| self.reading(&error))?;
            gather(segment, &hidden, &mut seen).map_err(|error| self.reading(&error))?;
        }
        let keyed: Vec<Keyed> =
            seen.into_iter().filter_map(|(value, seen)| Some((ActorKey::read(&value)?, seen))).collect();
        let mut actors: Vec<Actor> = groups(keyed).into_values().map(actor).collect();
        actors.sort_by(|a, b| b.statements.cmp(&a.statements).then_with(|| a.name.cmp(&b.name)));
        Ok(actors)
    }
}

/// Adds the actors of the statements of `segment` that are not deleted or hidden.
fn gather(segment: &SegmentReader, hidden: &Hidden<'_>, seen: &mut BTreeMap<String, Seen>) -> tantivy::Result<()> {
    let Some(actors) = segment.fast_fields().str(ACTOR)? else { return Ok(()) };
    let dates = segment.fast_fields().i64(DATE)?;
    let orders = segment.fast_fields().u64(ORDER)?;
    let mut of_segment: BTreeMap<u64, Seen> = BTreeMap::new();
    for doc in segment.doc_ids_alive().filter(|doc| !hidden.has(*doc)) {
        for number in actors.term_ords(doc) {
            of_segment.entry(number).or_default().add(dates.first(doc), orders.first(doc).unwrap_or_default());
        }
    }
    for (number, found) in of_segment {
        let mut value = String::new();
        if actors.ord_to_str(number, &mut value)? {
            seen.entry(value).or_default().join(found);
        }
    }
    Ok(())
}

/// An actor's name in its simple form, and the country; the kind keeps offices apart from people.
type GroupKey = (ActorKind, String, Option<CountryCode>);

fn groups(keyed: Vec<Keyed>) -> BTreeMap<GroupKey, Vec<Keyed>> {
    let mut countries: BTreeMap<String, BTreeSet<CountryCode>> = BTreeMap::new();
    let mut full: BTreeMap<(String, Option<CountryCode>), BTreeSet<String>> = BTreeMap::new();
    for (key, _) in keyed.iter().filter(|(key, _)| key.kind == ActorKind::Person) {
        countries.entry(name_key(&key.name)).or_default().extend(key.country);
    }
    // One country stands for those mentions of a full name that give none; a bare surname is anybody's.
    let country_of = |name: &str, own: Option<CountryCode>| {
        let known = countries.get(name).filter(|known| known.len() == 1 && name.contains(' '));
        own.or_else(|| known.and_then(|known| known.first().copied()))
    };
    for (key, _) in keyed.iter().filter(|(key, _)| key.kind == ActorKind::Person && key.name.contains(' ')) {
        let name = name_key(&key.name);
        let country = country_of(&name, key.country);
        for end in [name.rsplit(' ').next(), name.split(' ').next()].into_iter().flatten() {
            full.entry((end.to_owned(), country)).or_default().insert(name.clone());
        }
    }
    let mut out: BTreeMap<GroupKey, Vec<Keyed>> = BTreeMap::new();
    for (key, seen) in keyed {
        let name = name_key(&key.name);
        let country = match key.kind {
            ActorKind::Person => country_of(&name, key.country),
            ActorKind::Office => key.country,
        };
        let bearers = full.get(&(name.clone(), country)).filter(|bearers| bearers.len() == 1);
        let joined = bearers.filter(|_| key.kind == ActorKind::Person && country.is_some());
        let name = joined.and_then(|bearers| bearers.first().cloned()).unwrap_or(name);
        out.entry((key.kind, name, country)).or_default().push((key, seen));
    }
    out
}

fn actor(group: Vec<Keyed>) -> Actor {
    let kind = group[0].0.kind;
    let mut names: BTreeMap<String, usize> = BTreeMap::new();
    let mut roles: BTreeMap<(Option<String>, Option<CountryCode>), Seen> = BTreeMap::new();
    for (key, seen) in group {
        *names.entry(key.name).or_default() += seen.statements;
        roles.entry((key.role, key.country)).or_default().join(seen);
    }
    // A full name before a short one, then the one used most.
    let best = names.iter().max_by_key(|(name, count)| (name.contains(' '), **count, std::cmp::Reverse(*name)));
    let name = best.map(|(name, _)| name.clone()).unwrap_or_default();
    let articles: BTreeSet<u64> = roles.values().flat_map(|seen| seen.articles.iter().copied()).collect();
    let countries: BTreeSet<CountryCode> = roles.keys().filter_map(|(_, country)| *country).collect();
    let statements = roles.values().map(|seen| seen.statements).sum();
    let mut roles: Vec<ActorRole> =
        roles.into_iter().map(|((role, country), seen)| role_of(role, country, &seen)).collect();
    roles.sort_by_key(|role| (role.seen.is_none(), role.seen));
    let aliases = names.into_keys().filter(|other| *other != name).collect();
    let countries = countries.into_iter().collect();
    Actor { name, kind, aliases, roles, countries, statements, articles: articles.len() }
}

fn role_of(role: Option<String>, country: Option<CountryCode>, seen: &Seen) -> ActorRole {
    let day = |(first, last)| -> Option<(Date, Date)> { Some((day_of(first)?, day_of(last)?)) };
    ActorRole { role, country, seen: seen.days.and_then(day), statements: seen.statements }
}
