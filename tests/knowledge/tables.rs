//! The tables of facts agree with themselves: every row parses, every code exists, no periods overlap.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use demarche::knowledge::{
    Bound, CountryKind, Holds, Knowledge, NameUse, OrganisationId, OrganisationNameUse, Party, Period, Standing,
};
use jiff::civil::Date;

fn knowledge() -> &'static Knowledge {
    Knowledge::built_in()
}

fn is_party(party: &Party) -> bool {
    match party {
        Party::Country(code) => knowledge().countries().get(*code).is_some(),
        Party::Organisation(id) => knowledge().organisations().get(id).is_some(),
    }
}

fn is_polity(name: &str) -> bool {
    is_party(&Party::of_row(name))
}

/// Fails with every line of `faults` at once.
#[track_caller]
fn none(faults: &[String]) {
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

fn is_ordered(period: &Period) -> bool {
    match (period.from, period.until) {
        (Bound::Dated(first, _), Bound::Dated(_, last)) => first <= last,
        _ => true,
    }
}

#[test]
fn countries_are_complete_and_distinct() {
    let countries = &knowledge().countries().all;
    let states = countries.iter().filter(|row| row.kind != CountryKind::Historic).count();
    assert!(states >= 249, "{states} of 249 ISO 3166-1 entries");
    let codes: HashSet<_> = countries.iter().map(|row| row.code).collect();
    let alpha3: HashSet<_> = countries.iter().map(|row| &row.alpha3).collect();
    assert_eq!((codes.len(), alpha3.len()), (countries.len(), countries.len()), "a code stands twice");
    let unknown = countries.iter().flat_map(|row| {
        row.successors.iter().filter(|code| !codes.contains(code)).map(|code| format!("{}: successor {code}", row.code))
    });
    none(&unknown.collect::<Vec<_>>());
    for row in countries.iter().filter(|row| row.kind == CountryKind::Historic) {
        assert!(!row.successors.is_empty(), "{}: a former state has successors", row.code);
        assert!(matches!(row.period.until, Bound::Dated(..)), "{}: a former state has ended", row.code);
    }
    for row in countries {
        assert!(is_ordered(&row.period), "{}: ends before it begins", row.code);
        assert!(!row.source.is_empty() && !row.name.is_empty() && !row.official.is_empty(), "{}: a gap", row.code);
    }
}

#[test]
fn every_country_the_news_knows_is_there() {
    let named = [
        ("Soviet Union", "SU"),
        ("East Germany", "DD"),
        ("West Germany", "DE"),
        ("Yugoslavia", "YU"),
        ("Czechoslovakia", "CS"),
        ("Zaire", "ZR"),
        ("Burma", "MM"),
        ("North Yemen", "YE"),
        ("South Yemen", "YD"),
        ("South Vietnam", "XV"),
        ("Taiwan", "TW"),
        ("Kosovo", "XK"),
        ("Palestinian Authority", "PS"),
        ("Hong Kong", "HK"),
        ("Vatican", "VA"),
        ("U.S.", "US"),
        ("UAE", "AE"),
        ("DPRK", "KP"),
        ("S.Korea", "KR"),
        ("Britain", "GB"),
        ("Kremlin", "RU"),
        ("White House", "US"),
        ("Downing Street", "GB"),
        ("Elysee", "FR"),
        ("Blue House", "KR"),
        ("Zhongnanhai", "CN"),
        ("Papua New Guinea", "PG"),
        ("Guinea-Bissau", "GW"),
        ("Equatorial Guinea", "GQ"),
        ("Guinea", "GN"),
        ("Niger", "NE"),
        ("Nigeria", "NG"),
        ("American Samoa", "AS"),
        ("Seoul", "KR"),
        ("ROK", "KR"),
        ("South Korean", "KR"),
    ];
    for (name, code) in named {
        let parties = knowledge().parties(name);
        let wanted = Party::Country(code.parse().expect("a code"));
        assert!(parties.contains(&wanted), "{name}: {parties:?}");
    }
    assert_eq!(knowledge().party("European Union"), Ok(Party::Organisation("EU".into())));
}

#[test]
fn country_names_have_countries_and_sources() {
    let countries = knowledge().countries();
    let mut seen = HashSet::new();
    let mut faults = Vec::new();
    for row in countries.names() {
        if countries.get(row.code).is_none() {
            faults.push(format!("{}: no such country", row.code));
        }
        if row.name.trim() != row.name || row.name.is_empty() || row.source.is_empty() {
            faults.push(format!("{} '{}': a gap", row.code, row.name));
        }
        if !seen.insert((row.code, &row.name, row.kind)) {
            faults.push(format!("{} '{}': stands twice", row.code, row.name));
        }
        if !is_ordered(&Period { from: row.from, until: row.until }) {
            faults.push(format!("{} '{}': ends before it begins", row.code, row.name));
        }
    }
    none(&faults);
}

/// Bodies whose members public record lists nowhere as such, or that have none.
const WITHOUT_MEMBERS: [&str; 3] = ["Libya Contact Group", "UDCG", "ECB"];

#[test]
fn memberships_name_what_exists_and_never_overlap() {
    let organisations = knowledge().organisations();
    let mut faults = Vec::new();
    for organisation in &organisations.all {
        let rows = organisations.memberships(&organisation.id);
        if rows.is_empty() && !WITHOUT_MEMBERS.contains(&organisation.id.as_str()) {
            faults.push(format!("{}: no member", organisation.id));
        }
        let mut by_member: BTreeMap<&str, Vec<_>> = BTreeMap::new();
        for row in rows {
            by_member.entry(row.member).or_default().push(row);
            let name = format!("{} {}", row.organisation, row.member);
            if !is_polity(row.member) {
                faults.push(format!("{name}: no such member"));
            }
            if !is_ordered(&row.period) {
                faults.push(format!("{name}: ends before it begins"));
            }
            if row.source.is_empty() {
                faults.push(format!("{name}: no source"));
            }
        }
        for (member, rows) in by_member {
            for (at, row) in rows.iter().enumerate() {
                if rows[..at].iter().any(|other| other.period.overlaps(&row.period)) {
                    faults.push(format!("{} {member}: periods overlap", organisation.id));
                }
            }
        }
    }
    none(&faults);
}

#[test]
fn membership_rows_belong_to_an_organisation() {
    let known: HashSet<_> = knowledge().organisations().all.iter().map(|row| row.id.to_string()).collect();
    let table = include_str!("../../src/knowledge/data/memberships.csv");
    let ids: BTreeSet<&str> = table.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
    none(&ids.into_iter().filter(|id| !known.contains(*id)).map(str::to_owned).collect::<Vec<_>>());
    // The rows of each stand together, so that one can be read without the others.
    let read = |id: &str| knowledge().organisations().memberships(&id.into()).len();
    let rows = table.lines().skip(1).count();
    assert_eq!(known.iter().map(|id| read(id)).sum::<usize>(), rows);
}

#[test]
fn organisation_names_belong_to_an_organisation() {
    let organisations = knowledge().organisations();
    let mut seen = HashSet::new();
    let mut faults = Vec::new();
    for row in organisations.names() {
        if organisations.get(&row.id.into()).is_none() {
            faults.push(format!("{}: no such organisation", row.id));
        }
        if !seen.insert((&row.id, &row.name)) {
            faults.push(format!("{} '{}': stands twice", row.id, row.name));
        }
    }
    none(&faults);
}

#[test]
fn office_holders_have_a_polity_an_office_and_a_name() {
    let offices = knowledge().offices();
    let titled: HashSet<&str> = offices.titles().iter().map(|row| row.office).collect();
    let mut faults = Vec::new();
    let mut seats: HashMap<(&str, &str, &str), Vec<Period>> = HashMap::new();
    for row in offices.holders() {
        let who = format!("{} {} {}", row.polity, row.office, row.names[0]);
        if !is_party(&row.party) {
            faults.push(format!("{who}: no such polity"));
        }
        if !titled.contains(row.office) {
            faults.push(format!("{who}: the office has no title"));
        }
        if row.names.iter().any(|name| name.is_empty()) || row.source.is_empty() {
            faults.push(format!("{who}: a gap"));
        }
        if !is_ordered(&row.period) {
            faults.push(format!("{who}: ends before it begins"));
        }
        let held = seats.entry((row.polity, row.office, row.names[0])).or_default();
        if held.iter().any(|period| period.overlaps(&row.period)) {
            faults.push(format!("{who}: periods overlap"));
        }
        held.push(row.period);
    }
    for row in offices.titles() {
        if !row.polity.is_empty() && !is_polity(row.polity) {
            faults.push(format!("{} '{}': no such polity {}", row.office, row.title, row.polity));
        }
    }
    none(&faults);
}

/// Everything someone can type.
fn typed_names() -> Vec<(String, Party)> {
    let (countries, organisations) = (knowledge().countries(), knowledge().organisations());
    let mut out = Vec::new();
    for row in &countries.all {
        for name in [row.code.as_str(), row.alpha3, row.name, row.official] {
            out.push((name.to_owned(), Party::Country(row.code)));
        }
    }
    for row in countries.names().iter().filter(|row| !matches!(row.kind, NameUse::City | NameUse::Prefix)) {
        out.push((row.name.to_owned(), Party::Country(row.code)));
    }
    for row in &organisations.all {
        for name in [row.id.as_str(), row.name] {
            out.push((name.to_owned(), Party::Organisation(row.id.clone())));
        }
    }
    let named = |kind| matches!(kind, OrganisationNameUse::Name | OrganisationNameUse::Organ);
    for row in organisations.names().iter().filter(|row| named(row.kind)) {
        out.push((row.name.to_owned(), Party::Organisation(row.id.into())));
    }
    out
}

#[test]
fn every_name_resolves() {
    let (countries, mut faults) = (knowledge().countries(), Vec::new());
    let codes: HashSet<String> =
        countries.all.iter().flat_map(|row| [row.code.as_str().to_lowercase(), row.alpha3.to_lowercase()]).collect();
    for (name, party) in typed_names() {
        // A country's code always means the country, whatever else has those letters for a name.
        let is_code = codes.contains(&name.to_lowercase().replace('.', ""));
        if !is_code && !knowledge().parties(&name).contains(&party) {
            faults.push(format!("{name}: not {party}"));
        }
    }
    none(&faults);
}

#[test]
fn names_that_collide_have_a_rule() {
    let rules: HashSet<&str> = knowledge().ambiguities().names.iter().map(|rule| rule.name.as_str()).collect();
    let (mut faults, mut told) = (Vec::new(), HashSet::new());
    for (name, _) in typed_names() {
        let parties = knowledge().parties(&name);
        if parties.len() > 1 && !rules.contains(name.as_str()) && told.insert(name.clone()) {
            faults.push(format!("{name}: {parties:?}"));
        }
    }
    none(&faults);
}

#[test]
fn ambiguity_rules_name_what_exists() {
    let (countries, mut faults) = (knowledge().countries(), Vec::new());
    let ambiguities = knowledge().ambiguities();
    let names: HashSet<&str> = countries
        .all
        .iter()
        .flat_map(|row| [row.name, row.official])
        .chain(countries.names().iter().map(|row| row.name))
        .collect();
    for rule in &ambiguities.names {
        // "the North" is no country's name by itself: its contexts alone give it a meaning.
        let by_context = rule.default.is_empty() && rule.other.iter().all(|context| !context.if_before.is_empty());
        if !by_context && !names.contains(rule.name.as_str()) {
            faults.push(format!("{}: no country has this name", rule.name));
        }
        for code in rule.other.iter().map(|context| &context.code).chain([&rule.default]) {
            if !code.is_empty() && !is_polity(code) {
                faults.push(format!("{}: no such country {code}", rule.name));
            }
        }
    }
    for phrase in &ambiguities.phrases {
        if !phrase.code.is_empty() && !is_polity(&phrase.code) {
            faults.push(format!("{}: no such country {}", phrase.text, phrase.code));
        }
    }
    none(&faults);
}

fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

/// Members of `id` that sign with it.
fn signing(id: &str, on: &str) -> Vec<String> {
    let members = knowledge().organisations().members(&id.into(), day(on));
    members.into_iter().map(|(code, _)| code.to_string()).collect()
}

/// Members of `id`, the suspended ones too.
fn members(id: &str, on: &str) -> Vec<String> {
    let rows = knowledge().organisations().memberships(&OrganisationId::from(id)).iter();
    let belong = rows.filter(|row| matches!(row.status, Standing::Member | Standing::Suspended));
    let now = belong.filter(|row| row.period.on(day(on)) != Holds::No);
    let codes: BTreeSet<String> = now.filter_map(|row| Some(row.country()?.to_string())).collect();
    codes.into_iter().collect()
}

#[test]
fn membership_counts() {
    let counts = [
        ("G7", "2024-11-05", 7),
        ("G7", "1987-02-22", 7),
        ("G8", "2005-07-06", 8),
        ("EU", "2024-11-05", 27),
        ("EU", "2020-01-30", 28),
        ("EU", "2004-05-01", 25),
        ("EU", "1995-01-01", 15),
        ("EU", "1987-03-01", 12),
        ("NATO", "2024-11-05", 32),
        ("NATO", "2023-04-05", 31),
        ("NATO", "1987-06-01", 16),
        ("NATO", "1999-03-12", 19),
        ("NATO", "2004-03-29", 26),
        ("BRICS", "2023-12-31", 5),
        ("BRICS", "2024-11-05", 9),
        ("ASEAN", "2024-11-05", 10),
        ("ASEAN", "1987-06-01", 6),
        // Twelve, and one, suspended since 2016.
        ("OPEC", "2024-11-05", 13),
        ("OPEC", "1987-06-01", 13),
        ("GCC", "2024-11-05", 6),
        ("AL", "2024-11-05", 22),
        ("AU", "2024-11-05", 55),
        ("OIC", "2024-11-05", 57),
        ("SCO", "2024-11-05", 10),
        ("CSTO", "2024-11-05", 6),
        ("EAEU", "2024-11-05", 5),
        ("OECD", "2024-11-05", 38),
        ("V4", "2024-11-05", 4),
        ("B9", "2024-11-05", 9),
        ("Weimar", "2024-11-05", 3),
        ("E3", "2024-11-05", 3),
        ("P5", "2024-11-05", 5),
        ("P5+1", "2015-07-14", 6),
        ("Quad", "2024-11-05", 4),
        ("FVEY", "2024-11-05", 5),
        ("AUKUS", "2024-11-05", 3),
        ("FPDA", "2024-11-05", 5),
        ("Nordic", "2024-11-05", 5),
        ("Baltic", "2024-11-05", 3),
        ("NB8", "2024-11-05", 8),
        ("Benelux", "2024-11-05", 3),
        ("ASEAN+3", "2024-11-05", 13),
        ("CoE", "2024-11-05", 46),
        ("OSCE", "2024-11-05", 57),
        ("CARICOM", "2024-11-05", 15),
        ("ECOWAS", "2024-11-05", 15),
        ("ECOWAS", "2025-02-01", 12),
        ("SADC", "2024-11-05", 16),
        ("EAC", "2024-11-05", 8),
        ("PIF", "2024-11-05", 18),
        ("Commonwealth", "2024-11-05", 56),
        ("AES", "2024-11-05", 3),
        ("UN", "2024-11-05", 193),
        ("UN", "1987-06-01", 159),
    ];
    let faults: Vec<String> = counts
        .iter()
        .filter_map(|(id, on, count)| {
            let found = members(id, on);
            (found.len() != *count).then(|| format!("{id} on {on}: {} instead of {count}: {found:?}", found.len()))
        })
        .collect();
    none(&faults);
}

#[test]
fn the_security_council_has_fifteen_members_every_year() {
    for year in 1986..=2025 {
        let council = members("UNSC", &format!("{year}-07-01"));
        assert_eq!(council.len(), 15, "{year}: {council:?}");
        for permanent in ["CN", "FR", "GB", "US"] {
            assert!(council.iter().any(|code| code == permanent), "{year}: {permanent}");
        }
        let soviet = if year < 1992 { "SU" } else { "RU" };
        assert!(council.iter().any(|code| code == soviet), "{year}: {soviet}");
    }
}

#[test]
fn memberships_change_on_the_day() {
    let changes = [
        ("EU", "GB", "2020-01-30", "2020-02-01"),
        ("G8", "RU", "2014-03-23", "2014-03-25"),
        ("ECOWAS", "NE", "2025-01-28", "2025-01-30"),
        ("ECOWAS", "ML", "2025-01-28", "2025-01-30"),
        ("ECOWAS", "BF", "2025-01-28", "2025-01-30"),
        ("OPEC", "AO", "2023-12-31", "2024-01-01"),
        ("OPEC", "QA", "2018-12-31", "2019-01-01"),
        ("CoE", "RU", "2022-03-15", "2022-03-17"),
        ("NATO", "FI", "2023-04-04", "2023-04-03"),
        ("NATO", "SE", "2024-03-07", "2024-03-06"),
        ("BRICS", "EG", "2024-01-01", "2023-12-31"),
        ("BRICS", "ID", "2025-01-07", "2025-01-05"),
        ("EU", "HR", "2013-07-01", "2013-06-30"),
        ("EU", "PL", "2004-05-01", "2004-04-30"),
        ("NATO", "PL", "1999-03-12", "1999-03-11"),
        ("BRICS", "ZA", "2010-12-25", "2010-12-23"),
        ("SCO", "BY", "2024-07-04", "2024-07-03"),
        ("ASEAN", "TL", "2025-10-27", "2025-10-25"),
    ];
    for (id, code, in_on, out_on) in changes {
        assert!(members(id, in_on).iter().any(|found| found == code), "{code} is in {id} on {in_on}");
        assert!(!signing(id, out_on).contains(&code.to_owned()), "{code} is not in {id} on {out_on}");
    }
}

#[test]
fn russia_signs_for_no_group_of_seven() {
    for on in ["1990-07-01", "2005-07-06", "2024-11-05"] {
        assert!(!members("G7", on).iter().any(|code| code == "RU"), "{on}");
    }
}

#[test]
fn a_suspended_member_does_not_sign() {
    assert!(!signing("ECOWAS", "2024-11-05").contains(&"NE".to_owned()));
}

#[test]
fn a_membership_without_a_date_is_not_given_one() {
    let organisations = knowledge().organisations();
    let rows = organisations.all.iter().flat_map(|row| organisations.memberships(&row.id));
    for row in rows.filter(|row| row.period.from == Bound::Undated || row.period.until == Bound::Undated) {
        assert_ne!(row.period.on(day("1995-06-01")), Holds::Yes, "{} {}", row.organisation, row.member);
    }
}
