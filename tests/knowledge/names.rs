//! Every name the news has for a state or its government means it, typed and in prose, on the day.

use demarche::knowledge::{Knowledge, Party, Recognised};
use jiff::civil::Date;

/// A name, the country it means, and a day on which it does.
const NAMES: [(&str, &str, &str); 83] = [
    // Former states.
    ("Soviet Union", "SU", "1986-05-01"),
    ("USSR", "SU", "1986-05-01"),
    ("Soviet", "SU", "1986-05-01"),
    ("Soviets", "SU", "1986-05-01"),
    ("East Germany", "DD", "1986-05-01"),
    ("East German", "DD", "1986-05-01"),
    ("West Germany", "DE", "1986-05-01"),
    ("West German", "DE", "1986-05-01"),
    ("Yugoslavia", "YU", "1986-05-01"),
    ("Yugoslav", "YU", "1986-05-01"),
    ("Czechoslovakia", "CS", "1986-05-01"),
    ("Czechoslovak", "CS", "1986-05-01"),
    ("Zaire", "ZR", "1986-05-01"),
    ("Zairean", "ZR", "1986-05-01"),
    ("Burma", "BU", "1986-05-01"),
    ("Burma", "MM", "2010-05-01"),
    ("North Yemen", "YE", "1986-05-01"),
    ("South Yemen", "YD", "1986-05-01"),
    ("South Vietnam", "XV", "1974-05-01"),
    // Entities that the news treats as actors.
    ("Taiwan", "TW", "2024-05-01"),
    ("Taipei", "TW", "2024-05-01"),
    ("Kosovo", "XK", "2024-05-01"),
    ("Kosovar", "XK", "2024-05-01"),
    ("Pristina", "XK", "2024-05-01"),
    ("Palestinian Authority", "PS", "2024-05-01"),
    ("Palestinians", "PS", "2024-05-01"),
    ("Ramallah", "PS", "2024-05-01"),
    ("Hong Kong", "HK", "2024-05-01"),
    ("Vatican", "VA", "2024-05-01"),
    ("Holy See", "VA", "2024-05-01"),
    // Wire spellings, official names.
    ("U.S.", "US", "2024-05-01"),
    ("United States of America", "US", "2024-05-01"),
    ("UAE", "AE", "2024-05-01"),
    ("DPRK", "KP", "2024-05-01"),
    ("Democratic People's Republic of Korea", "KP", "2024-05-01"),
    ("N.Korea", "KP", "2024-05-01"),
    ("ROK", "KR", "2024-05-01"),
    ("S.Korea", "KR", "2024-05-01"),
    ("South Korean", "KR", "2024-05-01"),
    ("Republic of Korea", "KR", "2024-05-01"),
    ("Britain", "GB", "2024-05-01"),
    ("U.K.", "GB", "2024-05-01"),
    ("Islamic Republic of Iran", "IR", "2024-05-01"),
    ("People's Republic of China", "CN", "2024-05-01"),
    ("Ivory Coast", "CI", "2024-05-01"),
    ("Turkiye", "TR", "2024-05-01"),
    ("Papua New Guinea", "PG", "2024-05-01"),
    ("Guinea-Bissau", "GW", "2024-05-01"),
    ("Equatorial Guinea", "GQ", "2024-05-01"),
    ("Republic of Congo", "CG", "2024-05-01"),
    ("Democratic Republic of Congo", "CD", "2024-05-01"),
    ("American Samoa", "AS", "2024-05-01"),
    // People and adjectives, the irregular ones.
    ("Ukrainian", "UA", "2024-05-01"),
    ("Frenchmen", "FR", "2024-05-01"),
    ("Englishmen", "GB", "2024-05-01"),
    ("Irishmen", "IE", "2024-05-01"),
    ("Dutchmen", "NL", "2024-05-01"),
    ("Dutch", "NL", "2024-05-01"),
    ("Swiss", "CH", "2024-05-01"),
    ("Danes", "DK", "2024-05-01"),
    ("Finns", "FI", "2024-05-01"),
    ("Poles", "PL", "2024-05-01"),
    ("Spaniards", "ES", "2024-05-01"),
    ("Turks", "TR", "2024-05-01"),
    ("Filipinos", "PH", "2024-05-01"),
    ("New Zealanders", "NZ", "2024-05-01"),
    ("Chinese", "CN", "2024-05-01"),
    ("Japanese", "JP", "2024-05-01"),
    // Capitals and seats of government.
    ("Kremlin", "RU", "2024-05-01"),
    ("Kremlin", "SU", "1986-05-01"),
    ("Moscow", "RU", "2024-05-01"),
    ("Moscow", "SU", "1986-05-01"),
    ("White House", "US", "2024-05-01"),
    ("Downing Street", "GB", "2024-05-01"),
    ("Elysee", "FR", "2024-05-01"),
    ("Blue House", "KR", "2010-05-01"),
    ("Zhongnanhai", "CN", "2024-05-01"),
    ("Seoul", "KR", "2024-05-01"),
    ("Pyongyang", "KP", "2024-05-01"),
    ("Tokyo", "JP", "2024-05-01"),
    ("Kyiv", "UA", "2024-05-01"),
    ("Bonn", "DE", "1986-05-01"),
    ("East Berlin", "DD", "1986-05-01"),
];

#[test]
fn every_name_means_its_country() {
    let knowledge = Knowledge::built_in();
    let mut faults = Vec::new();
    for (name, code, day) in NAMES {
        let wanted = code.parse().expect("a code");
        if !knowledge.parties(name).contains(&Party::Country(wanted)) {
            faults.push(format!("{name}, typed, is not {code}: {:?}", knowledge.parties(name)));
        }
        let text = format!("Envoys met the {name} on Monday.");
        let found = knowledge.recogniser().find(&text, day.parse::<Date>().ok());
        let codes: Vec<String> =
            found.iter().filter_map(Recognised::country).map(|(code, _)| code.to_string()).collect();
        if codes != [code] {
            faults.push(format!("{name}, in prose of {day}, is not {code} alone: {codes:?}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// A sentence, and every country that is named in it.
const TRAPS: [(&str, &str); 34] = [
    ("American Samoa voted on Tuesday.", "AS"),
    ("Samoa voted on Tuesday.", "WS"),
    ("New Mexico passed a budget.", "US"),
    ("Mexico passed a budget.", "MX"),
    ("A steel plant in Indiana closed.", "US"),
    ("India closed a steel plant.", "IN"),
    ("The China Daily praised the plan.", ""),
    ("China praised the plan daily.", "CN"),
    ("Paris Hilton opened a shop.", ""),
    ("Paris opened an inquiry.", "FR"),
    ("Korean Air bought jets.", ""),
    ("Korean Air bought jets, South Korea said.", "KR"),
    ("Bank of America raised its forecast.", ""),
    ("Jordan Henderson scored twice.", ""),
    ("Jordan and Egypt urged calm.", "JO EG"),
    ("The Times of India reported a storm.", ""),
    ("Chad Smith played the drums.", ""),
    ("Chad and Sudan closed the border.", "TD SD"),
    ("Georgia Tech won the game.", ""),
    ("Georgia and Armenia signed.", "GE AM"),
    ("Turkey and Greece met.", "TR GR"),
    ("Brazil nuts were dear.", ""),
    ("Guinea mined bauxite.", "GN"),
    ("Guinea-Bissau and Equatorial Guinea voted.", "GW GQ"),
    ("Papua New Guinea voted.", "PG"),
    ("A guinea pig escaped.", ""),
    ("Niger and Nigeria met.", "NE NG"),
    ("Congo President Felix Tshisekedi spoke in Kinshasa.", "CD CD"),
    ("Congo President Denis Sassou Nguesso spoke in Brazzaville.", "CG CG"),
    ("North Korea and South Korea met.", "KP KR"),
    ("Air France cut flights.", ""),
    ("British Airways cut flights.", ""),
    ("Cuba Gooding Jr. won.", ""),
    ("The Bank of England cut rates.", "GB"),
];

#[test]
fn names_within_other_names() {
    let mut faults = Vec::new();
    for (text, wanted) in TRAPS {
        let found = Knowledge::built_in().recogniser().find(text, None);
        let codes: Vec<String> =
            found.iter().filter_map(Recognised::country).map(|(code, _)| code.to_string()).collect();
        if codes.join(" ") != wanted {
            faults.push(format!("'{text}': {codes:?} instead of {wanted}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_bare_korea_is_asked_about() {
    let parties = Knowledge::built_in().parties("Korea");
    assert_eq!(parties.iter().map(Party::to_string).collect::<Vec<_>>(), ["KP", "KR"]);
}
