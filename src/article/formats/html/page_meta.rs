//! What a page says of its article in Open Graph and other metadata of its head.

use dom_query::Document;

use crate::article::formats::parts::Parts;
use crate::article::{Language, Subject};

/// Fills what `parts` does not yet hold.
pub(super) fn read(page: &Document, parts: &mut Parts) {
    let metas: Vec<(String, String)> = page
        .select("meta")
        .iter()
        .filter_map(|meta| {
            let key = meta.attr("property").or_else(|| meta.attr("name")).or_else(|| meta.attr("itemprop"))?;
            let value = meta.attr("content")?.trim().to_owned();
            (!value.is_empty()).then(|| (key.to_lowercase(), value))
        })
        .collect();
    let each = |name: &'static str| metas.iter().filter(move |(key, _)| key == name).map(|(_, value)| value);
    let meta = |names: &[&'static str]| names.iter().find_map(|&name| each(name).next().cloned());
    let said = |selector: &str| {
        let found = page.select_single(selector);
        let words = found.text().split_whitespace().collect::<Vec<_>>().join(" ");
        (!words.is_empty()).then_some(words)
    };
    let headline = parts.headline.take().or_else(|| meta(&["og:title", "twitter:title", "dc.title"]));
    parts.headline = headline.or_else(|| said("h1")).or_else(|| said("title"));
    let published = [
        "article:published_time",
        "og:article:published_time",
        "datepublished",
        "date",
        "dc.date",
        "pubdate",
        "parsely-pub-date",
    ];
    parts.publish(meta(&published).as_deref());
    parts.publish(page.select_single("time[datetime]").attr("datetime").as_deref());
    parts.update(meta(&["article:modified_time", "og:updated_time", "datemodified", "lastmod"]).as_deref());
    let header = &mut parts.header;
    header.url = header
        .url
        .take()
        .or_else(|| meta(&["og:url"]))
        .or_else(|| page.select_single(r#"link[rel="canonical"]"#).attr("href").map(|url| url.to_string()));
    header.credit = header.credit.take().or_else(|| meta(&["og:site_name"]));
    header.section = header.section.take().or_else(|| meta(&["article:section"]));
    let author = || meta(&["article:author", "author", "byl"]).filter(|author| !author.starts_with("http"));
    header.byline = header.byline.take().or_else(author);
    let language = page.select_single("html").attr("lang").map(|lang| lang.to_string());
    let language = language.or_else(|| meta(&["og:locale", "language", "content-language"]));
    header.language = header.language.take().or_else(|| Language::declared(&language?));
    if header.subjects.is_empty() {
        let tags = each("article:tag").chain(each("news_keywords")).flat_map(|list| list.split(','));
        let tags = tags.map(str::trim).filter(|tag| !tag.is_empty());
        header.subjects.extend(tags.map(|tag| Subject { code: String::new(), name: Some(tag.to_owned()) }));
    }
}
