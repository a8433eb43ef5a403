//! What is under embargo is found by nobody before its moment, and by everybody after it.

use super::desk::{Desk, news_item, story, text};

/// An item that may not be used before 18:00 of November 5, 2024.
fn embargoed(version: u32, said: &str) -> String {
    news_item(version, "usable", said, "<embargoed>2024-11-05T18:00:00Z</embargoed>")
}

/// Checks that `command` tells of `words` on November 6 and on the clock's day, and not on November 5.
fn check(desk: &Desk, command: &[&str], words: &str) {
    for (today, told) in [(Some("2024-11-05"), false), (Some("2024-11-06"), true), (None, true)] {
        let day: Vec<&str> = today.into_iter().flat_map(|day| ["--today", day]).collect();
        let done = desk.run(&[command, &day].concat());
        let out = text(&done.stdout);
        assert_eq!(out.contains(words), told, "{command:?} {today:?}: {out}{}", text(&done.stderr));
    }
}

#[test]
fn nothing_tells_of_an_article_under_embargo() {
    let desk = Desk::new();
    desk.write("a.xml", &embargoed(1, "it would buy much tea this year"));
    desk.write("b.txt", &story("Growers meet in Rome", "it was pleased with the price of tea"));
    desk.ingest(&[], [2, 2, 0, 0, 0, 0]);
    check(&desk, &["search", "\"much tea\""], "much tea");
    check(&desk, &["search", "speaker:IT", "--count"], "2");
    check(&desk, &["search", "speaker:IT", "--facet", "month"], "of 2 hits");
    check(&desk, &["related", "Growers meet on the price of tea", "--hits", "article"], "Ministers meet on tea");
    check(&desk, &["related", "Growers meet on the price of tea", "--hits", "statement"], "much tea");
    check(&desk, &["actors", "Italy"], "2 statements");
    let id = desk.id("\"much tea\"");
    check(&desk, &["show", &id], "much tea");
    check(&desk, &["show", &id, "--format", "json"], "much tea");
    let shown = text(&desk.run(&["show", &id, "--today", "2024-11-05"]).stdout);
    assert!(shown.starts_with("Under embargo until 2024-11-05T18:00:00Z."), "{shown}");
}

#[test]
fn the_version_before_stands_until_the_embargo_ends() {
    let desk = Desk::new();
    desk.write("1.xml", &news_item(1, "usable", "it would buy much tea this year", ""));
    desk.write("2.xml", &embargoed(2, "it would buy no tea this year"));
    desk.ingest(&[], [2, 2, 0, 0, 0, 0]);
    let on = |day: &str, query: &str| text(&desk.run(&["search", query, "--count", "--today", day]).stdout);
    assert_eq!((on("2024-11-05", "\"much tea\"").trim(), on("2024-11-05", "\"no tea\"").trim()), ("1", "0"));
    assert_eq!((on("2024-11-06", "\"much tea\"").trim(), on("2024-11-06", "\"no tea\"").trim()), ("0", "1"));
    let versions = text(&desk.run(&["versions", &desk.id("\"no tea\""), "--today", "2024-11-05"]).stdout);
    assert!(versions.contains("under embargo in/2.xml") && !versions.contains("no tea"), "{versions}");
    // A kill comes at once, whatever the embargo.
    desk.write("3.xml", &news_item(3, "canceled", "nothing", ""));
    desk.ingest(&[], [3, 1, 0, 2, 0, 0]);
    assert_eq!((desk.count("\"much tea\""), desk.count("\"no tea\"")), (0, 0));
}
