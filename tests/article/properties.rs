//! What holds for every input, whatever it is.

use demarche::article::Article;
use demarche::article::formats::{Format, read};
use demarche::text::Span;
use proptest::prelude::*;

/// Everything that lays claim to words of the text; names stand inside credit lines.
fn parts(article: &Article) -> Vec<Span> {
    let mut parts = Vec::from_iter(article.headline);
    parts.extend(&article.sections);
    parts.extend(article.dateline.as_ref().map(|dateline| dateline.span));
    parts.extend(&article.paragraphs);
    parts.extend(&article.furniture);
    parts.extend(&article.promos);
    for list in &article.lists {
        parts.push(list.title);
        parts.extend(&list.headlines);
    }
    parts.sort();
    parts
}

fn check_spans(article: &Article) {
    let parts = parts(article);
    for part in &parts {
        assert!(
            article.text.get(part.range()).is_some_and(|words| !words.is_empty()),
            "{part:?} in {:?}",
            article.text
        );
    }
    for pair in parts.windows(2) {
        assert!(!pair[0].overlaps(pair[1]), "{pair:?} in {:?}", article.text);
    }
    let dateline = article.dateline.iter().flat_map(|dateline| dateline.cities.iter().chain(&dateline.agency));
    for inner in dateline.copied().chain(article.credits.iter().map(|credit| credit.name)) {
        assert!(parts.iter().any(|part| part.contains(inner)), "{inner:?} in {:?}", article.text);
        assert!(article.text.get(inner.range()).is_some());
    }
}

fn check_lines(article: &Article) {
    let parts = parts(article);
    let mut start = 0;
    for piece in article.text.split_inclusive('\n') {
        let line = Span::new(start, start + piece.len()).trim(&article.text);
        start += piece.len();
        assert!(
            line.is_empty() || parts.iter().any(|part| part.overlaps(line)),
            "{:?} is lost from {:?}",
            article.words(line),
            article.text
        );
    }
}

/// Lines such as pages are made of, and some that only look like them.
fn page_line() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        Just("\u{A0} \t".to_owned()),
        Just("  • World".to_owned()),
        Just("  • Tuesday, 05 Nov 2024".to_owned()),
        Just("Published 5 May 1999".to_owned()),
        Just("Talks open in Rome".to_owned()),
        Just("ROME (Reuters) -".to_owned()),
        Just("PARIS/ROME, Nov 5 (Sample Wire) \u{2014} Envoys met. (Reporting by A B)".to_owned()),
        Just("(Reporting by Ann Example\nand Bob Sample; Editing by C".to_owned()),
        Just("Editing by Cleo Model) and more".to_owned()),
        Just("By Ann Example, Wire".to_owned()),
        Just("Next In World".to_owned()),
        Just("Also read: Storm.".to_owned()),
        Just("Related.:".to_owned()),
        Just("Sign up here. ©".to_owned()),
        Just("Reuter".to_owned()),
        Just("    Indented words that go on for a while until the line is broken".to_owned()),
        "[ -~“”’—é\u{A0}()]{0,90}",
        "\\PC{0,40}",
    ]
}

proptest! {
    #[test]
    fn any_page_is_divided_without_rest(lines in prop::collection::vec(page_line(), 0..14), crlf in any::<bool>()) {
        let text = lines.join(if crlf { "\r\n" } else { "\n" });
        for format in [Format::WireText, Format::Plain] {
            for item in read(text.as_bytes(), Some(format)).flatten() {
                check_spans(&item.article);
                check_lines(&item.article);
            }
        }
    }

    #[test]
    fn any_bytes_are_read_or_told(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        for format in [None, Some(Format::WireText), Some(Format::Plain), Some(Format::ReutersSgml)] {
            for item in read(bytes.as_slice(), format).flatten() {
                check_spans(&item.article);
            }
        }
    }

    #[test]
    fn any_markup_is_read_or_told(
        pieces in prop::collection::vec(
            prop::sample::select(vec![
                "<REUTERS>", "<REUTERS NEWID=\"1\">", "</REUTERS>", "<DATE>", "1-JAN-1987", "</DATE>", "<PLACES>", "<D>",
                "</D>", "<TEXT>", "<TITLE>", "</TITLE>", "<AUTHOR>", "By A, B", "</AUTHOR>", "<DATELINE>", "ROME, May 2 -",
                "</DATELINE>", "<BODY>", "</BODY>", "</TEXT>", "Tea.\n", " Reuter\n", "&#3;", "&lt;", "&", "<", ">", "*", "é",
            ]),
            0..40,
        ),
    ) {
        let bytes = pieces.concat();
        for item in read(bytes.as_bytes(), Some(Format::ReutersSgml)).flatten() {
            check_spans(&item.article);
        }
    }
}
