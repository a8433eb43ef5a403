//! Extraction: statements and their roles, scored and held to floors.

mod acts;
mod attribution;
mod confidence;
mod constructions;
mod corpus;
mod corpus_truth;
mod country_focus;
mod cut_text;
mod formats;
mod linear_time;
mod properties;
mod score;
mod seed;
mod signatories;
mod topics;
mod ways;
