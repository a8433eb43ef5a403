//! Extracts the statements of any text: every span is of it, and no statement is without words.
#![no_main]

use demarche::article::Article;
use demarche::extract::extract;
use demarche::knowledge::Knowledge;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let article = Article::from_body(text.to_owned());
    let found = extract(&article, Knowledge::built_in());
    for statement in &found.statements {
        for span in statement.content() {
            assert!(text.get(span.start..span.end).is_some(), "{span:?}");
        }
    }
});
