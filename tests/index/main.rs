//! Queries and the index they are asked of.

mod order;
mod query;
mod query_properties;
mod storage;
