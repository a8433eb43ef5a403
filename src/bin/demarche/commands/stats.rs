//! `demarche stats`: counts what the index holds.

use std::process::ExitCode;

use anyhow::Result;
use demarche::index::{StatementIndex, Stats};

use crate::args;

pub fn run(args: &args::Stats) -> Result<ExitCode> {
    let Stats { articles, statements, joint, headlines, segments, bytes } =
        StatementIndex::open(&args.index.dir)?.stats()?;
    println!("articles    {articles:>10}");
    println!("statements  {statements:>10}");
    println!("  joint     {joint:>10}");
    println!("headlines   {headlines:>10}");
    println!("segments    {segments:>10}");
    println!("bytes       {bytes:>10}");
    Ok(ExitCode::SUCCESS)
}
