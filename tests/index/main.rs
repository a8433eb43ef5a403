//! Queries and the index they are asked of.

mod query;
mod query_properties;
mod storage;
