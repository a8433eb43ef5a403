//! The sketches of the articles of some days, by which a copy is found among them.

use std::collections::HashMap;

use jiff::civil::Date;

use crate::article::Sketch;

/// A copy follows what it is a copy of by so many days at most.
const DAYS: i64 = 3;
/// Of the articles that share a key, so many of the last are looked at.
const LOOKED_AT: usize = 16;
/// No article.
const NONE: u32 = u32::MAX;

/// Articles by the keys of their sketches; those of earlier days are given up as the days go by.
#[derive(Default)]
pub(super) struct Sketched {
    /// The last article with each key, by its number here.
    last: HashMap<u64, u32>,
    held: Vec<Held>,
    /// The day from which on all are held.
    held_from: Option<Date>,
}

/// An article whose copies are looked for.
pub(super) struct Held {
    /// Its number, as it was given.
    pub(super) at: usize,
    day: Option<Date>,
    sketch: Sketch,
    /// For each of its keys, the one before it with that key.
    before: [u32; 16],
}

impl Sketched {
    /// Adds the article of number `at`, made on `day`.
    pub(super) fn add(&mut self, at: usize, day: Option<Date>, sketch: Option<&Sketch>) {
        let Some(sketch) = sketch else { return };
        self.give_up(day);
        self.hold(at, day, sketch.clone());
    }

    fn hold(&mut self, at: usize, day: Option<Date>, sketch: Sketch) {
        let own = u32::try_from(self.held.len()).unwrap_or(NONE);
        let mut before = [NONE; 16];
        for (key, before) in sketch.keys().zip(&mut before) {
            *before = self.last.insert(key, own).unwrap_or(NONE);
        }
        self.held.push(Held { at, day, sketch, before });
    }

    /// Gives up what is too old for `day`, once in a while.
    fn give_up(&mut self, day: Option<Date>) {
        let Some(day) = day else { return };
        let held_from = *self.held_from.get_or_insert(day);
        if days_between(held_from, day) <= 2 * DAYS {
            return;
        }
        self.held_from = Some(day);
        self.last.clear();
        for Held { at, day: of, sketch, .. } in std::mem::take(&mut self.held) {
            if of.is_none_or(|of| days_between(of, day) <= DAYS) {
                self.hold(at, of, sketch);
            }
        }
    }

    /// Those that share a key with the article of `sketch`, made on `day`, and are copies of it.
    pub(super) fn every_like<'s>(&'s self, day: Option<Date>, sketch: &'s Sketch) -> impl Iterator<Item = &'s Held> {
        let near = move |other: &&Held| match (day, other.day) {
            (Some(day), Some(other)) => days_between(other, day) <= DAYS,
            _ => true,
        };
        let with_key = move |(key, number): (u64, usize)| {
            let mut next = self.last.get(&key).copied();
            std::iter::from_fn(move || {
                let held = self.held.get(next.filter(|own| *own != NONE)? as usize)?;
                next = Some(held.before[number]);
                Some(held)
            })
            .take(LOOKED_AT)
        };
        sketch.keys().zip(0..).flat_map(with_key).filter(near).filter(|other| sketch.is_copy_of(&other.sketch))
    }

    /// The number of the one most like that of `sketch`, made on `day`, the first of them where several are.
    pub(super) fn most_like(&self, day: Option<Date>, sketch: Option<&Sketch>) -> Option<usize> {
        let sketch = sketch?;
        self.every_like(day, sketch)
            .map(|other| (sketch.share(&other.sketch), other.at))
            .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(&a.1)))
            .map(|(_, other)| other)
    }
}

fn days_between(one: Date, other: Date) -> i64 {
    i64::from((other - one).get_days()).abs()
}
