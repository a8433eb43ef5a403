//! Who says what, in each construction the newswire uses, and no panic on any text.

use demarche::article::Article;
use demarche::extract::utterances;
use demarche::knowledge::Knowledge;
use demarche::statement::{CueClass, Kind, Utterance};
use demarche::text::Span;
use proptest::prelude::*;

/// The utterances of `text`, each as source, cue and content.
fn read(text: &str) -> Vec<(String, String, String)> {
    let article = Article::from_body(text.to_owned());
    let words = |span: Option<Span>| span.map_or(String::new(), |span| article.words(span).to_owned());
    let (found, _) = utterances(&article, Knowledge::built_in());
    let content = |utterance: &Utterance| {
        utterance.content.iter().map(|&span| article.words(span)).collect::<Vec<_>>().join(" | ")
    };
    found.iter().map(|utterance| (words(utterance.source), words(utterance.cue), content(utterance))).collect()
}

/// Checks that `text` holds exactly one utterance.
#[track_caller]
fn says(text: &str, source: &str, cue: &str, content: &str) {
    assert_eq!(read(text), [(source.to_owned(), cue.to_owned(), content.to_owned())]);
}

#[test]
fn a_clause_with_that() {
    says("Iran said on Monday that it would answer.", "Iran", "said", "that it would answer");
}

#[test]
fn a_speaker_behind_a_long_apposition() {
    says(
        "Hugh Hill, a doctor at Saint Mary's in Cork, Ireland, said the ward was full.",
        "Hugh Hill, a doctor at Saint Mary's in Cork, Ireland",
        "said",
        "the ward was full",
    );
}

#[test]
fn a_relative_clause_speaks_through_its_pronoun() {
    says("The miner, who said he was tired, went home.", "who", "said", "he was tired");
}

#[test]
fn a_quotation_its_cue_splits() {
    says("\"It is late,\" he said, \"and we are tired.\"", "he", "said", "\"It is late,\" | \"and we are tired.\"");
}

#[test]
fn a_quotation_that_goes_on_after_the_cue() {
    says("“It is late,” said Merkel. “We are tired.”", "Merkel", "said", "“It is late,” | “We are tired.”");
}

#[test]
fn an_inverted_cue_after_a_question() {
    says("\"Who is there?\" asked the guard.", "the guard", "asked", "\"Who is there?\"");
}

#[test]
fn a_clause_before_its_cue() {
    says("The bridge will open in May, the mayor said.", "the mayor", "said", "The bridge will open in May");
}

#[test]
fn according_to() {
    says("According to the ministry, two ships sank.", "the ministry", "According to", "two ships sank");
}

#[test]
fn a_denial_and_a_refusal() {
    says("Syria denied that it had moved the tanks.", "Syria", "denied", "that it had moved the tanks");
    says("The company declined to comment.", "The company", "declined", "to comment");
}

#[test]
fn a_noun_that_reports() {
    says("Nobody heard his claim that the gate was open.", "his", "claim", "that the gate was open");
}

#[test]
fn a_participle_speaks_for_the_subject() {
    let found = read("The king left at noon, saying that he was ill.");
    assert_eq!(found[0].0, "The king");
}

#[test]
fn a_headline_and_a_label() {
    says("Union chief says Holm can win", "Union chief", "says", "Holm can win");
    says("The king countered that he was ready.", "The king", "countered", "that he was ready");
    says("Iran says sanctions must end", "Iran", "says", "sanctions must end");
    says("Tehran: we will answer in kind", "Tehran", ":", "we will answer in kind");
}

#[test]
fn a_quotation_signed_with_a_name() {
    says("“It is a shame. We are cold.” ― Anna Holm", "Anna Holm", "", "“It is a shame. We are cold.”");
    says("\"It is a shame.\" -- Anna Holm, a nurse in Oslo.", "Anna Holm, a nurse in Oslo", "", "\"It is a shame.\"");
    assert_eq!(read("“It is a shame.” — and the lights went out."), []);
}

#[test]
fn a_transcript_in_quotation_marks() {
    says("\"EKMAN: The tax is gone.", "EKMAN", "", "The tax is gone.");
    says("After the raid, Holm issued a statement, \"We are safe.\"", "Holm", "a statement", "\"We are safe.\"");
}

#[test]
fn a_quotation_in_the_next_paragraph() {
    says("The pilot wrote:\n\n\"We are safe.\"", "The pilot", "wrote", "\"We are safe.\"");
    says(
        "\"We are safe,\" the pilot said.\n\n\"All of us.\"",
        "the pilot",
        "said",
        "\"We are safe,\" | \"All of us.\"",
    );
}

#[test]
fn a_clause_whose_speaker_follows_the_verb() {
    says(
        "The tax will be cut in May, said Anna Holm, a former mayor of Bergen.",
        "Anna Holm, a former mayor of Bergen",
        "said",
        "The tax will be cut in May",
    );
    says(
        "The bridge is a \"sad sight,\" said the engineer Anna Holm, who built it.",
        "the engineer Anna Holm, who built it",
        "said",
        "The bridge is a \"sad sight,\"",
    );
    says(
        "The contrast with Norway, said Holm and others, would be clear.",
        "Holm and others",
        "said",
        "The contrast with Norway | would be clear",
    );
}

#[test]
fn content_that_goes_on_after_its_cue() {
    says("It was, he said, a bitter defeat.", "he", "said", "It was | a bitter defeat");
    says(
        "The yard has no plans, aides say, to build more ships.",
        "aides",
        "say",
        "The yard has no plans | to build more ships",
    );
    says(
        "The port is closed, according to the harbor master, a former pilot.",
        "the harbor master",
        "according to",
        "The port is closed",
    );
}

#[test]
fn a_statement_is_told_once() {
    says("The firm said in a statement that the pipe was safe.", "The firm", "said", "that the pipe was safe");
    says("The ministry promised further tax cuts.", "The ministry", "promised", "further tax cuts");
    assert_eq!(read("The general maintained his lead over the others."), []);
    assert_eq!(read("Russia has long been a buyer of its grain."), []);
    assert_eq!(read("The shop sells a beer called Long Road."), []);
}

#[test]
fn a_source_with_all_that_describes_it() {
    says(
        "A poll conducted last week found that trust had grown.",
        "A poll conducted last week",
        "found",
        "that trust had grown",
    );
    says(
        "Two sources close to the talks say a deal is near.",
        "Two sources close to the talks",
        "say",
        "a deal is near",
    );
    says("Officials responsible for the dam said it held.", "Officials responsible for the dam", "said", "it held");
    says("A memo printed by the Star said the dam leaks.", "A memo printed by the Star", "said", "the dam leaks");
    says("When asked whom she favored, she left.", "", "asked", "whom she favored");
}

#[test]
fn where_content_ends() {
    says("The mayor praised the plan on Tuesday.", "The mayor", "praised", "the plan");
    says("The mayor rejected the charge in a tweet.", "The mayor", "rejected", "the charge");
    says("Because polls showed that few had voted, there's no winner.", "polls", "showed", "that few had voted");
    says("Holm, though she said the judge was fair, walked out.", "she", "said", "the judge was fair");
    let two = read("Aides say the vote was lost, and they say nobody will resign.");
    assert_eq!(two.iter().map(|said| said.2.as_str()).collect::<Vec<_>>(), ["the vote was lost", "nobody will resign"]);
    says("Holm promised to build a wall and leave the pact.", "Holm", "promised", "to build a wall and leave the pact");
    says("He said Holm and Ek are close.", "He", "said", "Holm and Ek are close");
    says("She praised Tuesday's vote.", "She", "praised", "Tuesday's vote");
    says("He called that \"beyond belief.\"", "He", "called", "that \"beyond belief.\"");
    says(
        "Lawyers argued that although he confessed, he showed no regret.",
        "Lawyers",
        "argued",
        "that although he confessed, he showed no regret",
    );
}

#[test]
fn content_between_asides_and_relatives() {
    says("He won a race that he said broke his heart.", "he", "said", "broke his heart");
    says(
        "Her office said -- on a Sunday, as it happens -- that the sum was wrong.",
        "Her office",
        "said",
        "that the sum was wrong",
    );
    let found = read("The mayor announced new help for mothers who have lost children and said the city would pay.");
    assert_eq!(found[0].2, "new help for mothers who have lost children");
    assert_eq!(found[1].1, "said");
}

#[test]
fn a_clause_after_a_cue_of_two_words() {
    says(
        "A reporter pointed out that Holm, the mayor, saw the fire.",
        "A reporter",
        "pointed out",
        "that Holm, the mayor, saw the fire",
    );
}

#[test]
fn a_speaker_who_is_not_named_follows_the_verb() {
    says(
        "The plant is open, but it is under pressure from imports, said the firm's chief executive.",
        "the firm's chief executive",
        "said",
        "The plant is open, but it is under pressure from imports",
    );
    says(
        "The tax will be cut in May, said an official who was there.",
        "an official who was there",
        "said",
        "The tax will be cut in May",
    );
    says(
        "\"We won,\" said United Oil Workers Chairman Ole Holm.",
        "United Oil Workers Chairman Ole Holm",
        "said",
        "\"We won,\"",
    );
    says(
        "The vote is close among the miners, aides and officials say.",
        "aides and officials",
        "say",
        "The vote is close among the miners",
    );
}

#[test]
fn a_relative_clause_that_describes() {
    says("She led a march, which he described as \"a joke.\"", "he", "described", "which | as \"a joke.\"");
}

#[test]
fn content_that_and_and_but_go_on_with() {
    says("She said she was glad but still feared the army.", "She", "said", "she was glad but still feared the army");
    says(
        "He said states like Ohio and Texas will clarify it.",
        "He",
        "said",
        "states like Ohio and Texas will clarify it",
    );
    says(
        "She said the judge is resting and showing no fear.",
        "She",
        "said",
        "the judge is resting and showing no fear",
    );
    says("He mocked the plan by wearing a mask.", "He", "mocked", "the plan");
    says("He left, attacking the mayor and visiting a school.", "He", "attacking", "the mayor");
    says("Holm has not endorsed Ek and Dahl withdrew.", "Holm", "has not endorsed", "Ek");
    says(
        "Aides say the bank, which he once led, shows a loss.",
        "Aides",
        "say",
        "the bank, which he once led, shows a loss",
    );
    says(
        "He said the firm uses above- and below-ground cables.",
        "He",
        "said",
        "the firm uses above- and below-ground cables",
    );
    says("Half said they agreed, compared with a third in May.", "Half", "said", "they agreed");
    assert_eq!(read("She spoke on the condition of anonymity."), []);
    assert_eq!(read("The northern states that will vote are few."), []);
}

#[test]
fn an_attitude_is_no_speech() {
    let article = Article::from_body("Norway wants to join the talks.".to_owned());
    let (found, _) = utterances(&article, Knowledge::built_in());
    assert_eq!((found[0].class, found[0].kind), (CueClass::Attitude, Kind::Indirect));
}

#[test]
fn a_quotation_nothing_closes_is_doubted() {
    let article = Article::from_body("“We are safe, the pilot said.".to_owned());
    let (_, doubts) = utterances(&article, Knowledge::built_in());
    assert_eq!(doubts.len(), 1);
}

#[test]
fn a_quotation_nobody_speaks_is_doubted() {
    let article = Article::from_body("\"We are all of us safe here,\" and the door closed.".to_owned());
    let (found, doubts) = utterances(&article, Knowledge::built_in());
    assert_eq!((found.len(), doubts.len()), (0, 1));
}

/// Pieces that meet in awkward ways.
fn piece() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "\"",
        "“",
        "”",
        "''",
        "``",
        "'",
        "’s",
        " ",
        ", ",
        ". ",
        "? ",
        "\n\n",
        ":",
        "—",
        " -- ",
        "(",
        ")",
        "[",
        "]",
        "he ",
        "who ",
        "that ",
        "said ",
        "says ",
        "according ",
        "to ",
        "by ",
        "of ",
        "and ",
        "but ",
        "Smith ",
        "the ",
        "minister ",
        "was ",
        "not ",
        "saying ",
        "claim ",
        "Tuesday ",
        "2016 ",
        "as ",
        "it ",
        "there ",
        "é",
        "\u{a0}",
        "I ",
        "we ",
        "asked ",
        "told ",
        "reporters ",
        "in ",
        "wants ",
        "seems ",
        "accused ",
        "U.S. ",
        "Mr. ",
        "\t",
    ])
}

fn holds_together(text: String) {
    let article = Article::from_body(text);
    let (found, doubts) = utterances(&article, Knowledge::built_in());
    let places: Vec<usize> = found.iter().map(|utterance| utterance.content[0].start).collect();
    assert!(places.is_sorted());
    for utterance in &found {
        for &span in utterance.content.iter().chain(&utterance.cue).chain(&utterance.source) {
            assert!(!article.words(span).is_empty());
        }
    }
    for doubt in doubts {
        let _ = article.words(doubt.span);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_is_read(text in "\\PC{0,200}") {
        holds_together(text);
    }

    #[test]
    fn any_mixture_of_pieces_is_read(pieces in prop::collection::vec(piece(), 0..60)) {
        holds_together(pieces.concat());
    }
}
