//! Queries as other archives write them, and the query they are.

use demarche::query::{Query, QueryError, Reading, Syntax};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

fn parse(syntax: Syntax, text: &str) -> Result<Query, QueryError> {
    Query::parse_with(text, &Reading { syntax, ..Reading::default() })
}

#[track_caller]
fn check(syntax: Syntax, text: &str, canonical: &str) {
    let query = parse(syntax, text).unwrap_or_else(|error| panic!("{error}\n{}\n{}", error.caret(text), error.hint));
    assert_eq!(query.to_string(), canonical, "{text}");
    assert_eq!(Query::parse(canonical).as_ref(), Ok(&query), "{canonical} reads back as {text}");
}

#[track_caller]
fn check_error(syntax: Syntax, text: &str, message: &str, culprit: &str) {
    let error = parse(syntax, text).expect_err(text);
    assert!(error.message.contains(message), "{text}: {}", error.message);
    assert_eq!(&text[error.span.start..error.span.end], culprit, "{text}: {}", error.message);
    assert!(!error.hint.is_empty(), "{text}");
}

#[test]
fn lexis() {
    let check = |text, canonical| check(Syntax::Lexis, text, canonical);
    check("nuclear war", "\"nuclear war\"");
    check("\"nuclear war\"", "=\"nuclear war\"");
    check("missile OR rocket AND korea", "(missile OR rocket) korea");
    check("a AND b OR c AND NOT d", "a (b OR c) NOT d");
    check("a w/5 b OR c", "a w/5 (b OR c)");
    check("a w/9 b w/2 c", "a w/9 (b w/2 c)");
    check("a /5 b pre/3 c w/s d", "a w/5 (b pre/3 c) w/s d");
    check("a not w/5 b", "a not w/5 b");
    check("a w/p b AND c", "a w/p b c");
    check("condemn! wom*n", "\"condemn* wom?n\"");
    check("ATLEAST3(troops)", "atleast3 troops");
    check("HEADLINE(korea) and HLEAD(troops w/5 kursk)", "headline:korea hlead(troops w/5 kursk)");
    check("HEADLINE(korea OR \"north and south\")", "headline:korea,\"north and south\"");
    check("HEADLINE(korea AND troops)", "headline:korea headline:troops");
    check("DATE IS 2024 AND troops", "date:2024 troops");
    check("DATE AFT 11/05/2024", "date:2024-11-06..");
    check("date bef 2024-11", "date:..2024-10-31");
    check("date from 2024-01-01 to 2024-06-30", "date:2024-01-01..2024-06-30");
    check("signatory:KR nuclear war", "signatory:KR \"nuclear war\"");
    check("SIGNATORY(South Korea)", "signatory:KR");
    check_error(Syntax::Lexis, "bank*", "one letter inside", "bank*");
    check_error(Syntax::Lexis, "PUBLICATION(times)", "does not hold", "PUBLICATION");
    check_error(Syntax::Lexis, "HEADLINE(korea w/5 troops)", "only AND or only OR", "w/5");
    check_error(Syntax::Lexis, "HEADLINE(a OR b AND c)", "only AND or only OR", "AND");
    check_error(Syntax::Lexis, "HEADLINE(korea OR)", "nothing after", "OR");
    check_error(Syntax::Lexis, "date 2024", "IS, AFT, BEF", "2024");
    check_error(Syntax::Lexis, "a w/5", "nothing after", "w/5");
    check_error(Syntax::Lexis, "(a AND b) w/5 c", "not an AND", "w/5");
}

#[test]
fn factiva() {
    let check = |text, canonical| check(Syntax::Factiva, text, canonical);
    check("nuclear war", "\"nuclear war\"");
    check("a or b and c", "a OR b AND c");
    check("a near5 b", "a w/5 b");
    check("a w/5 b", "a pre/5 b");
    check("a adj5 b and c", "a pre/5 b c");
    check("a same b", "a w/p b");
    check("a not b and c", "a NOT b c");
    check("sanction$ or condemn*", "sanction* OR condemn*");
    check("atleast3 troops", "atleast3 troops");
    check("hd=korea and hlp=(troops or missile)", "headline:korea (hlead(troops) OR hlead(missile))");
    check("hd=(korea or missile)", "headline:korea,missile");
    check("re=fra", "country:FR");
    check("date after 20241105", "date:2024-11-06..");
    check_error(Syntax::Factiva, "la=en and troops", "does not hold", "la");
    check_error(Syntax::Factiva, "hd=(~5\"-)", "quotation mark", "~5\"-");
    check_error(Syntax::Factiva, "xx=en", "no part 'xx='", "xx=");
}

#[test]
fn lucene() {
    let check = |text, canonical| check(Syntax::Lucene, text, canonical);
    check("a b", "a OR b");
    check("a AND b OR c", "a AND b OR c");
    check("a && b || c", "a AND b OR c");
    check("+a -b c", "a NOT b");
    check("a -b", "a NOT b");
    check("+a +b", "a b");
    check("\"a b\"~5", "a w/5 b");
    check("\"a b\"", "\"a b\"");
    check("condemn* wom?n Kyjiw~2", "condemn* OR wom?n OR Kyjiw~2");
    check("+signatory:KR +date:[20240101 TO 20241231]", "signatory:KR date:2024");
    check("date:[2024-11-05 TO *]", "date:2024-11-05..");
    check("NOT a", "NOT a");
    check_error(Syntax::Lucene, "a^2", "no weights", "a^2");
    check_error(Syntax::Lucene, "date:[2024]", "has TO", "[2024]");
    check_error(Syntax::Lucene, "(a", "not closed", "(");
}

/// Pieces of queries in any order, most of them wrong together.
fn pieces() -> impl Strategy<Value = String> {
    let pieces = vec![
        "(",
        ")",
        "\"",
        "-",
        "+",
        "!",
        "*",
        "?",
        "$",
        " ",
        "=",
        ":",
        "~5",
        "[",
        "]",
        "AND ",
        " or ",
        " not ",
        "w/5 ",
        " near3 ",
        "a",
        "nuclear",
        "war ",
        "HLEAD(",
        "hd=",
        "hlp=(",
        "date ",
        "is ",
        "from ",
        "to ",
        "2024",
        "date:[",
        "signatory:",
        "KR",
        "\u{e9}",
        "\u{1f600}",
        "atleast2 ",
        "&&",
        "||",
        "\u{a0}",
    ];
    vec(select(pieces), 0..30).prop_map(|pieces| pieces.concat())
}

/// Queries that are written as the dialects write them, some of them wrong.
fn written() -> impl Strategy<Value = String> {
    let one = select(vec![
        "nuclear",
        "\"nuclear war\"",
        "condemn!",
        "condemn*",
        "wom?n",
        "wom*n",
        "sanction$",
        "signatory:KR",
        "from:IT",
        "target:addressed(CN)",
        "date:2024",
        "hd=korea",
        "HEADLINE(korea)",
        "HEADLINE(korea AND troops)",
        "hd=(korea or troops)",
        "HLEAD(korea)",
        "hlp=korea",
        "+a",
        "-a",
        "!a",
        "\"a b\"~5",
        "date:[20240101 TO 20241231]",
        "DATE IS 2024",
        "date after 20241105",
        "atleast3 troops",
        "ATLEAST3(troops)",
        "re=fra",
        "Kyjiw~1",
        "=\"exact\"",
    ]);
    let one = one.prop_map(str::to_owned);
    one.prop_recursive(4, 16, 3, |inner| {
        let operator = select(vec![
            " ",
            " and ",
            " or ",
            " not ",
            " AND ",
            " OR ",
            " AND NOT ",
            " && ",
            " || ",
            " w/5 ",
            " /5 ",
            " pre/3 ",
            " near5 ",
            " adj3 ",
            " same ",
            " w/s ",
            " w/p ",
            " not w/5 ",
        ]);
        prop_oneof![
            2 => (inner.clone(), operator, inner.clone()).prop_map(|(a, between, b)| format!("{a}{between}{b}")),
            1 => inner.clone().prop_map(|inner| format!("({inner})")),
            1 => inner.prop_map(|inner| format!("NOT ({inner})")),
        ]
    })
}

/// Asserts that `text` parses in each dialect into a query that reads back, or has an error with its place in it.
fn check_any(text: &str) -> Result<(), TestCaseError> {
    for syntax in [Syntax::Demarche, Syntax::Lexis, Syntax::Factiva, Syntax::Lucene] {
        match parse(syntax, text) {
            Ok(query) => {
                let printed = query.to_string();
                let read = Query::parse(&printed);
                prop_assert_eq!(read.as_ref(), Ok(&query), "{:?} {:?}: {}", syntax, text, printed);
            }
            Err(error) => {
                let place = error.span;
                prop_assert!(text.get(place.start..place.end).is_some(), "{:?} is outside of {:?}", place, text);
                prop_assert!(!place.is_empty() || place.end == text.len(), "{:?} {:?}: empty inside", syntax, text);
                prop_assert!(!error.hint.is_empty() && !error.message.is_empty());
                let caret = error.caret(text);
                let (line, marks) = caret.split_once('\n').unwrap_or_default();
                prop_assert!(marks.ends_with('^') && marks.chars().count() <= line.chars().count() + 1, "{}", caret);
            }
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_pieces_parse_or_have_a_caret(text in pieces()) {
        check_any(&text)?;
    }

    #[test]
    fn any_text_parses_or_has_a_caret(text in any::<String>()) {
        check_any(&text)?;
    }

    #[test]
    fn what_is_written_parses_or_has_a_caret(text in written()) {
        check_any(&text)?;
    }
}
