//! Finds the statements of an article: who said what, which states signed it, and whom it is directed at.
//!
//! The steps, each in its own file:
//!
//! 1. `lexis`: split sentences, look words up; `sweep`: find names; [`Reading`]: what both say of
//!    each sentence.
//! 2. `attribution`: find every utterance, its cue and its source.
//! 3. `joint`: gather the utterances of one joint statement and everything the article says about
//!    who signed it.
//! 4. `speaker`, `target`, `act`: work out the roles of each statement, and what it does.
//! 5. [`focus`], [`TopicReading`]: weigh which countries and topics the article is about.
//!
//! Extraction never fails: what it cannot settle is a [`Doubt`].

mod act;
mod attribution;
mod evidence;
mod focus;
mod joint;
mod lexis;
mod heading;
mod named;
mod office_held;
mod phrase;
mod reading;
mod speaker;
mod sweep;
mod target;
mod topic;

pub use attribution::utterances;
pub use evidence::Evidence;
pub use focus::{CountryFocus, ENOUGH, focus};
pub use heading::{Heading, heading};
pub use joint::found_by;
pub use named::named;
pub use office_held::OfficeHeld;
pub use phrase::PartyList;
pub use reading::{Piece, PieceKind, Reading, Sentence};
pub use target::found_in;
pub use topic::{TopicReading, topics_of};

use serde::{Deserialize, Serialize};

use crate::article::Article;
use crate::knowledge::Knowledge;
use crate::statement::{AboutTopic, Doubt, Statement, Utterance};
use lexis::Lexis;
use sweep::Sweep;

/// What extraction found in one article.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Extraction {
    /// The statements of the body, in text order; the index stores each by itself.
    #[serde(skip)]
    pub statements: Vec<Statement>,
    /// Utterances the headline reports; the body says the same at length, so they are no statements
    /// of their own unless there is no body.
    pub headline: Vec<Utterance>,
    /// What was left out or could not be settled, in text order.
    pub doubts: Vec<Doubt>,
    /// What the article is about, the weightiest first.
    pub topics: Vec<AboutTopic>,
    /// The countries the article is about, the weightiest first.
    pub focus: Vec<CountryFocus>,
    /// Offices that the tables give speakers of whom the article tells no role, in the statements' order.
    pub offices: Vec<OfficeHeld>,
}

/// Reads `article` with `knowledge`.
#[must_use]
pub fn extract(article: &Article, knowledge: &Knowledge) -> Extraction {
    let lexis = Lexis::new(article, knowledge.lexicon());
    let reading = Reading::of(article, &lexis, Sweep::new(article, &lexis, knowledge), knowledge);
    let (utterances, mut doubts) = attribution::utterances_in(article, &lexis, knowledge);
    let in_headline = |utterance: &Utterance| {
        article.headline.is_some_and(|headline| utterance.content.iter().any(|span| headline.overlaps(*span)))
    };
    let (headline, body): (Vec<_>, Vec<_>) = utterances.into_iter().partition(in_headline);
    let told = if article.paragraphs.is_empty() { headline.clone() } else { body };
    let people = speaker::Cast::new(&reading);
    let surnames = people.surnames();
    let reading = reading.with_surnames(surnames);
    let drafts = joint::gather(&reading, told);
    let mut statements: Vec<Statement> =
        drafts.into_iter().map(|draft| draft.finish(&reading, &people, &mut doubts)).collect();
    statements.sort_by_key(|statement| statement.content().next());
    doubts.sort_by_key(|doubt| (doubt.span, doubt.kind as u8));
    let reader = TopicReading::of(article, &lexis, knowledge);
    let topics = reader.of_article();
    for statement in &mut statements {
        statement.topics = reader.of_statement(statement, &topics);
    }
    let offices = office_held::offices_held(article, &statements, knowledge);
    Extraction { statements, headline, doubts, topics, focus: focus(&reading), offices }
}
