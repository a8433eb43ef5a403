//! Reading the rows of the tables compiled into the program.

use serde::de::DeserializeOwned;

/// The rows of one CSV table.
///
/// # Panics
/// When a row does not parse: the tables are part of the program, and a test reads every one.
pub(super) fn rows<T: DeserializeOwned>(table: &str, csv: &'static str) -> Vec<T> {
    csv::Reader::from_reader(csv.as_bytes())
        .deserialize()
        .map(|row| row.unwrap_or_else(|error| panic!("{table}: {error}")))
        .collect()
}
