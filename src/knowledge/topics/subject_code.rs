//! The topics that publishers' subject codes stand for.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::{TopicId, Topics};
use crate::knowledge::rows::rows;

/// Media Topics have numbers from here on, but for the seventeen at the top, which share those of the old codes.
const FIRST_TOPIC: u32 = 20_000_000;

/// What IPTC's numbers stand behind, in names and addresses.
const SCHEMES: [&str; 6] = ["", "medtop", "mediatopic", "subj", "subjectcode", "iptc"];

/// The topic of each of the eight-digit IPTC Subject Codes of before 2010, where IPTC names an exact match in
/// the Media Topics of 2025-10-09.
static SUBJECT_CODES: LazyLock<HashMap<u32, TopicId>> = LazyLock::new(|| {
    rows::<Row>("subject_codes.csv", include_str!("../data/subject_codes.csv"))
        .into_iter()
        .filter_map(|row| Some((row.code.parse().ok()?, row.topic.parse().ok()?)))
        .collect()
});

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    code: String,
    topic: String,
}

impl Topics {
    /// The topic that the code of a publisher stands for: of a Media Topic, in any way IPTC writes it
    /// (`medtop:20000638`, an address that ends in the number, the number alone), or of an old Subject Code
    /// (`subj:11002000`, `04011002`). A code without a match stands for the subject it is part of, by its digits.
    #[must_use]
    pub fn of_code(&self, code: &str) -> Option<TopicId> {
        let (scheme, digits) = code.trim().rsplit_once([':', '/']).unwrap_or(("", code.trim()));
        let number: u32 = digits.parse().ok().filter(|_| digits.len() == 8)?;
        let scheme = scheme.rsplit(['/', ':']).next().unwrap_or_default();
        if !SCHEMES.iter().any(|known| known.eq_ignore_ascii_case(scheme)) {
            return None;
        }
        if number >= FIRST_TOPIC {
            return self.get(digits.parse().ok()?).map(|topic| topic.id);
        }
        let wider = [number, number / 1_000 * 1_000, number / 1_000_000 * 1_000_000];
        wider.into_iter().find_map(|code| SUBJECT_CODES.get(&code).copied())
    }
}
