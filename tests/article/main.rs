//! Articles: formats, page layout, and what holds of any bytes.

mod damaged;
mod formats;
mod headline_rows;
mod languages;
mod layout;
mod links;
mod marked_formats;
mod properties;
