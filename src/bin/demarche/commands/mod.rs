//! One file for each command.

pub mod actors;
pub mod countries;
pub mod extract;
pub mod groups;
pub mod ingest;
pub mod search;
pub mod show;
pub mod stats;
pub mod who;
