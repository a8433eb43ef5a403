//! What the layout of a wire text gives, part by part.

use std::fs;

use demarche::article::formats::{Format, Item, read};
use demarche::article::{Article, Part};
use demarche::text::Span;

fn wire(text: &str) -> Article {
    only(text.as_bytes(), Some(Format::WireText)).article
}

fn only(bytes: &[u8], format: Option<Format>) -> Item {
    let mut items: Vec<_> = read(bytes, format).collect();
    assert_eq!(items.len(), 1);
    items.pop().unwrap().expect("the item can be read")
}

fn words(article: &Article, spans: &[Span]) -> Vec<String> {
    spans.iter().map(|&span| article.words(span).to_owned()).collect()
}

fn check_dateline(opening: &str, cities: &[&str], agency: Option<&str>, date: Option<&str>) {
    let article = wire(&format!("A headline\n\n  • Tuesday, 05 Nov 2024\n\n{opening} Talks were held.\n"));
    let dateline = article.dateline.as_ref().unwrap_or_else(|| panic!("no dateline in {opening:?}"));
    assert_eq!(words(&article, &dateline.cities), cities, "{opening}");
    assert_eq!(dateline.agency.map(|span| article.words(span)), agency, "{opening}");
    assert_eq!(dateline.date.map(|date| date.to_string()).as_deref(), date, "{opening}");
    assert_eq!(article.words(dateline.span), opening.trim(), "{opening}");
    assert_eq!(words(&article, &article.paragraphs), ["Talks were held."], "{opening}");
}

#[test]
fn datelines_give_cities_agency_and_day() {
    check_dateline("ROME (Reuters) -", &["ROME"], Some("Reuters"), None);
    check_dateline("(AP) \u{2014}", &[], Some("AP"), None);
    check_dateline("PARIS/BERLIN (Reuters) -", &["PARIS", "BERLIN"], Some("Reuters"), None);
    check_dateline("LONDON and PARIS (AFP) -", &["LONDON", "PARIS"], Some("AFP"), None);
    check_dateline("LONDON, ROME and PARIS (AFP) \u{2013}", &["LONDON", "ROME", "PARIS"], Some("AFP"), None);
    check_dateline("WASHINGTON, Nov 5 (Reuters) -", &["WASHINGTON"], Some("Reuters"), Some("2024-11-05"));
    check_dateline("WASHINGTON, Nov. 5, 2023 (Reuters) -", &["WASHINGTON"], Some("Reuters"), Some("2023-11-05"));
    check_dateline("GENEVA, Switzerland (AP) \u{2014}", &["GENEVA"], Some("AP"), None);
    check_dateline("FLINT, Mich., Oct. 4 (UPI) --", &["FLINT"], Some("UPI"), Some("2024-10-04"));
    check_dateline("ROME, Nov 5 -", &["ROME"], None, Some("2024-11-05"));
    check_dateline("    SALVADOR, Feb 26 -", &["SALVADOR"], None, Some("2025-02-26"));
    check_dateline("ROME, 5 Nov (Sample Wire) -", &["ROME"], Some("Sample Wire"), Some("2024-11-05"));
    check_dateline("Nov 5 (Reuters) -", &[], Some("Reuters"), Some("2024-11-05"));
    check_dateline("Mexico City (AFP) \u{2013}", &["Mexico City"], Some("AFP"), None);
    check_dateline("WASHINGTON \u{2014}", &["WASHINGTON"], None, None);
    check_dateline("ROME\u{A0}(Reuters)\u{A0}-", &["ROME"], Some("Reuters"), None);
}

#[test]
fn sentences_are_no_datelines() {
    for opening in [
        "The European Union (EU) - a bloc of states - agreed.",
        "European Union (EU) - a bloc of states - agreed.",
        "In an email dated Feb. 12, 2012 - a copy was seen - he agreed.",
        "The well-known envoy agreed.",
        "\"No (never) - not now,\" he agreed.",
    ] {
        let article = wire(&format!("A headline\n\n{opening}\n\nMore.\n"));
        assert_eq!(article.dateline, None, "{opening}");
    }
}

fn check_date(line: &str, date: &str) {
    let article = wire(&format!("A headline\n\n{line}\n\nROME (Reuters) - Talks were held.\n"));
    assert_eq!(article.published.map(|date| date.to_string()).as_deref(), Some(date), "{line}");
    assert_eq!(article.paragraphs.len(), 1, "{line}");
    assert_eq!(article.furniture.len(), 1, "{line}");
}

#[test]
fn date_lines_give_the_day_of_publication() {
    for line in [
        "  • Tuesday, 05 Nov 2024",
        "November 5, 2024",
        "5 November 2024 10:15 GMT",
        "2024-11-05",
        "2024-11-05T10:15:00Z",
        "Nov 5, 2024",
        "- Nov 5, 2024",
        "Published Nov 5, 2024",
        "Published: November 5th, 2024 at 10:15 a.m. EST",
        "Updated Nov. 5, 2024, 3 min read",
        "Tue, Nov 5, 2024 10:15 AM GMT+1",
    ] {
        check_date(line, "2024-11-05");
    }
}

fn check_credits(line: &str, credits: &[(Part, &str)]) {
    let article = wire(&format!("A headline\n\nROME (Reuters) - Talks were held.\n\n{line}\n"));
    let found: Vec<_> = article.credits.iter().map(|credit| (credit.part, article.words(credit.name))).collect();
    assert_eq!(found, credits, "{line}");
    assert_eq!(article.paragraphs.len(), 1, "{line}");
}

#[test]
fn credit_lines_give_people_and_their_parts() {
    use Part::{AdditionalReporting, Editing, Other, Reporting, Writing};
    check_credits(
        "(Reporting by Ann Example, writing by Bob Sample; Editing by Cleo Model)",
        &[(Reporting, "Ann Example"), (Writing, "Bob Sample"), (Editing, "Cleo Model")],
    );
    check_credits(
        "(Reporting by Ann Example in Rome, Bob Sample and Cleo Model in Paris; Additional reporting by Dan Pattern; \
         Writing by Eve Draft; Editing by Flo Proof and Gil Galley)",
        &[
            (Reporting, "Ann Example"),
            (Reporting, "Bob Sample"),
            (Reporting, "Cleo Model"),
            (AdditionalReporting, "Dan Pattern"),
            (Writing, "Eve Draft"),
            (Editing, "Flo Proof"),
            (Editing, "Gil Galley"),
        ],
    );
    check_credits(
        "(Additional reporting by Ann Example in West Haven, Florida; Editing by Bob Sample.)",
        &[(AdditionalReporting, "Ann Example"), (Editing, "Bob Sample")],
    );
    check_credits(
        "Reporting by Ann Example; Editing by P. Sample",
        &[(Reporting, "Ann Example"), (Editing, "P. Sample")],
    );
    check_credits("[Reporting by Ann Example]", &[(Reporting, "Ann Example")]);
    check_credits(
        "(Reporting by Ann Example\nand Bob Sample; Compiled by Cleo Model)",
        &[(Reporting, "Ann Example"), (Reporting, "Bob Sample"), (Other, "Cleo Model")],
    );
}

#[test]
fn a_byline_under_the_headline_names_reporters() {
    let article = wire("A headline\nBy Ann Example and Bob de Sample, Reuters\n\nROME (Reuters) - Talks were held.\n");
    let names: Vec<_> = article.credits.iter().map(|credit| article.words(credit.name)).collect();
    assert_eq!(names, ["Ann Example", "Bob de Sample"]);
}

#[test]
fn a_credit_line_may_end_the_last_paragraph() {
    let article = wire("A headline\n\nROME (Reuters) - Talks were held. (Reporting by Ann Example)\n");
    assert_eq!(words(&article, &article.paragraphs), ["Talks were held."]);
    assert_eq!(article.credits.len(), 1);
}

#[test]
fn promos_are_kept_out_of_the_paragraphs() {
    for line in [
        "Follow our desk on WhatsApp, morning and evening!",
        "Follow Sample Wire on our messaging channel for updates!",
        "Our Standards: The Thomson Reuters Trust Principles.",
        "Sign up here.",
        "Click here to see the pictures",
        "Register now for FREE unlimited access to Reuters.com",
        "© 2024 Sample Wire. All rights reserved",
        "Subscribe to our newsletter",
    ] {
        let article = wire(&format!("A headline\n\nROME (Reuters) - Talks were held.\n\n{line}\n"));
        assert_eq!(words(&article, &article.promos), [line]);
        assert_eq!(article.paragraphs.len(), 1, "{line}");
    }
}

#[test]
fn paragraphs_are_not_promos() {
    for line in [
        "Two more states want to sign up to the treaty, envoys said.",
        "\"Follow us,\" the minister told the crowd.",
        "The army said on its WhatsApp channel that it had withdrawn.",
        "Followers of the club in Telegram groups were furious about the channel.",
    ] {
        let article = wire(&format!("A headline\n\nROME (Reuters) - Talks were held.\n\n{line}\n"));
        assert!(article.promos.is_empty(), "{line}");
        assert_eq!(article.paragraphs.len(), 2, "{line}");
    }
}

fn check_lists(below: &str, lists: &[(&str, &[&str])], paragraphs: usize) {
    let article = wire(&format!("A headline\n\nROME (Reuters) - Talks were held.\n\n{below}"));
    let found: Vec<_> =
        article.lists.iter().map(|list| (article.words(list.title), words(&article, &list.headlines))).collect();
    assert_eq!(found.len(), lists.len(), "{below}");
    for ((title, headlines), expected) in found.iter().zip(lists) {
        assert_eq!((*title, headlines.as_slice()), (expected.0, &to_strings(expected.1)[..]), "{below}");
    }
    assert_eq!(article.paragraphs.len(), paragraphs, "{below}");
}

fn to_strings(words: &[&str]) -> Vec<String> {
    words.iter().map(|&word| word.to_owned()).collect()
}

#[test]
fn lists_keep_their_headlines_in_order() {
    check_lists("Next In World\n\nOne falls\nTwo rise\n", &[("Next In World", &["One falls", "Two rise"])], 1);
    check_lists("Others Also Read", &[("Others Also Read", &[])], 1);
    check_lists("Others Also Read.:\n", &[("Others Also Read", &[])], 1);
    check_lists("Related:\n• One falls\n• Two rise\n", &[("Related", &["One falls", "Two rise"])], 1);
    check_lists("Read next\n\nOne falls\n\nTwo rise\n", &[("Read next", &["One falls", "Two rise"])], 1);
    check_lists("Also read: One falls\n\nThe talks went on.\n", &[("Also read", &["One falls"])], 2);
    check_lists(
        "More from Sample Wire\nOne falls\n\nThe talks went on.\n",
        &[("More from Sample Wire", &["One falls"])],
        2,
    );
    check_lists(
        "Next In Sport\n\nOne falls\nTwo rise\n\nOthers Also Read\n\nThree stand\n",
        &[("Next In Sport", &["One falls", "Two rise"]), ("Others Also Read", &["Three stand"])],
        1,
    );
    check_lists("More from the talks is expected.\n", &[], 2);
}

fn check_headline(text: &str, headline: Option<&str>) {
    assert_eq!(wire(text).headline_words(), headline, "{text}");
}

#[test]
fn a_headline_is_taken_only_where_the_layout_has_one() {
    check_headline("UPDATE 2-Talks open\n\nEnvoys met.\n\nThey ate.\n", Some("UPDATE 2-Talks open"));
    check_headline("Talks open\nROME (Reuters) - Envoys met.\n", Some("Talks open"));
    check_headline("Talks open\n  • World\n\nEnvoys met.\n", Some("Talks open"));
    check_headline("\u{FEFF}\r\nTalks open\r\n\r\nEnvoys met.\r\n", Some("Talks open"));
    check_headline(
        "Talks open in Rome after weeks of doubt\nand one more night\n\nROME (Reuters) - Envoys met.\n",
        Some("Talks open in Rome after weeks of doubt\nand one more night"),
    );
    check_headline("Envoys met on Monday.\nThey ate at noon.\nThey left.\n", None);
    check_headline("Envoys met on Monday.\nThey ate at noon.\n\nThey left.\n", None);
    check_headline("ROME (Reuters) - Envoys met.\n\nThey ate.\n", None);
    check_headline("Envoys met.\n", None);
}

#[test]
fn a_page_is_read_to_its_last_line() {
    let page = fs::read_to_string("tests/data/formats/page.txt").unwrap();
    for text in [page.clone(), page.replace('\n', "\r\n"), format!("\u{FEFF}{page}")] {
        let item = only(text.as_bytes(), None);
        let article = item.article;
        assert_eq!(article.headline_words(), Some("Harbour towns sign pact on ferry safety"));
        assert_eq!(words(&article, &article.sections), ["World"]);
        assert_eq!(article.date().unwrap().to_string(), "2024-11-05");
        assert_eq!(article.dateline.as_ref().unwrap().date.unwrap().to_string(), "2024-11-04");
        assert_eq!(article.paragraphs.len(), 3);
        assert_eq!(article.credits.len(), 8);
        assert_eq!(article.promos.len(), 2);
        let counts: Vec<_> = article.lists.iter().map(|list| list.headlines.len()).collect();
        assert_eq!(counts, [1, 2, 0]);
    }
}

#[test]
fn the_seed_has_every_part() {
    let Ok(folder) = fs::read_dir("../shared/seed") else {
        eprintln!("skipped: ../shared/seed is absent");
        return;
    };
    for entry in folder {
        let item = only(&fs::read(entry.unwrap().path()).unwrap(), None);
        let article = item.article;
        assert_eq!(words(&article, &article.sections), ["World"]);
        assert_eq!(article.published.unwrap().to_string(), "2024-11-05");
        let dateline = article.dateline.as_ref().unwrap();
        assert_eq!(words(&article, &dateline.cities), ["ROME"]);
        assert_eq!(dateline.agency.map(|span| article.words(span)), Some("Reuters"));
        assert_eq!(article.paragraphs.len(), 5);
        let parts: Vec<_> = article.credits.iter().map(|credit| credit.part).collect();
        assert_eq!(parts, [Part::Reporting, Part::Writing, Part::Editing]);
        assert_eq!(article.promos.len(), 1);
        let counts: Vec<_> = article.lists.iter().map(|list| list.headlines.len()).collect();
        assert_eq!(counts, [10, 0]);
    }
}
