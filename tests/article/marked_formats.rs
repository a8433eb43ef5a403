//! What each format with markup or fields gives of our own samples.

use std::fs;

use demarche::article::formats::{ColumnMap, Format, Item, Reading, detect, read_as};
use demarche::article::{Article, Status};
use demarche::text::Span;

/// Reads a sample, whose content must tell its format; a fault stands as its words.
fn sample(name: &str, format: Format) -> Vec<Result<Item, String>> {
    let bytes = fs::read(format!("tests/data/formats/{name}")).unwrap();
    assert_eq!(detect(&bytes).unwrap(), format, "{name}");
    read_as(Box::new(bytes.as_slice()), &Reading::default())
        .map(|item| item.map_err(|fault| fault.to_string()))
        .collect()
}

fn articles(name: &str, format: Format) -> Vec<Article> {
    sample(name, format).into_iter().map(|item| item.unwrap().article).collect()
}

fn words(article: &Article, spans: &[Span]) -> Vec<String> {
    spans.iter().map(|&span| article.words(span).to_owned()).collect()
}

/// Checks the parts every sample about tea has.
fn check(article: &Article, headline: &str, paragraphs: &[&str], published: &str) {
    assert_eq!(article.headline_words(), Some(headline));
    assert_eq!(words(article, &article.paragraphs), paragraphs);
    assert_eq!(article.published.map(|day| day.to_string()).unwrap_or_default(), published);
}

#[test]
fn newsml_g2_message() {
    let items = sample("message.newsml-g2.xml", Format::NewsmlG2);
    let members: Vec<_> = items.iter().flatten().map(|item| item.member.as_deref().unwrap()).collect();
    assert_eq!(members, ["tag:wire.example,2024:tea;3", "tag:wire.example,2024:kill;2", "tag:wire.example,2024:top;1"]);
    let refused = items[3].as_ref().unwrap_err();
    assert_eq!(refused, "line 54: this is a NewsML-G2 concept item, which holds no article");
    let article = &items[0].as_ref().unwrap().article;
    check(
        article,
        "Ministers agree on tea & trade",
        &[
            "France and Italy said in a joint statement they were concerned about tea.",
            "Café owners paid 5 dollars. They will again.",
        ],
        "2024-05-02",
    );
    let dateline = article.dateline.as_ref().unwrap();
    assert_eq!(words(article, &dateline.cities), ["GENEVA"]);
    assert_eq!(dateline.date.unwrap().to_string(), "2024-05-02");
    let credited: Vec<_> = article.credits.iter().map(|credit| article.words(credit.name)).collect();
    assert_eq!(credited, ["Ann Example", "Bob Sample", "Ann Example", "Dee Draft"]);
    let header = &article.header;
    assert_eq!(header.guid.as_deref(), Some("tag:wire.example,2024:tea"));
    assert_eq!((header.version.as_deref(), header.urgency), (Some("3"), Some(3)));
    assert_eq!(header.published.unwrap().to_string(), "2024-05-02T07:30:00Z");
    assert_eq!(header.embargo.unwrap().to_string(), "2024-05-02T12:00:00Z");
    assert_eq!(header.slug.as_deref(), Some("TEA-PRICES"));
    assert_eq!(header.credit.as_deref(), Some("Sample Wire"));
    assert_eq!(header.rights.as_deref(), Some("(c) Sample Wire 2024; For testing"));
    assert_eq!(header.note.as_deref(), Some("Corrects the price in paragraph 2"));
    assert_eq!(header.subjects[0].code, "medtop:20000638");
    assert_eq!(
        (&header.people[0], &header.orgs[0], &header.places[0]),
        (&"Carla Mock".into(), &"Tea Board".into(), &"Geneva".into())
    );
    assert_eq!(header.related[0].target, "tag:wire.example,2024:coffee");
    assert!(header.language.as_ref().unwrap().is_english());
    assert_eq!(header.encoding, "UTF-8");
    let killed = &items[1].as_ref().unwrap().article;
    assert_eq!(killed.header.status, Status::Canceled);
    assert_eq!(words(killed, &killed.paragraphs), ["This story is withdrawn."]);
    let package = &items[2].as_ref().unwrap().article;
    assert_eq!(words(package, &package.lists[0].headlines), ["Ministers agree on tea", "Coffee talks"]);
    assert_eq!(package.header.related.len(), 2);
}

#[test]
fn newsml_1_item() {
    let article = &articles("item.newsml-1.xml", Format::Newsml1)[0];
    check(article, "Ministers agree on tea", &["Italy said it was pleased.", "It sold café tables."], "2024-05-02");
    assert_eq!(words(article, &article.subheads), ["Prices to fall"]);
    let header = &article.header;
    assert_eq!(header.guid.as_deref(), Some("urn:newsml:wire.example:20240502:TEA1"));
    assert_eq!((header.version.as_deref(), header.status), (Some("2"), Status::Withheld));
    assert_eq!(header.subjects[0].code, "04016000");
    assert_eq!(header.encoding, "windows-1252");
    assert_eq!(words(article, &article.dateline.as_ref().unwrap().cities), ["GENEVA"]);
}

#[test]
fn rcv1_item() {
    let article = &articles("item.rcv1.xml", Format::Rcv1)[0];
    check(article, "Tea growers meet.", &["France said it would buy more tea.", "Growers were pleased."], "1996-08-20");
    let codes: Vec<&str> = article.header.subjects.iter().map(|subject| subject.code.as_str()).collect();
    assert_eq!((codes, &article.header.places[0]), (vec!["C21", "CCAT"], &"FRA".to_owned()));
}

#[test]
fn nitf_item() {
    let article = &articles("item.nitf.xml", Format::Nitf)[0];
    check(
        article,
        "Ministers agree on tea",
        &["Italy said it was pleased.", "\"We will sell more,\" Carla Mock said.", "Tea 5", "Sample Wire desk"],
        "2024-05-02",
    );
    assert_eq!(words(article, &article.subheads), ["Prices to fall", "A deal on tea."]);
    let header = &article.header;
    assert_eq!(header.subjects[0].code, "11002000");
    assert_eq!((header.version.as_deref(), header.section.as_deref()), (Some("5"), Some("World")));
    assert_eq!(header.embargo.unwrap().to_string(), "2024-05-02T12:00:00Z");
    assert_eq!(
        (&header.people[0], &header.orgs[0], &header.places[0]),
        (&"Carla Mock".into(), &"Tea Board".into(), &"Geneva".into())
    );
    assert_eq!(words(article, &article.dateline.as_ref().unwrap().cities), ["GENEVA"]);
}

#[test]
fn ninjs_of_each_version() {
    let article = &articles("item.ninjs-1.json", Format::Ninjs)[0];
    check(article, "Ministers agree on tea", &["Italy said it was pleased.", "Tea & coffee sold."], "2024-05-02");
    let header = &article.header;
    assert_eq!(header.subjects[0].code, "medtop:20000638");
    assert_eq!(
        (header.related[0].relation.as_deref(), header.related[0].title.as_deref()),
        (Some("mainpic"), Some("A cup"))
    );
    assert_eq!(header.embargo.unwrap().to_string(), "2024-05-02T12:00:00Z");
    let both = articles("item.ninjs-3.json", Format::Ninjs);
    check(&both[0], "Ministers agree on tea", &["Italy said it was pleased."], "2024-05-02");
    check(&both[1], "Coffee talks", &["Brazil said it was pleased."], "2024-05-02");
    assert_eq!(both[0].header.status, Status::Canceled);
    assert_eq!(both[0].header.people, ["Carla Mock"]);
    assert_eq!(both[0].header.related[0].title.as_deref(), Some("A cup"));
}

#[test]
fn html_page() {
    let article = &articles("page.html", Format::Html)[0];
    assert_eq!(article.headline_words(), Some("Ministers agree on tea & trade"));
    assert_eq!(article.paragraphs.len(), 4, "{}", article.text);
    assert!(article.words(article.paragraphs[0]).starts_with("France and Italy said in a joint statement"));
    assert!(!article.text.contains("not read") && !article.text.contains("small print"), "{}", article.text);
    assert_eq!(words(article, &article.dateline.as_ref().unwrap().cities), ["GENEVA"]);
    let header = &article.header;
    assert_eq!(header.byline.as_deref(), Some("Ann Example and Bob Sample"));
    assert_eq!(header.credit.as_deref(), Some("Sample Wire Ltd"));
    assert_eq!(header.section.as_deref(), Some("World"));
    assert_eq!(header.url.as_deref(), Some("https://wire.example/tea"));
    assert_eq!(header.updated.unwrap().to_string(), "2024-05-02T08:30:00Z");
    assert_eq!((&header.people[0], &header.places[0]), (&"Carla Mock".into(), &"Geneva".into()));
}

#[test]
fn feeds() {
    let items = articles("feed.rss.xml", Format::Feed);
    check(
        &items[0],
        "Ministers agree on tea & trade",
        &["Italy said it was pleased.", "Growers were not."],
        "2024-05-02",
    );
    check(&items[1], "Coffee talks", &[], "2024-05-02");
    assert_eq!(items[0].header.guid.as_deref(), Some("tea-1"));
    let entry = &articles("feed.atom.xml", Format::Feed)[0];
    check(entry, "Ministers agree on tea", &["Italy said it was pleased."], "2024-05-02");
    assert_eq!(entry.header.url.as_deref(), Some("https://wire.example/tea"));
    assert_eq!(entry.header.related[0].title.as_deref(), Some("Coffee talks"));
}

#[test]
fn json_lines() {
    let items = sample("rows.jsonl", Format::Jsonl);
    let article = &items[0].as_ref().unwrap().article;
    check(article, "Ministers agree on tea", &["Italy said it was pleased.", "Growers were not."], "2024-05-02");
    assert_eq!(article.header.byline.as_deref(), Some("Ann Example, Bob Sample"));
    assert!(items[1].as_ref().unwrap_err().starts_with("line 2: this line is no JSON object"));
    assert_eq!(items[2].as_ref().unwrap().member.as_deref(), Some("7"));
    assert_eq!(
        items[3].as_ref().unwrap_err(),
        "line 4: this is JSON of a kind that is not read: no key holds a headline or a body"
    );
}

#[test]
fn tables_and_their_columns() {
    let items = sample("rows.csv", Format::Csv);
    let article = &items[0].as_ref().unwrap().article;
    check(article, "Ministers agree on tea", &["Italy said it was \"pleased\".", "Growers were not."], "2024-05-02");
    assert_eq!(article.header.section.as_deref(), Some("world"));
    assert_eq!(items[1].as_ref().unwrap().member.as_deref(), Some("line-4"));
    assert_eq!(items[2].as_ref().unwrap_err(), "line 5: this row has 3 columns, and the first row names 4");
    let bytes = fs::read("tests/data/formats/rows.tsv").unwrap();
    let map: ColumnMap = "headline=hl,body=story,published=when".parse().unwrap();
    let mapped = Reading { format: Some(Format::Csv), map };
    let item = read_as(Box::new(bytes.as_slice()), &mapped).next().unwrap().unwrap();
    check(&item.article, "Ministers agree on tea", &["Italy said it was pleased."], "2024-05-02");
    let unmapped = Reading { format: Some(Format::Csv), ..Reading::default() };
    let told = read_as(Box::new(b"a,b\n1,2\n".as_slice()), &unmapped).next().unwrap().unwrap_err().to_string();
    assert!(told.contains("--map headline=COLUMN"), "{told}");
    assert!("headline".parse::<ColumnMap>().is_err() && "colour=a".parse::<ColumnMap>().is_err());
}

fn check_refused(bytes: &[u8], told: &str) {
    let fault = read_as(Box::new(bytes), &Reading::default()).next().unwrap().unwrap_err().to_string();
    assert!(fault.contains(told), "{fault}");
}

#[test]
fn what_is_no_article_is_refused_with_its_kind() {
    check_refused(b"<?xml version=\"1.0\"?><!-- a --><xs:schema><a/></xs:schema>", "an XML schema");
    check_refused(b"<stock><price>5</price></stock>", "its root element is <stock>");
    check_refused(b"{\"$schema\": \"x\", \"properties\": {}}", "a JSON schema");
    check_refused(b"{\"price\": 5}", "no item with a headline or a body under its keys (price");
    check_refused(b"<newsItem><itemMeta/></newsItem>", "neither a headline nor any text");
    check_refused(b"<nitf><body><body.content><p>Tea", "the file ends inside an element");
    check_refused(b"{\"headline\": \"Tea\", \"uri\": ", "broken markup: EOF");
}

#[test]
fn hostile_markup_is_refused_or_harmless() {
    let bomb = b"<!DOCTYPE nitf [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><nitf><body><body.content><p>Tea &b; time.</p></body.content></body></nitf>";
    let item = read_as(Box::new(bomb.as_slice()), &Reading::default()).next().unwrap().unwrap();
    assert_eq!(words(&item.article, &item.article.paragraphs), ["Tea &b; time."]);
    let deep = format!("<nitf><body>{}", "<p>".repeat(100_000));
    check_refused(deep.as_bytes(), "nested deeper");
    let page = format!("<html><body>{}tea</body></html>", "<div>".repeat(5_000));
    check_refused(page.as_bytes(), "nested deeper");
    let json = format!("{{\"headline\": \"Tea\", \"uri\": {}", "[".repeat(100_000));
    check_refused(json.as_bytes(), "recursion limit");
}
