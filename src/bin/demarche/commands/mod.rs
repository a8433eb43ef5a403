//! One file for each command.

pub mod actors;
pub mod check;
pub mod countries;
pub mod extract;
pub mod groups;
pub mod headlines;
pub mod headline_search;
pub mod ingest;
pub mod open;
pub mod rebuild;
pub mod related;
pub mod search;
pub mod show;
pub mod stats;
pub mod versions;
pub mod who;
