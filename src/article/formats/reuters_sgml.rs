//! The SGML of the Reuters-21578 collection: many articles in one file, tagged by the publisher.

use encoding_rs::mem::decode_latin1;
use memchr::memmem;

use super::item::digest;
use super::sgml_fields::Fields;
use super::sgml_items::{RawItem, RawItems};
use super::{ArticleFormat, ColumnMap, Fault, FaultKind, Item, Items, Source};
use crate::article::layout::{is_sign_off, leading_day, tagged_byline, tagged_dateline};
use crate::article::{Article, Tags};
use crate::text::{Span, paragraphs};

/// Reads [`Format::ReutersSgml`](super::Format::ReutersSgml).
pub(super) struct ReutersSgml;

impl ArticleFormat for ReutersSgml {
    fn recognises(&self, opening: &[u8]) -> bool {
        memmem::find(opening, b"<!DOCTYPE lewis").is_some() || memmem::find(opening, b"<REUTERS").is_some()
    }

    fn items<'r>(&self, source: Source<'r>, _: &ColumnMap) -> Items<'r> {
        Box::new(RawItems::new(source).map(|raw| read_item(&raw?)))
    }
}

fn read_item(raw: &RawItem) -> Result<Item, Fault> {
    let markup = decode_latin1(&raw.bytes);
    let mut fields =
        Fields::parse(&markup).map_err(|error| Fault { place: raw.place, kind: FaultKind::Markup(error) })?;
    let tags = std::mem::take(&mut fields.tags);
    let member = tags.values.get("newid").cloned().unwrap_or_else(|| format!("line-{}", raw.place.line));
    Ok(Item {
        member: Some(member),
        digest: digest(&raw.bytes),
        encoding: "ISO-8859-1",
        place: raw.place,
        article: assemble(&fields, tags),
    })
}

/// The article of an item: headline, blank line, author, dateline and body, their line breaks kept.
fn assemble(fields: &Fields, tags: Tags) -> Article {
    let published = tags.values.get("date").and_then(|date| leading_day(date)?.0.near(None));
    let mut article = Article { published, tags, ..Article::default() };
    let mut text = String::new();
    let title = fields.title.trim();
    if !title.is_empty() {
        article.headline = Some(append(&mut text, title));
        text.push_str("\n\n");
    }
    if !fields.author.trim().is_empty() {
        let author = append(&mut text, fields.author.trim_end()).trim(&text);
        text.push('\n');
        article.credits = tagged_byline(&text, author).unwrap_or_default();
        article.furniture.push(author);
    }
    let (above, body) = fields.above_and_body();
    let above = append(&mut text, above);
    let tagged = append(&mut text, &fields.dateline);
    text.push_str(body);
    article.paragraphs = paragraphs(&text, above);
    article.dateline = tagged_dateline(&text, tagged, article.published);
    let lead = article.dateline.as_ref().map_or(tagged.start, |dateline| dateline.span.end);
    let (body, sign_off) = without_sign_off(&text, Span::new(lead, text.len()));
    article.furniture.extend(sign_off);
    article.paragraphs.extend(paragraphs(&text, body));
    article.text = text;
    article
}

/// Appends `words` and says where they stand.
fn append(text: &mut String, words: &str) -> Span {
    let start = text.len();
    text.push_str(words);
    Span::new(start, text.len())
}

/// The body without the agency's last line, and that line.
fn without_sign_off(text: &str, body: Span) -> (Span, Option<Span>) {
    let words = body.of(text).trim_end();
    let line_start = body.start + words.rfind('\n').map_or(0, |at| at + 1);
    let line = Span::new(line_start, body.start + words.len()).trim(text);
    if !is_sign_off(line.of(text)) {
        return (body, None);
    }
    (Span::new(body.start, line_start), Some(line))
}
