//! Queries and the index they are asked of.

mod headline_rows;
mod order;
mod query;
mod query_properties;
mod offices;
mod storage;
