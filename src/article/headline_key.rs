//! What two writings of one headline have in common.

use std::sync::LazyLock;

/// Words wires set before a headline, before a colon ("Exclusive:"), in lower case.
static LABELS: LazyLock<Vec<&str>> = LazyLock::new(|| include_str!("headline_labels.txt").lines().collect());
/// Words that tell after a dash where a headline comes from ("-sources"), in lower case.
static SOURCES: LazyLock<Vec<&str>> = LazyLock::new(|| include_str!("headline_sources.txt").lines().collect());

/// The words of a headline in lower case, without its punctuation, quotation marks, labels ("UPDATE 2-",
/// "Exclusive:") and the source named at its end ("-sources", "| Sample Wire").
///
/// Two headlines with the same key are one headline.
#[must_use]
pub fn headline_key(headline: &str) -> String {
    let mut out = String::with_capacity(headline.len());
    for word in headline_core(headline).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().flat_map(char::to_lowercase));
    }
    out
}

/// A headline without its labels and the source named at its end.
#[must_use]
pub fn headline_core(headline: &str) -> &str {
    let mut core = headline.trim();
    while let Some(rest) = without_label(core) {
        core = rest;
    }
    while let Some(rest) = without_source(core) {
        core = rest;
    }
    core
}

/// The headline after a label: capitals before a dash ("UPDATE 2-"), or a word known as a label before
/// a colon or dash.
fn without_label(headline: &str) -> Option<&str> {
    let end = headline.find(['-', ':', '\u{2013}', '\u{2014}'])?;
    let label = headline[..end].trim();
    let rest = headline[end..].trim_start_matches(['-', ':', '\u{2013}', '\u{2014}']).trim_start();
    let is_numbered = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == ' ';
    let capitals = label.chars().filter(char::is_ascii_uppercase).count();
    let is_slug = headline[end..].starts_with('-')
        && capitals >= 3
        && label.len() <= 24
        && label.chars().all(is_numbered)
        && rest.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || "'\"\u{2018}\u{201C}$".contains(c));
    let word = label.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let is_label = LABELS.iter().any(|known| known.eq_ignore_ascii_case(word));
    (!rest.is_empty() && (is_slug || is_label)).then_some(rest)
}

/// The headline before the source named at its end.
fn without_source(headline: &str) -> Option<&str> {
    let (rest, source, spaced) = [" | ", " - ", " \u{2013} ", " \u{2014} ", " -", ": ", "-"]
        .into_iter()
        .filter_map(|mark| headline.rsplit_once(mark).map(|(rest, source)| (rest, source, mark)))
        .min_by_key(|(_, source, _)| source.len())
        .map(|(rest, source, mark)| (rest, source, mark.starts_with(' ')))?;
    let words = |text: &str| text.split_whitespace().count();
    let known = |word: &str| SOURCES.iter().any(|known| known.eq_ignore_ascii_case(word));
    let is_source = source.split_whitespace().all(known) || (spaced && words(source) <= 3);
    let last = source.chars().next_back()?;
    (is_source && last.is_alphanumeric() && words(rest) >= 4).then(|| rest.trim_end())
}

#[cfg(test)]
mod tests {
    use super::headline_key;

    fn check(one: &str, other: &str) {
        assert_eq!(headline_key(one), headline_key(other));
    }

    fn differ(one: &str, other: &str) {
        assert_ne!(headline_key(one), headline_key(other));
    }

    #[test]
    fn writings_of_one_headline_have_one_key() {
        let plain = "Ministers say talks \"close\" to end";
        check(plain, "UPDATE 2-Ministers say talks 'close' to end");
        check(plain, "Exclusive: Ministers say talks \u{201C}close\u{201D} to end");
        check(plain, "WRAPUP 3-EXCLUSIVE-Ministers Say Talks Close To End");
        check(plain, "Ministers say talks \"close\" to end -sources");
        check(plain, "Ministers say talks \"close\" to end: report");
        check(plain, "Ministers say talks close to end-ministry");
        check(plain, "Ministers say talks close to end | Sample Wire");
        check(plain, "Update 2: Ministers say talks close to end");
    }

    #[test]
    fn words_of_a_headline_stay() {
        differ("US-led talks end in Rome at last", "Led talks end in Rome at last");
        differ("Ministers meet in Rome on rate-cut hopes", "Ministers meet in Rome on rate");
        differ("Rome: ministers meet", "Ministers meet");
        differ("UPDATE 2-Oil", "UPDATE 2-Gas");
        assert_eq!(headline_key("EXCLUSIVE-"), "exclusive");
        assert_eq!(headline_key(""), "");
    }
}
