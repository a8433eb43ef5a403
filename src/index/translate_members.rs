//! What `members(...)` and `all(...)` ask of the index.

use tantivy::query::{BooleanQuery, Occur};
use tantivy::schema::Field as EngineField;

use super::translate::{Boxed, Translator, any, code};
use crate::knowledge::{Bound as Edge, OrganisationId, Period, Standing};
use crate::query::Days;

impl Translator<'_> {
    /// One query for each membership: the member in the field, on a day the membership held.
    pub(super) fn members(&self, field: EngineField, id: &OrganisationId) -> Vec<Boxed> {
        self.member_periods(id).map(|(member, period)| self.member_then(field, member, period)).collect()
    }

    fn member_then(&self, field: EngineField, member: &str, period: Period) -> Boxed {
        let days = self.days(days_of(period));
        Box::new(BooleanQuery::new(vec![(Occur::Must, code(field, member)), (Occur::Must, days)]))
    }

    /// Every membership that holds on the statement's day is met: no member of that day is missing.
    pub(super) fn every_member(&self, field: EngineField, id: &OrganisationId) -> Boxed {
        let mut clauses = vec![(Occur::Must, any(self.members(field, id)))];
        for (member, period) in self.member_periods(id) {
            let missing = vec![(Occur::Must, self.days(days_of(period))), (Occur::MustNot, code(field, member))];
            clauses.push((Occur::MustNot, Box::new(BooleanQuery::new(missing)) as Boxed));
        }
        Box::new(BooleanQuery::new(clauses))
    }

    /// Each country in the field, but on the days of its memberships.
    pub(super) fn outsiders(&self, field: EngineField, id: &OrganisationId) -> Vec<Boxed> {
        let countries = self.knowledge.countries().all.iter();
        let outside = countries.map(|country| {
            let named = code(field, country.code.as_str());
            let periods = self.member_periods(id).filter(|(member, _)| *member == country.code.as_str());
            let inside: Vec<Boxed> = periods.map(|(_, period)| self.days(days_of(period))).collect();
            if inside.is_empty() {
                return named;
            }
            Box::new(BooleanQuery::new(vec![(Occur::Must, named), (Occur::MustNot, any(inside))])) as Boxed
        });
        outside.collect()
    }

    fn member_periods(&self, id: &OrganisationId) -> impl Iterator<Item = (&str, Period)> {
        let rows = self.knowledge.organisations().memberships(id).iter();
        rows.filter(|row| row.status == Standing::Member).map(|row| (row.member, row.period))
    }
}

/// The days a period surely or possibly covers.
pub(super) fn days_of(period: Period) -> Days {
    let from = match period.from {
        Edge::Dated(first, _) => Some(first),
        Edge::Open | Edge::Undated => None,
    };
    let to = match period.until {
        Edge::Dated(first, last) if first == last => first.yesterday().ok(),
        Edge::Dated(_, last) => Some(last),
        Edge::Open | Edge::Undated => None,
    };
    Days { from, to }
}
