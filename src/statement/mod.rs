//! What was said, by whom, where: the result of reading one article.
//!
//! Statements hold spans of the article's text and codes of the knowledge tables, never text.

mod about_topic;
mod doubt;
pub(crate) mod hundredths;
mod performed;
mod signatory;
mod speaker;
mod target;
mod utterance;

pub use crate::knowledge::{Act, CueClass, Relation};
pub use about_topic::{AboutTopic, TopicOrigin};
pub use doubt::{Doubt, DoubtKind};
pub use performed::Performed;
pub use signatory::{Issuer, Nonsignatory, Signatory, Through};
pub use speaker::Speaker;
pub use target::Target;
pub use utterance::{Kind, Utterance};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::knowledge::{CountryCode, OrganisationId};
use crate::text::Span;

/// What one or more parties stated together on one occasion, as far as one article tells it.
///
/// A joint statement is one `Statement` with every utterance the article reports from it; anything
/// else has one utterance.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Statement {
    /// Whether at least two distinct parties issued the same words or document.
    pub joint: bool,
    /// Every utterance, in text order; empty only where the article tells who refused to sign a text and
    /// nothing of its words.
    pub utterances: Vec<Utterance>,
    /// The groups and organisations that issued it, in text order; usually one or none.
    pub issuers: Vec<Issuer>,
    /// States that signed, or that an organisation which signed as itself represents, by code; no
    /// code twice.
    pub signatories: Vec<Signatory>,
    /// States said not to have signed.
    pub nonsignatories: Vec<Nonsignatory>,
    /// Whether only some of the group signed and the text does not name all of them.
    pub partial: bool,
    /// Signatories the text counts or hints at without naming them.
    pub open: Option<Open>,
    /// Who spoke.
    pub speakers: Vec<Speaker>,
    /// Whom the words are against, addressed to, or in support of.
    pub targets: Vec<Target>,
    /// Countries named in the words that have no other role.
    pub mentions: Vec<CountryCode>,
    /// Organisations named in its words or as their source, in text order, none twice.
    pub organisations: Vec<OrganisationId>,
    /// What it does: each act once, the main one first. Empty where no words show it.
    pub acts: Vec<Performed>,
    /// What its words are about, the weightiest first; five at most, none when nothing is sure.
    pub topics: Vec<AboutTopic>,
    /// The day of the statement: the article's date where the text gives no other.
    #[serde(with = "crate::article::day_code")]
    pub date: Option<Date>,
    /// How sure it is that this was said, by these parties, from 0 to 1, in steps of a hundredth.
    #[serde(with = "hundredths")]
    pub confidence: f32,
}

/// Signatories beyond those named: "and a dozen other countries", "and allies".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Open {
    /// How many, when the text says so.
    pub count: Option<u32>,
    /// The words that say it.
    pub evidence: Span,
}

impl Statement {
    /// How its words are reported: direct or indirect when every utterance is, else mixed.
    #[must_use]
    pub fn kind(&self) -> Kind {
        let first = self.utterances.first().map_or(Kind::Indirect, |utterance| utterance.kind);
        if self.utterances.iter().all(|utterance| utterance.kind == first) { first } else { Kind::Mixed }
    }

    /// A statement of which nothing is known but its words.
    #[must_use]
    pub fn of_words(content: Vec<Span>) -> Self {
        let utterance = Utterance {
            content,
            cue: None,
            source: None,
            kind: Kind::Indirect,
            class: CueClass::Speech,
            confidence: 0.0,
        };
        Self { utterances: vec![utterance], ..Self::default() }
    }

    /// The act that counts, when any does.
    #[must_use]
    pub fn act(&self) -> Option<&Performed> {
        self.acts.first()
    }

    /// Those of its article's doubts that touch it: its words, their cue or source, or who signed.
    pub fn doubts<'d>(&'d self, of_article: &'d [Doubt]) -> impl Iterator<Item = &'d Doubt> {
        of_article.iter().filter(|doubt| self.spans().any(|span| span.overlaps(doubt.span)))
    }

    /// Every span that it is read from.
    fn spans(&self) -> impl Iterator<Item = Span> + '_ {
        let told = self.utterances.iter();
        let told = told.flat_map(|utterance| utterance.content.iter().chain(&utterance.cue).chain(&utterance.source));
        let signed = self.signatories.iter().map(|row| &row.evidence);
        let issued = self.issuers.iter().map(|row| &row.evidence);
        let refused = self.nonsignatories.iter().map(|row| &row.evidence);
        let open = self.open.iter().map(|open| &open.evidence);
        told.chain(signed).chain(issued).chain(refused).chain(open).copied()
    }

    /// Every content span, in text order.
    pub fn content(&self) -> impl Iterator<Item = Span> + '_ {
        self.utterances.iter().flat_map(|utterance| utterance.content.iter().copied())
    }
}
