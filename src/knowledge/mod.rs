//! What we know of the world: countries, organisations, memberships, offices and reporting verbs.
//!
//! The facts are rows under `data/`; this module holds their types and loads them.

mod country_code;
mod organisation_id;

pub use country_code::CountryCode;
pub use organisation_id::OrganisationId;
