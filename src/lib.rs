#![doc = include_str!("README.md")]

pub mod text;
pub mod article;
pub mod knowledge;
pub mod statement;
pub mod extract;
pub mod query;
pub mod index;
pub mod related;
pub mod ingest;
