//! What holds for every query and every text.

use std::time::{Duration, Instant};

use demarche::knowledge::{Knowledge, Party};
use demarche::query::{
    Days, Field, Flag, Near, Order, Query, Reading, Scope, Sense, Share, Syntax, Text, Value, Within, Word, WordForm,
};
use demarche::statement::{Act, DoubtKind, Kind, Relation};
use jiff::civil::Date;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// Any text that can stand between quotation marks and has a letter or digit.
const TYPED: &str =
    "[^\\s\"\u{201c}\u{201d}\u{201e}\u{201f}\u{ab}\u{bb}]{0,6}[a-zA-Z0-9\u{e9}][-.'&:(),\u{2019}a-z]{0,6}";

fn built_in() -> &'static Knowledge {
    Knowledge::built_in()
}

fn date() -> impl Strategy<Value = Date> {
    (0_i16..=9999, 1_i8..=12, 1_i8..=31)
        .prop_filter_map("a day of the month", |(year, month, day)| Date::new(year, month, day).ok())
}

fn days() -> impl Strategy<Value = Value> {
    let of_year = |year| Date::new(year, 1, 1).expect("a year");
    prop_oneof![
        (date(), date()).prop_map(|(a, b)| Days { from: Some(a.min(b)), to: Some(a.max(b)) }),
        date().prop_map(|day| Days { from: Some(day), to: None }),
        date().prop_map(|day| Days { from: None, to: Some(day) }),
        date().prop_map(|day| Days { from: Some(day.first_of_month()), to: Some(day.last_of_month()) }),
        (0_i16..=9999).prop_map(of_year).prop_map(|day| Days { from: Some(day), to: Some(day.last_of_year()) }),
    ]
    .prop_map(Value::Days)
}

fn country() -> impl Strategy<Value = Value> {
    let codes: Vec<_> = built_in().countries().all.iter().map(|country| country.code).collect();
    select(codes).prop_map(Value::Country)
}

fn organisation() -> impl Strategy<Value = Value> {
    let ids: Vec<_> = built_in().organisations().all.iter().map(|organisation| organisation.id.clone()).collect();
    select(ids).prop_map(Value::Organisation)
}

fn members() -> impl Strategy<Value = Value> {
    let ids: Vec<_> = built_in().organisations().all.iter().map(|organisation| organisation.id.clone()).collect();
    prop_oneof![
        select(ids.clone()).prop_map(Value::AnyMember),
        select(ids.clone()).prop_map(Value::EveryMember),
        select(ids).prop_map(Value::Outsider),
    ]
}

fn words() -> impl Strategy<Value = Value> {
    vec(TYPED, 1..4)
        .prop_map(|words| words.join(" "))
        .prop_filter("no party", |words| built_in().parties(words).is_empty())
        .prop_map(Value::Words)
}

/// Words that name nobody who held an office.
fn strangers() -> impl Strategy<Value = Value> {
    words().prop_filter("nobody known", |value| match value {
        Value::Words(words) => {
            built_in().persons_called(words, (None, None)).is_empty() && built_in().posts_called(words).is_empty()
        }
        _ => true,
    })
}

fn topic() -> impl Strategy<Value = Value> {
    let used = built_in().topics().all.iter().filter(|topic| !topic.retired);
    select(used.map(|topic| topic.id).collect::<Vec<_>>()).prop_map(Value::Topic)
}

fn share() -> impl Strategy<Value = Value> {
    (0_u16..=1000, 0_u16..=1000).prop_map(|(a, b)| Value::Share(Share { from: a.min(b), to: a.max(b) }))
}

fn related() -> impl Strategy<Value = Value> {
    let party = prop_oneof![country(), organisation()].prop_map(|value| match value {
        Value::Country(code) => Party::Country(code),
        Value::Organisation(id) => Party::Organisation(id),
        other => panic!("{other:?} is no party"),
    });
    let relation = select(vec![Relation::Against, Relation::Addressed, Relation::Support]);
    (relation, party).prop_map(|(relation, party)| Value::Related(relation, party))
}

fn relation() -> impl Strategy<Value = Value> {
    select(vec![Relation::Against, Relation::Addressed, Relation::Support]).prop_map(Value::Relation)
}

fn clause() -> impl Strategy<Value = Query> {
    let is = |field: Field, value: BoxedStrategy<Value>| {
        // A list says each value once.
        let once = |values: Vec<Value>| {
            values.into_iter().fold(Vec::new(), |mut kept, value| {
                if !kept.contains(&value) {
                    kept.push(value);
                }
                kept
            })
        };
        vec(value, 1..4).prop_map(move |values| Query::Is(field, once(values))).boxed()
    };
    let any = || Just(Value::Any);
    let party = || prop_oneof![country(), organisation(), members(), any()];
    prop_oneof![
        is(Field::Signatory, party().boxed()),
        is(Field::Represented, party().boxed()),
        is(Field::Nonsignatory, party().boxed()),
        is(Field::Speaker, prop_oneof![party(), strangers()].boxed()),
        is(Field::Target, prop_oneof![party(), relation(), related()].boxed()),
        is(Field::Mention, prop_oneof![country(), members(), any()].boxed()),
        is(Field::Country, prop_oneof![country(), members(), any()].boxed()),
        is(Field::Issuer, prop_oneof![organisation(), any()].boxed()),
        is(Field::Kind, select(vec![Kind::Direct, Kind::Mixed, Kind::Indirect]).prop_map(Value::Kind).boxed()),
        is(Field::Joint, select(vec![Flag::Yes, Flag::No]).prop_map(Value::Flag).boxed()),
        is(Field::Date, prop_oneof![days(), any()].boxed()),
        is(Field::Act, prop_oneof![select(Act::ALL.to_vec()).prop_map(Value::Act), any()].boxed()),
        is(Field::Doubt, prop_oneof![select(DoubtKind::ALL.to_vec()).prop_map(Value::Doubt), any()].boxed()),
        is(Field::Topic, prop_oneof![topic(), any()].boxed()),
        is(Field::Confidence, prop_oneof![share(), any()].boxed()),
        is(Field::Actor, prop_oneof![party(), strangers()].boxed()),
        is(Field::Org, prop_oneof![organisation(), any()].boxed()),
        is(Field::Byline, prop_oneof![words(), any()].boxed()),
        is(Field::Place, prop_oneof![words(), any()].boxed()),
    ]
}

fn word() -> impl Strategy<Value = Word> {
    let stem = || TYPED.prop_filter("no wildcard", |text| !text.contains(['*', '?', '~'])).prop_map(Word::stem);
    let of = |text: String, form| Word { text, form };
    prop_oneof![
        4 => stem(),
        1 => TYPED.prop_map(move |text| of(text, WordForm::Exact)),
        1 => "[a-z]{2,6}[*]".prop_map(move |text| of(text, WordForm::Pattern)),
        1 => "[a-z]{1,3}[?][a-z]{1,3}".prop_map(move |text| of(text, WordForm::Pattern)),
        1 => ("[a-z.]{1,5}[a-z]", 1_u8..3).prop_map(move |(text, letters)| of(text, WordForm::Fuzzy(letters))),
    ]
}

/// Words of a phrase: all of them exact or none.
fn phrase() -> impl Strategy<Value = Text> {
    let exact = TYPED.prop_map(|text| Word { text, form: WordForm::Exact });
    let free = word().prop_filter("not exact", |word| word.form != WordForm::Exact);
    prop_oneof![vec(free, 2..5).prop_map(Text::Phrase), vec(exact, 2..5).prop_map(Text::Phrase)]
}

fn text() -> impl Strategy<Value = Text> {
    let within = prop_oneof![(1_u32..256).prop_map(Within::Words), Just(Within::Sentence), Just(Within::Paragraph)];
    let near = (within, select(vec![Order::Either, Order::Ordered]), select(vec![Sense::Near, Sense::Apart]));
    let one = prop_oneof![word().prop_map(Text::Word), phrase()];
    one.prop_recursive(3, 12, 3, move |inner| {
        let either = prop_oneof![2 => inner.clone(), 1 => vec(inner.clone(), 2..4).prop_map(Text::Any)];
        prop_oneof![
            (1_u32..256, either.clone()).prop_map(|(count, text)| Text::AtLeast(count, Box::new(text))),
            (either.clone(), either, near.clone()).prop_map(|(left, right, (within, order, sense))| {
                Text::Near(Box::new(Near { left, right, within, order, sense }))
            }),
        ]
    })
}

fn lead() -> impl Strategy<Value = Query> {
    text().prop_map(|text| Query::Text(Scope::Lead, text))
}

fn query() -> impl Strategy<Value = Query> {
    let one = prop_oneof![text().prop_map(|text| Query::Text(Scope::Anywhere, text)), lead(), clause()];
    one.prop_recursive(6, 32, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 2..4).prop_map(Query::And),
            vec(inner.clone(), 2..4).prop_map(Query::Or),
            inner.prop_map(|part| Query::Not(Box::new(part))),
        ]
    })
}

/// Pieces of queries in any order, most of them wrong together.
fn pieces() -> impl Strategy<Value = String> {
    let pieces = vec![
        "(",
        ")",
        "\"",
        "\u{201c}",
        "-",
        ":",
        ",",
        "*",
        " ",
        "\u{a0}",
        "\n",
        "..",
        ">=",
        "AND",
        " OR ",
        "NOT ",
        "a",
        "troops",
        "signatory:",
        "speaker:",
        "date:",
        "kind:",
        "issuer:",
        "target:",
        "KR",
        "G7",
        "members(",
        "all(",
        "organisation(",
        "outside(",
        "addressed(",
        "2024",
        "2024-13",
        "\u{e9}",
        "\u{1f600}",
        "South Korea",
        "http://",
        " w/5 ",
        " not pre/s ",
        "w/0",
        "atleast3 ",
        "hlead(",
        "=",
        "~1",
        "~",
        "condemn*",
        "wom?n",
        "not ",
        "Korea",
    ];
    vec(select(pieces), 0..40).prop_map(|pieces| pieces.concat())
}

fn check_any(text: &str) -> Result<(), TestCaseError> {
    match Query::parse(text) {
        Ok(query) => {
            prop_assert_eq!(Query::parse(&query.to_string()), Ok(query.clone()));
            prop_assert!(query.describe(built_in()).starts_with("statements "));
        }
        Err(error) => {
            prop_assert!(text.get(error.span.start..error.span.end).is_some(), "{:?} outside", error.span);
            prop_assert!(!error.span.is_empty() || error.span.end == text.len(), "empty inside the text");
            prop_assert!(!error.hint.is_empty() && !error.message.is_empty());
            let caret = error.caret(text);
            let lines: Vec<&str> = caret.split('\n').collect();
            prop_assert_eq!(lines.len(), 2);
            prop_assert!(lines[1].ends_with('^') && lines[1].chars().count() <= lines[0].chars().count() + 1);
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn what_is_printed_reads_back(query in query()) {
        let text = query.to_string();
        let read = Query::parse(&text);
        prop_assert_eq!(read.as_ref(), Ok(&query), "{}", text);
        prop_assert!(query.describe(built_in()).starts_with("statements "));
    }

    #[test]
    fn any_text_parses_or_has_a_caret(text in any::<String>()) {
        check_any(&text)?;
    }

    #[test]
    fn any_pieces_parse_or_have_a_caret(text in pieces()) {
        check_any(&text)?;
    }
}

/// The best of three runs: other work on the machine is not the parser's.
fn time(text: &str, syntax: Syntax) -> Duration {
    let reading = Reading { syntax, ..Reading::default() };
    let run = || {
        let start = Instant::now();
        let _ = Query::parse_with(text, &reading);
        start.elapsed()
    };
    (0..3).map(|_| run()).min().expect("three runs")
}

#[test]
fn ten_thousand_characters_take_no_time() {
    let fill = |piece: &str| piece.repeat(10_000 / piece.chars().count());
    let names = |make: &dyn Fn(usize) -> String| (0..250).map(make).collect::<Vec<_>>().join(" ");
    let mut texts: Vec<String> = [
        "(",
        "((a) ",
        "-",
        "NOT ",
        "a ",
        "a OR ",
        "\"",
        "\"a\" ",
        "a",
        "signatory:",
        "a:",
        "date:2024,",
        "South ",
        "..",
        ">",
        "-(",
        "members(",
        "\u{1f600}",
        "a w/5 ",
        "(a w/5 ",
        "atleast3 ",
        "hlead(",
        "a~",
        "*",
        "a*",
        "?",
        "not ",
    ]
    .iter()
    .map(|piece| fill(piece))
    .collect();
    texts.push(names(&|at| format!("speaker:Unknown-{at}")));
    texts.push(names(&|at| format!("signatory:\"{}\"", built_in().countries().all[at].official)));
    for before in ["signatory:", "speaker:", "date:", "kind:", "target:members(", "signatory:South "] {
        texts.push(format!("{before}{}", fill("a")));
        texts.push(format!("{before}{}", fill("South ")));
        texts.push(format!("{before}\"{}\"", fill("South ")));
    }
    texts.extend(["+", "!", "hd=", "HLEAD(", "date:[", "date is ", "near5 ", "a near5 ", "\"a b\"~5 ", "&&"].map(fill));
    for syntax in [Syntax::Demarche, Syntax::Lexis, Syntax::Factiva, Syntax::Lucene] {
        time("signatory:France", syntax);
        for text in &texts {
            let took = time(text, syntax);
            let start: String = text.chars().take(30).collect();
            assert!(took < Duration::from_millis(50), "{took:?} for {start} in {syntax:?}");
        }
    }
}
