//! Countries and their names, for reading.

use std::io::{self, Write};

use demarche::knowledge::CountryCode;

use super::world::{CountryDetail, CountryLine};

pub fn list(out: &mut impl Write, countries: &[CountryLine<'_>]) -> io::Result<()> {
    for country in countries {
        line(out, country)?;
    }
    writeln!(out, "\n{} countries", countries.len())
}

pub fn write(out: &mut impl Write, country: &CountryDetail<'_>) -> io::Result<()> {
    line(out, &country.line)?;
    writeln!(out, "  official   {}; {}", country.official, country.source)?;
    if !country.successors.is_empty() {
        let codes: Vec<&str> = country.successors.iter().map(CountryCode::as_str).collect();
        writeln!(out, "  successors {}", codes.join(" "))?;
    }
    for name in &country.names {
        let when = name.time.to_string();
        let when = if when.is_empty() { when } else { format!(" {when}") };
        writeln!(out, "  {:<10} {}{when}; {}", name.kind, name.name, name.source)?;
    }
    Ok(())
}

fn line(out: &mut impl Write, country: &CountryLine<'_>) -> io::Result<()> {
    writeln!(out, "{}  {}  {:<34} {:<9} {}", country.code, country.alpha3, country.name, country.kind, country.time)
}
