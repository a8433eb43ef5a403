//! The `demarche` program: search what governments said, and who signed it.

mod args;
mod args_life;
mod args_bench;
mod args_related;
mod args_search;
mod args_world;
mod bench;
mod commands;
mod failure;
mod render;

use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};

/// An eighth of an ingest was spent in the system's allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let args = Args::parse();
    let done = match args.command {
        Command::Ingest(args) => commands::ingest::run(&args),
        Command::Search(args) => commands::search::run(&args),
        Command::Headlines(args) => commands::headlines::run(&args),
        Command::Related(args) => commands::related::run(&args),
        Command::Show(args) => commands::show::run(&args),
        Command::Open(args) => commands::open::run(&args),
        Command::Extract(args) => commands::extract::run(&args),
        Command::Bench(args) => bench::run(&args),
        Command::Stats(args) => commands::stats::run(&args),
        Command::Versions(args) => commands::versions::run(&args),
        Command::Check(args) => commands::check::run(&args),
        Command::Rebuild(args) => commands::rebuild::run(&args),
        Command::Who(args) => commands::who::run(&args),
        Command::Groups(args) => commands::groups::run(&args),
        Command::Actors(args) => commands::actors::run(&args),
        Command::Countries(args) => commands::countries::run(&args),
    };
    match done {
        Ok(code) => code,
        Err(error) => failure::report(&error),
    }
}
