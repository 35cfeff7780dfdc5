//! What the documents behind the cases raise comes out of a comparison, without the YAML saying
//! it; and no other error comes. Expected findings are read from the documents.

mod case;

mod aalborg_integration;
mod aalborg_principper;
mod every;
mod ishoej_jobcenter;
mod slagelse_arbejdsmarked;
mod slagelse_voksen;
