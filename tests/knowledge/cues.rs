//! Every word of the cue table is found in the sentences of its row, and not in the others.

use demarche::article::Article;
use demarche::extract::utterances;
use demarche::knowledge::{CueRow, Knowledge};
use demarche::text::Span;

/// The sentence of a row with the cue in its tested form, and where the cue stands.
fn sentence(template: &str, form: &str) -> (String, Span) {
    let mut chars = form.chars();
    let capital: String = chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect();
    for (mark, word) in [("{past}", form), ("{noun}", form), ("{cue}", form), ("{Cue}", &capital)] {
        if let Some(start) = template.find(mark) {
            return (template.replacen(mark, word, 1), Span::new(start, start + word.len()));
        }
    }
    panic!("the sentence {template:?} has no place for its cue");
}

/// Whether some utterance of `text` has a cue that shares a byte with `cue`.
fn is_found(text: String, cue: Span, knowledge: &Knowledge) -> bool {
    let (utterances, _) = utterances(&Article::from_body(text), knowledge);
    utterances.iter().any(|utterance| utterance.cue.is_some_and(|found| found.overlaps(cue)))
}

/// The words of the table that fail one of the sentences `pick` takes from their row.
fn failures(pick: fn(&CueRow) -> &[String], expected: fn(bool) -> bool) -> Vec<String> {
    let knowledge = Knowledge::built_in();
    let mut failures = Vec::new();
    for row in CueRow::all() {
        for word in &row.words {
            let form = row.tested_form(word);
            for template in pick(&row) {
                let (text, cue) = sentence(template, &form);
                if !expected(is_found(text.clone(), cue, knowledge)) {
                    failures.push(text);
                }
            }
        }
    }
    failures
}

#[test]
fn every_row_has_sentences_of_both_kinds() {
    for row in CueRow::all() {
        assert!(!row.matches.is_empty() && !row.not.is_empty(), "{:?}", row.words);
    }
}

#[test]
fn every_cue_is_found_where_it_reports() {
    let failures = failures(|row| &row.matches, |found| found);
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn no_cue_is_found_where_it_reports_nothing() {
    let failures = failures(|row| &row.not, |found| !found);
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
