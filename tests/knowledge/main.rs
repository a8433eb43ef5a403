//! The tables: every row parses, every rule has its sentences.

mod acts;
mod ambiguities;
mod cues;
mod persons;
mod rules;
mod tables;
mod topics;
