//! Queries, what is understood of them, and what is said of those that cannot be understood.

use demarche::knowledge::Knowledge;
use demarche::query::{Field, Query, QueryError, Reading};
use jiff::civil::date;

fn parse(text: &str) -> Result<Query, QueryError> {
    Query::parse(text)
}

#[track_caller]
fn check(text: &str, canonical: &str, description: &str) {
    let query = parse(text).unwrap_or_else(|error| panic!("{error}\n{}\n{}", error.caret(text), error.hint));
    assert_eq!(query.to_string(), canonical, "canonical text of {text}");
    assert_eq!(query.describe(Knowledge::built_in()), format!("statements {description}"), "description of {text}");
    assert_eq!(parse(canonical).as_ref(), Ok(&query), "{canonical} reads back as {text}");
}

#[track_caller]
fn check_error(text: &str, message: &str, culprit: &str, hint: &str) {
    let error = parse(text).expect_err(text);
    assert!(error.message.contains(message), "{text}: {}", error.message);
    assert_eq!(&text[error.span.start..error.span.end], culprit, "{text}: {}", error.message);
    assert!(error.hint.contains(hint), "{text}: {}", error.hint);
}

#[test]
fn words_and_phrases() {
    check("troops", "troops", "with the word 'troops'");
    check("troops Kursk", "troops Kursk", "with the words 'troops' and 'Kursk'");
    check("a b c", "a b c", "with the words 'a', 'b' and 'c'");
    check("\"joint statement\"", "\"joint statement\"", "with the phrase 'joint statement'");
    check("\"  joint \u{a0} statement \"", "\"joint statement\"", "with the phrase 'joint statement'");
    check("\u{201c}joint statement\u{201d}", "\"joint statement\"", "with the phrase 'joint statement'");
    check("\"troops\"", "troops", "with the word 'troops'");
    check("\"10:30\"", "\"10:30\"", "with the word '10:30'");
    check("\"AND\"", "\"AND\"", "with the word 'AND'");
    check("\"Russia - China\"", "\"Russia China\"", "with the phrase 'Russia China'");
    check("don\u{2019}t U.S.-led", "don\u{2019}t U.S.-led", "with the words 'don\u{2019}t' and 'U.S.-led'");
    check("troops,", "\"troops,\"", "with the word 'troops,'");
    check("troops\u{a0}Kursk", "troops Kursk", "with the words 'troops' and 'Kursk'");
    check(
        "Kyjiw \u{41a}\u{438}\u{457}\u{432}",
        "Kyjiw \u{41a}\u{438}\u{457}\u{432}",
        "with the words 'Kyjiw' and '\u{41a}\u{438}\u{457}\u{432}'",
    );
    check("and or not And", "and or not And", "with the words 'and', 'or', 'not' and 'And'");
}

#[test]
fn precedence() {
    check("a AND b", "a b", "with the words 'a' and 'b'");
    check("a OR b c", "a OR b AND c", "with the word 'a', or (with the words 'b' and 'c')");
    check("a b OR c", "a AND b OR c", "(with the words 'a' and 'b'), or with the word 'c'");
    check("(a OR b) c", "(a OR b) c", "(with the word 'a', or with the word 'b'), with the word 'c'");
    check("NOT a b", "NOT a b", "without the word 'a', with the word 'b'");
    check("NOT (a b)", "NOT (a b)", "not (with the words 'a' and 'b')");
    check("a NOT b", "a NOT b", "with the word 'a', without the word 'b'");
    check("a AND NOT b", "a NOT b", "with the word 'a', without the word 'b'");
    check("((a))", "a", "with the word 'a'");
    check(
        "a(b OR c)d",
        "a (b OR c) d",
        "with the word 'a', (with the word 'b', or with the word 'c'), with the word 'd'",
    );
}

#[test]
fn hyphen_denies() {
    check("troops -Kursk", "troops NOT Kursk", "with the word 'troops', without the word 'Kursk'");
    check("-signatory:KR", "NOT signatory:KR", "not signed by South Korea");
    check("-\"joint statement\"", "NOT \"joint statement\"", "without the phrase 'joint statement'");
    check("-(a OR b)", "NOT (a OR b)", "not (with the word 'a', or with the word 'b')");
    check("--a", "NOT NOT a", "not (without the word 'a')");
    check("NOT -joint:no", "NOT NOT joint:no", "not (not (not made jointly))");
}

#[test]
fn parties() {
    check("signatory:KR", "signatory:KR", "signed by South Korea");
    check("SIGNATORY:kor", "signatory:KR", "signed by South Korea");
    check("signatory:\"South Korea\"", "signatory:KR", "signed by South Korea");
    check("signatory:\u{201e}South Korea\u{201c}", "signatory:KR", "signed by South Korea");
    check("signatory:\"South\u{a0}Korea\"", "signatory:KR", "signed by South Korea");
    check("signatory:KOR,ROK", "signatory:KR", "signed by South Korea");
    check("signatory:KR,JP,\"united states\"", "signatory:KR,JP,US", "signed by South Korea, Japan or United States");
    check("signatory:G7", "signatory:G7", "signed by the Group of Seven");
    check("signatory:members(G7)", "signatory:members(G7)", "signed by any member of the Group of Seven");
    check("signatory:ALL(e3)", "signatory:all(E3)", "signed by every member of E3");
    check(
        "signatory:members( \"Group of Seven\" )",
        "signatory:members(G7)",
        "signed by any member of the Group of Seven",
    );
    check("signatory:members(European Union)", "signatory:members(EU)", "signed by any member of the European Union");
    check("signatory:*", "signatory:*", "signed by any country");
    check("represented:FR", "represented:FR", "signed by or for France");
    check("nonsignatory:HU", "nonsignatory:HU", "said not to be signed by Hungary");
    check("target:KP", "target:KP", "directed at North Korea");
    check("to:NATO", "target:NATO", "directed at the North Atlantic Treaty Organization");
    check("target:against", "target:against", "against someone");
    check("target:Support,Addressed", "target:support,addressed", "in support of someone or addressed to someone");
    check("target:against,CN", "target:against,CN", "against someone or directed at China");
    check("mention:Taiwan", "mention:TW", "mentioning Taiwan");
    check("mention:members(ASEAN+3)", "mention:members(ASEAN+3)", "mentioning any member of the ASEAN Plus Three");
    check("country:*", "country:*", "involving any country");
    check("issuer:nato", "issuer:NATO", "issued by the North Atlantic Treaty Organization");
    check("issuer:*", "issuer:*", "issued by any organisation");
    check("(signatory:KR)", "signatory:KR", "signed by South Korea");
}

#[test]
fn an_organisation_whose_id_is_a_country_code() {
    check("signatory:AU", "signatory:AU", "signed by Australia");
    check("signatory:\"African Union\"", "signatory:organisation(AU)", "signed by the African Union");
    check("signatory:members(AU)", "signatory:members(AU)", "signed by any member of the African Union");
    check("issuer:AU", "issuer:AU", "issued by the African Union");
    check("country:AU", "country:AU", "involving Australia");
}

#[test]
fn speakers() {
    check("speaker:Italy", "speaker:IT", "spoken by Italy");
    check("from:it", "speaker:IT", "spoken by Italy");
    check("speaker:Tajani", "speaker:Tajani", "spoken by 'Tajani' (Antonio Tajani)");
    check("speaker:Xyzzy", "speaker:Xyzzy", "spoken by 'Xyzzy'");
    check(
        "speaker:\"French foreign minister\"",
        "speaker:\"French foreign minister\"",
        "spoken by the foreign minister of France, by title or by name while in office",
    );
    check("speaker:\"foreign  minister\"", "speaker:\"foreign minister\"", "spoken by 'foreign minister'");
    check("speaker:Tajani,IT", "speaker:Tajani,IT", "spoken by 'Tajani' (Antonio Tajani) or Italy");
    check("speaker:\"members(G7)\"", "speaker:\"members(G7)\"", "spoken by 'members(G7)'");
    check("speaker:members", "speaker:members", "spoken by 'members'");
    check("speaker:\"2024\"", "speaker:\"2024\"", "spoken by '2024'");
    check("speaker:*", "speaker:*", "spoken by anyone");
}

#[test]
fn judged_on_one_day() {
    for (text, day, description) in [
        ("signatory:all(E3)", (2024, 1, 1), "signed by Germany, signed by France, signed by Britain"),
        ("signatory:all(AES),KR", (2000, 1, 1), "signed by South Korea"),
        ("signatory:members(AUKUS)", (2000, 1, 1), "signed by nobody"),
        ("signatory:members(AUKUS)", (2024, 1, 1), "signed by Australia, Britain or United States"),
        ("NOT speaker:\"French foreign minister\"", (2024, 11, 5), "not spoken by Jean-Noel Barrot"),
    ] {
        let (year, month, day) = day;
        let day = jiff::civil::Date::new(year, month, day).expect("a day");
        let query = parse(text).unwrap_or_else(|error| panic!("{error}")).as_of(day, Knowledge::built_in());
        assert_eq!(query.describe(Knowledge::built_in()), format!("statements {description}"), "{text}");
    }
}

#[test]
fn kinds_and_flags() {
    check("kind:direct", "kind:direct", "in direct speech");
    check("kind:Mixed,indirect", "kind:mixed,indirect", "in partly direct speech or in indirect speech");
    check("joint:yes", "joint:yes", "made jointly");
    check("joint:TRUE", "joint:yes", "made jointly");
    check("joint:false", "joint:no", "not made jointly");
}

#[test]
fn dates() {
    check("date:2024", "date:2024", "in 2024");
    check("date:2024-10", "date:2024-10", "in 2024-10");
    check("date:2024-11-05", "date:2024-11-05", "on 2024-11-05");
    check("date:2024-10..2024-12", "date:2024-10-01..2024-12-31", "from 2024-10-01 to 2024-12-31");
    check("date:2024-01..2024-12", "date:2024", "in 2024");
    check("date:..2024", "date:..2024-12-31", "on or before 2024-12-31");
    check("date:2024..", "date:2024-01-01..", "on or after 2024-01-01");
    check("date:>=2024-11-05", "date:2024-11-05..", "on or after 2024-11-05");
    check("date:>2024-02", "date:2024-03-01..", "on or after 2024-03-01");
    check("date:<2024-03-01", "date:..2024-02-29", "on or before 2024-02-29");
    check("date:<=2024", "date:..2024-12-31", "on or before 2024-12-31");
    check("date:2022,2024", "date:2022,2024", "in 2022 or in 2024");
    check("date:\"2024\"", "date:2024", "in 2024");
    check("date:*", "date:*", "with a date");
    check("-date:*", "NOT date:*", "without a date");
}

#[test]
fn days_up_to_today() {
    let reading = Reading { today: Some(date(2024, 3, 7)), ..Reading::default() };
    for (written, read) in [
        ("date:7d", "date:2024-02-29..2024-03-07"),
        ("date:1w", "date:2024-02-29..2024-03-07"),
        ("date:1m", "date:2024-02-07..2024-03-07"),
        ("date:1y", "date:2023-03-07..2024-03-07"),
        ("date:0d", "date:2024-03-07"),
    ] {
        assert_eq!(Query::parse_with(written, &reading).map(|query| query.to_string()), Ok(read.to_owned()));
    }
    check_error("date:7d", "counts back from today", "7d", "write 2024");
}

#[test]
fn words_near_each_other() {
    check("a w/5 b", "a w/5 b", "with the word 'a' within 5 words of the word 'b'");
    check("a W/1 b c", "a w/1 b c", "with the word 'a' next to the word 'b', with the word 'c'");
    check("a pre/3 b", "a pre/3 b", "with the word 'a' before and within 3 words of the word 'b'");
    check("a w/s \"b c\"", "a w/s \"b c\"", "with the word 'a' in one sentence with the phrase 'b c'");
    check("a not w/p b", "a not w/p b", "with the word 'a' not in one paragraph with the word 'b'");
    check("a NOT PRE/1 b", "a not pre/1 b", "with the word 'a' not directly before the word 'b'");
    check("NOT a w/2 b", "NOT a w/2 b", "without the word 'a' within 2 words of the word 'b'");
    check(
        "a w/2 b w/3 (c OR d)",
        "a w/2 b w/3 (c OR d)",
        "with (the word 'a' within 2 words of the word 'b') within 3 words of (the word 'c' or the word 'd')",
    );
    check(
        "a w/2 (b pre/3 c)",
        "a w/2 (b pre/3 c)",
        "with the word 'a' within 2 words of (the word 'b' before and within 3 words of the word 'c')",
    );
    check("atleast3 a", "atleast3 a", "with the word 'a', at least 3 times");
    check("ATLEAST2(a OR b)", "atleast2 (a OR b)", "with (the word 'a' or the word 'b'), at least 2 times");
    check("not a", "not a", "with the words 'not' and 'a'");
    check("\"not\" w/5 a", "\"not\" w/5 a", "with the word 'not' within 5 words of the word 'a'");
    check("\"w/5\" \"atleast3\"", "\"w/5\" \"atleast3\"", "with the words 'w/5' and 'atleast3'");
    check_error("a w/0 b", "from 1 to 255", "w/0", "w/5");
    check_error("a w/256 b", "from 1 to 255", "w/256", "w/5");
    check_error("w/5 a", "nothing before it", "w/5", "quotation marks");
    check_error("a w/5", "nothing after it", "w/5", "quotation marks");
    check_error("(a b) w/5 c", "not an AND", "w/5", "a w/5 b AND a w/5 c");
    check_error("signatory:KR w/5 c", "words, phrases", "w/5", "AND");
    check_error("atleast3 (a -b)", "not an AND", "atleast3", "AND");
}

#[test]
fn forms_of_words() {
    check("condemn*", "condemn*", "with a word like 'condemn*'");
    check("wom?n", "wom?n", "with a word like 'wom?n'");
    check("\"condemn* missile\"", "\"condemn* missile\"", "with the phrase 'condemn* missile'");
    check("Kyjiw~", "Kyjiw~1", "with a word like 'Kyjiw', one letter different at most");
    check("Kyjiw~2", "Kyjiw~2", "with a word like 'Kyjiw', 2 letters different at most");
    check("=\"condemned\"", "=\"condemned\"", "with exactly the word 'condemned'");
    check("=\"nuclear war\"", "=\"nuclear war\"", "with exactly the phrase 'nuclear war'");
    check("why?", "\"why?\"", "with the word 'why?'");
    check_error("c*", "nearly any word", "c*", "at least 2 letters");
    check_error("con*mn", "at the end of a word only", "con*mn", "? for each letter");
    check_error("Kyjiw~3", "1 or 2 letters", "Kyjiw~3", "Kyjiw~1");
}

#[test]
fn headline_and_first_paragraph() {
    check("hlead(a)", "hlead(a)", "with the word 'a' in the headline or the first paragraph");
    check(
        "HLEAD(a OR b) c",
        "(hlead(a) OR hlead(b)) c",
        "(with the word 'a' in the headline or the first paragraph, or with the word 'b' in the headline or the \
         first paragraph), with the word 'c'",
    );
    check("hlead (a)", "hlead a", "with the words 'hlead' and 'a'");
    check_error("hlead(signatory:KR)", "words, not fields", "hlead", "outside");
    check_error("hlead(a", "not closed", "(", "closing parenthesis");
}

#[test]
fn all_together() {
    check(
        "signatory:KR to:KP date:>=2024-01-01 troops",
        "signatory:KR target:KP date:2024-01-01.. troops",
        "signed by South Korea, directed at North Korea, on or after 2024-01-01, with the word 'troops'",
    );
    check(
        "joint:yes AND (issuer:G7 OR signatory:all(E3)) -nonsignatory:DE",
        "joint:yes (issuer:G7 OR signatory:all(E3)) NOT nonsignatory:DE",
        "made jointly, (issued by the Group of Seven, or signed by every member of E3), \
         not said not to be signed by Germany",
    );
}

#[test]
fn wrong_fields() {
    check_error("sigantory:KR", "no field 'sigantory'", "sigantory", "did you mean 'signatory'?");
    check_error("xyzzy:KR", "no field 'xyzzy'", "xyzzy", "the fields are: signatory, ");
    check_error("troops at 10:30", "no field '10'", "10", "\"10:30\"");
    check_error("see http://example.org/a", "no field 'http'", "http", "\"http://example.org/a\"");
    check_error(":KR", "no field before this colon", ":", "the fields are");
    check_error("signatory :KR", "no field before this colon", ":", "the fields are");
    check_error("signatory:", "signatory: has no value", "signatory:", "signatory:NAME");
    check_error("date: 2024", "date: has no value", "date:", "directly behind the colon");
    check_error("(from:)", "speaker: has no value", "from:", "speaker:NAME");
    check_error("signatory:(KR OR JP)", "no parentheses", "(", "signatory:a,b");
}

#[test]
fn wrong_lists() {
    check_error("signatory:KR,", "empty place", ",", "extra comma");
    check_error("signatory:,KR", "empty place", ",", "extra comma");
    check_error("signatory:KR, JP", "empty place", ",", "no spaces around commas");
    check_error("signatory:KR,\"\"", "nothing between", "\"\"", "put words between");
    check_error("signatory:KR\"JP\"", "'\"' cannot follow", "\"", "space after the value");
    check_error("signatory:\"South Korea\"x", "'x' cannot follow", "x", "space after the value");
    check_error("signatory:each(G7)", "'each' is no set", "each", "members(X)");
    check_error("signatory:members(G7", "not closed", "(", "close it");
    check_error("signatory:members()", "no name", "()", "members(G7)");
}

#[test]
fn wrong_names() {
    check_error("signatory:Kazahkstan", "called 'Kazahkstan'", "Kazahkstan", "Kazakhstan");
    check_error("signatory:members(\"Gruop of Seven\")", "called 'Gruop of Seven'", "Gruop of Seven", "Group of Seven");
    check_error("signatory:South Korea", "called 'South'", "South", "signatory:\"South Korea\"");
    check_error("x (signatory:South Korea) y", "called 'South'", "South", "signatory:\"South Korea\"");
    check_error("signatory:xqzw", "called 'xqzw'", "xqzw", "speaker:NAME");
    check_error(
        "target:Korea",
        "'Korea' can mean KP (North Korea) or KR",
        "Korea",
        "target:KP or target:KR, or target:KP,KR",
    );
    check_error("speaker:Korea", "can mean", "Korea", "speaker:KP");
    check_error(
        "speaker:\"Korean foreign minister\"",
        "can mean KP/foreign-minister (North Korea) or KR/foreign-minister (South Korea)",
        "Korean foreign minister",
        "write speaker:\"KP foreign minister\" or speaker:\"KR foreign minister\"",
    );
    check_error("mention:G7", "takes countries, and 'G7' is an organisation", "G7", "mention:members(G7)");
    check_error("country:JP,NATO", "is an organisation", "NATO", "country:members(NATO)");
    check_error("country:organisation(G7)", "takes countries", "organisation(G7)", "country:members(G7)");
    check_error("issuer:Italy", "takes organisations, and 'Italy' is a country", "Italy", "signatory:IT");
    check_error("issuer:members(G7)", "not their members", "members(G7)", "issuer:G7");
    check_error("signatory:all(Italy)", "'Italy' is a country", "Italy", "signatory:IT");
    check_error("from:2024-01", "a name, not a date", "2024-01", "date:2024-01..");
    check_error("kind:quoted", "kind: cannot be 'quoted'", "quoted", "kind:direct or kind:mixed or kind:indirect");
    check_error("kind:*", "kind: cannot be '*'", "*", "kind:direct");
    check_error("joint:maybe", "joint: cannot be 'maybe'", "maybe", "joint:yes");
    check_error("speaker:\"...\"", "no letter or digit", "\"...\"", "words of a name");
}

#[test]
fn wrong_dates() {
    check_error("date:yesterday", "'yesterday' is not a date", "yesterday", "2024-10..2024-12");
    check_error("date:2024-13", "there is no date 2024-13", "2024-13", "01 to 12");
    check_error("date:2023-02-29", "there is no date 2023-02-29", "2023-02-29", "01 to 12");
    check_error("date:05/11/2024", "is not a date", "05/11/2024", "write 2024");
    check_error("date:2024-1", "is not a date", "2024-1", "write 2024");
    check_error("date:2024..soon", "'soon' is not a date", "soon", "write 2024");
    check_error("date:2024-12..2024-10", "runs backwards", "2024-12..2024-10", "2024-10..2024-12");
    check_error("date:..", "neither a first nor a last day", "..", "write 2024");
    check_error("date:>= 2024", "no date behind '>='", ">=", "write 2024");
    check_error("date:=>2024", "'=>' compares nothing", "=>", ">=");
    check_error("date:>9999", "no such day", ">9999", "write 2024");
    check_error("date:<0000", "no such day", "<0000", "write 2024");
    check_error("date:members(G7)", "no set of countries", "members(G7)", "write 2024");
}

#[test]
fn wrong_structure() {
    check_error("", "the query is empty", "", "write words");
    check_error(" \u{a0} ", "the query is empty", "", "write words");
    check_error("troops \"joint statement", "not closed", "\"", "closing quotation mark");
    check_error("troops \u{201c}joint", "not closed", "\u{201c}", "closing quotation mark");
    check_error("a (b OR c", "not closed", "(", "closing parenthesis");
    check_error("(", "not closed", "(", "closing parenthesis");
    check_error("a) b", "closes none", ")", "open one before");
    check_error(")", "closes none", ")", "open one before");
    check_error("a ()", "nothing between", "()", "leave them out");
    check_error("\" \"", "nothing between", "\" \"", "leave them out");
    check_error("AND a", "'AND' has nothing before it", "AND", "\"AND\" in quotation marks");
    check_error("a OR", "'OR' has nothing after it", "OR", "\"OR\" in quotation marks");
    check_error("a AND OR b", "'AND' has nothing after it", "AND", "write what is missing");
    check_error("(a OR ) b", "'OR' has nothing after it", "OR", "write what is missing");
    check_error("a NOT", "'NOT' has nothing after it", "NOT", "write what is missing");
    check_error("a -AND", "'-' has nothing after it", "-", "directly before");
    check_error("Russia - China", "'-' has no letter or digit", "-", "directly before it");
    check_error("a *", "'*' has no letter or digit", "*", "signatory:*");
    check_error("what ?!", "'?!' has no letter or digit", "?!", "punctuation");
    check_error("\"...\"", "no letter or digit", "\"...\"", "punctuation");
}

#[test]
fn limits() {
    let nested = |depth: usize| format!("{}a{}", "(".repeat(depth), ")".repeat(depth));
    assert!(parse(&nested(64)).is_ok());
    check_error(&nested(65), "more than 64 deep", "(", "leave out parentheses");
    assert!(parse(&format!("{}a", "NOT ".repeat(64))).is_ok());
    check_error(&format!("{}a", "-".repeat(10_000)), "more than 64 deep", "-", "leave out");
    assert!(parse(&"a ".repeat(256)).is_ok());
    check_error(&"a ".repeat(257), "more than 256", "a", "shorten it");
    check_error(&format!("signatory:KR{}", ",JP".repeat(256)), "more than 256", "JP", "members(X)");
    assert!(parse(&format!("\"{}\"", "a ".repeat(257))).is_err());
}

#[test]
fn carets_count_characters() {
    let text = "\u{e9}\u{e9}\u{e9}\tsignatory:Kazahkstan x";
    assert_eq!(
        parse(text).expect_err(text).caret(text),
        "\u{e9}\u{e9}\u{e9} signatory:Kazahkstan x\n              ^^^^^^^^^^"
    );
    assert_eq!(parse("  ").expect_err("empty").caret("  "), "  \n  ^");
}

#[test]
fn every_name_in_the_tables_reads_back_in_every_field() {
    let knowledge = Knowledge::built_in();
    for country in &knowledge.countries().all {
        for field in [Field::Signatory, Field::Speaker, Field::Mention] {
            let text = format!("{field}:{}", country.code);
            assert_eq!(parse(&text).map(|query| query.to_string()), Ok(text));
        }
    }
    for organisation in &knowledge.organisations().all {
        for text in [format!("issuer:\"{}\"", organisation.id), format!("target:organisation({})", organisation.id)] {
            let query = parse(&text).unwrap_or_else(|error| panic!("{text}: {error}"));
            assert!(query.describe(knowledge).ends_with(&organisation.name), "{text}");
            assert_eq!(parse(&query.to_string()), Ok(query));
        }
    }
}

#[test]
fn acts_confidence_and_doubts() {
    check("act:urge", "act:urge", "that urge");
    check("act:CONDEMN,express-concern", "act:condemn,express-concern", "that condemn or express concern");
    check("-act:decline-comment", "NOT act:decline-comment", "not that decline comment");
    check("act:*", "act:*", "that do anything");
    check("confidence:>0.8", "confidence:0.801..1", "with confidence of 0.801 or more");
    check("confidence:0.5..0.8", "confidence:0.5..0.8", "with confidence from 0.5 to 0.8");
    check("confidence:<=.25", "confidence:0..0.25", "with confidence of 0.25 at most");
    check("confidence:0.9", "confidence:0.9..1", "with confidence of 0.9 or more");
    check("NOT doubt:*", "NOT doubt:*", "without the doubt of any kind");
    check("doubt:count-disagrees", "doubt:count-disagrees", "with the doubt count-disagrees");
    check_error("act:shout", "act: cannot be 'shout'", "shout", "act:urge");
    check_error("confidence:high", "confidence: cannot be 'high'", "high", "confidence:>0.8");
    check_error("confidence:80", "confidence: cannot be '80'", "80", "from 0 to 1");
    check_error("confidence:0.8..0.5", "no confidence lies in", "0.8..0.5", "lower number first");
    check_error("doubt:some", "doubt: cannot be 'some'", "some", "doubt:count-disagrees");
}

#[test]
fn publication() {
    check("agency:Reuters", "agency:Reuters", "of the agency 'Reuters'");
    check("byline:\"Cynthia Kim\"", "byline:\"Cynthia Kim\"", "reported or written by 'Cynthia Kim'");
    check("credit:Heavens", "credit:Heavens", "crediting 'Heavens'");
    check("dateline:Seoul,Tokyo", "dateline:Seoul,Tokyo", "filed from 'Seoul' or 'Tokyo'");
    check("section:World", "section:World", "in the section 'World'");
    check("headline:tariffs", "headline:tariffs", "under a headline with 'tariffs'");
    check("place:Geneva", "place:Geneva", "naming or filed from 'Geneva'");
    check("actor:KR", "actor:KR", "spoken or signed by South Korea");
    check("actor:tajani", "actor:tajani", "spoken or signed by 'tajani' (Antonio Tajani)");
    check("org:NATO", "org:NATO", "naming the North Atlantic Treaty Organization");
    check_error("byline:members(G7)", "takes words", "members(G7)", "byline:G7");
    check_error("org:Italy", "takes organisations, and 'Italy' is a country", "Italy", "signatory:IT");
}

#[test]
fn topics() {
    check("topic:\"economic sanction\"", "topic:\"economic sanction\"", "about economic sanction");
    check("about:medtop:20000642", "topic:\"economic sanction\"", "about economic sanction");
    check("topic:\"nuclear weapons\"", "topic:\"nuclear policy\"", "about nuclear policy");
    check("topic:tariffs,war", "topic:tariff,war", "about tariff or war");
    check("-topic:*", "NOT topic:*", "not about any topic");
    check_error("topic:\"econmic sanction\"", "no topic is called", "econmic sanction", "\"economic sanction\"");
    check_error("topic:medtop:99999999", "no topic is called", "medtop:99999999", "IPTC Media Topics");
    check_error("topic:members(G7)", "takes a topic", "members(G7)", "topic:G7");
}
