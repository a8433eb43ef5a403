//! Groups and their members, for reading.

use std::io::{self, Write};

use super::world::{GroupDetail, GroupLine};

pub fn list(out: &mut impl Write, groups: &[GroupLine<'_>]) -> io::Result<()> {
    for group in groups {
        writeln!(
            out,
            "{:<22} {:<13} {:>3} members  {}  {}",
            group.id, group.kind, group.members, group.name, group.time
        )?;
    }
    writeln!(out, "\n{} groups and organisations", groups.len())
}

pub fn write(out: &mut impl Write, group: &GroupDetail<'_>) -> io::Result<()> {
    writeln!(out, "{}  {}  {}  {}; {}", group.id, group.name, group.kind, group.time, group.source)?;
    for member in &group.members {
        let undated = if member.undated { "  membership undated" } else { "" };
        writeln!(
            out,
            "  {:<6} {:<34} {:<11} {}{undated}; {}",
            member.party.to_string(),
            member.name,
            member.status,
            member.time,
            member.source
        )?;
    }
    let when = group.on.map_or_else(String::new, |on| format!(" on {on}"));
    match group.members.len() {
        0 => writeln!(out, "no member recorded{when}"),
        count => writeln!(out, "{count} rows{when}"),
    }
}
