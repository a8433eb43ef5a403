//! The tables: every row parses, every rule has its sentences.

mod acts;
mod ambiguities;
mod cues;
mod groups;
mod names;
mod office_gaps;
mod persons;
mod rules;
mod tables;
mod topics;
