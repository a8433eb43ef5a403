//! `demarche who`, `groups` and `countries`: what they print and how they end.

use assert_cmd::Command;
use predicates::prelude::*;
use serde_json::Value;

fn demarche(args: &[&str]) -> assert_cmd::assert::Assert {
    Command::cargo_bin("demarche").expect("the program is built").args(args).assert()
}

fn json(args: &[&str]) -> Value {
    let output = demarche(args).success().get_output().stdout.clone();
    serde_json::from_slice(&output).expect("JSON")
}

#[test]
fn who_is_a_capital() {
    demarche(&["who", "Seoul"])
        .success()
        .stdout(predicate::str::contains("KR").and(predicate::str::contains("capital")));
}

#[test]
fn who_holds_an_office_on_a_day() {
    let found = json(&["who", "French", "foreign", "minister", "--on", "2024-10-15", "--format", "json"]);
    assert_eq!(found["persons"].as_array().map(Vec::len), Some(1), "{found}");
    assert_eq!(found["persons"][0]["offices"][0]["polity"], "FR");
    assert!(found["persons"][0]["offices"][0]["source"].is_string());
}

#[test]
fn who_is_a_person_with_every_office() {
    demarche(&["who", "Tajani"])
        .success()
        .stdout(predicate::str::contains("Antonio Tajani").and(predicate::str::contains("foreign minister")));
}

#[test]
fn who_means_nothing_on_that_day() {
    demarche(&["who", "Tajani", "--on", "1986-01-01"]).code(1).stderr(predicate::str::contains("1986-01-01"));
}

#[test]
fn who_is_unknown() {
    demarche(&["who", "Frnace"]).code(2).stderr(predicate::str::contains("did you mean France"));
}

#[test]
fn groups_on_a_day() {
    let before = json(&["groups", "NATO", "--on", "2023-04-03", "--format", "json"]);
    let after = json(&["groups", "NATO", "--on", "2023-04-05", "--format", "json"]);
    let count = |found: &Value| {
        let members = found["members"].as_array().expect("members");
        members.iter().filter(|row| row["status"] == "member").count()
    };
    assert_eq!((count(&before), count(&after)), (30, 31));
}

#[test]
fn groups_say_what_is_not_dated() {
    demarche(&["groups", "G77", "--on", "1990-01-01"]).success().stdout(predicate::str::contains("member"));
}

#[test]
fn groups_are_listed() {
    let all = json(&["groups", "--format", "json"]);
    assert!(all.as_array().is_some_and(|all| all.len() >= 60));
}

#[test]
fn a_code_that_is_also_an_id_is_the_group_s() {
    demarche(&["groups", "AU"]).success().stdout(predicate::str::contains("African Union"));
}

#[test]
fn a_country_is_no_group() {
    demarche(&["groups", "France"]).code(2).stderr(predicate::str::contains("demarche countries FR"));
    demarche(&["countries", "NATO"]).code(2).stderr(predicate::str::contains("demarche groups \"NATO\""));
}

#[test]
fn a_name_of_several_countries_lists_them() {
    demarche(&["countries", "Korea"]).code(2).stderr(
        predicate::str::contains("KP").and(predicate::str::contains("KR")).and(predicate::str::contains("hint")),
    );
}

#[test]
fn countries_and_their_names() {
    let found = json(&["countries", "USSR", "--format", "json"]);
    assert_eq!((&found["code"], &found["kind"]), (&Value::from("SU"), &Value::from("historic")));
    demarche(&["countries"]).success().stdout(predicate::str::contains("Zambia"));
}
