//! What an article and its statements say of its publication: section, dateline, credits.

use tantivy::TantivyDocument;

use super::schema::Fields;
use crate::article::{Article, Part};

/// Adds to `out` what is known of the publication of `article`.
pub(super) fn add(fields: &Fields, out: &mut TantivyDocument, article: &Article) {
    let header = &article.header;
    if let Some(section) = &header.section {
        out.add_text(fields.section, section);
    }
    if let Some(credit) = &header.credit {
        out.add_text(fields.agency, credit);
    }
    if let Some(byline) = header.byline.as_ref().filter(|_| article.credits.is_empty()) {
        out.add_text(fields.byline, byline);
    }
    for section in &article.sections {
        out.add_text(fields.section, article.words(*section));
    }
    if let Some(dateline) = &article.dateline {
        for city in &dateline.cities {
            out.add_text(fields.dateline, article.words(*city));
        }
        if let Some(agency) = dateline.agency {
            out.add_text(fields.agency, article.words(agency));
        }
    }
    for credit in &article.credits {
        let field = match credit.part {
            Part::Reporting | Part::AdditionalReporting | Part::Writing => fields.byline,
            Part::Editing | Part::Other => fields.credit,
        };
        out.add_text(field, article.words(credit.name));
    }
}
