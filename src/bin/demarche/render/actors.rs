//! Actors, for reading and as JSON.

use std::io::{self, Write};

use demarche::index::{Actor, ActorRole};
use demarche::knowledge::CountryCode;
use jiff::civil::Date;
use serde::Serialize;

use super::plain;

#[derive(Debug, Serialize)]
pub struct ActorRow<'a> {
    pub name: &'a str,
    pub kind: &'static str,
    pub aliases: &'a [String],
    pub countries: &'a [CountryCode],
    pub statements: usize,
    pub articles: usize,
    pub roles: Vec<RoleRow<'a>>,
}

#[derive(Debug, Serialize)]
pub struct RoleRow<'a> {
    pub role: Option<&'a str>,
    pub country: Option<CountryCode>,
    /// First and last day of a statement in this role.
    pub first: Option<Date>,
    pub last: Option<Date>,
    pub statements: usize,
}

pub fn rows<'a>(actors: &'a [Actor]) -> Vec<ActorRow<'a>> {
    let row = |actor: &'a Actor| {
        let Actor { name, kind, aliases, roles, countries, statements, articles } = actor;
        let roles = roles.iter().map(role_row).collect();
        ActorRow { name, kind: kind.as_str(), aliases, countries, statements: *statements, articles: *articles, roles }
    };
    actors.iter().map(row).collect()
}

fn role_row(role: &ActorRole) -> RoleRow<'_> {
    RoleRow {
        role: role.role.as_deref(),
        country: role.country,
        first: role.seen.map(|(first, _)| first),
        last: role.seen.map(|(_, last)| last),
        statements: role.statements,
    }
}

pub fn text(out: &mut impl Write, actors: &[Actor], total: usize) -> io::Result<()> {
    for actor in actors {
        let codes: Vec<&str> = actor.countries.iter().map(CountryCode::as_str).collect();
        let also =
            if actor.aliases.is_empty() { String::new() } else { format!("  (also {})", actor.aliases.join(", ")) };
        let counts = format!("{} statements, {} articles", actor.statements, actor.articles);
        writeln!(
            out,
            "{}  {}  {}  {counts}{}",
            plain(&actor.name),
            actor.kind.as_str(),
            codes.join(" "),
            plain_also(&also)
        )?;
        for role in &actor.roles {
            let when = match role.seen {
                Some((first, last)) if first == last => first.to_string(),
                Some((first, last)) => format!("{first} to {last}"),
                None => "undated".to_owned(),
            };
            let country = role.country.map_or_else(|| "--".to_owned(), |country| country.to_string());
            let words = plain(role.role.as_deref().unwrap_or("no role given"));
            writeln!(out, "  {country}  {when}  {words}  ({})", role.statements)?;
        }
    }
    writeln!(out, "\n{total} actors, {} shown", actors.len())
}

fn plain_also(also: &str) -> String {
    if also.is_empty() { String::new() } else { format!("  {}", plain(also)) }
}
