//! From 1985 on, each office the news knows has a holder on every day, or a row that says why not.

use demarche::knowledge::{Bound, CountryKind, Holds, Knowledge, Party, Period};
use jiff::ToSpan as _;
use jiff::civil::{Date, date};

const COUNTRIES: [&str; 48] = [
    "AR", "AU", "BR", "CA", "CN", "FR", "DE", "IN", "ID", "IT", "JP", "MX", "SU", "RU", "SA", "ZA", "KR", "TR", "GB",
    "US", "UA", "IR", "IL", "KP", "SY", "PS", "IQ", "EG", "PL", "EE", "LV", "LT", "DK", "FI", "IS", "NO", "SE", "ES",
    "NL", "BE", "NZ", "SG", "MY", "PH", "VN", "PK", "VE", "CU",
];

const OFFICES: [&str; 5] =
    ["head-of-state", "head-of-government", "foreign-minister", "defence-minister", "finance-minister"];

const CHIEFS: [(&str, &str); 10] = [
    ("org:UN", "secretary-general"),
    ("NATO", "secretary-general"),
    ("org:EU", "commission-president"),
    ("org:EU", "council-president"),
    ("org:EU", "foreign-policy-chief"),
    ("IMF", "managing-director"),
    ("World Bank", "president"),
    ("IAEA", "director-general"),
    ("WHO", "director-general"),
    ("OPEC", "secretary-general"),
];

const FIRST: Date = date(1985, 1, 1);
const LAST: Date = date(2025, 12, 31);

/// Days between one minister and the next that need no reason.
const BETWEEN: i32 = 16;

/// The days from the first to the last that `period` may hold, both included.
fn stretch(period: Period) -> (Date, Date) {
    let from = match period.from {
        Bound::Dated(first, _) => first,
        Bound::Open | Bound::Undated => FIRST,
    };
    let until = match period.until {
        Bound::Dated(_, last) => last,
        Bound::Undated => from,
        Bound::Open => LAST.saturating_add(1.day()),
    };
    (from, until)
}

/// Stretches of days on which nobody is known to be `office` of `polity`, and no row says why.
fn holes(polity: &str, office: &str) -> Vec<String> {
    let knowledge = Knowledge::built_in();
    let party = Party::of_row(polity);
    let offices = knowledge.offices();
    let held = offices.holders().filter(|row| row.party == party && row.office == office).map(|row| row.period);
    let gaps = offices.gaps().iter().filter(|row| row.party == party && row.office == office).map(|row| row.period);
    let mut stretches: Vec<(Date, Date)> = held.chain(gaps).map(stretch).collect();
    // A former state has nobody once it has ended.
    let countries = knowledge.countries().all.iter();
    let ended = countries.filter(|row| row.kind == CountryKind::Historic && Party::Country(row.code) == party);
    stretches.extend(ended.map(|row| stretch(Period { from: row.period.until, until: Bound::Open })));
    stretches.sort_unstable();
    let mut known = FIRST;
    let mut out = Vec::new();
    for (from, until) in stretches.into_iter().chain([(LAST, LAST)]) {
        if from > known && (from - known).get_days() > BETWEEN {
            out.push(format!("{polity} {office}: nobody from {known} to {from}"));
        }
        known = known.max(until);
    }
    out
}

#[test]
fn no_office_has_a_hole_without_a_reason() {
    let of_countries = COUNTRIES.iter().flat_map(|polity| OFFICES.map(|office| (*polity, office)));
    let faults: Vec<String> = of_countries.chain(CHIEFS).flat_map(|(polity, office)| holes(polity, office)).collect();
    assert!(faults.is_empty(), "{} holes:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn a_gap_is_of_an_office_that_nobody_surely_held() {
    let offices = Knowledge::built_in().offices();
    let mut faults = Vec::new();
    for gap in offices.gaps() {
        let same = offices.holders().filter(|row| row.party == gap.party && row.office == gap.office);
        let (from, until) = stretch(gap.period);
        // The first and last month of a gap may be a holder's too, where only the month is known.
        let middle = from.saturating_add(((until - from).get_days() / 2).days());
        for row in same.filter(|row| row.period.on(middle) == Holds::Yes) {
            faults.push(format!("{} {}: {} was in office on {middle}", gap.party, gap.office, row.names[0]));
        }
        assert!(!gap.source.is_empty(), "{} {}: no source", gap.party, gap.office);
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn an_office_without_a_holder_says_why() {
    let why = |words: &str, day: Option<Date>| {
        let gaps = Knowledge::built_in().gaps_of(words, (day, day));
        gaps.iter().map(|gap| gap.why.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(why("Icelandic defence minister", None), ["no such post"]);
    assert_eq!(why("Turkish prime minister", Some(date(2020, 1, 1))), ["no such post"]);
    assert_eq!(why("Turkish prime minister", Some(date(2010, 1, 1))), [""; 0]);
    assert_eq!(why("Chinese defence minister", Some(date(2023, 11, 20))), ["vacant"]);
}
