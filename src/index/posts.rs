//! What offices are searched by: a speaker's bare surname, and the posts that the text itself gives.

use tantivy::TantivyDocument;

use super::analyzers::name_key;
use super::schema::Fields;
use crate::article::Article;
use crate::knowledge::{Knowledge, Post};
use crate::statement::Speaker;

/// Adds the bare surname and the posts of `speaker`.
pub(super) fn posts(fields: &Fields, out: &mut TantivyDocument, article: &Article, speaker: &Speaker) {
    let name = article.words(speaker.name);
    let capitals = name.split_whitespace().filter(|word| word.starts_with(char::is_uppercase)).count();
    if capitals == 1 {
        out.add_text(fields.surname, name_key(name));
    }
    let role = Knowledge::built_in().role(article.words(speaker.role.unwrap_or(speaker.name)), speaker.country);
    for post in &role.posts {
        out.add_text(fields.post, post.to_string());
        if speaker.role.is_none() && !role.named {
            out.add_text(fields.post, unnamed(post));
        }
    }
}

/// The term of speakers who are given `post` and no name.
pub(super) fn unnamed(post: &Post) -> String {
    format!("unnamed {post}")
}
