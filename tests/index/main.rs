//! Queries and the index they are asked of.

mod desk;
mod embargo;
mod facets;
mod filed;
mod headline_rows;
mod life;
mod name_errors;
mod order;
mod proximity;
mod query;
mod query_properties;
mod related;
mod offices;
mod storage;
mod story;
mod syntax;
mod trouble;
mod undated;
