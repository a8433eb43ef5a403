//! One file for each command.

pub mod extract;
pub mod ingest;
pub mod search;
pub mod show;
pub mod stats;
