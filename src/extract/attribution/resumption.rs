//! Quotations that go on later in the sentence of their cue: `"...," he said of those who left, "..."`.

use super::clause::Clause;
use super::content::{Content, Opens};
use super::extent;
use super::next_speech::reports;
use super::setting::Setting;
use super::word::Tag;

/// The words from the next quotation after `tail` on, when no other verb reports it.
pub(super) fn resumed(clause: &Clause, tail: usize) -> Option<(usize, usize)> {
    let quote = (tail..clause.chunks.len()).find(|&at| clause.is(at, Tag::Quote))?;
    let word = clause.chunks[quote].first;
    let mark = clause.words[word - 1].tag;
    let sentence = clause.words[word].span.of(clause.text).chars().find(|c| c.is_alphanumeric())?.is_uppercase();
    // "in Santa Monica, Calif. ...": the stop of an abbreviation ends the sentence too.
    let joins = mark == Tag::Comma || sentence && clause.spelled(word - 1) == ".";
    let reported = (tail..quote).any(|at| reports(clause, at));
    let content = Content { first: word, opens: Opens::Quote };
    (joins && !reported).then(|| (word, extent::end(clause, content, Setting::Main)))
}
