//! `demarche open`: where a statement, an article or a headline stands.

use std::io::{BufReader, BufWriter, Read as _, Write as _, stdout};
use std::process::ExitCode;

use anyhow::Result;
use demarche::article::formats::{Format, OPENING, detect, read};
use demarche::index::{Entry, HeadlineEntry, Standing, StatementIndex, proof};
use demarche::text::Span;

use crate::args::{Open, WorldFormat};
use crate::render::harmless::Harmless;
use crate::render::open_places::{self, Place};

pub fn run(args: &Open) -> Result<ExitCode> {
    let index = args.asked.open()?;
    let places = match index.article(&args.id)? {
        Some(entry) if !index.shows(&entry) || matches!(entry.standing, Standing::Withdrawn { .. }) => {
            eprintln!("{} may not be used: `demarche show {}` says why", args.id, args.id);
            return Ok(ExitCode::from(1));
        }
        Some(entry) => of_entry(&entry, &args.id),
        None => match index.headline(&args.id)? {
            Some(headline) => of_headline(&index, headline)?,
            None => Vec::new(),
        },
    };
    if places.is_empty() {
        eprintln!("nothing has the id {}", args.id);
        return Ok(ExitCode::from(1));
    }
    let mut out = Harmless(BufWriter::new(stdout().lock()));
    match args.format {
        WorldFormat::Text => open_places::text(&mut out, &places)?,
        WorldFormat::Json => open_places::json(&mut out, &places)?,
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// The words of the statement `id` names; of an article, its headline.
fn of_entry(entry: &Entry, id: &str) -> Vec<Place> {
    let article = &entry.article;
    let spans: Vec<Span> = match id.split_once('-') {
        None => vec![article.headline.unwrap_or_default()],
        Some((_, number)) => {
            let number = number.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
            let Some(statement) = number.and_then(|at| entry.extraction.statements.get(at)) else { return Vec::new() };
            let words: Vec<Span> = statement.content().collect();
            // Who did not sign may be told without any words of theirs.
            if words.is_empty() { proof(article, statement) } else { words }
        }
    };
    let stands = stands(entry);
    spans.into_iter().map(|span| place(entry, span, stands)).collect()
}

/// A headline of a list stands on its page, any other on its row.
fn of_headline(index: &StatementIndex, headline: HeadlineEntry) -> Result<Vec<Place>> {
    let Some(listed) = &headline.listed else {
        let HeadlineEntry { path, line, text, .. } = headline;
        return Ok(vec![Place { path, member: None, line, column: None, span: None, words: text }]);
    };
    let Some(page) = index.article(listed.page.as_str())? else { return Ok(Vec::new()) };
    let span = page.article.lists.iter().flat_map(|list| &list.headlines).nth(listed.number.saturating_sub(1));
    Ok(span.map(|span| place(&page, *span, stands(&page))).into_iter().collect())
}

/// Where an article stands in its file.
#[derive(Debug, Clone, Copy)]
enum Stands {
    /// Its text is that of the file.
    Whole,
    /// It begins on this line.
    From(u64),
    /// The file is gone, packed, or no longer what was read.
    Unknown,
}

fn stands(entry: &Entry) -> Stands {
    let found = find(entry);
    match found {
        Stands::Whole => {}
        Stands::From(_) => eprintln!("the file holds more than the article's text: the line is the article's first"),
        Stands::Unknown => {
            eprintln!("{} does not hold the article as it was read: no line is known", entry.path);
        }
    }
    found
}

/// Reads the file again, up to the article.
fn find(entry: &Entry) -> Stands {
    let open = || fs_err::File::open(&entry.path);
    let (Ok(first), Ok(file)) = (open(), open()) else { return Stands::Unknown };
    let mut opening = Vec::new();
    let is_text = first.take(OPENING as u64).read_to_end(&mut opening).is_ok()
        && matches!(detect(&opening), Ok(Format::WireText | Format::Plain));
    for item in read(BufReader::new(file), None).flatten() {
        if item.digest == entry.digest {
            let is_whole = is_text && item.article.text == entry.article.text;
            return if is_whole { Stands::Whole } else { Stands::From(item.place.line) };
        }
    }
    Stands::Unknown
}

fn place(entry: &Entry, span: Span, stands: Stands) -> Place {
    let text = &entry.article.text;
    let before = &text[..span.start];
    let line_start = before.rfind('\n').map_or(0, |end| end + 1);
    let line = before.matches('\n').count() as u64 + 1;
    let column = before[line_start..].chars().count() as u64 + 1;
    let (line, column) = match stands {
        Stands::Whole => (Some(line), Some(column)),
        Stands::From(line) => (Some(line), None),
        Stands::Unknown => (None, None),
    };
    let words = entry.article.words(span).to_owned();
    Place { path: entry.path.clone(), member: entry.member.clone(), line, column, span: Some(span), words }
}
