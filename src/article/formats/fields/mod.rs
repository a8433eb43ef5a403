//! Formats whose articles are records of named fields: JSON, JSON lines, CSV and TSV.

mod column_map;
mod columns;
mod csv_rows;
mod json_file;
mod json_lines;
mod json_record;
mod lines;
mod ninjs;

pub use column_map::{BadMap, Column, ColumnMap};
pub(super) use csv_rows::Csv;
pub(super) use json_file::Ninjs;
pub(super) use json_lines::Jsonl;
