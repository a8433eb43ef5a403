//! What is known of the world, as it is printed: the fields of the JSON.

mod country;
mod group;
mod span_of_time;
mod who;

pub use country::{CountryDetail, CountryLine, country, country_line};
pub use group::{GroupDetail, GroupLine, group, group_line};
pub use span_of_time::{Time, may_hold, time, when};
pub use who::{Who, meanings, persons};

use demarche::knowledge::Party;
use serde::Serializer;

/// A party as its code or id.
fn code<S: Serializer>(party: &Party, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(party)
}
