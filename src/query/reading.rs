//! How the text of a query is to be read.

use jiff::civil::Date;

use crate::knowledge::Knowledge;

/// What a query is read with.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'k> {
    /// The tables names are looked up in.
    pub knowledge: &'k Knowledge,
    /// The day `date:7d` counts back from; without one it is an error.
    pub today: Option<Date>,
}

impl Default for Reading<'_> {
    /// The built-in tables, and no day as today.
    fn default() -> Self {
        Self { knowledge: Knowledge::built_in(), today: None }
    }
}
