//! What becomes of signatories that are only counted, once the names are known.

use super::draft::Draft;
use crate::knowledge::CountryCode;
use crate::statement::{Doubt, DoubtKind, Open, Signatory, Through};

impl Draft {
    /// A counted remainder that turned out to be named is no longer open; a count that disagrees with
    /// the names is a doubt.
    pub(super) fn settle_open(&mut self, signatories: &[Signatory], doubts: &mut Vec<Doubt>) {
        let in_group: Vec<CountryCode> = self.group_members.clone();
        let stated = signatories.iter().filter(|row| row.via.is_none());
        let outside = stated.clone().filter(|row| !in_group.contains(&row.country)).count();
        let signing = signatories.iter().filter(|row| row.through != Some(Through::Organisation)).count();
        if let Some((open, named)) = self.open {
            let beyond = if self.groups.is_empty() { stated.count().saturating_sub(named) } else { outside };
            let counted = open.count.and_then(|count| usize::try_from(count).ok());
            if counted.is_some_and(|count| beyond >= count) {
                self.open = None;
            }
        }
        let Some((count, span)) = self.count.or(self.recounted) else { return };
        let counted = usize::try_from(count).unwrap_or(usize::MAX);
        if self.partial || self.open.is_some() || self.out_of.is_some() {
            return;
        }
        if counted > signing && self.groups.is_empty() && (self.including || signing == 0) {
            let left = count - u32::try_from(signing).unwrap_or(count);
            self.open = Some((Open { count: Some(left), evidence: span }, signing));
            return;
        }
        for (count, span) in [self.count, self.recounted].into_iter().flatten() {
            let counted = usize::try_from(count).unwrap_or(usize::MAX);
            let fits = counted == signing || counted == in_group.len() || counted == outside;
            if !fits && signing > 1 {
                doubts.push(Doubt { kind: DoubtKind::CountDisagrees, span });
            }
        }
    }
}
