//! Every utterance of an article as character spans, a line for each article.

use std::io::{self, Write};
use std::path::Path;

use demarche::index::Entry;
use demarche::statement::Utterance;
use demarche::text::{CharOffsets, Span};
use serde::Serialize;

#[derive(Serialize)]
struct Article<'e> {
    doc_id: &'e str,
    statements: Vec<Utterances>,
}

#[derive(Serialize)]
struct Utterances {
    content: Vec<Span>,
    cue: Option<[Span; 1]>,
    source: Option<[Span; 1]>,
}

/// Writes the utterances of `entry`: those of its headline too.
pub fn write(out: &mut impl Write, entry: &Entry) -> io::Result<()> {
    let offsets = CharOffsets::new(&entry.article.text);
    let extraction = &entry.extraction;
    let told = extraction.statements.iter().flat_map(|statement| &statement.utterances);
    let headline = if entry.article.paragraphs.is_empty() { &[] } else { extraction.headline.as_slice() };
    let mut statements: Vec<Utterances> =
        headline.iter().chain(told).map(|utterance| spans(utterance, &offsets)).collect();
    statements.sort_by(|a, b| a.content.cmp(&b.content));
    let stem = Path::new(&entry.path).file_stem().and_then(|stem| stem.to_str()).unwrap_or(&entry.path);
    let doc_id = entry.member.as_deref().unwrap_or(stem);
    serde_json::to_writer(&mut *out, &Article { doc_id, statements })?;
    writeln!(out)
}

fn spans(utterance: &Utterance, offsets: &CharOffsets<'_>) -> Utterances {
    Utterances {
        content: utterance.content.iter().map(|span| offsets.span(*span)).collect(),
        cue: utterance.cue.map(|span| [offsets.span(span)]),
        source: utterance.source.map(|span| [offsets.span(span)]),
    }
}
