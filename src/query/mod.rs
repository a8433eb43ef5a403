//! What a user asks for: parsed from text, printed back, and told in plain English.
//!
#![doc = include_str!("queries.md")]

mod cursor;
mod date;
mod describe;
mod field;
mod item;
mod judged;
mod limits;
mod parse;
mod parse_error;
mod party;
mod print;
mod query_error;
mod reading;
mod resolve;
mod syntax;
mod share;
mod text;
mod told;
mod token;
mod undated;
mod value;
mod wording;
mod wording_told;
mod written;

pub use field::Field;
pub use query_error::QueryError;
pub use reading::Reading;
pub use syntax::Syntax;
pub use text::{Near, Order, Scope, Sense, Text, Within, Word, WordForm};
pub use undated::UndatedMembers;
pub use value::{Days, Flag, Share, Value};

use crate::knowledge::Knowledge;

/// A question to the index.
#[derive(Debug, Clone, PartialEq)]
pub enum Query {
    /// Every one of these holds.
    And(Vec<Query>),
    /// At least one of these holds.
    Or(Vec<Query>),
    /// This does not hold.
    Not(Box<Query>),
    /// A field has one of these values.
    Is(Field, Vec<Value>),
    /// A part of the document has this text.
    Text(Scope, Text),
}

impl Query {
    /// Reads `text` with the built-in tables, in the program's own syntax.
    ///
    /// # Errors
    /// The first thing that cannot be understood, with its place in `text`.
    pub fn parse(text: &str) -> Result<Self, QueryError> {
        Self::parse_with(text, &Reading::default())
    }

    /// Reads `text` as `reading` says.
    ///
    /// # Errors
    /// The first thing that cannot be understood, with its place in `text`.
    pub fn parse_with(text: &str, reading: &Reading) -> Result<Self, QueryError> {
        syntax::parse(text, reading)
    }

    /// What was understood, in plain English.
    #[must_use]
    pub fn describe(&self, knowledge: &Knowledge) -> String {
        describe::describe(self, "statements", knowledge)
    }

    /// The same, asked of headlines.
    #[must_use]
    pub fn describe_headlines(&self, knowledge: &Knowledge) -> String {
        describe::describe(self, "headlines", knowledge)
    }
}
