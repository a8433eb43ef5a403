//! Parses any text as a query in each dialect: what is understood is told, printed, and parsed to the same again.
#![no_main]

use demarche::knowledge::Knowledge;
use demarche::query::{Query, Reading, Syntax};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let knowledge = Knowledge::built_in();
    for syntax in [Syntax::Demarche, Syntax::Lexis, Syntax::Factiva, Syntax::Lucene] {
        let reading = Reading { knowledge, syntax, today: None };
        match Query::parse_with(text, &reading) {
            Ok(query) => {
                let _ = query.describe(knowledge);
                let printed = query.to_string();
                let again = Query::parse(&printed).unwrap_or_else(|error| panic!("{printed}: {error}"));
                assert_eq!(again.to_string(), printed);
            }
            Err(error) => {
                let _ = error.caret(text);
            }
        }
    }
});
