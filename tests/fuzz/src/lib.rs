//! What the fuzz targets share: reading bytes as one format, and checking what every article must keep to.

use demarche::article::formats::{Format, read};
use demarche::article::{Article, Sketch};
use demarche::text::Span;

/// Reads `data` as `format`, or as its content tells, and checks every article.
pub fn parse(data: &[u8], format: Option<Format>) {
    for item in read(data, format).filter_map(Result::ok).take(64) {
        check(&item.article);
    }
}

/// Asserts that every span of `article` is of its text.
pub fn check(article: &Article) {
    let lists = article.lists.iter().flat_map(|list| list.headlines.iter().copied().chain([list.title]));
    let dateline = article.dateline.iter().map(|dateline| dateline.span);
    let spans = [&article.subheads, &article.sections, &article.paragraphs, &article.furniture, &article.promos];
    let spans = spans.into_iter().flatten().copied().chain(article.headline).chain(lists).chain(dateline);
    for Span { start, end, .. } in spans {
        assert!(article.text.get(start..end).is_some(), "{start}..{end}");
    }
    let (_, _) = (article.marked_story(), article.revision());
    if let Some(sketch) = Sketch::of(article) {
        assert!(sketch.is_copy_of(&sketch));
    }
}
