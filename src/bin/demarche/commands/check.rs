//! `demarche check`: looks an index over.

use std::process::ExitCode;

use anyhow::Result;
use demarche::index::StatementIndex;

use crate::args_life;

pub fn run(args: &args_life::Check) -> Result<ExitCode> {
    let found = StatementIndex::open(&args.index.dir)?.check()?;
    for fault in &found.faults {
        println!("fault: {fault}");
    }
    println!(
        "{} files, {} articles, {} statements: {}",
        found.files,
        found.articles,
        found.statements,
        if found.faults.is_empty() { "sound".to_owned() } else { format!("{} faults", found.faults.len()) }
    );
    if found.faults.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    eprintln!("hint: make it again with `demarche rebuild --index {}`", args.index.dir.display());
    Ok(ExitCode::from(2))
}
