#![no_main]

use rokade_fuzz::target;

target!(table);
