//! What publishers file an article under, and what they say of it beside its text.

use super::desk::{Desk, news_item, text};

#[test]
fn subject_codes_are_topics_of_the_publisher() {
    let desk = Desk::new();
    desk.write("a.xml", &news_item(1, "usable", "it would buy much tea this year", ""));
    desk.ingest(&[], [1, 1, 0, 0, 0, 0]);
    let all = desk.count("kind:direct OR kind:mixed OR kind:indirect");
    assert!(all > 0);
    // The Subject Code 11002000, diplomacy, is medtop:20000639; politics is above it.
    assert_eq!(desk.count("topic:medtop:20000639"), all);
    assert_eq!(desk.count("topic:medtop:11000000"), all);
    assert_eq!(desk.count("topic:sport"), 0);
    let shown = text(&desk.run(&["show", &desk.id("\"much tea\"")]).stdout);
    assert!(shown.contains("the publisher"), "{shown}");
}

/// Asserts that `show` tells `told`, in text and in JSON.
fn check(desk: &Desk, query: &str, told: &[(&str, &str)]) {
    let id = desk.id(query);
    let shown = text(&desk.run(&["show", &id]).stdout);
    let json: serde_json::Value =
        serde_json::from_slice(&desk.run(&["show", &id, "--format", "json"]).stdout).expect("JSON");
    for (name, value) in told {
        assert!(shown.contains(value), "{name}: no {value} in\n{shown}");
        assert!(json[*name].to_string().contains(value), "{name}: {}", json[*name]);
    }
}

#[test]
fn what_the_publisher_says_is_shown() {
    let desk = Desk::new();
    for sample in ["item.ninjs-1.json", "item.nitf.xml"] {
        let content = fs_err::read_to_string(format!("tests/data/formats/{sample}")).expect("a sample");
        desk.write(sample, &content);
    }
    desk.ingest(&[], [2, 2, 0, 0, 0, 0]);
    let nitf = [
        ("headline", "Ministers agree on tea"),
        ("subheads", "Prices to fall"),
        ("guid", "tea-1"),
        ("version", "5"),
        ("status", "usable"),
        ("embargo", "2024-05-02T12:00:00Z"),
        ("published", "2024-05-02T08:30:00Z"),
        ("slug", "TEA"),
        ("byline", "Ann Example"),
        ("credit", "Sample Wire"),
        ("section", "World"),
        ("urgency", "2"),
        ("language", "en"),
        ("encoding", "UTF-8"),
        ("subjects", "Diplomacy"),
        ("places", "Geneva"),
        ("people", "Carla Mock"),
        ("orgs", "Tea Board"),
        ("rights", "Sample Wire"),
        ("note", "Adds quotes"),
    ];
    check(&desk, "\"sell more\"", &nitf);
}
