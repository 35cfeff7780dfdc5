//! Every measure there is, each once, with what it is called.

use super::{
    Better, Counts, How, Measure, citizens, functions, leadership, money, places, posts, process,
};

/// The measure that no commitment can be about.
pub const COMMITMENTS_BROKEN: &str = "commitments_broken";

macro_rules! measures {
    ($($name:literal, $better:ident, $counts:ident, $how:ident($($of:path),+): $da:literal, $en:literal;)*) => {
        /// Every measure, in the order of a comparison.
        pub static MEASURES: &[Measure] = &[$(
            Measure {
                name: $name,
                better: better!($better),
                counts: Counts::$counts,
                da: $da,
                en: $en,
                how: How::$how($($of),+),
            },
        )*];
    };
}

macro_rules! better {
    (Lower) => {
        Some(Better::Lower)
    };
    (Higher) => {
        Some(Better::Higher)
    };
    (Neither) => {
        None
    };
}

measures! {
    "posts_moved", Lower, Posts, Change(posts::moved):
        "Stillinger, der flytter", "Posts that move";
    "posts_in_other_unit", Lower, Posts, Change(posts::in_other_unit):
        "Stillinger i en anden enhed", "Posts in another unit";
    "posts_under_other_head", Lower, Posts, Change(posts::under_other_head):
        "Stillinger med en anden leder", "Posts with another head";
    "posts_at_other_site", Lower, Posts, Change(posts::at_other_site):
        "Stillinger på en anden adresse", "Posts at another site";
    "posts_unplaced", Lower, Posts, Change(posts::unplaced):
        "Stillinger uden plads", "Posts without a place";
    "unit_headcount", Neither, Posts, Each(posts::headcount):
        "Stillinger i enheden", "Posts in the unit";
    "functions_moved", Lower, Things, Change(functions::moved):
        "Opgaver, der flytter", "Functions that move";
    "unassigned_responsibilities", Lower, Things, Change(functions::unassigned):
        "Opgaver, ingen har ansvaret for", "Functions nobody is responsible for";
    "co_locations_broken", Lower, Things, Change(places::broken):
        "Samlokaliseringer, der brydes", "Co-locations that break";
    "co_locations_weakened", Lower, Things, Change(places::weakened):
        "Samlokaliseringer, der svækkes", "Co-locations that weaken";
    "co_locations_made", Higher, Things, Change(places::made):
        "Nye samlokaliseringer", "New co-locations";
    "competences_diluted", Lower, Things, Change(posts::diluted):
        "Kompetencer, der spredes for tyndt", "Competences spread thin";
    "vacant_heads", Lower, Things, State(leadership::vacant_heads):
        "Enheder uden leder", "Units where nobody leads";
    "head_posts", Neither, Posts, State(leadership::head_posts):
        "Lederstillinger", "Head posts";
    "largest_span", Lower, Posts, State(leadership::largest_span):
        "Flest stillinger direkte under én leder", "Most posts directly under one head";
    "staff_under_changed_head", Lower, Posts, Each(leadership::staff_under_changed_head):
        "Stillinger i en enhed, der får en anden leder", "Posts in a unit that gets another head";
    "layers", Lower, Things, State(leadership::layers):
        "Ledelseslag", "Layers of management";
    "citizens_with_more_advisers", Lower, Citizens, Change(citizens::with_more_advisers):
        "Borgere, der skal gennem flere rådgivere", "Citizens who must see more advisers";
    "citizens_with_more_units", Lower, Citizens, Change(citizens::with_more_units):
        "Borgere, der skal gennem flere enheder", "Citizens who must see more units";
    "citizens_with_more_sites", Lower, Citizens, Change(citizens::with_more_sites):
        "Borgere, der skal til flere adresser", "Citizens who must go to more sites";
    "handovers", Lower, Things, State(citizens::handovers):
        "Overgange mellem enheder i borgernes forløb", "Handovers between units on the citizens' pathway";
    "cases_with_other_caseworker", Lower, Things, Change(citizens::cases_with_other_caseworker):
        "Sager, der skifter sagsbehandler", "Cases that change caseworker";
    "cases_undistributed", Lower, Things, Change(citizens::cases_undistributed):
        "Sager uden en enhed", "Cases without a unit";
    "entrances", Lower, Things, State(citizens::entrances):
        "Indgange for borgerne", "Entrances for citizens";
    "sites_used", Neither, Things, State(places::sites_used):
        "Adresser i brug", "Sites in use";
    "posts_over_capacity", Lower, Posts, State(places::posts_over_capacity):
        "Stillinger uden en arbejdsplads på adressen", "Posts without a workplace at their site";
    "cost_a_year", Lower, Money, Differing(money::cost_a_year, money::difference):
        "Årlig udgift til stillinger", "Cost of posts a year";
    "wishes_unmet", Lower, Posts, Change(posts::wishes_unmet):
        "Stillinger placeret et andet sted end ønsket", "Posts placed elsewhere than wished";
    "bodies_unheard", Lower, Things, Change(process::bodies_unheard):
        "Udvalg, der ikke bliver hørt", "Bodies that are not heard";
    "commitments_broken", Lower, Things, Change(process::commitments_broken):
        "Tilsagn, der ikke holder", "Commitments that do not hold";
    "decisions_open", Lower, Things, State(process::decisions_open):
        "Åbne beslutninger", "Open decisions";
    "questions_unanswered", Lower, Things, State(process::questions_unanswered):
        "Spørgsmål uden svar", "Questions without an answer";
}
