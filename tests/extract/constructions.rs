//! One row for each construction: a sentence, and the one utterance it holds as source, cue and content.

use demarche::article::Article;
use demarche::extract::utterances;
use demarche::knowledge::Knowledge;
use demarche::statement::Utterance;
use demarche::text::Span;

/// A sentence, and the source, cue and content of its only utterance.
type Row = [&'static str; 4];

#[track_caller]
fn check(rows: &[Row]) {
    let knowledge = Knowledge::built_in();
    let mut wrong = Vec::new();
    for &[text, source, cue, content] in rows {
        let article = Article::from_body(text.to_owned());
        let words = |span: Option<Span>| span.map_or("", |span| article.words(span));
        let said = |utterance: &Utterance| {
            utterance.content.iter().map(|&span| article.words(span)).collect::<Vec<_>>().join(" | ")
        };
        let (found, _) = utterances(&article, knowledge);
        let found: Vec<_> = found.iter().map(|found| (words(found.source), words(found.cue), said(found))).collect();
        if found != [(source, cue, content.to_owned())] {
            wrong.push(format!("{text}\n    {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_noun_and_its_preposition() {
    check(&[
        ["Her calls for peace were heard.", "Her", "calls for", "peace"],
        ["Oslo's criticism of the plan was sharp.", "Oslo", "criticism of", "the plan"],
        ["The party's earlier promise to cut the tax is gone.", "The party", "promise", "to cut the tax"],
        ["Holm roused the hall with praise for the nurses.", "Holm", "praise for", "the nurses"],
        ["Nobody heard his statement on Monday that the port is shut.", "his", "statement", "that the port is shut"],
    ]);
}

#[test]
fn whoever_is_told() {
    check(&[
        ["She told voters and donors that the sum was wrong.", "She", "told", "that the sum was wrong"],
        ["The envoy told his men not to leave.", "The envoy", "told", "his men not to leave"],
        ["Holm urged the rest of the party to vote.", "Holm", "urged", "the rest of the party to vote"],
        ["The mayor, urging caution, shut the gate.", "The mayor", "urging", "caution"],
        ["The ad urges voters to stay home.", "The ad", "urges", "voters to stay home"],
    ]);
}

#[test]
fn content_of_every_shape() {
    check(&[
        ["He said the plan \"is dead.\"", "He", "said", "the plan \"is dead.\""],
        ["He said leaving the pact was wrong.", "He", "said", "leaving the pact was wrong"],
        ["She criticised what he called the angry tone.", "She", "criticised", "what he called the angry tone"],
        ["Experts suggest, however, that the price will fall.", "Experts", "suggest", "that the price will fall"],
        ["The survey shows only a small gap.", "The survey", "shows", "a small gap"],
        [
            "He accused his important, oil-rich ally of deceit.",
            "He",
            "accused",
            "his important, oil-rich ally of deceit",
        ],
        ["She said it was fair, but that the vote was late.", "She", "said", "it was fair, but that the vote was late"],
    ]);
}

#[test]
fn what_is_no_part_of_the_content() {
    check(&[
        ["The nurse praised the doctors during a visit.", "The nurse", "praised", "the doctors"],
        ["The nurse praised the doctors before she left.", "The nurse", "praised", "the doctors"],
        ["He mocked his rivals, raised his fist and left.", "He", "mocked", "his rivals"],
        ["A petition calling on him to go has many names.", "A petition", "calling on", "him to go"],
        ["Ministers agreed on Sunday to stop the slide.", "Ministers", "agreed", "to stop the slide"],
    ]);
}

#[test]
fn what_stands_between_cue_and_content() {
    check(&[
        ["He told a hall in Salem, Ohio on Monday that it was over.", "He", "told", "that it was over"],
        ["She said although it rained, the fair would open.", "She", "said", "although it rained, the fair would open"],
        [
            "The mayor voiced doubt in an interview that it rained.",
            "The mayor",
            "voiced",
            "doubt in an interview that it rained",
        ],
        ["The poll found Holm leading by ten points.", "The poll", "found", "Holm leading by ten points"],
    ]);
}

#[test]
fn scenes_before_a_speaker() {
    check(&[
        [
            "Walking in to shouts of \"Go home,\" the mayor said the vote was fair.",
            "the mayor",
            "said",
            "the vote was fair",
        ],
        [
            "But as Holm promised to end the \"long war,\" many left the hall.",
            "Holm",
            "promised",
            "to end the \"long war,\"",
        ],
        [
            "Oslo's \"sad lack of trams is a scandal,\" the report said.",
            "the report",
            "said",
            "Oslo's \"sad lack of trams is a scandal,\"",
        ],
    ]);
}

#[test]
fn words_that_only_look_like_cues() {
    check(&[
        ["The attack on the camp was over, Holm said.", "Holm", "said", "The attack on the camp was over"],
        [
            "He won in Utah and Maine, states that vote in March, aides said.",
            "aides",
            "said",
            "He won in Utah and Maine, states that vote in March",
        ],
        ["Will wrote that it was over.", "Will", "wrote", "that it was over"],
        ["Holm said at the last debate that she would win.", "Holm", "said", "that she would win"],
    ]);
}

#[test]
fn objects_that_go_on() {
    check(&[
        [
            "The envoy voiced doubt that the truce, signed in May, would hold.",
            "The envoy",
            "voiced",
            "doubt that the truce, signed in May, would hold",
        ],
        [
            "She cited her own papers, such as a recent note on trams.",
            "She",
            "cited",
            "her own papers, such as a recent note on trams",
        ],
        ["The envoy confirmed the meeting on condition of anonymity.", "The envoy", "confirmed", "the meeting"],
    ]);
}

#[test]
fn short_forms_of_have() {
    check(&[
        ["He's said he will fight.", "He", "'s said", "he will fight"],
        ["They've argued for years that the law is bad.", "They", "'ve argued", "that the law is bad"],
        ["She has since said that it was fun.", "She", "has since said", "that it was fun"],
        ["The minister is worried that prices will rise.", "The minister", "is worried", "that prices will rise"],
    ]);
}

#[test]
fn quotations_that_go_on() {
    check(&[
        [
            "\"They had no chance,\" he said of those who fell, \"and nobody told them.\"",
            "he",
            "said",
            "\"They had no chance,\" | \"and nobody told them.\"",
        ],
        [
            "\"We are all very tired,\" said Holm. \"We want to go home\" before the winter.",
            "Holm",
            "said",
            "\"We are all very tired,\" | \"We want to go home\" before the winter",
        ],
        ["\"It is late, \" he said.", "he", "said", "\"It is late, \""],
        ["The gate (it was, Holm said, an old one) fell.", "Holm", "said", "it was | an old one"],
    ]);
}

#[test]
fn a_speaker_right_behind_the_occasion() {
    check(&[
        ["At the summit Holm said that it was over.", "Holm", "said", "that it was over"],
        [
            "In an interview former President Mary Holm said that it was over.",
            "former President Mary Holm",
            "said",
            "that it was over",
        ],
        ["In a statement spokesman Tom Holm said that it was over.", "spokesman Tom Holm", "said", "that it was over"],
        ["It was late, and in the document Oslo said that it was over.", "Oslo", "said", "that it was over"],
        [
            "The conference Chairman Holm said that it was over.",
            "The conference Chairman Holm",
            "said",
            "that it was over",
        ],
    ]);
}
