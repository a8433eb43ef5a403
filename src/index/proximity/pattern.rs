//! What is looked for in one field: a tree over alternatives of index terms.

use crate::query::{Order, Within};

/// A tree of conditions, and the leaves it refers to by number.
#[derive(Debug, Clone)]
pub(in crate::index) struct Pattern {
    pub root: Node,
    pub leaves: Vec<Leaf>,
}

/// One condition.
#[derive(Debug, Clone)]
pub(in crate::index) enum Node {
    /// One word: the leaf of this number.
    Leaf(usize),
    /// One behind the other.
    Sequence(Vec<Node>),
    /// Any of these.
    Any(Vec<Node>),
    /// Both, near each other.
    Near { left: Box<Node>, right: Box<Node>, within: Within, order: Order },
    /// The left one where the right one is not near.
    Apart { left: Box<Node>, right: Box<Node>, within: Within, order: Order },
    /// At so many places at least.
    AtLeast(u32, Box<Node>),
}

/// The index terms one word may be.
#[derive(Debug, Clone, Default)]
pub(in crate::index) struct Leaf {
    /// Terms that are the word, whatever the text writes.
    pub sure: Vec<String>,
    /// Terms that are the word only where the text's own spelling passes `check`.
    pub unsure: Vec<String>,
    pub check: Option<Check>,
}

/// What the spelling of a word in the text, in lower case, must be.
#[derive(Debug, Clone)]
pub(in crate::index) enum Check {
    /// This word.
    Exact(String),
    /// These characters, `None` for any one; more may follow when `open`.
    Letters { letters: Vec<Option<char>>, open: Open },
}

/// Whether a word may go on behind the letters of a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::index) enum Open {
    Yes,
    No,
}

impl Pattern {
    /// The terms of a word or a phrase of which each word is one sure term.
    pub fn plain_phrase(&self) -> Option<Vec<String>> {
        let nodes = match &self.root {
            Node::Sequence(parts) => parts.as_slice(),
            leaf => std::slice::from_ref(leaf),
        };
        let term = |node: &Node| match node {
            Node::Leaf(leaf) => match (self.leaves[*leaf].sure.as_slice(), self.leaves[*leaf].unsure.as_slice()) {
                ([term], []) => Some(term.clone()),
                _ => None,
            },
            _ => None,
        };
        nodes.iter().map(term).collect()
    }

    /// Whether the text itself must be read to be sure.
    pub fn needs_text(&self) -> bool {
        self.leaves.iter().any(|leaf| !leaf.unsure.is_empty())
    }

    /// Whether sentences or paragraphs matter.
    pub fn uses(&self, wanted: Within) -> bool {
        self.root.any(&|node| match node {
            Node::Near { within, .. } | Node::Apart { within, .. } => *within == wanted,
            _ => false,
        })
    }

    /// Whether more places of a leaf never mean fewer places of the whole.
    pub fn is_monotone(&self) -> bool {
        !self.root.any(&|node| matches!(node, Node::Apart { .. }))
    }
}

impl Node {
    fn any(&self, holds: &impl Fn(&Self) -> bool) -> bool {
        holds(self) || self.parts().any(|part| part.any(holds))
    }

    /// The conditions it is made of.
    pub fn parts(&self) -> Box<dyn Iterator<Item = &Self> + '_> {
        match self {
            Self::Leaf(_) => Box::new(std::iter::empty()),
            Self::Sequence(parts) | Self::Any(parts) => Box::new(parts.iter()),
            Self::Near { left, right, .. } | Self::Apart { left, right, .. } => {
                Box::new([left.as_ref(), right.as_ref()].into_iter())
            }
            Self::AtLeast(_, inner) => Box::new(std::iter::once(inner.as_ref())),
        }
    }

    /// The leaves that are to be there, those of what must be away left out.
    pub fn wanted_leaves(&self, out: &mut Vec<usize>) {
        match self {
            Self::Leaf(leaf) => out.push(*leaf),
            Self::Apart { left, .. } => left.wanted_leaves(out),
            node => node.parts().for_each(|part| part.wanted_leaves(out)),
        }
    }
}

impl Leaf {
    /// A word that is one of `terms`.
    pub fn of(terms: Vec<String>) -> Self {
        Self { sure: terms, ..Self::default() }
    }

    /// Every term, sure or not.
    pub fn terms(&self) -> impl Iterator<Item = &str> {
        self.sure.iter().chain(&self.unsure).map(String::as_str)
    }

    /// Whether a word of a text with this `stem`, written `spelling` in lower case, is meant.
    pub fn accepts(&self, stem: &str, spelling: &str) -> bool {
        let is = |terms: &[String]| terms.iter().any(|term| term == stem);
        is(&self.sure) || (is(&self.unsure) && self.check.as_ref().is_none_or(|check| check.accepts(spelling)))
    }
}

impl Check {
    fn accepts(&self, spelling: &str) -> bool {
        match self {
            Self::Exact(word) => word == spelling,
            Self::Letters { letters, open } => {
                let mut written = spelling.chars();
                let fits = letters.iter().all(|wanted| written.next().is_some_and(|c| wanted.is_none_or(|w| w == c)));
                fits && (*open == Open::Yes || written.next().is_none())
            }
        }
    }
}
