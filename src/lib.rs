#![doc = include_str!("README.md")]

pub mod text;
pub mod article;
pub mod knowledge;
pub mod statement;
