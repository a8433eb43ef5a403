//! What an ambiguous name means in its sentence: every example of the table, and one pair for each named trap.

use demarche::knowledge::{Knowledge, Meaning, Recognised};

/// The codes that `name` has in `text`.
fn codes(text: &str, name: &str) -> Vec<String> {
    let recogniser = Knowledge::built_in().recogniser();
    let found = recogniser.find(text, None);
    let of_name = found.iter().filter(|found| found.span.of(text).eq_ignore_ascii_case(name));
    of_name.filter_map(Recognised::country).map(|(code, _)| code.to_string()).collect()
}

/// Every country found in `text`.
fn all_codes(text: &str) -> Vec<String> {
    let found = Knowledge::built_in().recogniser().find(text, None);
    found.iter().filter_map(Recognised::country).map(|(code, _)| code.to_string()).collect()
}

fn organisations(text: &str) -> Vec<String> {
    let found = Knowledge::built_in().recogniser().find(text, None);
    let ids = found.iter().filter_map(|found| match found.meanings.first() {
        Some(Meaning::Organisation { id, .. }) => Some(id.to_string()),
        _ => None,
    });
    ids.collect()
}

#[track_caller]
fn none(faults: &[String]) {
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn every_example_of_a_name() {
    let mut faults = Vec::new();
    for rule in &Knowledge::built_in().ambiguities().names {
        for example in &rule.matches {
            let found = codes(&example.text, &rule.name);
            if !found.contains(&example.code) {
                faults.push(format!("{} is {} in '{}': {found:?}", rule.name, example.code, example.text));
            }
        }
        for text in &rule.rejects {
            let found = codes(text, &rule.name);
            if !found.is_empty() {
                faults.push(format!("{} is no country in '{text}': {found:?}", rule.name));
            }
        }
    }
    none(&faults);
}

#[test]
fn every_example_of_a_phrase() {
    let mut faults = Vec::new();
    for phrase in &Knowledge::built_in().ambiguities().phrases {
        for example in &phrase.matches {
            let found = all_codes(&example.text);
            if !found.contains(&example.code) {
                faults.push(format!("{}: {} in '{}': {found:?}", phrase.text, example.code, example.text));
            }
        }
        for text in &phrase.rejects {
            let recogniser = Knowledge::built_in().recogniser();
            let at = text.find(&phrase.text);
            let inside = recogniser.find(text, None).into_iter().filter(|found| {
                let within = |at: usize| at <= found.span.start && found.span.end <= at + phrase.text.len();
                found.country().is_some() && at.is_some_and(within)
            });
            let found: Vec<_> = inside.map(|found| found.span.of(text)).collect();
            if !found.is_empty() {
                faults.push(format!("{}: no country in '{text}': {found:?}", phrase.text));
            }
        }
    }
    none(&faults);
}

/// A name, a sentence in which it means the country, and one in which it does not.
const TRAPS: [(&str, &str, &str, &str); 22] = [
    (
        "Georgia",
        "GE",
        "Georgia accused Russia of shelling a village.",
        "Voters in Atlanta, Georgia go back to the polls.",
    ),
    ("Jordan", "JO", "Jordan recalled its ambassador to Israel.", "Michael Jordan scored 40 points for the Bulls."),
    ("Chad", "TD", "Chad closed its border with Sudan.", "Chad Smith, a spokesman for the firm, declined to comment."),
    ("Turkey", "TR", "Turkey condemned the attack.", "Turkey breast prices rose before Thanksgiving."),
    ("Guinea", "GN", "Guinea held elections on Sunday.", "Papua New Guinea held elections on Sunday."),
    ("Guinea-Bissau", "GW", "Guinea-Bissau swore in a president.", "Guinea swore in a president."),
    ("Equatorial Guinea", "GQ", "Equatorial Guinea pumps oil.", "Guinea mines bauxite."),
    ("Congo", "CD", "Rebels in eastern Congo near Goma seized a town.", "Traders on the Congo River sold fish."),
    ("Congo", "CG", "Congo President Denis Sassou Nguesso in Brazzaville won.", "The Congo River burst its banks."),
    ("Niger", "NE", "Niger expelled the French ambassador.", "Nigeria expelled the diplomat."),
    ("Nigeria", "NG", "Nigeria cut its oil price.", "Niger closed its airspace."),
    ("Korea", "KR", "Korea's Samsung Electronics in Seoul raised output.", "North Korea fired a missile."),
    ("Korea", "KP", "Kim Jong Un said in Pyongyang that Korea would respond.", "South Korea protested."),
    ("American Samoa", "AS", "American Samoa voted on Tuesday.", "Samoa voted on Tuesday."),
    ("Mexico", "MX", "Mexico raised rates.", "The governor of New Mexico signed the bill."),
    ("India", "IN", "India protested.", "A plant in Indiana closed."),
    ("China", "CN", "China protested.", "The China Daily ran an editorial."),
    ("England", "GB", "A hospital in England closed.", "New England clam prices rose."),
    ("Paris", "FR", "Paris recalled its envoy.", "Paris Hilton opened a shop."),
    ("Jordan", "JO", "Jordan and Egypt urged calm.", "Jordan Spieth won the Masters."),
    ("Brazil", "BR", "Brazil devalued the real.", "A brazil nut fell."),
    ("Cuba", "CU", "Cuba freed prisoners.", "Cuba Gooding Jr. won an award."),
];

#[test]
fn the_traps_of_names() {
    let mut faults = Vec::new();
    for (name, code, must, must_not) in TRAPS {
        if !codes(must, name).iter().any(|found| found == code) {
            faults.push(format!("{name} is {code} in '{must}': {:?}", codes(must, name)));
        }
        if codes(must_not, name).iter().any(|found| found == code) {
            faults.push(format!("{name} is not {code} in '{must_not}'"));
        }
    }
    none(&faults);
}

#[test]
fn official_names_are_read() {
    assert_eq!(all_codes("The Russian Federation and the Republic of Korea met."), ["RU", "KR"]);
}

#[test]
fn a_central_bank_is_its_country_s() {
    assert_eq!(all_codes("The Bank of England cut rates."), ["GB"]);
}

#[test]
fn ids_that_are_words_are_not_read_in_prose() {
    let prose = [
        "THE MAN WHO SOLD THE FIRM CAN SELL MORE, AL SMITH SAID.",
        "The Baltic Exchange and a Nordic walk in Normandy near Weimar.",
        "The Commonwealth of Pennsylvania sued.",
        "We CAN win, said Al Gore.",
    ];
    for text in prose {
        assert_eq!(organisations(text), [""; 0], "{text}");
    }
    assert_eq!(organisations("NATO and the G7 met."), ["NATO", "G7"]);
    assert_eq!(organisations("The World Health Organization declared an emergency."), ["WHO"]);
    assert_eq!(organisations("The African Union suspended a member."), ["AU"]);
}
