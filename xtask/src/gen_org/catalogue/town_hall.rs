//! The staff functions of the town hall.

use super::{Branch, Department, House, Team, citizen, group, law, management, post, support};

pub(super) static STAFF: Branch = Branch {
    key: "stabe",
    name: "Økonomi, Personale og Borgerservice",
    committee: "Økonomiudvalget",
    departments: &[
        // What it does for the houses is in `HOUSE_TASKS`.
        Department {
            key: "ejendomme",
            name: "Ejendomme og Service",
            head: "Ejendomschef",
            purpose: "Bygninger, der virker, og huse, der er åbne",
            house: House::TownHall,
            tasks: &[support("vedligehold", "Vedligehold af bygninger", "82.07")],
            groups: &[],
            teams: &[Team {
                key: "bygningsdrift",
                name: "Bygningsdrift",
                tasks: &[("vedligehold", &[])],
                posts: &[
                    post(
                        "Driftstekniker",
                        "driftsteknikere",
                        7,
                        450,
                        &["vedligehold"],
                    ),
                    post(
                        "Bygningskonstruktør",
                        "bygningskonstruktoerer",
                        3,
                        540,
                        &["vedligehold"],
                    ),
                    post("Energikonsulent", "energikonsulent", 1, 540, &[]),
                ],
            }],
        },
        Department {
            key: "borgerservice",
            name: "Borgerservice",
            head: "Borgerservicechef",
            purpose: "Én indgang til kommunen",
            house: House::TownHall,
            tasks: &[
                law("pas-og-koerekort", "Pas og kørekort", "23.03", 0),
                law("folkeregister", "Folkeregister", "23.05", 0),
                citizen(
                    "digital-hjaelp",
                    "Hjælp til digital selvbetjening",
                    "00.13",
                    0,
                ),
            ],
            groups: &[group("tilflyttere", "Tilflyttere", 60, &["folkeregister"])],
            teams: &[
                Team {
                    key: "borgerbetjening",
                    name: "Borgerbetjeningen",
                    tasks: &[
                        ("pas-og-koerekort", &[]),
                        ("folkeregister", &[]),
                        ("digital-hjaelp", &[]),
                    ],
                    posts: &[
                        post(
                            "Borgerservicemedarbejder",
                            "borgerservicemedarbejdere",
                            10,
                            430,
                            &["pas-og-koerekort", "folkeregister", "digital-hjaelp"],
                        ),
                        post(
                            "Borgervejleder",
                            "borgervejledere",
                            3,
                            440,
                            &["digital-hjaelp"],
                        ),
                        post("Faglig koordinator", "fagkoordinator", 1, 500, &[]),
                    ],
                },
                Team {
                    key: "opkraevning",
                    name: "Opkrævning",
                    tasks: &[],
                    posts: &[
                        post(
                            "Opkrævningsmedarbejder",
                            "opkraevningsmedarbejdere",
                            5,
                            430,
                            &[],
                        ),
                        post("Pantefoged", "pantefogeder", 2, 460, &[]),
                    ],
                },
            ],
        },
        Department {
            key: "oekonomi",
            name: "Økonomi og Indkøb",
            head: "Økonomichef",
            purpose: "Styr på budget og forbrug",
            house: House::TownHall,
            tasks: &[
                management("budget", "Budget og budgetopfølgning", "00.30"),
                management("regnskab", "Regnskab", "00.32"),
                support("indkoeb", "Indkøb og udbud", "88.00"),
            ],
            groups: &[],
            teams: &[
                Team {
                    key: "budgetteam",
                    name: "Budget og Analyse",
                    tasks: &[("budget", &[])],
                    posts: &[
                        post(
                            "Økonomikonsulent",
                            "oekonomikonsulenter",
                            8,
                            570,
                            &["budget"],
                        )
                        .skilled("Budgetmodeller"),
                        post("Controller", "controllere", 3, 600, &["budget"]),
                        post("Analytiker", "analytikere", 2, 580, &[]),
                    ],
                },
                Team {
                    key: "regnskabsteam",
                    name: "Regnskab og Indkøb",
                    tasks: &[("regnskab", &[]), ("indkoeb", &[])],
                    posts: &[
                        post(
                            "Regnskabskonsulent",
                            "regnskabskonsulenter",
                            6,
                            520,
                            &["regnskab", "indkoeb"],
                        ),
                        post("Bogholder", "bogholdere", 4, 430, &["regnskab"]),
                        post("Indkøber", "indkoebere", 3, 520, &["indkoeb"]),
                    ],
                },
            ],
        },
        Department {
            key: "personale",
            name: "Personale og Løn",
            head: "Personalechef",
            purpose: "En arbejdsplads, folk bliver på",
            house: House::TownHall,
            tasks: &[
                support("loen", "Lønadministration", "81.38"),
                support("rekruttering", "Rekruttering", "81.01"),
                support("arbejdsmiljoe", "Arbejdsmiljø", "81.20"),
            ],
            groups: &[],
            teams: &[
                Team {
                    key: "loenteam",
                    name: "Løn",
                    tasks: &[("loen", &[])],
                    posts: &[
                        post("Lønkonsulent", "loenkonsulenter", 8, 480, &["loen"])
                            .skilled("Overenskomster"),
                        post("Lønassistent", "loenassistenter", 4, 420, &["loen"]),
                    ],
                },
                Team {
                    key: "hr-team",
                    name: "HR og Arbejdsmiljø",
                    tasks: &[("rekruttering", &[]), ("arbejdsmiljoe", &[])],
                    posts: &[
                        post(
                            "HR-konsulent",
                            "hr-konsulenter",
                            6,
                            550,
                            &["rekruttering", "arbejdsmiljoe"],
                        ),
                        post(
                            "Arbejdsmiljøkonsulent",
                            "arbejdsmiljoekonsulenter",
                            2,
                            540,
                            &["arbejdsmiljoe"],
                        ),
                    ],
                },
            ],
        },
        Department {
            key: "digitalisering",
            name: "Digitalisering og IT",
            head: "Digitaliseringschef",
            purpose: "Systemer, der hjælper fagligheden",
            house: House::TownHall,
            tasks: &[
                support("it-support", "IT-support", "85.02"),
                support("systemforvaltning", "Systemforvaltning", "85.11"),
                support("journal", "Journal og arkiv", "85.08"),
            ],
            groups: &[],
            teams: &[
                Team {
                    key: "it-drift",
                    name: "IT-drift og Support",
                    tasks: &[("it-support", &[])],
                    posts: &[
                        post("IT-supporter", "it-supportere", 7, 450, &["it-support"]),
                        post("IT-tekniker", "it-teknikere", 4, 500, &["it-support"]),
                        post(
                            "Informationssikkerhedskonsulent",
                            "informationssikkerhed",
                            1,
                            610,
                            &[],
                        ),
                    ],
                },
                Team {
                    key: "systemer",
                    name: "Systemer og Data",
                    tasks: &[("systemforvaltning", &[]), ("journal", &[])],
                    posts: &[
                        post(
                            "Systemforvalter",
                            "systemforvaltere",
                            6,
                            540,
                            &["systemforvaltning", "journal"],
                        ),
                        post("Arkivar", "arkivarer", 2, 450, &["journal"]),
                        post(
                            "Digitaliseringskonsulent",
                            "digitaliseringskonsulenter",
                            3,
                            570,
                            &["systemforvaltning"],
                        ),
                    ],
                },
            ],
        },
        Department {
            key: "sekretariat",
            name: "Byrådssekretariatet",
            head: "Sekretariatschef",
            purpose: "Politikerne får et oplyst grundlag",
            house: House::TownHall,
            tasks: &[
                management("byraadsbetjening", "Betjening af byråd og udvalg", "00.22"),
                support("jura", "Juridisk rådgivning", "00.07"),
                support("kommunikation", "Kommunikation", "00.13"),
                citizen("borgerraadgivning", "Borgerrådgivning", "00.06", 0),
            ],
            groups: &[],
            teams: &[
                Team {
                    key: "politisk-sekretariat",
                    name: "Politisk Sekretariat",
                    tasks: &[
                        ("byraadsbetjening", &[]),
                        ("jura", &[]),
                        ("kommunikation", &[]),
                    ],
                    posts: &[
                        post(
                            "Akademisk medarbejder",
                            "akademikere",
                            6,
                            560,
                            &["byraadsbetjening", "jura", "kommunikation"],
                        ),
                        post("Jurist", "jurister", 3, 590, &["jura"]),
                        post(
                            "Kommunikationskonsulent",
                            "kommunikationskonsulenter",
                            3,
                            530,
                            &["kommunikation"],
                        ),
                    ],
                },
                // The one that must never stand under those whom citizens complain of.
                Team {
                    key: "borgerraadgiveren",
                    name: "Borgerrådgiveren",
                    tasks: &[("borgerraadgivning", &[])],
                    posts: &[
                        post(
                            "Borgerrådgiver",
                            "borgerraadgivere",
                            2,
                            600,
                            &["borgerraadgivning"],
                        ),
                        post("Sekretær", "sekretaer", 1, 430, &[]),
                    ],
                },
            ],
        },
    ],
    institutions: &[],
};
