//! Building, roads and environment.

use super::{Branch, Department, House, Team, citizen, group, law, post, support};

pub(super) static TECHNICAL: Branch = Branch {
    key: "teknik-og-miljoe",
    name: "Teknik og Miljø",
    committee: "Teknik- og Miljøudvalget",
    departments: &[
        Department {
            key: "byg-og-plan",
            name: "Byg og Plan",
            head: "Planchef",
            purpose: "Gode rammer for by og land",
            house: House::TownHall,
            tasks: &[
                law("byggesag", "Byggesagsbehandling", "02.34", 120),
                law("lokalplan", "Lokalplaner", "01.02", 0),
                law("bbr", "Bygnings- og boligregister", "02.36", 0),
                support("gis", "Kort og GIS", "01.00"),
            ],
            groups: &[group(
                "bygherrer",
                "Bygherrer",
                50,
                &["byggesag", "lokalplan"],
            )],
            teams: &[
                Team {
                    key: "byggeteam",
                    name: "Byggeri",
                    tasks: &[("byggesag", &[]), ("bbr", &[])],
                    posts: &[
                        post(
                            "Byggesagsbehandler",
                            "byggesagsbehandlere",
                            8,
                            520,
                            &["byggesag", "bbr"],
                        )
                        .skilled("Brandteknik"),
                        post("BBR-medarbejder", "bbr-medarbejdere", 2, 440, &["bbr"]),
                    ],
                },
                Team {
                    key: "planteam",
                    name: "Plan og GIS",
                    tasks: &[("lokalplan", &[]), ("gis", &[])],
                    posts: &[
                        post("Planlægger", "planlaeggere", 6, 550, &["lokalplan", "gis"]),
                        post("GIS-medarbejder", "gis-medarbejdere", 2, 500, &["gis"]),
                    ],
                },
            ],
        },
        Department {
            key: "vej-og-park",
            name: "Vej og Park",
            head: "Vejchef",
            purpose: "Sikre veje og grønne byer",
            house: House::Depot,
            tasks: &[
                law("vejdrift", "Drift af veje og stier", "05.02", 0),
                law("vintertjeneste", "Vintertjeneste", "05.09", 0),
                citizen("groenne-omraader", "Pleje af grønne områder", "04.01", 0),
                support("maskinvaerksted", "Maskinværksted", "82.10"),
            ],
            groups: &[],
            teams: &[
                Team {
                    key: "vejteam",
                    name: "Vejteamet",
                    tasks: &[("vejdrift", &[]), ("vintertjeneste", &[])],
                    posts: &[
                        post(
                            "Vejmand",
                            "vejmaend",
                            10,
                            400,
                            &["vejdrift", "vintertjeneste"],
                        ),
                        post("Vejtekniker", "vejteknikere", 3, 500, &["vejdrift"]),
                    ],
                },
                Team {
                    key: "parkteam",
                    name: "Parkteamet",
                    tasks: &[("groenne-omraader", &[]), ("maskinvaerksted", &[])],
                    posts: &[
                        post(
                            "Gartner",
                            "gartnere",
                            9,
                            400,
                            &["groenne-omraader", "maskinvaerksted"],
                        ),
                        post("Mekaniker", "mekanikere", 2, 420, &["maskinvaerksted"]),
                    ],
                },
            ],
        },
        Department {
            key: "natur-og-miljoe",
            name: "Natur, Miljø og Affald",
            head: "Miljøchef",
            purpose: "Rent vand og mindre spild",
            house: House::Depot,
            tasks: &[
                law("miljoetilsyn", "Miljøtilsyn", "09.02", 60),
                law("naturbeskyttelse", "Naturbeskyttelse", "01.05", 0),
                law("affald", "Indsamling af affald", "07.18", 0),
            ],
            groups: &[],
            teams: &[
                Team {
                    key: "miljoeteam",
                    name: "Miljø og Natur",
                    tasks: &[("miljoetilsyn", &[]), ("naturbeskyttelse", &[])],
                    posts: &[
                        post(
                            "Miljøsagsbehandler",
                            "miljoesagsbehandlere",
                            6,
                            530,
                            &["miljoetilsyn", "naturbeskyttelse"],
                        ),
                        post("Biolog", "biologer", 3, 530, &["naturbeskyttelse"]),
                    ],
                },
                Team {
                    key: "affaldsteam",
                    name: "Affald og Genbrug",
                    tasks: &[("affald", &[])],
                    posts: &[
                        post("Genbrugsvejleder", "genbrugsvejledere", 8, 390, &["affald"]),
                        post(
                            "Affaldsplanlægger",
                            "affaldsplanlaeggere",
                            2,
                            520,
                            &["affald"],
                        ),
                    ],
                },
            ],
        },
    ],
    institutions: &[],
};
