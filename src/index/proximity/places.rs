//! Finds the places of a pattern in one text, from sorted word positions.

use super::pattern::{Node, Pattern};
use crate::query::{Order, Within};

/// A run of words, by the positions of its first and its last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::index) struct Place {
    pub first: u32,
    pub last: u32,
}

/// The word positions of one text.
pub(in crate::index) trait Positions {
    /// Appends where the words of leaf number `leaf` stand, in ascending order, none twice.
    fn of(&mut self, leaf: usize, out: &mut Vec<u32>);

    /// Where sentences or paragraphs begin, in ascending order.
    fn breaks(&mut self, within: Within) -> &[u32];
}

/// Every place of `pattern`, in order, none twice.
pub(in crate::index) fn places(pattern: &Pattern, positions: &mut impl Positions) -> Vec<Place> {
    of_node(&pattern.root, positions)
}

fn of_node(node: &Node, positions: &mut impl Positions) -> Vec<Place> {
    match node {
        Node::Leaf(leaf) => {
            let mut at = Vec::new();
            positions.of(*leaf, &mut at);
            at.into_iter().map(|at| Place { first: at, last: at }).collect()
        }
        Node::Sequence(parts) => {
            let mut parts = parts.iter();
            let Some(first) = parts.next() else { return Vec::new() };
            let mut whole = of_node(first, positions);
            for part in parts {
                if whole.is_empty() {
                    return whole;
                }
                whole = joined(&whole, &of_node(part, positions));
            }
            whole
        }
        Node::Any(parts) => sorted(parts.iter().flat_map(|part| of_node(part, positions)).collect()),
        Node::Near { left, right, within, order } => {
            let left = of_node(left, positions);
            let right = if left.is_empty() { Vec::new() } else { of_node(right, positions) };
            if right.is_empty() {
                return right;
            }
            let others = Others::new(&right);
            let mut out = Vec::new();
            for &one in &left {
                let reach = Reach::of(one, *within, positions);
                out.extend(others.near(one, reach, *order).map(|other| one.cover(other)));
            }
            sorted(out)
        }
        Node::Apart { left, right, within, order } => {
            let mut left = of_node(left, positions);
            let right = if left.is_empty() { Vec::new() } else { of_node(right, positions) };
            let others = Others::new(&right);
            left.retain(|&one| others.near(one, Reach::of(one, *within, positions), *order).next().is_none());
            left
        }
        Node::AtLeast(count, inner) => {
            let inner = of_node(inner, positions);
            if inner.len() < usize::try_from(*count).unwrap_or(usize::MAX) { Vec::new() } else { inner }
        }
    }
}

/// How far a place reaches.
#[derive(Debug, Clone, Copy)]
enum Reach {
    /// So many words to either side.
    Words(u32),
    /// Both ends inside these positions, the second left out.
    Inside(u32, u32),
    /// Nowhere: the place itself is not inside one sentence or paragraph.
    Nowhere,
}

impl Reach {
    fn of(place: Place, within: Within, positions: &mut impl Positions) -> Self {
        if let Within::Words(words) = within {
            return Self::Words(words);
        }
        let breaks = positions.breaks(within);
        let next = breaks.partition_point(|&begin| begin <= place.first);
        let begin = next.checked_sub(1).map_or(0, |at| breaks[at]);
        let end = breaks.get(next).copied().unwrap_or(u32::MAX);
        if place.last < end { Self::Inside(begin, end) } else { Self::Nowhere }
    }
}

/// Places that may be near another, in order.
struct Others<'p> {
    places: &'p [Place],
    /// The most words between the first and the last of one.
    longest: u32,
}

impl<'p> Others<'p> {
    fn new(places: &'p [Place]) -> Self {
        Self { places, longest: places.iter().map(|place| place.last - place.first).max().unwrap_or(0) }
    }

    /// Those that `reach` of `one` includes.
    fn near(&self, one: Place, reach: Reach, order: Order) -> impl Iterator<Item = Place> + 'p {
        let last_begin = match reach {
            Reach::Words(words) => one.last.saturating_add(words),
            Reach::Inside(_, end) => end - 1,
            Reach::Nowhere => 0,
        };
        let first_begin = match (order, reach) {
            (Order::Ordered, _) => one.last.saturating_add(1),
            (Order::Either, Reach::Words(words)) => one.first.saturating_sub(words.saturating_add(self.longest)),
            (Order::Either, Reach::Inside(begin, _)) => begin,
            (Order::Either, Reach::Nowhere) => 0,
        };
        let from = self.places.partition_point(|other| other.first < first_begin);
        let to = self.places.partition_point(|other| other.first <= last_begin);
        let is_near = move |other: &&Place| match reach {
            Reach::Words(words) => one.distance(**other) <= words && one != **other,
            Reach::Inside(_, end) => other.last < end && one != **other,
            Reach::Nowhere => false,
        };
        self.places[from.min(to)..to].iter().filter(is_near).copied()
    }
}

impl Place {
    fn cover(self, other: Self) -> Self {
        Self { first: self.first.min(other.first), last: self.last.max(other.last) }
    }

    /// Words from the end of one to the begin of the other; 0 when they overlap.
    fn distance(self, other: Self) -> u32 {
        if other.first > self.last { other.first - self.last } else { self.first.saturating_sub(other.last) }
    }
}

/// Places of `left` with one of `right` directly behind.
fn joined(left: &[Place], right: &[Place]) -> Vec<Place> {
    let mut out = Vec::new();
    for one in left {
        let from = right.partition_point(|other| other.first <= one.last);
        let behind = right[from..].iter().take_while(|other| other.first == one.last + 1);
        out.extend(behind.map(|other| Place { first: one.first, last: other.last }));
    }
    sorted(out)
}

fn sorted(mut places: Vec<Place>) -> Vec<Place> {
    if !places.is_sorted() {
        places.sort_unstable();
    }
    places.dedup();
    places
}
