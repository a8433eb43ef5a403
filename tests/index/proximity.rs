//! Words near each other: the index against a plain reading of every text.

use demarche::article::Article;
use demarche::extract::Extraction;
use demarche::index::{ArticleId, Copies, Entry, Request, Shown, Standing, StatementIndex};
use demarche::query::{Near, Order, Query, Scope, Sense, Text, Within, Word, WordForm};
use demarche::statement::{Kind, Statement, Utterance};
use demarche::text::Span;
use jiff::civil::date;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use tempfile::TempDir;

/// An article that is one statement from end to end.
fn entry(text: &str, number: usize) -> Entry {
    let digest = format!("{:010x}", number + 1);
    let mut article = Article::from_body(text.to_owned());
    article.published = Some(date(2024, 1, 1));
    let mut statement = demarche::extract::extract(
        &Article::from_body("France and Italy said in a joint statement they were concerned.".to_owned()),
        demarche::knowledge::Knowledge::built_in(),
    )
    .statements
    .remove(0);
    let whole = Span::new(0, text.len());
    let utterance = Utterance { content: vec![whole], cue: None, source: None, ..statement.utterances[0].clone() };
    statement = Statement {
        utterances: vec![Utterance { kind: Kind::Indirect, ..utterance }],
        issuers: Vec::new(),
        signatories: Vec::new(),
        speakers: Vec::new(),
        targets: Vec::new(),
        date: Some(date(2024, 1, 1)),
        ..statement
    };
    let extraction = Extraction { statements: vec![statement], ..Extraction::default() };
    let (headlines, parties) = (Vec::new(), Vec::new());
    let (id, path) = (ArticleId::of(&digest), format!("{number}.txt"));
    Entry {
        story: id.clone(),
        shown: Shown::default(),
        id,
        path,
        member: None,
        digest,
        article,
        extraction,
        standing: Standing::Current,
        headlines,
        parties,
    }
}

/// An index of `texts`, written in several parts, of which those in `gone` are deleted again.
fn index(texts: &[String], gone: &[usize]) -> (TempDir, StatementIndex) {
    let directory = TempDir::new().expect("a directory");
    let index = StatementIndex::open_or_create(directory.path()).expect("an index");
    let mut writer = index.writer(1).expect("a writer");
    for (at, text) in texts.iter().enumerate() {
        writer.add(index.prepare(&entry(text, at), &at.to_string()).expect("an entry")).expect("a document");
        if at % 4 == 3 {
            writer.commit().expect("a commit");
        }
    }
    writer.commit().expect("a commit");
    for at in gone {
        writer.forget(&at.to_string());
    }
    writer.commit().expect("a commit");
    drop(writer);
    let index = StatementIndex::open(directory.path()).expect("an index");
    (directory, index)
}

/// The texts found, and where in each.
fn found(index: &StatementIndex, query: &Query) -> Vec<(usize, Vec<Span>)> {
    let request = Request { limit: 1000, copies: Copies::Shown, ..Request::default() };
    let hits = index.search_with(query, &request).expect("an answer").hits;
    let number = |id: &str| usize::from_str_radix(&id[..10], 16).expect("a number") - 1;
    let mut out: Vec<_> = hits.iter().map(|hit| (number(&hit.id.to_string()), hit.highlights.clone())).collect();
    out.sort();
    out
}

fn check(texts: &[&str], query: &str, expected: &[usize]) {
    let texts: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
    let (_directory, index) = index(&texts, &[]);
    let query = Query::parse(query).expect(query);
    let numbers: Vec<usize> = found(&index, &query).into_iter().map(|(at, _)| at).collect();
    assert_eq!(numbers, expected, "{query}");
}

/// Words that nobody asked for keep their places: a paragraph that ends with them ends where it did.
#[test]
fn a_word_is_marked_behind_words_that_were_not_asked_for() {
    let texts = ["Carol met nine old friends there.\n\nAgain carol came.".to_owned()];
    let (_directory, index) = index(&texts, &[]);
    let query = Query::parse("carol not w/5 carol").expect("a query");
    assert_eq!(found(&index, &query), [(0, vec![Span::new(0, 5), Span::new(41, 46)])]);
}

#[test]
fn operators() {
    let texts = [
        "Troops crossed the border near Kursk.",
        "Kursk saw troops. The border was closed.",
        "The border was closed.\n\nTroops were in Kursk, troops of North Korea, more troops than before.",
        "The governments condemned the missile launches.",
        "Her government is happy with the women's vote.",
    ];
    check(&texts, "troops w/5 kursk", &[0, 1, 2]);
    check(&texts, "troops w/4 kursk", &[1, 2]);
    check(&texts, "troops pre/5 kursk", &[0, 2]);
    check(&texts, "kursk w/s border", &[0]);
    check(&texts, "kursk w/p border", &[0, 1]);
    check(&texts, "border not w/s kursk", &[1, 2]);
    check(&texts, "border NOT W/P kursk", &[2]);
    check(&texts, "atleast3 troop", &[2]);
    check(&texts, "atleast2 (kursk OR border)", &[0, 1, 2]);
    check(&texts, "(troops w/2 \"north korea\") pre/3 more", &[2]);
    check(&texts, "(border OR crossed) w/2 troops", &[0, 1]);
    check(&texts, "condemn", &[3]);
    check(&texts, "=\"condemn\"", &[]);
    check(&texts, "=\"condemned\"", &[3]);
    check(&texts, "=\"missile launches\"", &[3]);
    check(&texts, "=\"missile launch\"", &[]);
    check(&texts, "\"missile launch\"", &[3]);
    check(&texts, "=\"government\"", &[4]);
    check(&texts, "=\"governments\" w/3 missile", &[3]);
    check(&texts, "missile not w/5 =\"government\"", &[3]);
    check(&texts, "condem*", &[3]);
    check(&texts, "condemned*", &[3]);
    check(&texts, "governmen*", &[3, 4]);
    check(&texts, "governments*", &[3]);
    check(&texts, "happy*", &[4]);
    check(&texts, "happ*", &[4]);
    check(&texts, "wom?n", &[4]);
    check(&texts, "k?rsk", &[0, 1, 2]);
    check(&texts, "Kurks~2", &[0, 1, 2]);
    check(&texts, "Kursc~1", &[0, 1, 2]);
    check(&texts, "Kirksy~1", &[]);
    check(&texts, "\"nort* kore?\"", &[]);
    check(&texts, "\"nort* kor*\"", &[2]);
}

const LETTERS: [&str; 4] = ["alpha", "bravo", "carol", "delta"];

/// Texts of few words, in sentences and paragraphs.
fn texts() -> impl Strategy<Value = Vec<String>> {
    let word = select(vec!["alpha", "bravo", "carol", "delta", "echo", "alpha. Foxtrot", "bravo.\n\nGolf"]);
    vec(vec(word, 1..14).prop_map(|words| words.join(" ")), 1..12)
}

fn word() -> impl Strategy<Value = Text> {
    select(LETTERS.to_vec()).prop_map(|word| Text::Word(Word::stem(word)))
}

fn text() -> impl Strategy<Value = Text> {
    let within = prop_oneof![
        4 => (1_u32..6).prop_map(Within::Words),
        1 => Just(Within::Sentence),
        1 => Just(Within::Paragraph)
    ];
    let exact = select(LETTERS.to_vec()).prop_map(|text| Word { text: text.to_owned(), form: WordForm::Exact });
    let phrase = vec(select(LETTERS.to_vec()).prop_map(Word::stem), 2..4).prop_map(Text::Phrase);
    let one = prop_oneof![4 => word(), 1 => phrase, 1 => exact.prop_map(Text::Word)];
    let order = select(vec![Order::Either, Order::Ordered]);
    let sense = prop_oneof![3 => Just(Sense::Near), 1 => Just(Sense::Apart)];
    one.prop_recursive(3, 10, 3, move |inner| {
        let near = (inner.clone(), inner.clone(), within.clone(), order.clone(), sense.clone());
        let near = near.prop_map(|(left, right, within, order, sense)| {
            Text::Near(Box::new(Near { left, right, within, order, sense }))
        });
        prop_oneof![
            4 => near,
            1 => vec(inner.clone(), 2..4).prop_map(Text::Any),
            1 => (1_u32..4, inner).prop_map(|(count, text)| Text::AtLeast(count, Box::new(text))),
        ]
    })
}

/// A text read word by word, without an index.
struct Read {
    words: Vec<String>,
    sentence: Vec<usize>,
    paragraph: Vec<usize>,
    position: Vec<usize>,
}

impl Read {
    fn new(text: &str) -> Self {
        let mut read = Self { words: Vec::new(), sentence: Vec::new(), paragraph: Vec::new(), position: Vec::new() };
        let (mut sentence, mut position) = (0, 0);
        for (paragraph, part) in text.split("\n\n").enumerate() {
            for typed in part.split_whitespace() {
                read.words.push(typed.trim_end_matches('.').to_lowercase());
                read.sentence.push(sentence);
                read.paragraph.push(paragraph);
                read.position.push(position);
                position += 1;
                sentence += usize::from(typed.ends_with('.'));
            }
            sentence += 1;
            position += 1;
        }
        read
    }

    /// Every place of `text`, as numbers of its first and last word, by its definition alone.
    fn places(&self, text: &Text) -> Vec<(usize, usize)> {
        let all = || (0..self.words.len()).flat_map(|a| (a..self.words.len()).map(move |b| (a, b)));
        let mut out: Vec<(usize, usize)> = match text {
            Text::Word(word) => all().filter(|&(a, b)| a == b && self.words[a] == word.text).collect(),
            Text::Phrase(words) => all()
                .filter(|&(a, b)| {
                    let fits = b - a + 1 == words.len() && (a..=b).zip(words).all(|(at, w)| self.words[at] == w.text);
                    fits && self.paragraph[a] == self.paragraph[b]
                })
                .collect(),
            Text::Any(parts) => parts.iter().flat_map(|part| self.places(part)).collect(),
            Text::AtLeast(count, inner) => {
                let inner = self.places(inner);
                if inner.len() < *count as usize { Vec::new() } else { inner }
            }
            Text::Near(near) => {
                let (left, right) = (self.places(&near.left), self.places(&near.right));
                let is_near = |a: (usize, usize), b: (usize, usize)| self.are_near(a, b, near);
                match near.sense {
                    Sense::Near => left
                        .iter()
                        .flat_map(|&a| right.iter().map(move |&b| (a, b)))
                        .filter(|&(a, b)| is_near(a, b))
                        .map(|(a, b)| (a.0.min(b.0), a.1.max(b.1)))
                        .collect(),
                    Sense::Apart => left.into_iter().filter(|&a| right.iter().all(|&b| !is_near(a, b))).collect(),
                }
            }
        };
        out.sort_unstable();
        out.dedup();
        out
    }

    fn are_near(&self, a: (usize, usize), b: (usize, usize), near: &Near) -> bool {
        let same = |of: &[usize]| [a.1, b.0, b.1].iter().all(|&at| of[at] == of[a.0]);
        let reaches = match near.within {
            Within::Sentence => same(&self.sentence),
            Within::Paragraph => same(&self.paragraph),
            Within::Words(words) => {
                let gap = |left: usize, right: usize| self.position[right].saturating_sub(self.position[left]);
                gap(a.1, b.0).max(gap(b.1, a.0)) <= words as usize
            }
        };
        reaches && a != b && (near.order == Order::Either || b.0 > a.1)
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn the_index_finds_what_reading_finds(texts in texts(), asked in vec(text(), 12), gone in vec(0_usize..12, 0..3)) {
        let (_directory, index) = index(&texts, &gone);
        for text in asked {
            let query = Query::Text(Scope::Anywhere, text.clone());
            let kept = texts.iter().enumerate().filter(|(at, _)| !gone.contains(at));
            let expected: Vec<usize> =
                kept.filter(|(_, words)| !Read::new(words).places(&text).is_empty()).map(|(at, _)| at).collect();
            let found = found(&index, &query);
            let numbers: Vec<usize> = found.iter().map(|(at, _)| *at).collect();
            prop_assert_eq!(numbers, expected, "{} in {:?}", query, texts);
            for (at, highlights) in found {
                prop_assert!(!highlights.is_empty(), "{} in {}", query, texts[at]);
                for span in highlights {
                    prop_assert!(LETTERS.contains(&span.of(&texts[at].to_lowercase())), "{:?}", span);
                }
            }
        }
    }
}
