//! A link to words on a web page.

use std::fmt::Write as _;

/// Words of so many bytes are told by how they begin and end.
const LONG: usize = 160;
/// So many words of the beginning, and of the end.
const ENDS: usize = 6;

/// A link to `words` on the page at `url`, at which browsers scroll to them and mark them; none when `url` is
/// no web address.
///
/// It ends in a text fragment (`#:~:text=`): the words themselves, or `first words,last words` where they are
/// long or run over several lines, since a fragment told in one piece is found in one paragraph only. Marks at
/// either end are left out: pages set quotation marks in many ways. See W3C, "URL Fragment Text Directives".
#[must_use]
pub fn link_to(url: &str, words: &str) -> Option<String> {
    let page = web_address(url)?;
    let Some(text) = fragment(words) else { return Some(page) };
    // What stands behind `:~:` already is another text of the page.
    let page = page.split(":~:").next().unwrap_or(&page).trim_end_matches('#');
    let mark = if page.contains('#') { "" } else { "#" };
    Some(format!("{page}{mark}:~:text={text}"))
}

/// `url` when it is the address of a web page; what breaks an address in running text is escaped.
fn web_address(url: &str) -> Option<String> {
    let url = url.trim();
    let starts = |scheme: &str| url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    if !starts("http://") && !starts("https://") || url.chars().any(char::is_control) {
        return None;
    }
    let mut out = String::with_capacity(url.len());
    for c in url.chars() {
        if c.is_whitespace() || matches!(c, '"' | '<' | '>' | '`' | '\\' | '^' | '{' | '|' | '}') {
            escape(&mut out, c);
        } else {
            out.push(c);
        }
    }
    Some(out)
}

/// `words` as the value of a text directive; none when they have no letter or digit.
fn fragment(words: &str) -> Option<String> {
    let words = words.trim_matches(|c: char| !c.is_alphanumeric());
    let all: Vec<&str> = words.split_whitespace().collect();
    let is_whole = words.len() <= LONG && !words.contains('\n');
    let ends = if is_whole { 0 } else { ENDS.min(all.len() / 2) };
    match ends {
        0 if all.is_empty() => None,
        0 => Some(encoded(&all)),
        ends => {
            let (first, last) = (first_line(words, ends), last_line(words, ends));
            Some(format!("{},{}", encoded(&first), encoded(&last)))
        }
    }
}

/// The first `most` words of the first line that has a word.
fn first_line(words: &str, most: usize) -> Vec<&str> {
    let line = words.lines().find(|line| has_word(line)).unwrap_or(words);
    trimmed(line).split_whitespace().take(most).collect()
}

/// The last `most` words of the last line that has a word.
fn last_line(words: &str, most: usize) -> Vec<&str> {
    let line = words.lines().rfind(|line| has_word(line)).unwrap_or(words);
    let all: Vec<&str> = trimmed(line).split_whitespace().collect();
    all[all.len().saturating_sub(most)..].to_vec()
}

fn has_word(line: &str) -> bool {
    line.contains(char::is_alphanumeric)
}

fn trimmed(line: &str) -> &str {
    line.trim_matches(|c: char| !c.is_alphanumeric())
}

/// `words` with a space between them, percent-encoded: `-`, `,` and `&` mean something in a directive.
fn encoded(words: &[&str]) -> String {
    let mut out = String::new();
    for c in trimmed(&words.join(" ")).chars() {
        if c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '~') {
            out.push(c);
        } else {
            escape(&mut out, c);
        }
    }
    out
}

fn escape(out: &mut String, c: char) {
    for byte in c.encode_utf8(&mut [0; 4]).bytes() {
        let _ = write!(out, "%{byte:02X}");
    }
}
