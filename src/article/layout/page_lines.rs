//! Lines of a page that are not the article's: promos, sign-offs and titles of headline lists.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, Anchored, Input, MatchKind};

use crate::text::Span;

/// Cue words of promos; `^` binds them to the line's start, ` + ` joins words that must all occur.
const PROMOS: &str = include_str!("promos.txt");
/// Titles of headline lists; a final `*` stands for a section's name.
const LIST_TITLES: &str = include_str!("list_titles.txt");
/// Words an agency ends its message with.
const SIGN_OFFS: &str = include_str!("sign_offs.txt");

fn rows(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

struct PromoCues {
    pieces: AhoCorasick,
    /// For every cue the numbers of its pieces, and whether it is bound to the line's start.
    cues: Vec<(Vec<usize>, bool)>,
}

static PROMO_CUES: LazyLock<PromoCues> = LazyLock::new(|| {
    let mut pieces = Vec::new();
    let mut cues = Vec::new();
    for row in rows(PROMOS) {
        let (row, bound) = row.strip_prefix('^').map_or((row, false), |rest| (rest, true));
        let first = pieces.len();
        pieces.extend(row.split(" + "));
        cues.push(((first..pieces.len()).collect(), bound));
    }
    let pieces = AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .match_kind(MatchKind::Standard)
        .build(pieces)
        .expect("a few short cues always make an automaton");
    PromoCues { pieces, cues }
});

/// Whether `line` is house advertising or a notice of rights.
pub(super) fn is_promo(line: &str) -> bool {
    const LONGEST: usize = 240;
    if line.len() > LONGEST {
        return false;
    }
    let line =
        line.trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '\u{A9}' | '(' | '"' | '\u{201C}'));
    let found: Vec<(usize, usize)> = PROMO_CUES
        .pieces
        .find_overlapping_iter(Input::new(line).anchored(Anchored::No))
        .filter(|found| is_whole(line, found.start(), found.end()))
        .map(|found| (found.pattern().as_usize(), found.start()))
        .collect();
    PROMO_CUES.cues.iter().any(|(pieces, bound)| {
        let occurs = |piece: &usize| found.iter().any(|(id, start)| id == piece && (!bound || *start == 0));
        let later = |piece: &usize| found.iter().any(|(id, _)| id == piece);
        pieces.first().is_some_and(occurs) && pieces.iter().skip(1).all(later)
    })
}

/// Whether nothing of a longer word stands right before or after.
fn is_whole(line: &str, start: usize, end: usize) -> bool {
    let word_before =
        line[..start].ends_with(char::is_alphanumeric) && line[start..].starts_with(char::is_alphanumeric);
    let word_after = line[end..].starts_with(char::is_alphanumeric) && line[..end].ends_with(char::is_alphanumeric);
    !word_before && !word_after
}

/// Whether `line` is the word an agency ends its message with, perhaps with a desk letter or dots.
pub(in crate::article) fn is_sign_off(line: &str) -> bool {
    const LONGEST: usize = 20;
    if line.len() > LONGEST {
        return false;
    }
    let line = line.trim_end_matches("^M").trim_matches(|c: char| !c.is_alphanumeric());
    let (word, desk) = line.split_once(' ').unwrap_or((line, ""));
    desk.trim().len() <= 1 && rows(SIGN_OFFS).any(|known| known.eq_ignore_ascii_case(word))
}

/// The title of a headline list in `line`, without its colon, and the headline after the colon.
pub(super) fn list_title(text: &str, line: Span) -> Option<(Span, Option<Span>)> {
    const LONGEST: usize = 60;
    let words = line.of(text);
    let title_len = words.find(':').unwrap_or(words.len());
    if title_len > LONGEST {
        return None;
    }
    let title = Span::new(line.start, line.start + title_len);
    let dotted = words.len() > title_len;
    let title = title.trim_matches(text, |c| c.is_whitespace() || (dotted && c == '.'));
    if !rows(LIST_TITLES).any(|known| is_title(known, title.of(text))) {
        return None;
    }
    let rest = Span::new(line.start + title_len, line.end);
    let rest = rest.trim_matches(text, |c| c == ':' || c.is_whitespace());
    Some((title, (!rest.is_empty()).then_some(rest)))
}

fn is_title(known: &str, title: &str) -> bool {
    const LONGEST_SECTION: usize = 4;
    let Some(opening) = known.strip_suffix('*') else {
        return known.eq_ignore_ascii_case(title);
    };
    let Some((start, section)) = title.split_at_checked(opening.len()) else {
        return false;
    };
    let named = (1..=LONGEST_SECTION).contains(&section.split_whitespace().count());
    named && start.eq_ignore_ascii_case(opening) && !section.ends_with(['.', '?', '!'])
}
