//! What all formats with markup share: XML as a tree, HTML, and the paragraphs of both.

mod blocks;
mod element;
mod hypertext;
mod opening;

pub(super) use blocks::xml_blocks;
pub(super) use element::Element;
pub(super) use hypertext::{hypertext_blocks, node_blocks};
pub(super) use opening::first_element;
