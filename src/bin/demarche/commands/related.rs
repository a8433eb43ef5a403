//! `demarche related`: what belongs to an article, a statement, a headline or a text, and why.

use std::io::{BufWriter, Write as _, stdout};
use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;
use demarche::article::formats::Reading;
use demarche::index::{ArticleId, DocumentKind, Entry, StatementIndex};
use demarche::ingest::{OutcomeKind, entries};
use demarche::knowledge::{Knowledge, Party};
use demarche::related::{Asked, Found, Wanted, Weights, by_list, by_signatories, by_subject, link};

use crate::args::Format;
use crate::args_related::{self as args, By, Hits};
use crate::failure::Mistake;
use crate::render::{related_json, related_text};

pub fn run(args: &args::Related) -> Result<ExitCode> {
    let knowledge = Knowledge::built_in();
    let index = args.index.open()?;
    let (asked, page) = asked(args, &index, knowledge)?;
    let mut groups: Vec<(&'static str, Vec<Found>)> = Vec::new();
    for by in [By::List, By::Subject, By::Signatories] {
        if args.by == by || args.by == By::All {
            groups.push((name(by), found(by, args, &index, (&asked, page.as_ref()))?));
        }
    }
    let total: usize = groups.iter().map(|(_, found)| found.len()).sum();
    let mut out = BufWriter::new(stdout().lock());
    match args.format {
        Format::Text => related_text::groups(&mut out, &groups, knowledge)?,
        Format::Json => related_json::array(&mut out, &groups, knowledge)?,
        Format::Jsonl => related_json::lines(&mut out, &groups, knowledge)?,
    }
    out.flush()?;
    Ok(if total == 0 { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

/// What is asked for, and the article whose page's lists belong to it.
fn asked(args: &args::Related, index: &StatementIndex, knowledge: &Knowledge) -> Result<(Asked, Option<ArticleId>)> {
    if let Some(file) = &args.file {
        let entry = only(file, knowledge)?;
        return Ok((Asked::article(&entry, knowledge), Some(entry.id)));
    }
    let text = args.asked.join(" ");
    if let Some(entry) = index.article(&text)?.filter(|entry| index.shows(entry)) {
        let number = text.split_once('-').map(|(_, number)| number.parse::<usize>());
        let asked = match number {
            None => Some(Asked::article(&entry, knowledge)),
            Some(Ok(number)) => Asked::statement(&entry, number, knowledge),
            Some(Err(_)) => None,
        };
        if let Some(asked) = asked {
            return Ok((asked, Some(entry.id)));
        }
    }
    if let Some(headline) = index.headline(&text)? {
        let page = headline.listed.as_ref().map(|listed| listed.page.clone());
        return Ok((Asked::headline(&headline, link(index, &headline)?), page));
    }
    if looks_like_id(&text) {
        let message = format!("no article, statement or headline has the id {text}");
        let hint = "`demarche search` and `demarche headlines` print ids; a text of one word is asked for with --on or in a longer text".to_owned();
        return Err(Mistake { message, hint }.into());
    }
    Ok((Asked::text(&text, args.on, knowledge), None))
}

/// The first article in `file`.
fn only(file: &Path, knowledge: &Knowledge) -> Result<Entry> {
    let hint = "name a file with one article; `demarche extract` tells how it is read".to_owned();
    match entries(&[file.to_owned()], knowledge, &Reading::default()).next() {
        Some(Ok(entry)) => Ok(entry),
        Some(Err(outcome)) => {
            let reason = match outcome.kind {
                OutcomeKind::Skipped { reason } => reason,
                _ => "it holds no article".to_owned(),
            };
            Err(Mistake { message: format!("{}: {reason}", file.display()), hint }.into())
        }
        None => Err(Mistake { message: format!("{}: it holds no article", file.display()), hint }.into()),
    }
}

/// Whether a text is an id that nothing has, rather than words.
fn looks_like_id(text: &str) -> bool {
    let digits = text.strip_prefix('h').unwrap_or(text);
    let digits = digits.split_once('-').map_or(digits, |(digits, _)| digits);
    digits.len() >= 10 && digits.chars().all(|c| c.is_ascii_hexdigit())
}

fn found(
    by: By,
    args: &args::Related,
    index: &StatementIndex,
    (asked, page): (&Asked, Option<&ArticleId>),
) -> Result<Vec<Found>> {
    let knowledge = Knowledge::built_in();
    let hits = match (args.hits, by) {
        (Some(Hits::Headline), _) | (None, By::List | By::Subject | By::All) => DocumentKind::Headline,
        (Some(Hits::Article), _) => DocumentKind::Article,
        (Some(Hits::Statement), _) | (None, By::Signatories) => DocumentKind::Statement,
    };
    let wanted = Wanted { hits, limit: args.limit, since: args.since, until: args.until };
    let weights = &Weights::DEFAULT;
    Ok(match by {
        By::List => match page {
            Some(page) => by_list(index, page, asked, &wanted)?,
            None => Vec::new(),
        },
        // A headline has no signatories: those that name the signatories of `asked` are told.
        By::Signatories if hits == DocumentKind::Headline => {
            let parties = asked.signatories.iter().copied().map(Party::Country).collect();
            let signers = Asked { parties, date: asked.date, article: asked.article.clone(), ..Asked::default() };
            by_subject(index, knowledge, &signers, &wanted, weights)?
        }
        By::Signatories => by_signatories(index, asked, &wanted, weights)?,
        By::Subject | By::All => by_subject(index, knowledge, asked, &wanted, weights)?,
    })
}

fn name(by: By) -> &'static str {
    match by {
        By::List => "list",
        By::Subject => "subject",
        By::Signatories => "signatories",
        By::All => "all",
    }
}
