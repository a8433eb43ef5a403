//! Named values put together as the parts of an article.

use super::Column;
use crate::article::formats::markup::hypertext_blocks;
use crate::article::formats::parts::Parts;
use crate::article::{Language, Status, Subject};

/// Keeps `value` as what its column holds.
pub(super) fn keep(parts: &mut Parts, column: Column, value: &str) {
    let value = value.trim();
    if value.is_empty() {
        return;
    }
    let header = &mut parts.header;
    let owned = || Some(value.to_owned());
    match column {
        Column::Headline => parts.headline = owned(),
        Column::Body => parts.paragraphs = paragraphs(value),
        Column::Published => parts.publish(Some(value)),
        Column::Updated => parts.update(Some(value)),
        Column::Byline => header.byline = owned(),
        Column::Dateline => parts.dateline = owned(),
        Column::Credit => header.credit = owned(),
        Column::Url => header.url = owned(),
        Column::Guid => header.guid = owned(),
        Column::Version => header.version = owned(),
        Column::Status => header.status = Status::named(value),
        Column::Section => header.section = owned(),
        Column::Subjects => {
            let subject = |name: &str| Subject { code: String::new(), name: Some(name.to_owned()) };
            header.subjects.extend(listed(value).map(subject));
        }
        Column::Places => header.places.extend(listed(value).map(str::to_owned)),
        Column::People => header.people.extend(listed(value).map(str::to_owned)),
        Column::Orgs => header.orgs.extend(listed(value).map(str::to_owned)),
        Column::Language => header.language = Language::declared(value),
        Column::Slug => header.slug = owned(),
        Column::Rights => header.rights = owned(),
    }
}

/// The paragraphs of a body that may be HTML or plain text.
pub(super) fn paragraphs(value: &str) -> Vec<String> {
    let tagged = ["<p", "<br", "<div", "</"].iter().any(|tag| value.contains(tag));
    if tagged {
        return hypertext_blocks(value);
    }
    // Lines set apart by blank ones are paragraphs; without any blank line each line is one.
    let separator = if value.contains("\n\n") || value.contains("\n\r\n") { "\n\n" } else { "\n" };
    let value = value.replace("\r\n", "\n");
    let blocks = value.split(separator).map(|block| block.trim().to_owned());
    blocks.filter(|block| !block.is_empty()).collect()
}

fn listed(value: &str) -> impl Iterator<Item = &str> {
    value.split([',', ';', '|']).map(str::trim).filter(|entry| !entry.is_empty())
}
