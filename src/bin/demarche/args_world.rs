//! The arguments of the commands that show what is known of the world.

use clap::Args as ClapArgs;
use jiff::civil::Date;

use crate::args::{AskedIndex, WorldFormat};

const EXIT: &str = "Exit status: 0 found, 1 nothing found, 2 error.";

/// How each of them prints.
#[derive(Debug, ClapArgs)]
pub struct Printing {
    /// How to print it
    #[arg(long, value_enum, default_value_t = WorldFormat::Text)]
    pub format: WorldFormat,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = EXIT)]
pub struct Who {
    /// Name of a country, organisation or person, or an office: "French foreign minister"
    #[arg(required = true, value_name = "NAME")]
    pub name: Vec<String>,
    /// Only what it meant on this day, YYYY-MM-DD
    #[arg(long, value_name = "DATE")]
    pub on: Option<Date>,
    #[command(flatten)]
    pub printing: Printing,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = EXIT)]
pub struct Groups {
    /// Name of a group or organisation; without it, all are listed
    #[arg(value_name = "NAME")]
    pub name: Vec<String>,
    /// Members on this day, YYYY-MM-DD [default: every period]
    #[arg(long, value_name = "DATE")]
    pub on: Option<Date>,
    #[command(flatten)]
    pub printing: Printing,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = EXIT)]
pub struct Countries {
    /// Name of a country; without it, all are listed
    #[arg(value_name = "NAME")]
    pub name: Vec<String>,
    #[command(flatten)]
    pub printing: Printing,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = EXIT)]
pub struct Actors {
    /// Words of a name or role; without them, all are listed
    #[arg(value_name = "NAME")]
    pub name: Vec<String>,
    #[command(flatten)]
    pub asked: AskedIndex,
    /// At most so many actors
    #[arg(short = 'n', value_name = "N", default_value_t = 20)]
    pub limit: usize,
    #[command(flatten)]
    pub printing: Printing,
}
