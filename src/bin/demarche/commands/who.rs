//! `demarche who`: what a name means, and why.

use std::io::{BufWriter, Write as _, stdout};
use std::process::ExitCode;

use anyhow::Result;
use demarche::knowledge::{Knowledge, OfficeGap, UnknownName};

use crate::args::WorldFormat;
use crate::args_world;
use crate::failure::Mistake;
use crate::render::{json, who_text, world};

pub fn run(args: &args_world::Who) -> Result<ExitCode> {
    let knowledge = Knowledge::built_in();
    let name = args.name.join(" ");
    let days = (args.on, args.on);
    let meanings = world::meanings(knowledge, &name, args.on);
    let persons = world::persons(knowledge, &name, days);
    if meanings.is_empty() && persons.is_empty() {
        return nothing(knowledge, &name, args);
    }
    let found = world::Who { name, on: args.on, meanings, persons };
    let mut out = BufWriter::new(stdout().lock());
    match args.printing.format {
        WorldFormat::Text => who_text::write(&mut out, &found)?,
        WorldFormat::Json => json(&mut out, &found)?,
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// A name that means nothing on the day asked for is no mistake; one that never means anything is.
fn nothing(knowledge: &Knowledge, name: &str, args: &args_world::Who) -> Result<ExitCode> {
    let gaps = knowledge.gaps_of(name, (args.on, args.on));
    if !gaps.is_empty() {
        let told = |gap: &&OfficeGap| format!("{}{} ({})", gap.why.as_str(), world::when(gap.period), gap.source);
        let reasons: Vec<String> = gaps.iter().map(told).collect();
        eprintln!("nobody in the tables was {name}: {}", reasons.join("; "));
        return Ok(ExitCode::from(1));
    }
    let ever =
        !world::meanings(knowledge, name, None).is_empty() || !world::persons(knowledge, name, (None, None)).is_empty();
    if let (true, Some(on)) = (ever, args.on) {
        eprintln!("'{name}' means nothing on {on}; without --on it does");
        return Ok(ExitCode::from(1));
    }
    let similar = match knowledge.party(name) {
        Err(UnknownName::Unknown { similar, .. }) if !similar.is_empty() => {
            format!("did you mean {}?", similar.join(" or "))
        }
        _ => "write a country, a group, a person or an office with its country".to_owned(),
    };
    let message = format!("nothing in the tables is called '{name}'");
    Err(Mistake { message, hint: similar }.into())
}
