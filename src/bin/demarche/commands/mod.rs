//! One file for each command.

pub mod countries;
pub mod extract;
pub mod groups;
pub mod headlines;
pub mod ingest;
pub mod related;
pub mod search;
pub mod show;
pub mod stats;
pub mod who;
