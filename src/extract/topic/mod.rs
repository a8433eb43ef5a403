//! Finds what an article and its statements are about, by the words of the topic table.
//!
//! One pass over the text finds every word. Each different word gives its topics its points once, and
//! a point more each time it comes back in an article, up to three; in a headline a word counts double. A
//! statement is about a topic from three points on, one of which may come from its article being about
//! it; an article from five, if that is at least a quarter of its strongest topic's. Points `p` give the weight `p / (p + enough)`.

mod short_text;

pub use short_text::topics_of;

use super::lexis::Lexis;
use crate::article::Article;
use crate::knowledge::{Knowledge, TopicId, TopicWords, WordId, word_from};
use crate::statement::hundredths::rounded;
use crate::statement::{AboutTopic, Statement, TopicOrigin};
use crate::text::{Span, TokenKind};

/// Topics an article or a statement has at most.
const MOST: usize = 5;
/// Words kept as proof of one topic.
const PROOF: usize = 4;
/// Points that make a statement's topic, and an article's.
const STATEMENT: u16 = 3;
const ARTICLE: u16 = 5;
/// Points a word adds by coming back in an article.
const AGAIN: u16 = 3;
/// An article's topic has at least this part of the points of its strongest.
const PART: u16 = 4;

/// The words of an article that speak of topics, in text order.
#[derive(Debug)]
pub struct TopicReading<'k> {
    words: &'k TopicWords,
    found: Vec<(Span, usize)>,
    headline: Option<Span>,
}

/// The points of one topic so far.
#[derive(Debug)]
struct Tally {
    topic: TopicId,
    points: u16,
    evidence: [Span; PROOF],
    proofs: usize,
}

/// The tallies of an article or statement: so few that they are looked through.
#[derive(Debug, Default)]
struct Tallies(Vec<Tally>);

impl Tallies {
    fn of(&mut self, topic: TopicId) -> &mut Tally {
        let at = self.0.iter().position(|tally| tally.topic == topic).unwrap_or_else(|| {
            self.0.push(Tally { topic, points: 0, evidence: [Span::default(); PROOF], proofs: 0 });
            self.0.len() - 1
        });
        &mut self.0[at]
    }
}

impl<'k> TopicReading<'k> {
    /// Reads the headline and the paragraphs of `article`.
    #[must_use]
    pub fn new(article: &Article, knowledge: &'k Knowledge) -> Self {
        Self::of(article, &Lexis::new(article, knowledge.lexicon()), knowledge)
    }

    /// The same, of an article whose words are `lexis`: each was looked up already.
    pub(super) fn of(article: &Article, lexis: &Lexis, knowledge: &'k Knowledge) -> Self {
        let (words, lexicon) = (knowledge.topic_words(), knowledge.lexicon());
        let mut found = Vec::with_capacity(article.text.len() / 64);
        let mut add = |span: Span, (end, word): (usize, usize)| {
            found.push((Span::new(span.start, end), word));
            end
        };
        for (part, sentences) in article.headline.iter().chain(&article.paragraphs).zip(lexis.parts()) {
            let text = &article.text[..part.end];
            let mut from = part.start;
            for token in sentences.iter().flat_map(|sentence| lexis.tokens(sentence.tokens.clone())) {
                if token.span.start < from {
                    continue;
                }
                if token.plain {
                    let first = lexicon.topics(token.word);
                    if first != WordId::default()
                        && let Some(word) = words.at_first(text, token.span, first)
                    {
                        from = add(token.span, word);
                    }
                } else if token.kind != TokenKind::Mark {
                    // One token may hold several words: "anti-dumping".
                    let mut at = token.span.start;
                    while let Some(span) = word_from(text, at).filter(|span| span.start < token.span.end) {
                        at = match words.at(text, span) {
                            Some(word) => add(span, word),
                            None => span.end,
                        };
                        from = at;
                    }
                }
            }
        }
        Self { words, found, headline: article.headline }
    }

    /// What the article is about, the weightiest first.
    #[must_use]
    pub fn of_article(&self) -> Vec<AboutTopic> {
        let mut times: Vec<(usize, u16)> = Vec::new();
        let mut tallies = Tallies::default();
        for &(span, word) in &self.found {
            let at = times.iter().position(|(known, _)| *known == word).unwrap_or_else(|| {
                times.push((word, 0));
                times.len() - 1
            });
            let times = &mut times[at].1;
            *times = times.saturating_add(1);
            match *times {
                1 if self.headline.is_some_and(|headline| headline.contains(span)) => {
                    self.count(&mut tallies, span, word, |points| 2 * points);
                }
                1 => self.count(&mut tallies, span, word, |points| points),
                2..=AGAIN => self.count(&mut tallies, span, word, |_| 1),
                _ => {}
            }
        }
        let most = tallies.0.iter().map(|tally| tally.points).max().unwrap_or(0);
        topics(tallies, ARTICLE, most / PART)
    }

    /// What `statement`, of an article about `article`, is about.
    #[must_use]
    pub fn of_statement(&self, statement: &Statement, article: &[AboutTopic]) -> Vec<AboutTopic> {
        let mut met: Vec<usize> = Vec::new();
        let mut tallies = Tallies::default();
        for content in statement.content() {
            let first = self.found.partition_point(|(span, _)| span.start < content.start);
            for &(span, word) in self.found[first..].iter().take_while(|(span, _)| span.end <= content.end) {
                if !met.contains(&word) {
                    met.push(word);
                    self.count(&mut tallies, span, word, |points| points);
                }
            }
        }
        for tally in &mut tallies.0 {
            let near = tally.points + 1 == STATEMENT && article.iter().any(|about| about.topic == tally.topic);
            tally.points += u16::from(near);
        }
        topics(tallies, STATEMENT, 0)
    }

    fn count(&self, tallies: &mut Tallies, span: Span, word: usize, points: impl Fn(u16) -> u16) {
        for says in self.words.says(word) {
            let tally = tallies.of(says.topic);
            tally.points = tally.points.saturating_add(points(says.points));
            if tally.proofs < PROOF {
                tally.evidence[tally.proofs] = span;
                tally.proofs += 1;
            }
        }
    }
}

/// The topics with at least `enough` and `least` points, the weightiest first, then by id.
fn topics(tallies: Tallies, enough: u16, least: u16) -> Vec<AboutTopic> {
    let mut kept = tallies.0;
    kept.retain(|tally| tally.points >= enough.max(least));
    kept.sort_unstable_by_key(|tally| (std::cmp::Reverse(tally.points), tally.topic));
    kept.truncate(MOST);
    let about = |tally: &Tally| {
        let points = f32::from(tally.points);
        let weight = rounded(points / (points + f32::from(enough)));
        let evidence = tally.evidence[..tally.proofs].to_vec();
        AboutTopic { topic: tally.topic, weight, origin: TopicOrigin::Text, evidence }
    };
    kept.iter().map(about).collect()
}
