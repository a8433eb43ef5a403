//! What a field may be asked for.

use jiff::civil::Date;

use super::Field;
use crate::knowledge::{CountryCode, OrganisationId, Party, Post, TopicId};
use crate::statement::{Act, DoubtKind, Kind, Relation};

/// One value of a field.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A country in the field's role.
    Country(CountryCode),
    /// An organisation in the field's role; for `signatory:`, as the issuer.
    Organisation(OrganisationId),
    /// Any member of an organisation, at the statement's date: `members(G7)`.
    AnyMember(OrganisationId),
    /// Every member of an organisation, at the statement's date: `all(E3)`.
    EveryMember(OrganisationId),
    /// Any country that is no member of an organisation, at the statement's date: `outside(G7)`.
    Outsider(OrganisationId),
    /// A country or organisation in one relation: `target:addressed(CN)`.
    Related(Relation, Party),
    /// Words of a name or a role, in order: `speaker:tajani`, `speaker:"foreign minister"`.
    Words(String),
    /// An office ("French foreign minister"): spoken by whoever is called so in the text, or who held it
    /// on the statement's day by our tables.
    Office {
        /// As typed.
        words: String,
        /// What they mean, all of one country or organisation.
        posts: Vec<Post>,
    },
    /// Office-holders by name: found by these words, and as the unnamed holder of an office in their time.
    Persons {
        /// As typed: a full name or a bare surname.
        words: String,
        /// Who it can be, each by the preferred spelling of the name, in order.
        names: Vec<String>,
    },
    /// A kind of statement.
    Kind(Kind),
    /// A relation to a target: `target:against`.
    Relation(Relation),
    /// What a statement does: `act:urge`.
    Act(Act),
    /// A topic or any narrower one: `topic:"economic sanction"`.
    Topic(TopicId),
    /// What is in doubt: `doubt:count-disagrees`.
    Doubt(DoubtKind),
    /// A range of confidence: `confidence:0.5..0.8`.
    Share(Share),
    /// Yes or no.
    Flag(Flag),
    /// A range of days.
    Days(Days),
    /// Anything at all: `signatory:*`.
    Any,
}

impl Value {
    /// Whether `field`, one of those that take countries alone, may be asked for it too.
    #[must_use]
    pub fn fits(&self, field: Field) -> bool {
        let is_country = matches!(
            self,
            Self::Country(_) | Self::AnyMember(_) | Self::EveryMember(_) | Self::Outsider(_) | Self::Any
        );
        is_country || matches!((self, field), (Self::Organisation(_), Field::Signatory | Field::Represented))
    }
}

/// Yes or no, as a value of `joint:`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Flag {
    Yes,
    No,
}

/// A range of numbers between 0 and 1, in thousandths, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// The least.
    pub from: u16,
    /// The most.
    pub to: u16,
}

/// A range of days, both ends included; an open end has no bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
}
