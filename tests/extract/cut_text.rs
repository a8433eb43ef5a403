//! Extraction of articles cut off anywhere, and of odd text, never panics and stays inside the text.

use demarche::article::Article;
use demarche::extract::extract;
use demarche::knowledge::Knowledge;
use proptest::prelude::*;

fn check(text: &str) {
    let article = Article::from_body(text.to_owned());
    let extraction = extract(&article, Knowledge::built_in());
    let again = extract(&article, Knowledge::built_in());
    assert_eq!(extraction, again, "extraction is the same every time");
    for statement in &extraction.statements {
        for span in statement.content().chain(statement.targets.iter().map(|target| target.evidence)) {
            assert!(article.text.get(span.start..span.end).is_some(), "{span:?} is no part of the text");
        }
    }
}

#[test]
fn cut_articles_are_read() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    for entry in std::fs::read_dir(folder).expect("the corpus is there") {
        let text = std::fs::read_to_string(entry.expect("a readable entry").path()).expect("the corpus is UTF-8");
        for (at, _) in text.char_indices().step_by(173) {
            check(&text[at..]);
            check(&text[..at]);
        }
    }
}

proptest! {
    #[test]
    fn odd_text_is_read(words in prop::collection::vec(
        prop::sample::select(vec![
            "France", "and", ",", "the", "of", "joint statement", "signed by", "said", "12", "other countries", "-", "(", ")",
            "\"", "except", "all", "G7", "members", "U.S.", "President", "its", "that", "to", "urged", "'s", ".", "who", "letter",
            "dozens", "of", "including", "on behalf of", "é", "did not sign", "\u{201C}", "\n\n",
        ]),
        0..60,
    )) {
        check(&words.join(" "));
    }
}
