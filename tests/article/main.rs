//! Articles: formats, page layout, and what holds of any bytes.

mod formats;
mod layout;
mod properties;
