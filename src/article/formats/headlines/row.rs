//! One headline of a file of headlines.

use jiff::civil::Date;

use super::day::day;
use crate::article::formats::{FaultKind, Place};

/// A headline without its article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadlineRow {
    /// The headline.
    pub text: String,
    /// The day it was published, in its own time zone; none when the row gives no time.
    pub date: Option<Date>,
    /// The address of its article.
    pub url: Option<String>,
    /// BLAKE3 of time, headline and address, the first 12 hexadecimal digits.
    pub digest: String,
    /// Where the row starts.
    pub place: Place,
}

impl HeadlineRow {
    /// The headline of a row with these fields.
    ///
    /// # Errors
    /// When there is no headline, or the time is there and cannot be understood.
    pub(super) fn new(time: &str, text: &str, url: &str) -> Result<Self, FaultKind> {
        if text.is_empty() {
            return Err(FaultKind::Row("the row has no headline".to_owned()));
        }
        let date = match day(time) {
            None if !time.is_empty() => {
                let shown: String = time.chars().take(40).collect();
                return Err(FaultKind::Row(format!("the time {shown:?} is not understood; write it as 2014-03-18")));
            }
            date => date,
        };
        let mut hasher = blake3::Hasher::new();
        for part in [time, "\t", text, "\t", url] {
            hasher.update(part.as_bytes());
        }
        let mut digest = hasher.finalize().to_hex().to_string();
        digest.truncate(12);
        let url = (!url.is_empty()).then(|| url.to_owned());
        Ok(Self { text: text.to_owned(), date, url, digest, place: Place::START })
    }
}
