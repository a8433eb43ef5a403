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
    line_starts(csv).map(move |start| Row::at(table, csv, start))
}

/// Where the rows of `csv` below its first begin, in bytes.
pub(super) fn line_starts(csv: &'static str) -> impl Iterator<Item = usize> {
    memchr::memchr_iter(b'\n', csv.as_bytes()).map(|end| end + 1).filter(|start| *start < csv.len())
}

/// Where the rows begin whose second field is a name that `is_wanted`, which is asked of those alone that
/// begin with `letter`, in any case, or with no plain letter or digit.
pub(super) fn named(
    csv: &'static str,
    letter: Option<u8>,
    is_wanted: impl Fn(&str) -> bool,
) -> impl Iterator<Item = usize> {
    line_starts(csv).filter(move |start| {
        let row = &csv[*start..];
        let name = memchr::memchr(b',', row.as_bytes()).map_or("", |comma| &row[comma + 1..]);
        let first = name.bytes().next().filter(u8::is_ascii_alphanumeric);
        let may_be = first.is_none_or(|first| letter.is_some_and(|letter| letter.eq_ignore_ascii_case(&first)));
        may_be && cut(name).is_some_and(|(name, _)| is_wanted(name))
    })
}

fn line_at(csv: &'static str, start: usize) -> &'static str {
    let rest = &csv[start..];
    let line = &rest[..memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len())];
    line.strip_suffix('\r').unwrap_or(line)
}

impl<const N: usize> Row<N> {
    /// The row of `csv` that begins at `start`.
    ///
    /// # Panics
    /// When it has more or fewer fields than `N`: a test reads every row.
    pub(super) fn at(table: &'static str, csv: &'static str, start: usize) -> Self {
        let line = line_at(csv, start);
        let fields = split(line).unwrap_or_else(|| panic!("{table}: not {N} fields: {line}"));
        Self { table, fields }
    }

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

fn split<const N: usize>(line: &'static str) -> Option<[&'static str; N]> {
    let mut fields = [""; N];
    let mut rest = Some(line);
    for field in &mut fields {
        (*field, rest) = cut(rest?)?;
    }
    rest.is_none().then_some(fields)
}

/// The first field of `line`, and what stands behind its comma; a field with commas is in quotation marks.
fn cut(line: &'static str) -> Option<(&'static str, Option<&'static str>)> {
    if let Some(quoted) = line.strip_prefix('"') {
        let (inside, behind) = quoted.split_once('"')?;
        return Some((inside, if behind.is_empty() { None } else { Some(behind.strip_prefix(',')?) }));
    }
    Some(match memchr::memchr(b',', line.as_bytes()) {
        Some(comma) => (&line[..comma], Some(&line[comma + 1..])),
        None => (line, None),
    })
}
