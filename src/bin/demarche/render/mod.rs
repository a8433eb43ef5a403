//! One file for each way of printing something.

pub mod article_text;
pub mod outcome_json;
pub mod places;
pub mod spans;
pub mod statement_json;
pub mod statement_text;

/// `text` on one line, without control characters a terminal would obey.
pub fn plain(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").chars().filter(|c| !c.is_control()).collect()
}
