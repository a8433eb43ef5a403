//! What is known of a noun phrase while it is read from left to right.

use super::party_list::PartyList;
use crate::extract::reading::Words;
use crate::knowledge::Party;
use crate::statement::Open;
use crate::text::Span;

/// One member of the list being read.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Item {
    /// Names that wait for the noun they qualify: "the French, German ...".
    pub pending: Vec<(Party, Span)>,
    /// A number, and the piece it stands at.
    pub number: Option<(u32, usize)>,
    /// The last noun that can sign for nobody.
    pub noun: Option<usize>,
    /// The piece of the head that can sign.
    pub head: Option<usize>,
    /// Whether the head is an office, so that a personal name may follow.
    pub office: bool,
    /// Whether the head counts states without naming them: "countries", "allies".
    pub counts_states: bool,
    /// Whether a word says that the office is past or not the state's.
    pub unofficial: bool,
    /// Whether it is joined to the list by "and" or the like.
    pub joined: bool,
    /// Whether it says "other" or "more".
    pub other: bool,
    /// How many parties the list had when it began.
    pub before: usize,
}

/// Whether the names that come next act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scope {
    /// They do.
    #[default]
    Acting,
    /// Not until the next member of the list: "the ambassador to Turkey".
    Aside,
    /// Not until another head: "airlines from Germany, France".
    Affiliation,
}

/// The list so far.
#[derive(Debug, Default)]
pub struct PhraseState {
    /// Its parties.
    pub list: PartyList,
    /// The member being read.
    pub item: Item,
    /// Names of earlier members that share a head still to come.
    pub carried: Vec<(Party, Span)>,
    /// Whether names act.
    pub scope: Scope,
}

impl PhraseState {
    /// Takes a name that acts by itself.
    pub fn bare(&mut self, party: Party, span: Span, at: usize) {
        if self.scope != Scope::Acting {
            return;
        }
        self.list.add(party, span);
        self.item.head = self.item.head.or(Some(at));
    }

    /// Takes a head that signs for the names before it.
    pub fn state_head(&mut self, at: usize) {
        if self.item.unofficial {
            return self.other_head(at);
        }
        if self.scope == Scope::Affiliation && self.item.pending.is_empty() {
            return;
        }
        // "The letter from the leader of Chad to Niger's president"
        if self.scope == Scope::Aside {
            self.item.pending.clear();
            return;
        }
        self.scope = Scope::Acting;
        for (party, span) in self.carried.drain(..).chain(self.item.pending.drain(..)) {
            self.list.add(party, span);
        }
        self.item.head = Some(at);
        self.item.noun = None;
    }

    /// Takes a noun that signs for nobody.
    pub fn other_head(&mut self, at: usize) {
        self.item.noun = Some(at);
    }

    /// What follows belongs to the noun: "of", "from".
    pub fn tail(&mut self, words: &Words<'_, '_>) {
        let item = std::mem::take(&mut self.item);
        match item.head {
            None => {
                self.item = item;
                self.affiliate(words);
            }
            Some(head) => {
                if let Some((count, at)) = item.number {
                    self.counted(words, &item, count, at, head + 1);
                }
                // "A, B and five more members of the group": the group itself is not meant.
                if self.is_beyond(&item) && item.counts_states && item.number.is_some() {
                    self.scope = Scope::Aside;
                }
            }
        }
        self.item = Item { before: self.list.parties.len(), ..Item::default() };
    }

    /// The noun signs for nobody, nor do the names around it.
    fn affiliate(&mut self, words: &Words<'_, '_>) {
        let Some(noun) = self.item.noun else { return };
        self.list.unofficial = self.list.unofficial.or(Some(words.pieces[noun].span));
        self.carried.clear();
        self.item.pending.clear();
        self.scope = Scope::Affiliation;
    }

    /// Ends the member being read.
    pub fn close(&mut self, words: &Words<'_, '_>) {
        let item = std::mem::take(&mut self.item);
        if self.scope == Scope::Aside {
            self.scope = Scope::Acting;
        }
        match item.head {
            Some(head) => self.count(words, &item, head),
            None if item.noun.is_some() => {
                let scope = self.scope;
                self.item = item;
                self.affiliate(words);
                self.scope = scope;
            }
            None => {
                let definite = |at: usize| at > 0 && words.is_one_of(at - 1, words.table.definite);
                if let Some((count, at)) = item.number.filter(|(_, at)| item.pending.is_empty() && definite(*at)) {
                    self.counted(words, &item, count, at, at + 1);
                }
                self.carried.extend(item.pending);
            }
        }
        self.item = Item { before: self.list.parties.len(), ..Item::default() };
    }

    fn count(&mut self, words: &Words<'_, '_>, item: &Item, head: usize) {
        if let Some((count, at)) = item.number {
            return self.counted(words, item, count, at, head + 1);
        }
        let unnamed = item.counts_states && self.list.parties.len() == item.before && item.before > 0;
        if unnamed && item.joined && self.list.open.is_none() {
            self.list.open = Some(Open { count: None, evidence: words.pieces[head].span });
        }
    }

    /// Whether `item` counts parties beyond those named before it.
    fn is_beyond(&self, item: &Item) -> bool {
        self.list.parties.len() == item.before && item.before > 0 && (item.joined || item.other)
    }

    fn counted(&mut self, words: &Words<'_, '_>, item: &Item, count: u32, at: usize, end: usize) {
        let evidence = words.span(at, end);
        if self.is_beyond(item) {
            self.list.open = self.list.open.or(Some(Open { count: Some(count), evidence }));
        } else if self.list.count.is_none() && count > 1 {
            self.list.count = Some((count, evidence));
        }
    }
}
