//! Every group the news knows is there under the names it is given, with its members on the day.

use std::collections::BTreeSet;

use demarche::knowledge::{Holds, Knowledge, Membership, OrganisationId, Party, Standing};
use jiff::civil::Date;

/// The group that `name` means.
fn group(name: &str) -> Option<OrganisationId> {
    let all = &Knowledge::built_in().organisations().all;
    let by_id = all.iter().find(|row| row.id.as_str() == name).map(|row| row.id.clone());
    by_id.or_else(|| match Knowledge::built_in().party(name) {
        Ok(Party::Organisation(id)) => Some(id),
        _ => None,
    })
}

/// The members that may sign with `id` on `on`, organisations too.
fn members(id: &OrganisationId, on: &str) -> BTreeSet<String> {
    let day: Date = on.parse().expect("a day");
    let rows = Knowledge::built_in().organisations().memberships(id).iter();
    let then = rows.filter(|row| row.status == Standing::Member && row.period.on(day) != Holds::No);
    then.map(Membership::party).map(|party| party.to_string()).collect()
}

/// A name, a day, and all members on it.
const GROUPS: [(&str, &str, &str); 47] = [
    ("G7", "2024-06-14", "CA DE FR GB IT JP US"),
    ("G8", "2005-07-06", "CA DE FR GB IT JP RU US"),
    ("G20", "2024-11-18", "AR AU AU BR CA CN DE EU FR GB ID IN IT JP KR MX RU SA TR US ZA"),
    ("BRICS", "2023-08-22", "BR CN IN RU ZA"),
    ("BRICS", "2024-10-22", "AE BR CN EG ET IN IR RU ZA"),
    ("BRICS", "2025-07-06", "AE BR CN EG ET ID IN IR RU ZA"),
    ("ASEAN", "2024-05-10", "BN ID KH LA MM MY PH SG TH VN"),
    ("ASEAN+3", "2024-05-10", "BN CN ID JP KH KR LA MM MY PH SG TH VN"),
    ("ASEAN+6", "2024-05-10", "AU BN CN ID IN JP KH KR LA MM MY NZ PH SG TH VN"),
    ("AUKUS", "2021-09-16", "AU GB US"),
    ("the Quad", "2024-07-29", "AU IN JP US"),
    ("Five Eyes", "2020-10-11", "AU CA GB NZ US"),
    ("OPEC", "2024-06-02", "AE CG DZ GA GQ IQ IR KW LY NG SA VE"),
    ("OPEC+", "2024-06-02", "AE AZ BH BN CG DZ GA GQ IQ IR KW KZ LY MX MY NG OM RU SA SD SS VE"),
    ("Gulf Cooperation Council", "2024-06-02", "AE BH KW OM QA SA"),
    ("GCC", "1990-08-07", "AE BH KW OM QA SA"),
    ("Shanghai Cooperation Organisation", "2024-07-05", "BY CN IN IR KG KZ PK RU TJ UZ"),
    ("CSTO", "2024-07-05", "AM BY KG KZ RU TJ"),
    ("CIS", "2024-07-05", "AM AZ BY KG KZ MD RU TJ UZ"),
    ("EAEU", "2024-07-05", "AM BY KG KZ RU"),
    ("Mercosur", "2024-08-08", "AR BO BR PY UY"),
    ("Mercosur", "2015-08-08", "AR BR PY UY VE"),
    ("CARICOM", "2024-07-05", "AG BB BS BZ DM GD GY HT JM KN LC MS SR TT VC"),
    ("ECOWAS", "2025-01-30", "BJ CI CV GH GM GW LR NG SL SN TG"),
    ("EAC", "2024-07-05", "BI CD KE RW SO SS TZ UG"),
    ("Nordic countries", "2022-09-08", "DK FI IS NO SE"),
    ("Baltic states", "2022-09-08", "EE LT LV"),
    ("NB8", "2024-11-27", "DK EE FI IS LT LV NO SE"),
    ("Visegrad Group", "2015-09-04", "CZ HU PL SK"),
    ("Visegrad Triangle", "1992-05-06", "CS HU PL"),
    ("Bucharest Nine", "2022-06-10", "BG CZ EE HU LT LV PL RO SK"),
    ("Weimar Triangle", "2025-02-12", "DE FR PL"),
    ("Benelux", "1990-06-19", "BE LU NL"),
    ("E3", "2025-08-28", "DE FR GB"),
    ("EU3", "2025-08-28", "DE FR GB"),
    ("P5", "2022-01-03", "CN FR GB RU US"),
    ("P5", "1987-01-03", "CN FR GB SU US"),
    ("P5+1", "2015-07-14", "CN DE FR GB RU US"),
    ("Minsk Group", "2020-10-01", "AM AZ BY DE FI FR IT RU SE TR US"),
    ("Normandy Format", "2015-02-12", "DE FR RU UA"),
    ("Friends of Syria", "2013-06-22", "AE DE EG FR GB IT JO QA SA TR US"),
    ("Contact Group", "1995-09-08", "DE FR GB RU US"),
    ("Contact Group on Libya", "2011-06-09", "AE BE CA DE DK ES FR GB GR IT JO KW MA NL QA TR US"),
    ("Five Power Defence Arrangements", "2024-05-10", "AU GB MY NZ SG"),
    ("Andean Community", "2024-05-10", "BO CO EC PE"),
    ("Andean Community", "2000-05-10", "BO CO EC PE VE"),
    ("Alliance of Sahel States", "2024-07-06", "BF ML NE"),
];

#[test]
fn members_on_the_day() {
    let mut faults = Vec::new();
    for (name, on, wanted) in GROUPS {
        let Some(id) = group(name.trim_start_matches("the ")) else {
            faults.push(format!("{name}: no such group"));
            continue;
        };
        let found = members(&id, on);
        let wanted: BTreeSet<String> = wanted.split(' ').map(str::to_owned).collect();
        if found != wanted {
            let (missing, more) = (wanted.difference(&found), found.difference(&wanted));
            let (missing, more): (Vec<_>, Vec<_>) = (missing.collect(), more.collect());
            faults.push(format!("{name} on {on}: missing {missing:?}, and {more:?} too many"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Larger bodies: how many states may sign or be represented that day.
const COUNTS: [(&str, &str, usize); 19] = [
    ("European Union", "2024-06-01", 27),
    ("NATO", "2024-06-01", 32),
    ("African Union", "2018-06-01", 55),
    ("Arab League", "2024-06-01", 22),
    ("OIC", "2025-06-01", 57),
    ("OAS", "1995-06-01", 34),
    ("SADC", "2024-06-01", 16),
    ("Pacific Islands Forum", "2024-06-01", 18),
    ("UN Security Council", "2024-06-01", 15),
    ("United Nations", "2024-06-01", 193),
    ("OECD", "2024-06-01", 38),
    ("IEA", "2022-12-31", 31),
    ("IEA", "2025-06-01", 32),
    ("Council of Europe", "2024-06-01", 46),
    ("OSCE", "2024-06-01", 57),
    ("Commonwealth", "2023-01-01", 56),
    ("Francophonie", "2024-06-01", 51),
    ("ECOWAS", "2020-06-01", 15),
    ("APEC", "2024-06-01", 21),
];

#[test]
fn how_many_members_on_the_day() {
    let mut faults = Vec::new();
    for (name, on, wanted) in COUNTS {
        let found = group(name).map(|id| members(&id, on).len());
        if found != Some(wanted) {
            faults.push(format!("{name} on {on}: {found:?} instead of {wanted}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// A group, a member, the last day on one side of a change and the first day on the other: out then in,
/// or in then out.
const CHANGES: [(&str, &str, &str, &str); 16] = [
    ("EU", "GB", "2020-01-31", "2020-02-01"),
    ("NATO", "FI", "2023-04-03", "2023-04-04"),
    ("NATO", "SE", "2024-03-06", "2024-03-07"),
    ("BRICS", "EG", "2023-12-31", "2024-01-01"),
    ("BRICS", "ET", "2023-12-31", "2024-01-01"),
    ("BRICS", "IR", "2023-12-31", "2024-01-01"),
    ("BRICS", "AE", "2023-12-31", "2024-01-01"),
    ("BRICS", "ID", "2025-01-05", "2025-01-06"),
    ("G8", "RU", "2014-03-23", "2014-03-24"),
    ("EU", "FI", "1994-12-31", "1995-01-01"),
    ("EU", "PL", "2004-04-30", "2004-05-01"),
    ("EU", "HR", "2013-06-30", "2013-07-01"),
    ("CoE", "RU", "2022-02-24", "2022-02-25"),
    ("OPEC", "AO", "2023-12-31", "2024-01-01"),
    ("EAC", "SO", "2024-03-03", "2024-03-04"),
    ("ASEAN", "KH", "1999-04-29", "1999-04-30"),
];

#[test]
fn a_membership_changes_between_two_days() {
    for (id, member, before, after) in CHANGES {
        let belongs = |on| members(&id.into(), on).contains(member);
        assert_ne!(belongs(before), belongs(after), "{member} in {id} on {before} and {after}");
    }
}

#[test]
fn the_sahel_states_left_ecowas_on_the_day() {
    let rows = |code: &str| {
        let rows = Knowledge::built_in().organisations().memberships(&"ECOWAS".into());
        rows.iter().filter(|row| row.member == code).map(|row| row.period).collect::<Vec<_>>()
    };
    let belongs = |code: &str, on: &str| {
        let day: Date = on.parse().expect("a day");
        rows(code).iter().any(|period| period.on(day) == Holds::Yes)
    };
    for code in ["NE", "ML", "BF"] {
        assert!(belongs(code, "2025-01-28") && !belongs(code, "2025-01-29"), "{code}");
    }
}

#[test]
fn the_security_council_of_every_year() {
    let mut faults = Vec::new();
    let table = include_str!("../data/security_council.txt");
    let years: Vec<&str> = table.lines().collect();
    assert_eq!(years.len(), (1986..=2026).count());
    for line in years {
        let (year, elected) = line.split_once(": ").expect("a year and its members");
        let russia = if year < "1992" { "SU" } else { "RU" };
        for on in [format!("{year}-01-01"), format!("{year}-12-20")] {
            // The two Yemens became one in the middle of a term.
            let state = |code| if code == "YE" && on.as_str() < "1990-05-22" { "YD" } else { code };
            let all: BTreeSet<&str> = elected.split(' ').map(state).chain(["CN", "FR", "GB", "US", russia]).collect();
            assert_eq!(all.len(), 15, "{line}");
            let found = members(&"UNSC".into(), &on);
            if !found.iter().map(String::as_str).eq(all.iter().copied()) {
                faults.push(format!("{on}: {found:?}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
