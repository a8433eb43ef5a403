//! Writes a day in binary records as a number, which is shorter than its letters and quicker to read.

use jiff::civil::Date;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

const FIRST: Date = Date::constant(1970, 1, 1);

/// Writes `day`: in text formats as itself, in binary formats as days since 1970-01-01.
#[expect(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
pub(crate) fn serialize<S: Serializer>(day: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
    if serializer.is_human_readable() {
        return day.serialize(serializer);
    }
    day.map(|day| (day - FIRST).get_days()).serialize(serializer)
}

/// Reads what [`serialize`] wrote.
pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    if deserializer.is_human_readable() {
        return Option::deserialize(deserializer);
    }
    let Some(days) = Option::<i32>::deserialize(deserializer)? else { return Ok(None) };
    let days = jiff::Span::new().try_days(days).and_then(|days| FIRST.checked_add(days));
    days.map(Some).map_err(|_| D::Error::custom("a day out of range"))
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};
    use serde::{Deserialize, Serialize};

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Dated(#[serde(with = "super")] Option<Date>);

    #[test]
    fn every_day_comes_back() {
        for day in [None, Some(date(1970, 1, 1)), Some(date(1963, 1, 22)), Some(Date::MIN), Some(Date::MAX)] {
            let dated = Dated(day);
            let bytes = postcard::to_stdvec(&dated).expect("bytes");
            assert!(bytes.len() <= 5, "{day:?}: {bytes:?}");
            assert_eq!(postcard::from_bytes::<Dated>(&bytes).expect("a day"), dated);
            let json = serde_json::to_string(&dated).expect("JSON");
            assert_eq!(serde_json::from_str::<Dated>(&json).expect("a day"), dated);
        }
        assert!(postcard::from_bytes::<Dated>(&postcard::to_stdvec(&Some(i32::MAX)).expect("bytes")).is_err());
    }
}
