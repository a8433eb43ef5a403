//! Turns a headline into a document of the index.

use tantivy::TantivyDocument;

use super::HeadlineEntry;
use super::document::{add_date, add_parties};
use super::place::Place;
use super::record::encode;
use super::schema::Fields;

/// The document of a headline, listed or not. `number` is how many documents stand between it and its
/// page's article.
///
/// # Errors
/// When the record cannot be encoded.
pub(super) fn headline_document(fields: &Fields, headline: &HeadlineEntry) -> Result<TantivyDocument, postcard::Error> {
    let mut out = TantivyDocument::default();
    out.add_text(fields.doc, "headline");
    out.add_text(fields.id, &headline.id);
    if let Some(listed) = &headline.listed {
        out.add_text(fields.article, listed.page.as_str());
    }
    out.add_text(fields.listed, &headline.text);
    add_parties(fields.named, &mut out, &headline.parties);
    for topic in &headline.topics {
        out.add_text(fields.listed_topic, topic.digits());
    }
    add_date(fields, &mut out, headline.date);
    out.add_bytes(fields.record, &encode(headline)?);
    Ok(out)
}

/// The document of a headline that stands on no page. `source` is the name under which its file is
/// replaced.
///
/// # Errors
/// When the record cannot be encoded.
pub(super) fn lone_headline_document(
    fields: &Fields,
    headline: &HeadlineEntry,
    source: &str,
) -> Result<TantivyDocument, postcard::Error> {
    let mut out = headline_document(fields, headline)?;
    let digits = headline.id.trim_start_matches('h');
    let copy = digits.get(8..12).and_then(|digits| u16::from_str_radix(digits, 16).ok()).unwrap_or_default();
    out.add_text(fields.source, source);
    out.add_u64(fields.order, Place::at(headline.date, digits, copy).0);
    out.add_u64(fields.number, 0);
    Ok(out)
}
