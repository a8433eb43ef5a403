//! Turns what a query asks of words into a pattern over the terms of one field.

use tantivy::Searcher;
use tantivy::schema::Field;

use super::analyzers::{Analyzers, Stemmed};
use super::expansion::{Fault, fuzzy, letters};
use super::proximity::{Check, Leaf, Node, Pattern};
use super::variants::Variants;
use crate::knowledge::Knowledge;
use crate::query::{Near, Sense, Text, Word, WordForm};

/// Makes patterns over `field`.
pub(super) struct PatternMaker<'s> {
    pub searcher: &'s Searcher,
    pub field: Field,
    analyzers: &'s Analyzers,
    pub variants: &'s Variants,
    leaves: Vec<Leaf>,
}

impl<'s> PatternMaker<'s> {
    pub fn new(searcher: &'s Searcher, field: Field, analyzers: &'s Analyzers, knowledge: &Knowledge) -> Self {
        let variants = analyzers.variants(knowledge);
        Self { searcher, field, analyzers, variants, leaves: Vec::new() }
    }

    /// `text` as a pattern.
    pub fn pattern(mut self, text: &Text) -> Result<Pattern, Fault> {
        let root = self.node(text)?;
        Ok(Pattern { root, leaves: self.leaves })
    }

    fn node(&mut self, text: &Text) -> Result<Node, Fault> {
        Ok(match text {
            Text::Word(word) => match self.names(std::slice::from_ref(word)) {
                Some(names) => names,
                None => sequence(self.word(word)?),
            },
            Text::Phrase(words) => {
                if let Some(names) = self.names(words) {
                    return Ok(names);
                }
                let words = words.iter().map(|word| self.word(word)).collect::<Result<Vec<_>, _>>()?;
                sequence(words.into_iter().flatten().collect())
            }
            Text::Any(parts) => Node::Any(parts.iter().map(|part| self.node(part)).collect::<Result<_, _>>()?),
            Text::Near(near) => {
                let Near { left, right, within, order, sense } = near.as_ref();
                let (left, right) = (Box::new(self.node(left)?), Box::new(self.node(right)?));
                let (within, order) = (*within, *order);
                match sense {
                    Sense::Near => Node::Near { left, right, within, order },
                    Sense::Apart => Node::Apart { left, right, within, order },
                }
            }
            Text::AtLeast(count, inner) => Node::AtLeast(*count, Box::new(self.node(inner)?)),
        })
    }

    /// A name with its other wordings, when `words` are one.
    fn names(&mut self, words: &[Word]) -> Option<Node> {
        if words.iter().any(|word| word.form != WordForm::Stem) {
            return None;
        }
        let written: Vec<String> = words.iter().flat_map(|word| self.stems_of(&word.text)).collect();
        let others = self.variants.names(&written);
        if others.is_empty() {
            return None;
        }
        let variants = self.variants;
        let mut name = |stems: &[String]| {
            let leaves = stems.iter().map(|stem| self.add(stem_leaf(stem, variants)));
            sequence(leaves.collect())
        };
        let all: Vec<Node> = std::iter::once(&written).chain(others).map(|stems| name(stems)).collect();
        Some(Node::Any(all))
    }

    /// The leaves of one written word: several for `U.S.-led`.
    fn word(&mut self, word: &Word) -> Result<Vec<Node>, Fault> {
        let leaves: Vec<Leaf> = match word.form {
            WordForm::Stem => {
                let variants = self.variants;
                self.analyzers.stemmed(&word.text).iter().map(|word| stem_leaf(&word.stem, variants)).collect()
            }
            WordForm::Exact => self.analyzers.stemmed(&word.text).iter().map(exact).collect(),
            WordForm::Fuzzy(distance) => {
                let near = |word: &Stemmed| fuzzy(self.searcher, self.field, &word.stem, usize::from(distance));
                self.analyzers.stemmed(&word.text).iter().map(near).collect::<Result<_, _>>()?
            }
            WordForm::Pattern => self.with_wildcards(&word.text)?,
        };
        Ok(leaves.into_iter().map(|leaf| self.add(leaf)).collect())
    }

    fn with_wildcards(&mut self, text: &str) -> Result<Vec<Leaf>, Fault> {
        let mut out = Vec::new();
        for piece in text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '*' | '?')) {
            if piece.contains(['*', '?']) {
                out.push(letters(self.searcher, self.field, &piece.to_lowercase())?);
            } else {
                out.extend(self.stems_of(piece).into_iter().map(|stem| Leaf::of(vec![stem])));
            }
        }
        Ok(out)
    }

    fn stems_of(&self, text: &str) -> Vec<String> {
        self.analyzers.stemmed(text).iter().map(|word| word.stem.clone()).collect()
    }

    fn add(&mut self, leaf: Leaf) -> Node {
        self.leaves.push(leaf);
        Node::Leaf(self.leaves.len() - 1)
    }
}

/// A word by its stem, British or American.
fn stem_leaf(stem: &str, variants: &Variants) -> Leaf {
    Leaf::of(std::iter::once(stem.to_owned()).chain(variants.spellings(stem).iter().cloned()).collect())
}

/// A word letter by letter. The index has stems only: its text is read where the stem stands, which costs
/// time for frequent words and spares a second index of unstemmed words, a third of the text's size.
fn exact(word: &Stemmed) -> Leaf {
    Leaf { sure: Vec::new(), unsure: vec![word.stem.clone()], check: Some(Check::Exact(word.spelling.clone())) }
}

fn sequence(mut words: Vec<Node>) -> Node {
    if words.len() == 1 { words.swap_remove(0) } else { Node::Sequence(words) }
}
