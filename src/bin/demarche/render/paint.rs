//! Marks words in a text, by colour where the terminal shows it.

use std::env;

use demarche::text::Span;

/// How words are marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paint {
    /// In bold, for a terminal.
    Bold,
    /// Between asterisks.
    Asterisks,
    /// Between two asterisks each, for Markdown.
    Markdown,
}

impl Paint {
    /// Bold for `terminal`, unless `NO_COLOR` is set.
    pub fn of(terminal: impl Into<Terminal>) -> Self {
        let wants_none = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        match terminal.into() {
            Terminal::Yes if !wants_none => Self::Bold,
            _ => Self::Asterisks,
        }
    }

    fn marks(self) -> (&'static str, &'static str) {
        match self {
            Self::Bold => ("\u{1b}[1m", "\u{1b}[0m"),
            Self::Asterisks => ("*", "*"),
            Self::Markdown => ("**", "**"),
        }
    }

    /// `text` on one line, the words at `spans` marked; words next to each other are marked as one.
    pub fn marked(self, text: &str, spans: &[Span]) -> String {
        let mut runs: Vec<Span> = Vec::new();
        for &span in spans {
            match runs.last_mut() {
                Some(run) if text[run.end..span.start].chars().all(char::is_whitespace) => *run = run.cover(span),
                _ => runs.push(span),
            }
        }
        let (open, close) = self.marks();
        let mut out = String::new();
        let mut at = 0;
        for run in runs {
            for (part, before, after) in [(at..run.start, "", ""), (run.start..run.end, open, close)] {
                out.push_str(before);
                out.push_str(&one_line(&text[part]));
                out.push_str(after);
            }
            at = run.end;
        }
        out.push_str(&one_line(&text[at..]));
        out
    }
}

/// Whether output goes to a terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Terminal {
    Yes,
    No,
}

impl From<bool> for Terminal {
    fn from(is: bool) -> Self {
        if is { Self::Yes } else { Self::No }
    }
}

/// White space as single spaces, without control characters.
fn one_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_whitespace() {
            if !out.ends_with(' ') {
                out.push(' ');
            }
        } else if !c.is_control() {
            out.push(c);
        }
    }
    out
}
