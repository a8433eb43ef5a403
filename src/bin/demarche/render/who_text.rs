//! What a name means, for reading.

use std::io::{self, Write};

use super::world::Who;

pub fn write(out: &mut impl Write, who: &Who<'_>) -> io::Result<()> {
    for meaning in &who.meanings {
        let when = spaced(&meaning.time.to_string());
        let party = meaning.party.to_string();
        writeln!(out, "{party:<8} {} ({}{when}; {})", meaning.party_name, meaning.because, meaning.source)?;
    }
    for person in &who.persons {
        let also = if person.also.is_empty() { String::new() } else { format!(" (also {})", person.also.join(", ")) };
        writeln!(out, "{}{also}", person.name)?;
        for office in &person.offices {
            let when = spaced(&office.time.to_string());
            let sure = if office.undated { ", undated" } else { "" };
            let title = office.title.replace('-', " ");
            writeln!(out, "  {title}, {} ({}){when}{sure}; {}", office.polity_name, office.polity, office.source)?;
        }
    }
    Ok(())
}

fn spaced(time: &str) -> String {
    if time.is_empty() { String::new() } else { format!(", {time}") }
}
