//! The noun phrases of a sentence, the parties they name and the documents it speaks of.

mod document;
mod foreseen;
mod heads;
mod marks;
mod party_list;
mod reader;
mod sentence_view;
mod split_name;
mod state;
mod subject;
mod unknown;
mod words;

pub use document::{Document, is_cosigned};
pub use party_list::PartyList;
pub use reader::{Phrase, phrase_from, phrases};
pub use sentence_view::SentenceView;
pub use split_name::split_name;
pub use subject::governor;
