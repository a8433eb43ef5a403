//! Moments as wire formats write them.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::fmt::rfc2822;
use jiff::fmt::temporal::DateTimeParser;

use crate::article::layout::leading_day;

/// A day, and the moment of it when the writing tells that too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Moment {
    /// The day where it was written, in its own time zone.
    pub(super) day: Date,
    /// The moment, when it has a time and an offset.
    pub(super) at: Option<Timestamp>,
}

impl Moment {
    /// Reads ISO 8601 with or without separators, the dates of mail and feeds, and written days.
    pub(super) fn read(written: &str) -> Option<Self> {
        let written = written.trim();
        if !written.contains(|c: char| c.is_ascii_digit()) || written.len() > 64 {
            return None;
        }
        Self::iso(written).or_else(|| Self::mail(written)).or_else(|| Self::day_only(written))
    }

    fn iso(written: &str) -> Option<Self> {
        static PARSER: DateTimeParser = DateTimeParser::new();
        let at = written.parse::<Timestamp>().ok();
        let local = written.trim_end_matches(['Z', 'z']);
        let clock: Option<DateTime> = PARSER.parse_datetime(local).ok();
        let day = clock.map(DateTime::date).or_else(|| PARSER.parse_date(local).ok())?;
        Some(Self { day, at })
    }

    fn mail(written: &str) -> Option<Self> {
        let zoned = rfc2822::parse(written).ok()?;
        Some(Self { day: zoned.date(), at: Some(zoned.timestamp()) })
    }

    fn day_only(written: &str) -> Option<Self> {
        let (day, _) = leading_day(written)?;
        Some(Self { day: day.near(None)?, at: None })
    }
}

#[cfg(test)]
mod tests {
    use super::Moment;

    fn check(written: &str, day: &str, at: Option<&str>) {
        let moment = Moment::read(written).unwrap_or_else(|| panic!("{written} is not read"));
        assert_eq!(
            (moment.day.to_string(), moment.at.map(|at| at.to_string())),
            (day.to_owned(), at.map(str::to_owned)),
            "{written}"
        );
    }

    #[test]
    fn moments_are_read_as_formats_write_them() {
        check("2014-07-17T00:24:11.000Z", "2014-07-17", Some("2014-07-17T00:24:11Z"));
        check("20140829T135006Z", "2014-08-29", Some("2014-08-29T13:50:06Z"));
        check("20140829T134951+0000", "2014-08-29", Some("2014-08-29T13:49:51Z"));
        check("20151014T003001+0100", "2015-10-14", Some("2015-10-13T23:30:01Z"));
        check("2018-01-30T17:32:18.397", "2018-01-30", None);
        check("20151014", "2015-10-14", None);
        check("2015-10-14", "2015-10-14", None);
        check("Thu, 16 Dec 2010 11:39:41 +0000", "2010-12-16", Some("2010-12-16T11:39:41Z"));
        check("December 31, 2017 ", "2017-12-31", None);
        assert_eq!(Moment::read("noon"), None);
        assert_eq!(Moment::read(""), None);
    }
}
