//! The rows of office-holders, each read when it is asked for: a search wants few of some thousands.

use std::sync::OnceLock;

use aho_corasick::AhoCorasick;

use super::rows::{Row, line_starts};
use super::{OfficeHolder, Party, Period};

/// The tables, by region.
const TABLES: [(&str, &str); 8] = [
    ("g7.csv", include_str!("data/office_holders/g7.csv")),
    ("g20_rest.csv", include_str!("data/office_holders/g20_rest.csv")),
    ("organisations.csv", include_str!("data/office_holders/organisations.csv")),
    ("europe.csv", include_str!("data/office_holders/europe.csv")),
    ("middle_east.csv", include_str!("data/office_holders/middle_east.csv")),
    ("asia_pacific.csv", include_str!("data/office_holders/asia_pacific.csv")),
    ("americas.csv", include_str!("data/office_holders/americas.csv")),
    ("africa.csv", include_str!("data/office_holders/africa.csv")),
];

/// Every row of the tables, in their order.
#[derive(Debug)]
pub(super) struct HolderTable {
    rows: Vec<Place>,
    read: Vec<OnceLock<Box<OfficeHolder>>>,
}

/// Where a row begins: the number of its table, and the byte.
type Place = (usize, usize);

impl HolderTable {
    /// Finds the rows, and reads none.
    pub(super) fn load() -> Self {
        let of_table = |(table, (_, csv)): (usize, &(_, &'static str))| line_starts(csv).map(move |at| (table, at));
        let rows: Vec<Place> = TABLES.iter().enumerate().flat_map(of_table).collect();
        let read = rows.iter().map(|_| OnceLock::new()).collect();
        Self { rows, read }
    }

    /// Row `number`; none behind the last.
    pub(super) fn get(&self, number: usize) -> Option<&OfficeHolder> {
        let &(table, start) = self.rows.get(number)?;
        let read = || {
            let (name, csv) = TABLES[table];
            Box::new(holder(&Row::at(name, csv, start)))
        };
        Some(self.read.get(number)?.get_or_init(read))
    }

    /// How many rows there are.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// The rows that begin with `fields` and the comma behind them, in order.
    pub(super) fn beginning_with(&self, fields: &str) -> impl Iterator<Item = usize> {
        let begins = move |(table, start): Place| {
            let rest = TABLES[table].1[start..].strip_prefix(fields);
            rest.is_some_and(|rest| rest.starts_with(','))
        };
        self.rows.iter().enumerate().filter(move |(_, place)| begins(**place)).map(|(number, _)| number)
    }

    /// The rows in whose names one of `words` stands, in any case, in order; all, when they cannot be searched
    /// for.
    pub(super) fn with(&self, words: &[String]) -> Vec<usize> {
        let Ok(search) = AhoCorasick::builder().ascii_case_insensitive(true).build(words) else {
            return (0..self.len()).collect();
        };
        let found = |(table, (_, csv)): (usize, &(_, &'static str))| -> Vec<Place> {
            search.find_iter(*csv).map(|found| (table, found.start())).collect()
        };
        let places = TABLES.iter().enumerate().flat_map(found);
        let row_of = |place| {
            let number = self.rows.partition_point(|row| *row <= place).checked_sub(1)?;
            // What stands above the first row of a table is in none.
            let row = self.rows[number];
            (row.0 == place.0 && names_hold(row, place)).then_some(number)
        };
        let mut rows: Vec<usize> = places.filter_map(row_of).collect();
        rows.dedup();
        rows
    }
}

/// Whether the third field of the row that begins at `row`, its names, holds the byte at `place`: offices and
/// sources have words too.
fn names_hold((table, start): Place, (_, at): Place) -> bool {
    let behind = &TABLES[table].1[start..];
    let mut commas = memchr::memchr_iter(b',', behind.as_bytes()).skip(1);
    let (from, to) = (commas.next(), commas.next());
    from.is_some_and(|from| from < at - start) && to.is_some_and(|to| at - start < to)
}

fn holder(row: &Row<6>) -> OfficeHolder {
    OfficeHolder {
        party: Party::of_row(row.text(0)),
        polity: row.text(0).trim_start_matches("org:"),
        office: row.text(1),
        names: row.text(2).split('|').map(str::trim).collect(),
        period: Period { from: row.bound(3), until: row.bound(4) },
        source: row.text(5),
    }
}
