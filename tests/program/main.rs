//! The program as a user meets it, and the shape of the project.

mod architecture;
mod bad_input;
mod bench;
mod packed;
mod readme;
mod world_commands;
