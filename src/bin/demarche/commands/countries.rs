//! `demarche countries`: countries and the names they go by.

use std::io::{BufWriter, Write as _, stdout};
use std::process::ExitCode;

use anyhow::{Result, anyhow};
use demarche::knowledge::{Country, Knowledge, Party};

use crate::args::WorldFormat;
use crate::args_world;
use crate::failure::{Mistake, unknown_name};
use crate::render::{country_text, json, world};

pub fn run(args: &args_world::Countries) -> Result<ExitCode> {
    let knowledge = Knowledge::built_in();
    let mut out = BufWriter::new(stdout().lock());
    if args.name.is_empty() {
        let countries: Vec<world::CountryLine> = knowledge.countries().all.iter().map(world::country_line).collect();
        match args.printing.format {
            WorldFormat::Text => country_text::list(&mut out, &countries)?,
            WorldFormat::Json => json(&mut out, &countries)?,
        }
    } else {
        let country = world::country(named(knowledge, &args.name.join(" "))?, knowledge);
        match args.printing.format {
            WorldFormat::Text => country_text::write(&mut out, &country)?,
            WorldFormat::Json => json(&mut out, &country)?,
        }
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// The one country called `name`; an organisation of the same name does not count.
fn named<'k>(knowledge: &'k Knowledge, name: &str) -> Result<&'k Country> {
    let codes: Vec<_> = knowledge
        .parties(name)
        .into_iter()
        .filter_map(|party| match party {
            Party::Country(code) => Some(code),
            Party::Organisation(_) => None,
        })
        .collect();
    if let [code] = codes.as_slice() {
        return knowledge.countries().get(*code).ok_or_else(|| anyhow!("no row for {code}"));
    }
    match knowledge.party(name) {
        Ok(group) => {
            let message = format!("'{name}' is a group, not a country");
            Err(Mistake { message, hint: format!("write demarche groups \"{group}\"") }.into())
        }
        Err(unknown) => Err(unknown_name(&unknown).into()),
    }
}
