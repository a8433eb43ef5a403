//! `demarche show`: an article with its statements, each role with the words that prove it.

use std::io::{BufWriter, Write as _, stdout};
use std::process::ExitCode;

use anyhow::Result;
use demarche::index::StatementIndex;
use demarche::knowledge::Knowledge;

use crate::args;
use crate::render::article_text;

pub fn run(args: &args::Show) -> Result<ExitCode> {
    let index = StatementIndex::open(&args.index.dir)?;
    let Some(entry) = index.article(&args.id)? else {
        eprintln!("no article or statement has the id {}", args.id);
        return Ok(ExitCode::from(1));
    };
    let mut out = BufWriter::new(stdout().lock());
    article_text::write(&mut out, &entry, Knowledge::built_in())?;
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}
