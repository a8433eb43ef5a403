//! Queries and the index they are asked of.

mod facets;
mod headline_rows;
mod life;
mod order;
mod proximity;
mod query;
mod query_properties;
mod related;
mod offices;
mod storage;
mod syntax;
