//! Tells which office somebody of a name held on a day.

use jiff::civil::Date;

use super::{CountryCode, Held, Holds, Knowledge, OfficeHolder, Party};

impl Knowledge {
    /// The titles of the offices that the tables surely give somebody called `name` on `day`, in the table's
    /// order; none when several people can be meant.
    ///
    /// `country` is the one they are known to speak for. Without it a bare surname tells nothing.
    #[must_use]
    pub fn titles_held(&self, name: &str, country: Option<CountryCode>, day: Date) -> Vec<&str> {
        let name = name.trim();
        let is_full = name.contains(char::is_whitespace);
        if !name.starts_with(char::is_uppercase) || (country.is_none() && !is_full) {
            return Vec::new();
        }
        let fits = |held: &Held<'_>| match (&held.holder.party, country) {
            (Party::Country(code), Some(country)) => *code == country,
            (Party::Country(_), None) => true,
            (Party::Organisation(_), _) => is_full,
        };
        let surely = |held: &Held<'_>| held.holds == Holds::Yes && fits(held);
        let mut persons = self
            .persons_called(name, (Some(day), Some(day)))
            .into_iter()
            .map(|(_, offices)| offices.into_iter().filter(surely).collect::<Vec<_>>())
            .filter(|offices| !offices.is_empty());
        match (persons.next(), persons.next()) {
            (Some(offices), None) => offices.iter().filter_map(|held| self.title_of(held.holder)).collect(),
            _ => Vec::new(),
        }
    }

    /// The title of the office `holder` held: the party's own, else the one all use.
    fn title_of(&self, holder: &OfficeHolder) -> Option<&str> {
        let titles = || self.offices().titles().iter().filter(|row| row.office == holder.office);
        let own = titles().find(|row| !row.polity.is_empty() && Party::of_row(row.polity) == holder.party);
        own.or_else(|| titles().find(|row| row.polity.is_empty())).map(|row| row.title)
    }
}
