//! Office-holders are found by full name, by surname and date, and by office and date.

use demarche::knowledge::{DayRange, Knowledge};

fn year(year: i16) -> DayRange {
    let day = |month, day| jiff::civil::Date::new(year, month, day).ok();
    (day(1, 1), day(12, 31))
}

fn holders(words: &str, days: DayRange) -> Vec<&'static str> {
    let found = Knowledge::built_in().holders_of(words, days);
    let mut names: Vec<&str> = found.iter().map(|held| held.holder.names[0]).collect();
    names.dedup();
    names
}

fn persons(name: &str, days: DayRange) -> Vec<&'static str> {
    Knowledge::built_in().persons_called(name, days).into_iter().map(|(name, _)| name).collect()
}

#[test]
fn by_office_and_date() {
    for words in
        ["French foreign minister", "foreign minister of France", "France's foreign minister", "fr Foreign Minister"]
    {
        let found = holders(words, year(2024));
        assert_eq!(found.len(), 3, "{words}: {found:?}");
        assert!(found.iter().any(|name| name.contains("Barrot")), "{words}: {found:?}");
    }
    assert_eq!(holders("German chancellor", year(2010)), ["Angela Merkel"]);
    assert_eq!(holders("U.S. Secretary of State", year(1987)), ["George Shultz"]);
    assert!(holders("Japanese prime minister", year(1994)).len() >= 3);
    assert_eq!(holders("foreign minister", year(2024)), [""; 0]);
    assert_eq!(holders("purple elephant", year(2024)), [""; 0]);
}

#[test]
fn by_an_organisation_s_office() {
    assert_eq!(holders("NATO secretary-general", year(2012)), ["Anders Fogh Rasmussen"]);
    assert_eq!(holders("UN secretary general", year(2010)), ["Ban Ki-moon"]);
}

#[test]
fn by_full_name_with_every_office() {
    let found = Knowledge::built_in().persons_called("Barack Obama", (None, None));
    let [(name, offices)] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((*name, offices.len()), ("Barack Obama", 1));
}

#[test]
fn by_surname_when_the_office_fits_the_date() {
    assert!(persons("Tajani", year(2024)).contains(&"Antonio Tajani"));
    assert_eq!(persons("Tajani", year(1990)), [""; 0]);
    assert!(persons("Shultz", year(1987)).contains(&"George Shultz"));
    assert!(persons("von der Leyen", year(2024)).iter().any(|name| name.contains("Leyen")));
}

#[test]
fn a_family_name_may_come_first() {
    assert_eq!(persons("Xi", year(2024)), ["Xi Jinping"]);
    assert!(persons("Kim", year(2015)).contains(&"Kim Jong Un"));
    assert_eq!(persons("Jinping", year(2024)), [""; 0]);
}

#[test]
fn a_body_whose_id_is_a_code_keeps_its_officers() {
    let chairs = Knowledge::built_in().holders_of("African Union Commission chairperson", year(2010));
    assert!(chairs.iter().any(|held| held.holder.names[0] == "Jean Ping"), "{chairs:?}");
}

#[test]
fn by_no_name() {
    assert_eq!(persons("", (None, None)), [""; 0]);
    assert_eq!(persons("Nobody Atall", (None, None)), [""; 0]);
}

/// Few look-ups walk the tables, and many use a map; both find everyone by each full name and surname.
#[test]
fn everyone_is_found_by_every_name() {
    let table = Knowledge::built_in().offices();
    let holders: Vec<_> = table.holders().collect();
    let mut faults = Vec::new();
    for few in holders.chunks(15) {
        let fresh = Knowledge::default();
        for (holder, name) in few.iter().flat_map(|holder| holder.names.iter().map(move |name| (holder, *name))) {
            for wanted in [name, table.surname(holder, name)] {
                let mapped = Knowledge::built_in().persons_called(wanted, (None, None));
                let walked = fresh.persons_called(wanted, (None, None));
                if mapped != walked || !walked.iter().any(|(found, _)| *found == holder.names[0]) {
                    faults.push(format!("{wanted}: {} by map, {} by walking", mapped.len(), walked.len()));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}
