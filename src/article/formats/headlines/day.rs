//! The day in a time as tables write it.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// The day of `time`: ISO 8601 (`2014-03-18`, `2014-03-18T09:30:00+01:00`, `20140318`), or seconds or
/// milliseconds since 1970.
pub(super) fn day(time: &str) -> Option<Date> {
    let time = time.trim();
    if time.len() >= 9 && time.bytes().all(|byte| byte.is_ascii_digit()) {
        return since_1970(time);
    }
    let (date, rest) = time.split_at_checked(10).unwrap_or((time, ""));
    // What follows the day is its clock time, whatever its form.
    if !rest.is_empty() && !rest.starts_with(['T', ' ']) {
        return None;
    }
    match date.len() {
        8 | 10 => iso(date),
        _ => None,
    }
}

fn since_1970(time: &str) -> Option<Date> {
    let number: i64 = time.parse().ok()?;
    let at = if time.len() > 11 { Timestamp::from_millisecond(number) } else { Timestamp::from_second(number) };
    Some(TimeZone::UTC.to_datetime(at.ok()?).date())
}

fn iso(date: &str) -> Option<Date> {
    let number = |from: usize, to: usize| -> Option<i16> {
        let digits = date.get(from..to).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
        digits.parse().ok()
    };
    let (month, day) = match date.as_bytes() {
        [_, _, _, _, b'-', _, _, b'-', _, _] => (number(5, 7)?, number(8, 10)?),
        [_, _, _, _, _, _, _, _] => (number(4, 6)?, number(6, 8)?),
        _ => return None,
    };
    Date::new(number(0, 4)?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::day;

    fn check(time: &str, expected: Option<&str>) {
        assert_eq!(day(time).map(|day| day.to_string()).as_deref(), expected, "{time}");
    }

    #[test]
    fn days_are_read_as_tables_write_them() {
        check("2014-03-18", Some("2014-03-18"));
        check("2014-03-18T23:30:00+05:00", Some("2014-03-18"));
        check("2014-03-18 23:30", Some("2014-03-18"));
        check("20140318", Some("2014-03-18"));
        check("1395136200", Some("2014-03-18"));
        check("1395136200000", Some("2014-03-18"));
        check("2014-13-18", None);
        check("2014-03-18th", None);
        check("yesterday", None);
        check("", None);
    }
}
