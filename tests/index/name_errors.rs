//! A name that a field does not know, or that means several things there, is an error with the candidates.

use demarche::query::Query;

/// A query, and what its error must name.
const ERRORS: [(&str, &[&str]); 34] = [
    // Nothing has the name: the nearest names.
    ("signatory:Frnace", &["'Frnace'", "France"]),
    ("represented:Frnace", &["'Frnace'", "France"]),
    ("nonsignatory:Frnace", &["'Frnace'", "France"]),
    ("target:Frnace", &["'Frnace'", "France"]),
    ("mention:Frnace", &["'Frnace'", "France"]),
    ("country:Frnace", &["'Frnace'", "France"]),
    ("issuer:Asaen", &["'Asaen'", "ASEAN"]),
    ("org:Asaen", &["'Asaen'", "ASEAN"]),
    ("signatory:members(Asaen)", &["'Asaen'", "ASEAN"]),
    ("signatory:all(Asaen)", &["'Asaen'", "ASEAN"]),
    ("act:condem", &["'condem'", "act:condemn"]),
    ("kind:dirct", &["'dirct'", "kind:direct"]),
    ("joint:maybe", &["'maybe'", "joint:yes"]),
    ("doubt:count", &["'count'", "doubt:count-disagrees"]),
    ("topic:elecion", &["'elecion'", "election"]),
    ("signtory:FR", &["signtory", "signatory"]),
    // Several things have it: each of them.
    ("signatory:Korea", &["'Korea'", "KP (North Korea)", "KR (South Korea)", "signatory:KP", "signatory:KR"]),
    ("represented:Korea", &["KP (North Korea)", "KR (South Korea)", "represented:KP"]),
    ("nonsignatory:Korea", &["KP (North Korea)", "KR (South Korea)", "nonsignatory:KP"]),
    ("speaker:Korea", &["KP (North Korea)", "KR (South Korea)", "speaker:KP"]),
    ("actor:Korea", &["KP (North Korea)", "KR (South Korea)", "actor:KP"]),
    ("target:Korea", &["KP (North Korea)", "KR (South Korea)", "target:KP"]),
    ("mention:Korea", &["KP (North Korea)", "KR (South Korea)", "mention:KP"]),
    ("country:Korea", &["KP (North Korea)", "KR (South Korea)", "country:KP"]),
    ("signatory:FR,Korea", &["KP (North Korea)", "KR (South Korea)"]),
    (
        "speaker:\"Korean foreign minister\"",
        &["KP/foreign-minister (North Korea)", "KR/foreign-minister (South Korea)", "speaker:\"KP foreign minister\""],
    ),
    (
        "actor:\"Korean foreign minister\"",
        &["KP/foreign-minister (North Korea)", "KR/foreign-minister", "actor:\"KR foreign minister\""],
    ),
    // A thing of another kind has it: what to write instead.
    ("issuer:France", &["FR", "signatory:FR"]),
    ("org:France", &["FR", "signatory:FR"]),
    ("mention:NATO", &["'NATO' is an organisation", "mention:members(NATO)"]),
    ("country:NATO", &["'NATO' is an organisation", "country:members(NATO)"]),
    ("signatory:members(France)", &["'France' is a country", "signatory:FR"]),
    ("signatory:all(France)", &["'France' is a country", "signatory:FR"]),
    ("speaker:members(France)", &["'France' is a country", "speaker:FR"]),
];

#[test]
fn errors_list_the_candidates() {
    let mut faults = Vec::new();
    for (query, wanted) in ERRORS {
        let told = match Query::parse(query) {
            Ok(read) => format!("no error: {read:?}"),
            Err(error) => format!("{} hint: {}", error.message, error.hint),
        };
        let missing: Vec<_> = wanted.iter().filter(|part| !told.contains(**part)).collect();
        if !missing.is_empty() {
            faults.push(format!("{query}: {missing:?} not in: {told}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
