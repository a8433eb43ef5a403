//! Which column of a table, or key of a JSON object, holds what of an article.

use std::str::FromStr;

/// What a column can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// The headline.
    Headline,
    /// The whole text of the body.
    Body,
    /// The moment of publication.
    Published,
    /// The moment of the last change.
    Updated,
    /// Who wrote it.
    Byline,
    /// City, day and agency.
    Dateline,
    /// The agency to credit.
    Credit,
    /// Where it is published.
    Url,
    /// The story's name in all its versions.
    Guid,
    /// The version.
    Version,
    /// `usable`, `withheld` or `canceled`.
    Status,
    /// Section or desk.
    Section,
    /// Subjects, set apart by commas or semicolons.
    Subjects,
    /// Places, set apart likewise.
    Places,
    /// People, set apart likewise.
    People,
    /// Organisations, set apart likewise.
    Orgs,
    /// The language.
    Language,
    /// The short working title.
    Slug,
    /// Copyright and terms.
    Rights,
}

/// Every kind of column: its name in `--map`, and the names it goes by where nothing is mapped.
const COLUMNS: [(Column, &str, &[&str]); 19] = [
    (Column::Headline, "headline", &["headline", "title", "head", "hl1", "name"]),
    (
        Column::Body,
        "body",
        &[
            "body",
            "text",
            "content",
            "body_text",
            "article",
            "articlebody",
            "article_text",
            "fulltext",
            "full_text",
            "maintext",
            "story",
        ],
    ),
    (
        Column::Published,
        "published",
        &[
            "published",
            "date",
            "published_at",
            "publishedat",
            "publication_date",
            "pubdate",
            "date_publish",
            "published_date",
            "datepublished",
            "publish_date",
            "time",
            "timestamp",
            "created",
            "created_at",
            "versioncreated",
        ],
    ),
    (
        Column::Updated,
        "updated",
        &["updated", "modified", "updated_at", "datemodified", "date_modify", "last_modified"],
    ),
    (Column::Byline, "byline", &["byline", "author", "authors", "by", "creator"]),
    (Column::Dateline, "dateline", &["dateline"]),
    (Column::Credit, "credit", &["credit", "source", "publisher", "agency", "publication", "outlet", "source_domain"]),
    (Column::Url, "url", &["url", "link", "href", "permalink", "web_url"]),
    (Column::Guid, "guid", &["guid", "uri", "id", "uuid", "article_id", "itemid"]),
    (Column::Version, "version", &["version", "revision"]),
    (Column::Status, "status", &["status", "pubstatus"]),
    (Column::Section, "section", &["section", "desk", "category", "subject"]),
    (Column::Subjects, "subjects", &["subjects", "topics", "keywords", "tags"]),
    (Column::Places, "places", &["places", "place", "locations", "countries"]),
    (Column::People, "people", &["people", "persons", "person"]),
    (Column::Orgs, "orgs", &["orgs", "organisations", "organizations", "companies"]),
    (Column::Language, "language", &["language", "lang"]),
    (Column::Slug, "slug", &["slug", "slugline"]),
    (Column::Rights, "rights", &["rights", "copyright", "copyrightnotice"]),
];

/// Which column holds what: as told, and by the usual names for everything not told.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ColumnMap {
    told: Vec<(Column, String)>,
}

/// A map that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadMap {
    /// A part without `=`, or with nothing beside it.
    #[error("{0:?} does not say which column holds what: write headline=COLUMN")]
    NoColumn(String),
    /// Something no article has.
    #[error("no part of an article is called {0:?}; there are {all}", all = names())]
    UnknownPart(String),
}

fn names() -> String {
    COLUMNS.map(|(_, name, _)| name).join(", ")
}

impl FromStr for ColumnMap {
    type Err = BadMap;

    /// Reads `headline=title,body=text`.
    fn from_str(map: &str) -> Result<Self, BadMap> {
        let mut told = Vec::new();
        for pair in map.split(',').filter(|pair| !pair.trim().is_empty()) {
            let Some((part, column)) = pair.split_once('=').map(|(part, column)| (part.trim(), column.trim())) else {
                return Err(BadMap::NoColumn(pair.to_owned()));
            };
            if column.is_empty() {
                return Err(BadMap::NoColumn(pair.to_owned()));
            }
            let known = COLUMNS.iter().find(|(_, name, _)| name.eq_ignore_ascii_case(part));
            let (kind, _, _) = known.ok_or_else(|| BadMap::UnknownPart(part.to_owned()))?;
            told.push((*kind, column.to_owned()));
        }
        Ok(Self { told })
    }
}

impl ColumnMap {
    /// Whether nothing is told.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.told.is_empty()
    }

    /// What the column called `name` holds.
    pub(super) fn column(&self, name: &str) -> Option<Column> {
        let name = name.trim();
        if let Some((kind, _)) = self.told.iter().find(|(_, column)| column.eq_ignore_ascii_case(name)) {
            return Some(*kind);
        }
        let usual = |names: &[&str]| names.iter().any(|known| known.eq_ignore_ascii_case(name));
        let (kind, _, _) = COLUMNS.iter().find(|(_, _, names)| usual(names))?;
        self.told.iter().all(|(told, _)| told != kind).then_some(*kind)
    }

    /// Where each of `names` stands that holds something, the better name first when two hold the same.
    pub(super) fn columns<S: AsRef<str>>(&self, names: &[S]) -> Vec<(Column, usize)> {
        let rank = |kind: Column, name: &str| {
            let (_, _, usual) = COLUMNS.iter().find(|(known, _, _)| *known == kind)?;
            usual.iter().position(|known| known.eq_ignore_ascii_case(name.trim()))
        };
        let mut found: Vec<(Column, Option<usize>, usize)> = Vec::new();
        for (at, name) in names.iter().enumerate() {
            if let Some(kind) = self.column(name.as_ref()) {
                found.push((kind, rank(kind, name.as_ref()), at));
            }
        }
        found.sort_unstable();
        found.dedup_by_key(|(kind, _, _)| *kind);
        found.into_iter().map(|(kind, _, at)| (kind, at)).collect()
    }
}
