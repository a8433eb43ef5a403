//! What a user asks for: parsed from text, printed back, and told in plain English.

mod cursor;
mod date;
mod describe;
mod field;
mod item;
mod judged;
mod parse;
mod party;
mod print;
mod query_error;
mod resolve;
mod share;
mod told;
mod token;
mod value;

pub use field::Field;
pub use query_error::QueryError;
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
    /// The text has this word.
    Word(String),
    /// The text has these words next to each other, in order.
    Phrase(Vec<String>),
}

impl Query {
    /// Reads `text`; names are looked up in `knowledge`.
    ///
    /// # Errors
    /// The first thing that cannot be understood, with its place in `text`.
    pub fn parse(text: &str, knowledge: &Knowledge) -> Result<Self, QueryError> {
        parse::parse(text, knowledge)
    }

    /// What was understood, in plain English.
    #[must_use]
    pub fn describe(&self, knowledge: &Knowledge) -> String {
        describe::describe(self, knowledge)
    }
}
