//! `demarche actors`: who speaks in the indexed articles, under which names and roles.

use std::io::{BufWriter, Write as _, stdout};
use std::process::ExitCode;

use anyhow::Result;
use demarche::index::Actor;

use crate::args::WorldFormat;
use crate::args_world;
use crate::render::{actors as print, json};

pub fn run(args: &args_world::Actors) -> Result<ExitCode> {
    let index = args.asked.open()?;
    let wanted = args.name.join(" ");
    let found: Vec<Actor> = index.actors()?.into_iter().filter(|actor| actor.is_called(&wanted)).collect();
    if found.is_empty() {
        let whom = if wanted.is_empty() { String::new() } else { format!(" called '{wanted}'") };
        eprintln!("no actor{whom} in the index");
        return Ok(ExitCode::from(1));
    }
    let shown = &found[..found.len().min(args.limit)];
    let mut out = BufWriter::new(stdout().lock());
    match args.printing.format {
        WorldFormat::Text => print::text(&mut out, shown, found.len())?,
        WorldFormat::Json => json(&mut out, &print::rows(shown))?,
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}
