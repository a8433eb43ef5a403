//! Which countries an article is about.

use demarche::article::Article;
use demarche::extract::{Reading, focus};
use demarche::knowledge::Knowledge;
use demarche::text::Span;

fn countries(article: &Article) -> Vec<String> {
    let reading = Reading::new(article, Knowledge::built_in());
    focus(&reading).iter().map(|focus| focus.country.to_string()).collect()
}

fn body(text: &str) -> Article {
    Article::from_body(text.to_owned())
}

/// An article whose first line is its headline and whose second begins with a dateline up to the dash.
fn filed(headline: &str, dateline: &str, text: &str) -> Article {
    let lead = headline.len() + 1;
    let whole = format!("{headline}\n{dateline}{text}");
    let dateline = demarche::article::Dateline {
        span: Span::new(lead, lead + dateline.len()),
        ..demarche::article::Dateline::default()
    };
    let paragraphs = vec![Span::new(dateline.span.end, whole.len())];
    Article {
        text: whole,
        headline: Some(Span::new(0, headline.len())),
        dateline: Some(dateline),
        paragraphs,
        ..Article::default()
    }
}

#[test]
fn a_dateline_decides() {
    let article = filed("Rates cut", "LIMA, March 3 - ", "The central bank cut rates.");
    assert_eq!(countries(&article), ["PE"]);
}

#[test]
fn a_region_overrules_the_city_before_it() {
    for dateline in ["CAMBRIDGE, Mass., March 3 - ", "CAMBRIDGE, MASS., March 3 - ", "CAMBRIDGE, Mass, March 3 - "] {
        assert_eq!(countries(&filed("Firm buys rival", dateline, "It paid cash.")), ["US"], "{dateline}");
    }
    assert_eq!(countries(&filed("Firm buys rival", "LONDON, Ont., March 3 - ", "It paid cash.")), ["CA"]);
    assert_eq!(countries(&filed("Firm buys rival", "LONDON, March 3 - ", "It paid cash.")), ["GB"]);
}

#[test]
fn a_passing_mention_does_not() {
    let article = filed("Strike in Lima", "LIMA, March 3 - ", "Dockers stopped work. Ships sailed on to Chile.");
    assert_eq!(countries(&article), ["PE"]);
}

#[test]
fn headline_and_lead_together_do() {
    let article = filed("Kenya and Chad sign accord", "March 3 - ", "Kenya and Chad signed a trade accord on Monday.");
    assert_eq!(countries(&article), ["KE", "TD"]);
}

#[test]
fn an_article_of_no_country() {
    assert_eq!(countries(&body("Cats sleep all day.\n\nDogs do not.")), [""; 0]);
}

#[test]
fn the_evidence_is_the_strongest_name() {
    let article = filed("Strike in Peru", "LIMA, March 3 - ", "Dockers in Peru stopped work.");
    let reading = Reading::new(&article, Knowledge::built_in());
    let found = focus(&reading);
    assert_eq!(article.words(found[0].evidence), "LIMA");
}
