//! The program as a user meets it, and the shape of the project.

mod answers;
mod architecture;
mod bad_input;
mod bench;
mod examples;
mod hostile;
mod nothing_found;
mod packed;
mod queries;
mod readme;
mod search;
mod world_commands;
