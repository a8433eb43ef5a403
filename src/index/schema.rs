//! The fields of the index.

use tantivy::schema::{FAST, Field, IndexRecordOption, NumericOptions, STORED, Schema, TextFieldIndexing, TextOptions};
use tantivy::store::{Compressor, ZstdCompressor};
use tantivy::{IndexSettings, IndexSortByField, Order};

use super::analyzers::{NAME, PASSAGE, PROSE};

/// The version of the schema and of the records: raise it when a record changes its shape. An index of another
/// version is not read, only rebuilt.
pub(super) const VERSION: &str = "9";

/// Bytes of stored articles that are packed together.
pub(super) const BLOCK: usize = 32 << 10;

/// The fields read by name, as columns.
pub(super) const ORDER: &str = "order";
pub(super) const DATE: &str = "date";
pub(super) const ACTOR: &str = "actor";
pub(super) const NUMBER: &str = "number";
pub(super) const CONFIDENCE: &str = "confidence";
pub(super) const FINGERPRINT: &str = "fingerprint";
pub(super) const STORY: &str = "story";
pub(super) const SHOWN_FROM: &str = "shown_from";
pub(super) const SHOWN_UNTIL: &str = "shown_until";

/// Every field, by its name in the query language where it has one.
///
/// The fields from `text` to `joint` are those of statements: no other document has any of them, so a
/// query that names one finds statements alone and needs no filter on `doc`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fields {
    /// What the document is: `article`, `statement`, `headline`, `file`, or an article that is `older`,
    /// `copy` or `withdrawn`.
    pub doc: Field,
    /// The id of the article, or of the article on whose page the headline stood.
    pub article: Field,
    /// The file it came from; ingesting the file again replaces it.
    pub source: Field,
    pub text: Field,
    pub headline: Field,
    pub signatory: Field,
    pub represented: Field,
    pub nonsignatory: Field,
    /// Countries and organisations that spoke.
    pub speaker: Field,
    /// Words of the speakers' names and roles.
    pub speaker_words: Field,
    /// Names of speakers that are a surname alone, in the form of [`name_key`].
    pub surname: Field,
    /// Posts that the text gives the speakers: `FR/foreign-minister`; `unnamed FR/foreign-minister` as well
    /// when it gives no name with it.
    pub post: Field,
    /// Each speaker for the registry of actors, in a column.
    pub actor: Field,
    pub target: Field,
    /// `against`, `addressed`, `support`.
    pub relation: Field,
    pub mention: Field,
    pub country: Field,
    pub issuer: Field,
    pub kind: Field,
    pub joint: Field,
    /// The id of a headline.
    pub id: Field,
    /// Words of a headline, listed on a page or alone.
    pub listed: Field,
    /// Words of an article's own headline.
    pub title: Field,
    /// The number of its key: a headline with this key is the article's.
    pub title_key: Field,
    /// Countries and organisations a headline names.
    pub named: Field,
    /// What a headline is about: digits of Media Topics.
    pub listed_topic: Field,
    /// What the statement does.
    pub act: Field,
    /// What the statement is about: digits of Media Topics, not of those above them.
    pub topic: Field,
    /// What could not be settled about the statement.
    pub doubt: Field,
    /// Organisations named or in any role.
    pub org: Field,
    /// Words of the dateline's cities.
    pub dateline: Field,
    /// Words of the dateline's agency.
    pub agency: Field,
    /// Words of the names of those who reported and wrote.
    pub byline: Field,
    /// Words of the names of everybody else who is credited.
    pub credit: Field,
    /// Words of the section labels.
    pub section: Field,
    /// Thousandths of confidence.
    pub confidence: Field,
    /// Countries and organisations an article is about.
    pub about: Field,
    /// Days since 1970-01-01.
    pub date: Field,
    /// The order on disk, and of hits that rank alike: newest first, then by id.
    pub order: Field,
    /// How many documents stand between it and its article: 0 for the article, the statement's number.
    pub number: Field,
    /// Words of an article's headline and first paragraph.
    pub lead: Field,
    /// What near-identical copies of a statement share.
    pub fingerprint: Field,
    /// The number of the story's first article, for articles and statements: what versions and near-identical
    /// copies of one story share.
    pub story: Field,
    /// Seconds since 1970, on everything of an article under embargo: it is found from then on.
    pub shown_from: Field,
    /// The same for what a newer version under embargo replaces: it is found before then.
    pub shown_until: Field,
    /// The story, on statements of an article that is not the first to tell it.
    pub retold: Field,
    /// The record, for showing.
    pub record: Field,
}

impl Fields {
    /// The fields in which headlines have what statements have in others; a headline alone is all its lead.
    pub(super) fn of_headlines(self) -> Self {
        Self {
            text: self.listed,
            headline: self.listed,
            topic: self.listed_topic,
            lead: self.listed,
            country: self.named,
            mention: self.named,
            org: self.named,
            ..self
        }
    }

    /// The fields in which articles have of their headlines what statements have in others.
    pub(super) fn of_titles(self) -> Self {
        Self {
            text: self.title,
            headline: self.title,
            country: self.about,
            mention: self.about,
            org: self.about,
            ..self
        }
    }
}

/// The schema, and its fields.
pub(super) fn build() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    let words = |tokenizer: &str| {
        let indexing = TextFieldIndexing::default()
            .set_tokenizer(tokenizer)
            .set_index_option(IndexRecordOption::WithFreqsAndPositions);
        TextOptions::default().set_indexing_options(indexing)
    };
    // Names decide what is found, not what ranks higher: their lengths are not kept.
    let names = || {
        let indexing = TextFieldIndexing::default()
            .set_tokenizer(NAME)
            .set_index_option(IndexRecordOption::WithFreqsAndPositions)
            .set_fieldnorms(false);
        TextOptions::default().set_indexing_options(indexing)
    };
    let code = || {
        let indexing = TextFieldIndexing::default()
            .set_tokenizer("raw")
            .set_index_option(IndexRecordOption::Basic)
            .set_fieldnorms(false);
        TextOptions::default().set_indexing_options(indexing)
    };
    // Numbers have no length.
    let number = || NumericOptions::default().set_indexed();
    let fields = Fields {
        doc: builder.add_text_field("doc", code()),
        article: builder.add_text_field("article", code()),
        source: builder.add_text_field("source", code()),
        text: builder.add_text_field("text", words(PASSAGE)),
        headline: builder.add_text_field("headline", words(PROSE)),
        signatory: builder.add_text_field("signatory", code()),
        represented: builder.add_text_field("represented", code()),
        nonsignatory: builder.add_text_field("nonsignatory", code()),
        speaker: builder.add_text_field("speaker", code()),
        speaker_words: builder.add_text_field("speaker_words", names()),
        surname: builder.add_text_field("surname", code()),
        post: builder.add_text_field("post", code()),
        actor: builder.add_text_field(ACTOR, TextOptions::default().set_fast("raw")),
        target: builder.add_text_field("target", code()),
        relation: builder.add_text_field("relation", code()),
        mention: builder.add_text_field("mention", code()),
        country: builder.add_text_field("country", code()),
        issuer: builder.add_text_field("issuer", code()),
        kind: builder.add_text_field("kind", code()),
        joint: builder.add_text_field("joint", code()),
        id: builder.add_text_field("id", code()),
        listed: builder.add_text_field("listed", words(PROSE)),
        title: builder.add_text_field("title", words(PROSE)),
        title_key: builder.add_u64_field("title_key", number()),
        named: builder.add_text_field("named", code()),
        listed_topic: builder.add_text_field("listed_topic", code()),
        act: builder.add_text_field("act", code()),
        topic: builder.add_text_field("topic", code()),
        doubt: builder.add_text_field("doubt", code()),
        org: builder.add_text_field("org", code()),
        dateline: builder.add_text_field("dateline", names()),
        agency: builder.add_text_field("agency", names()),
        byline: builder.add_text_field("byline", names()),
        credit: builder.add_text_field("credit", names()),
        section: builder.add_text_field("section", names()),
        confidence: builder.add_u64_field(CONFIDENCE, FAST),
        about: builder.add_text_field("about", code()),
        date: builder.add_i64_field(DATE, FAST),
        order: builder.add_u64_field(ORDER, number().set_fast()),
        number: builder.add_u64_field(NUMBER, FAST),
        lead: builder.add_text_field("lead", words(PASSAGE)),
        fingerprint: builder.add_u64_field(FINGERPRINT, FAST),
        story: builder.add_u64_field(STORY, FAST),
        shown_from: builder.add_u64_field(SHOWN_FROM, FAST),
        shown_until: builder.add_u64_field(SHOWN_UNTIL, FAST),
        retold: builder.add_text_field("retold", code()),
        record: builder.add_bytes_field("record", STORED),
    };
    (builder.build(), fields)
}

/// Documents lie in the order of their hits, so that a filter's newest hits are the first ones met.
pub(super) fn settings() -> IndexSettings {
    let sort_by_field = Some(IndexSortByField { field: ORDER.to_owned(), order: Order::Asc });
    let docstore_compression = Compressor::Zstd(ZstdCompressor::default());
    IndexSettings { sort_by_field, docstore_compression, docstore_blocksize: BLOCK, ..IndexSettings::default() }
}
