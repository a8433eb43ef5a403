//! Whatever the text: no panic, every span inside it and on character boundaries, and the same again.

use demarche::article::formats::read;
use demarche::extract::{Extraction, extract};
use demarche::knowledge::Knowledge;
use demarche::text::Span;
use proptest::prelude::*;

/// Every span an extraction holds.
fn spans(extraction: &Extraction) -> Vec<Span> {
    let mut out: Vec<Span> = extraction.doubts.iter().map(|doubt| doubt.span).collect();
    let told = extraction.statements.iter().flat_map(|statement| &statement.utterances).chain(&extraction.headline);
    for utterance in told {
        out.extend(utterance.content.iter().chain(&utterance.cue).chain(&utterance.source));
    }
    for statement in &extraction.statements {
        out.extend(statement.issuers.iter().map(|row| row.evidence));
        out.extend(statement.signatories.iter().map(|row| row.evidence));
        out.extend(statement.nonsignatories.iter().map(|row| row.evidence));
        out.extend(statement.targets.iter().map(|row| row.evidence));
        out.extend(statement.open.iter().map(|row| row.evidence));
        for speaker in &statement.speakers {
            out.extend([speaker.name, speaker.evidence].into_iter().chain(speaker.role));
        }
    }
    out
}

fn check(text: &str) -> Result<(), TestCaseError> {
    for item in read(text.as_bytes(), None).flatten() {
        let article = item.article;
        let extraction = extract(&article, Knowledge::built_in());
        for span in spans(&extraction) {
            prop_assert!(article.text.get(span.range()).is_some(), "{span:?} in {:?}", article.text);
        }
        for statement in &extraction.statements {
            prop_assert!((0.0..=1.0).contains(&statement.confidence));
        }
        prop_assert_eq!(&extraction, &extract(&article, Knowledge::built_in()));
    }
    Ok(())
}

/// Text made of the pieces newswire is made of, in any order.
fn wire_like() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "G7",
        "ministers",
        "of",
        "France",
        ",",
        "and",
        "Germany",
        "said",
        "in a joint statement",
        "\"",
        "\u{201C}",
        "\u{201D}",
        "that",
        "they",
        "condemned",
        "Russia",
        "'s",
        "invasion",
        ".",
        "\n\n",
        "\n",
        "did not sign",
        "(",
        ")",
        "Besides",
        "members",
        "the statement",
        "was signed by",
        "South Korea",
        "on behalf of",
        "39",
        "countries",
        "including",
        "urged",
        "to",
        "Foreign Minister",
        "Antonio Tajani",
        ";",
        ":",
        "-",
        "\u{2014}",
        "U.S.",
        "\u{a0}",
        "na\u{ef}ve",
        "told",
        "according to",
        "except",
        "Hungary",
        "letter",
        "  \u{2022} World",
        "\r\n",
        "ROME (Sample Wire) -",
    ]);
    prop::collection::vec(piece, 0..80).prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #[test]
    fn any_text(text in "\\PC{0,400}") {
        check(&text)?;
    }

    #[test]
    fn any_lines(lines in prop::collection::vec("\\PC{0,80}", 0..20)) {
        check(&lines.join("\n"))?;
    }

    #[test]
    fn any_order_of_wire_words(text in wire_like()) {
        check(&text)?;
    }
}
