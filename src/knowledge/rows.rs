//! Reading the rows of the tables compiled into the program.

use serde::Deserialize;
use serde::de::value::{Error, StrDeserializer};
use serde::de::{DeserializeOwned, IntoDeserializer as _};

use super::{Bound, CountryCode};

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

/// One row of a table that a search looks names up in. Its fields are parts of the table itself: nothing
/// is copied, so that the rows of a large table are there in a fraction of a millisecond.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row<const N: usize> {
    table: &'static str,
    fields: [&'static str; N],
}

/// The rows of `csv` below its first, which names the `N` columns.
///
/// # Panics
/// When a row has more or fewer fields: a test reads every one.
pub(super) fn fields<const N: usize>(table: &'static str, csv: &'static str) -> impl Iterator<Item = Row<N>> {
    csv.lines().skip(1).map(move |line| {
        let fields = split(line).unwrap_or_else(|| panic!("{table}: not {N} fields: {line}"));
        Row { table, fields }
    })
}

impl<const N: usize> Row<N> {
    /// The field as it stands.
    pub(super) fn text(&self, column: usize) -> &'static str {
        self.fields[column]
    }

    /// The end of a period.
    ///
    /// # Panics
    /// When it is none: a test reads every row.
    pub(super) fn bound(&self, column: usize) -> Bound {
        let text = self.fields[column];
        Bound::parse(text).unwrap_or_else(|_| panic!("{}: not a date or 'undated': {text}", self.table))
    }

    /// A country's code.
    ///
    /// # Panics
    /// When it is none: a test reads every row.
    pub(super) fn code(&self, column: usize) -> CountryCode {
        let text = self.fields[column];
        text.parse().unwrap_or_else(|error| panic!("{}: {text}: {error}", self.table))
    }

    /// One of the words a column takes.
    ///
    /// # Panics
    /// When it is none: a test reads every row.
    pub(super) fn word<T: Deserialize<'static>>(&self, column: usize) -> T {
        let field: StrDeserializer<'static, Error> = self.fields[column].into_deserializer();
        T::deserialize(field).unwrap_or_else(|error| panic!("{}: {error}", self.table))
    }
}

/// The fields of a line; one with commas stands in quotation marks.
fn split<const N: usize>(line: &'static str) -> Option<[&'static str; N]> {
    let mut fields = [""; N];
    let mut rest = Some(line);
    for field in &mut fields {
        let from = rest?;
        (*field, rest) = match from.strip_prefix('"') {
            Some(quoted) => {
                let (inside, behind) = quoted.split_once('"')?;
                (inside, if behind.is_empty() { None } else { Some(behind.strip_prefix(',')?) })
            }
            None => match from.bytes().position(|byte| byte == b',') {
                Some(comma) => (&from[..comma], Some(&from[comma + 1..])),
                None => (from, None),
            },
        };
    }
    rest.is_none().then_some(fields)
}
