//! The formats articles come in, one file for each.
