//! What each input format gives, and what is told of files that cannot be read.

use std::fs;
use std::io::{self, BufReader, Cursor, Read};
use std::path::Path;

use demarche::article::Article;
use demarche::article::formats::{Fault, FaultKind, Format, ITEM_LIMIT, Item, TEXT_LIMIT, detect, read};
use demarche::text::Span;

fn only(bytes: &[u8], format: Option<Format>) -> Item {
    let mut items: Vec<_> = read(bytes, format).collect();
    assert_eq!(items.len(), 1);
    items.pop().unwrap().expect("the item can be read")
}

fn words(article: &Article, spans: &[Span]) -> Vec<String> {
    spans.iter().map(|&span| article.words(span).to_owned()).collect()
}

fn sgml() -> Vec<u8> {
    fs::read("tests/data/formats/items.sgm").unwrap()
}

#[test]
fn sgml_items_keep_fields_and_text() {
    let items: Vec<Item> = read(sgml().as_slice(), None).collect::<Result<_, _>>().unwrap();
    assert_eq!(items.iter().map(|item| item.member.as_deref().unwrap()).collect::<Vec<_>>(), ["1", "2", "3"]);
    assert_eq!(items[0].place.line, 2);
    let article = &items[0].article;
    assert_eq!(article.headline_words(), Some("TEA GROWERS <TEA> MEET & AGREE"));
    assert_eq!(article.tags.lists["places"], ["india", "kenya"]);
    assert_eq!(article.tags.values["topics-assigned"], "YES");
    assert_eq!(article.tags.values["date"], "2-MAR-1987 09:08:07.65 F");
    assert_eq!(article.published.unwrap().to_string(), "1987-03-02");
    let dateline = article.dateline.as_ref().unwrap();
    assert_eq!(words(article, &dateline.cities), ["NAIROBI"]);
    assert_eq!(dateline.date.unwrap().to_string(), "1987-03-02");
    let names: Vec<_> = article.credits.iter().map(|credit| article.words(credit.name)).collect();
    assert_eq!(names, ["Ann Example", "BOB SAMPLE"]);
    assert_eq!(article.paragraphs.len(), 2);
    assert!(article.words(article.paragraphs[0]).contains("about &unknown; leaf sold by <LEAF.O> in"));
    assert_eq!(article.words(article.paragraphs[1]), "They will meet again in May.");
    assert!(!article.text.contains(|c: char| c.is_control() && c != '\n'));
}

#[test]
fn sgml_items_without_a_body_have_no_paragraphs_unless_untagged() {
    let items: Vec<Item> = read(sgml().as_slice(), None).collect::<Result<_, _>>().unwrap();
    assert_eq!(items[1].article.headline_words(), Some("TEA AT FIVE DLRS"));
    assert!(items[1].article.paragraphs.is_empty());
    assert_eq!(items[2].article.headline, None);
    assert!(!items[2].article.paragraphs.is_empty());
    assert_eq!(words(&items[2].article, &items[2].article.furniture), ["Reuter"]);
}

fn check_faults(bytes: &[u8], expected: &[(&str, u64)], members: &[&str]) {
    let mut faults = Vec::new();
    let mut read_members = Vec::new();
    for item in read(BufReader::with_capacity(7, bytes), None) {
        match item {
            Ok(item) => read_members.push(item.member.unwrap_or_default()),
            Err(fault) => faults.push((fault.kind.to_string(), fault.place.line)),
        }
    }
    let faults: Vec<_> = faults.iter().map(|(kind, line)| (kind.as_str(), *line)).collect();
    assert_eq!(faults, expected);
    assert_eq!(read_members, members);
}

#[test]
fn a_broken_item_is_told_and_the_rest_is_read() {
    let whole = |id: &str| format!("<REUTERS NEWID=\"{id}\">\n<TEXT><BODY>Tea.</BODY></TEXT>\n</REUTERS>\n");
    let cut = "<REUTERS NEWID=\"9\">\n<TEXT><BODY>Tea\n";
    check_faults(
        format!("{}{cut}{}", whole("1"), whole("2")).as_bytes(),
        &[("the item is cut off where the next one starts", 4)],
        &["1", "2"],
    );
    check_faults(format!("{}{cut}", whole("1")).as_bytes(), &[("the item is cut off where the file ends", 4)], &["1"]);
    check_faults(
        format!("{}stray\n{}", whole("1"), whole("2")).as_bytes(),
        &[("there is text outside any item", 3)],
        &["1", "2"],
    );
    check_faults(b"<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n", &[("there is no article in it", 2)], &[]);
    let broken = "<REUTERS NEWID=\"9\"><TEXT><!-- Tea</TEXT></REUTERS>\n";
    let items: Vec<_> =
        read(format!("{broken}{}", whole("2")).as_bytes(), None).map(|item| item.is_ok()).collect::<Vec<_>>();
    assert_eq!(items, [false, true]);
}

#[test]
fn an_item_over_the_limit_is_told_and_the_rest_is_read() {
    let head = Cursor::new(b"<REUTERS NEWID=\"1\"><TEXT>".to_vec());
    let filler = io::repeat(b'a').take(3 * ITEM_LIMIT as u64);
    let tail = Cursor::new(b"</TEXT></REUTERS><REUTERS NEWID=\"2\"><TEXT>Tea.</TEXT></REUTERS>".to_vec());
    let items: Vec<_> = read(BufReader::new(head.chain(filler).chain(tail)), None).collect();
    assert!(matches!(items[0], Err(Fault { kind: FaultKind::ItemTooLarge { limit: ITEM_LIMIT }, .. })));
    assert_eq!(items[1].as_ref().unwrap().member.as_deref(), Some("2"));
    assert_eq!(items.len(), 2);
}

#[test]
fn files_that_are_no_text_are_told() {
    assert!(matches!(detect(b""), Err(Fault { kind: FaultKind::Empty, .. })));
    assert!(matches!(detect(b"\x89PNG\r\n\x1a\n\0\0\0"), Err(Fault { kind: FaultKind::Binary, .. })));
    let mut blank = read(b" \n\n".as_slice(), None);
    assert!(matches!(blank.next(), Some(Err(Fault { kind: FaultKind::Empty, .. }))));
    let endless = BufReader::new(io::repeat(b'a').take(TEXT_LIMIT as u64 + 5));
    let mut items = read(endless, Some(Format::Plain));
    assert!(matches!(items.next(), Some(Err(Fault { kind: FaultKind::TooLarge { .. }, .. }))));
    assert!(items.next().is_none());
}

#[test]
fn plain_text_is_nothing_but_paragraphs() {
    let text =
        "Envoys met on Monday to talk about tea and about the price of it.\nThey ate at noon.\nThey left at one.\n";
    assert_eq!(detect(text.as_bytes()).unwrap(), Format::Plain);
    let article = only(text.as_bytes(), None).article;
    assert_eq!(article.headline, None);
    assert_eq!(article.text, text);
    let folder = Path::new("../shared/data/c50/C50train");
    if !folder.exists() {
        eprintln!("skipped: {} is absent", folder.display());
        return;
    }
    for author in fs::read_dir(folder).unwrap() {
        for file in fs::read_dir(author.unwrap().path()).unwrap() {
            let bytes = fs::read(file.unwrap().path()).unwrap();
            assert_eq!(detect(&bytes[..bytes.len().min(8192)]).unwrap(), Format::Plain);
        }
    }
}

fn check_encoding(bytes: &[u8], encoding: &str, text: &str) {
    let item = only(bytes, None);
    assert_eq!((item.encoding, item.article.text.as_str()), (encoding, text));
}

#[test]
fn encodings_are_told_and_decoded() {
    check_encoding("Café “tea”".as_bytes(), "UTF-8", "Café “tea”");
    check_encoding(b"\xEF\xBB\xBFCaf\xC3\xA9", "UTF-8", "Café");
    check_encoding(b"\xFF\xFEC\0a\0f\0\xE9\0", "UTF-16LE", "Café");
    check_encoding(b"\xFE\xFF\0C\0a\0f\0\xE9", "UTF-16BE", "Café");
    check_encoding(b"The caf\xE9 said \x93tea\x94 is served.", "windows-1252", "The café said “tea” is served.");
}

#[test]
fn format_names_round_trip() {
    for format in Format::ALL {
        assert_eq!(format.to_string().parse(), Ok(format));
    }
    assert_eq!("tsv".parse(), Ok(Format::Csv));
    assert!("mbox".parse::<Format>().is_err());
}
