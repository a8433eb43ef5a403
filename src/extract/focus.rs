//! The countries an article is about, as opposed to all it names.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Reading;
use crate::knowledge::{CountryCode, FocusUse, NameUse};
use crate::text::Span;

/// A country the article is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountryFocus {
    /// Which.
    pub country: CountryCode,
    /// How much speaks for it, at least [`ENOUGH`].
    pub weight: u32,
    /// The strongest single piece of evidence.
    pub evidence: Span,
}

/// The weight from which a country counts. The weights are in twentieths of a plain mention in the
/// first two paragraphs, and were set by hand with `../shared/eval/score_places.py --split TRAIN`.
pub const ENOUGH: u32 = 26;
/// A dateline decides alone: agencies file from where the news is.
const DATELINE: u32 = 60;
/// What a name in the headline weighs; most articles repeat it in the first paragraph.
const HEADLINE: u32 = 24;
const FIRST_PARAGRAPH: u32 = 17;
const SECOND_PARAGRAPH: u32 = 9;
const LATER_PARAGRAPH: u32 = 7;
/// A capital or city is where something happened; a country's name is what it is about.
const PLACE_SHARE: u32 = 4;
/// What an institution weighs, and how many of them count for one country.
const INSTITUTION: u32 = 4;
const MOST_INSTITUTIONS: u32 = 2;

/// The countries `reading` is about, the weightiest first.
#[must_use]
pub fn focus(reading: &Reading<'_>) -> Vec<CountryFocus> {
    let mut scores = Scores::default();
    scores.dateline(reading);
    for name in &reading.names {
        let Some((country, kind)) = name.country() else { continue };
        let Some(weight) = weight_at(reading, name.span) else { continue };
        scores.add(country, share(weight, kind), name.span);
    }
    scores.institutions(&reading.institutions);
    scores.enough()
}

fn share(weight: u32, kind: NameUse) -> u32 {
    match kind {
        NameUse::Capital | NameUse::Seat | NameUse::City => weight / PLACE_SHARE,
        NameUse::Spelling
        | NameUse::Prefix
        | NameUse::Adjective
        | NameUse::Demonym
        | NameUse::People
        | NameUse::Code => weight,
    }
}

/// What a name at `span` weighs; nothing outside headline and body.
fn weight_at(reading: &Reading<'_>, span: Span) -> Option<u32> {
    let article = reading.article;
    if article.headline.is_some_and(|headline| headline.overlaps(span)) {
        return Some(HEADLINE);
    }
    let paragraph = article.paragraphs.partition_point(|paragraph| paragraph.end <= span.start);
    let inside = article.paragraphs.get(paragraph).is_some_and(|paragraph| paragraph.overlaps(span));
    inside.then_some(match paragraph {
        0 => FIRST_PARAGRAPH,
        1 => SECOND_PARAGRAPH,
        _ => LATER_PARAGRAPH,
    })
}

#[derive(Default)]
struct Scores {
    by_country: BTreeMap<CountryCode, CountryFocus>,
    strongest: BTreeMap<CountryCode, u32>,
}

impl Scores {
    fn add(&mut self, country: CountryCode, weight: u32, evidence: Span) {
        let score = self.by_country.entry(country).or_insert(CountryFocus { country, weight: 0, evidence });
        score.weight += weight;
        let strongest = self.strongest.entry(country).or_default();
        if weight > *strongest {
            *strongest = weight;
            score.evidence = evidence;
        }
    }

    /// The countries of the dateline. A region ("Calif.") overrules the cities before it.
    fn dateline(&mut self, reading: &Reading<'_>) {
        let Some(dateline) = &reading.article.dateline else { return };
        let places = reading.knowledge.focus_words().in_dateline(reading.text(), dateline.span);
        let cities = reading.names[reading.names_in(dateline.span)].iter();
        let cities = cities.filter_map(|name| Some((name.country()?.0, name.span)));
        let regions = places.iter().filter(|(word, span)| {
            word.kind == FocusUse::Region && reading.text()[..span.start].trim_end().ends_with(',')
        });
        let mut found: Vec<(CountryCode, Span)> = regions.map(|(word, span)| (word.country, *span)).collect();
        if found.is_empty() {
            let only_here = places.iter().filter(|(word, _)| word.kind == FocusUse::Dateline);
            found = cities.chain(only_here.map(|(word, span)| (word.country, *span))).collect();
        }
        found.sort_unstable();
        found.dedup_by_key(|(country, _)| *country);
        for (country, span) in found {
            self.add(country, DATELINE, span);
        }
    }

    fn institutions(&mut self, institutions: &[(CountryCode, Span)]) {
        let mut counts: BTreeMap<CountryCode, u32> = BTreeMap::new();
        for &(country, span) in institutions {
            let count = counts.entry(country).or_default();
            *count += 1;
            if *count <= MOST_INSTITUTIONS {
                self.add(country, INSTITUTION, span);
            }
        }
    }

    fn enough(self) -> Vec<CountryFocus> {
        let mut out: Vec<CountryFocus> = self.by_country.into_values().filter(|focus| focus.weight >= ENOUGH).collect();
        out.sort_by(|a, b| b.weight.cmp(&a.weight).then(a.country.cmp(&b.country)));
        out
    }
}
