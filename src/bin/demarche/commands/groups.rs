//! `demarche groups`: groups and organisations, and their members at a date.

use std::io::{BufWriter, Write as _, stdout};
use std::process::ExitCode;

use anyhow::{Result, anyhow};
use demarche::knowledge::{Knowledge, Organisation, Party};

use crate::args::WorldFormat;
use crate::args_world;
use crate::failure::{Mistake, unknown_name};
use crate::render::{group_text, json, world};

pub fn run(args: &args_world::Groups) -> Result<ExitCode> {
    let knowledge = Knowledge::built_in();
    let mut out = BufWriter::new(stdout().lock());
    if args.name.is_empty() {
        let groups: Vec<world::GroupLine> = knowledge
            .organisations()
            .all
            .iter()
            .filter(|row| args.on.is_none_or(|on| world::may_hold(row.period, on)))
            .map(|row| world::group_line(row, knowledge, args.on))
            .collect();
        match args.printing.format {
            WorldFormat::Text => group_text::list(&mut out, &groups)?,
            WorldFormat::Json => json(&mut out, &groups)?,
        }
        out.flush()?;
        return Ok(if groups.is_empty() { ExitCode::from(1) } else { ExitCode::SUCCESS });
    }
    let group = world::group(named(knowledge, &args.name.join(" "))?, knowledge, args.on);
    match args.printing.format {
        WorldFormat::Text => group_text::write(&mut out, &group)?,
        WorldFormat::Json => json(&mut out, &group)?,
    }
    out.flush()?;
    Ok(if group.members.is_empty() { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

/// The one organisation called `name`. Its id comes first: some ids are also countries' codes.
fn named<'k>(knowledge: &'k Knowledge, name: &str) -> Result<&'k Organisation> {
    let organisations = knowledge.organisations();
    if let Some(found) = organisations.all.iter().find(|row| row.id.as_str().eq_ignore_ascii_case(name)) {
        return Ok(found);
    }
    let ids: Vec<_> = knowledge
        .parties(name)
        .into_iter()
        .filter_map(|party| match party {
            Party::Organisation(id) => Some(id),
            Party::Country(_) => None,
        })
        .collect();
    if let [id] = ids.as_slice() {
        return organisations.get(id).ok_or_else(|| anyhow!("no row for {id}"));
    }
    match knowledge.party(name) {
        Ok(country) => {
            let message = format!("'{name}' is a country, not a group");
            Err(Mistake { message, hint: format!("write demarche countries {country}") }.into())
        }
        Err(unknown) => Err(unknown_name(&unknown).into()),
    }
}
