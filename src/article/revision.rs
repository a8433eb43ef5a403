//! The marks wires put before a headline when they send a story again: "UPDATE 2-", "CORRECTED-".

use super::Article;

/// The marks; a number may follow, and a dash does.
const MARKS: [&str; 12] = [
    "UPDATE",
    "REFILE",
    "CORRECTED",
    "CORRECTION",
    "RPT",
    "REPEAT",
    "WRAPUP",
    "RECASTS",
    "CLARIFIED",
    "ADDS",
    "URGENT",
    "WRAP",
];

/// A headline without its marks, and how far they say the story has come: 0 without any.
#[must_use]
pub fn without_marks(headline: &str) -> (&str, u32) {
    let mut rest = headline.trim();
    let mut revision = 0;
    while let Some((number, after)) = leading_mark(rest) {
        // A corrected or repeated story comes after the one it repeats.
        revision += number.unwrap_or(1).clamp(1, 999);
        rest = after;
    }
    (rest, revision)
}

/// The number of the mark `headline` opens with, and what follows it.
fn leading_mark(headline: &str) -> Option<(Option<u32>, &str)> {
    let mark = MARKS.iter().find(|mark| headline.starts_with(**mark))?;
    let rest = headline[mark.len()..].trim_start();
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let number = rest[..digits].parse().ok();
    let rest = rest[digits..].trim_start();
    let after = rest.strip_prefix('-').or_else(|| rest.strip_prefix(':'))?;
    (!after.trim().is_empty()).then(|| (number, after.trim_start()))
}

impl Article {
    /// What an article without a guid shares with the other versions of its story: its slug, or its headline
    /// without marks, and its day.
    #[must_use]
    pub fn marked_story(&self) -> Option<String> {
        let day = self.date()?;
        let (headline, _) = without_marks(self.headline_words()?);
        let words: Vec<String> = headline
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect();
        (words.len() >= 3).then(|| format!("headline:{day}:{}", words.join(" ")))
    }

    /// How far the marks before the headline say the story has come.
    #[must_use]
    pub fn revision(&self) -> u32 {
        self.headline_words().map_or(0, |headline| without_marks(headline).1)
    }
}

#[cfg(test)]
mod tests {
    use super::without_marks;

    fn check(headline: &str, bare: &str, revision: u32) {
        assert_eq!(without_marks(headline), (bare, revision), "{headline}");
    }

    #[test]
    fn marks_are_told_from_headlines() {
        check("Envoys meet in Geneva", "Envoys meet in Geneva", 0);
        check("UPDATE 2-Envoys meet in Geneva", "Envoys meet in Geneva", 2);
        check("REFILE-UPDATE 1-Envoys meet", "Envoys meet", 2);
        check("CORRECTED-Envoys meet", "Envoys meet", 1);
        check("WRAPUP 3-Envoys meet", "Envoys meet", 3);
        check("UPDATE on talks", "UPDATE on talks", 0);
        check("RPT-", "RPT-", 0);
    }
}
