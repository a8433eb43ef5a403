//! Text as the other modules see it: spans, paragraphs, sentences, tokens and quotations.

mod char_offsets;
mod paragraph;
mod quotation;
mod sentence;
mod span;
mod token;

pub use char_offsets::CharOffsets;
pub use paragraph::paragraphs;
pub use quotation::{Quotation, quotations};
pub use sentence::sentences;
pub use span::Span;
pub use token::{Token, TokenKind, Tokens, tokens};
