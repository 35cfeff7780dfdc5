//! Health, and care of the elderly.

use super::{Branch, Department, House, Institution, Team, citizen, group, law, post};

pub(super) static HEALTH: Branch = Branch {
    key: "sundhed-og-aeldre",
    name: "Sundhed og Ældre",
    committee: "Sundheds- og Ældreudvalget",
    departments: &[
        Department {
            key: "visitationen",
            name: "Visitationen",
            head: "Visitationschef",
            purpose: "Den rette hjælp til den enkelte",
            house: House::Health,
            tasks: &[
                law(
                    "hjemmehjaelpsvisitation",
                    "Visitation til hjemmehjælp",
                    "27.36",
                    110,
                ),
                law(
                    "hjaelpemidler",
                    "Hjælpemidler og boligindretning",
                    "27.60",
                    95,
                ),
                law(
                    "boligvisitation",
                    "Visitation til ældre- og plejeboliger",
                    "27.42",
                    0,
                ),
            ],
            groups: &[group(
                "hjemmehjaelpsmodtagere",
                "Modtagere af hjemmehjælp",
                160,
                &["hjemmehjaelpsvisitation", "hjaelpemidler"],
            )],
            teams: &[
                Team {
                    key: "hjemmehjaelpsteam",
                    name: "Team Hjemmehjælp",
                    tasks: &[("hjemmehjaelpsvisitation", &[]), ("boligvisitation", &[])],
                    posts: &[
                        post(
                            "Visitator",
                            "visitatorer",
                            9,
                            500,
                            &["hjemmehjaelpsvisitation", "boligvisitation"],
                        )
                        .skilled("Kvalitetsstandarder"),
                        post("Administrativ medarbejder", "administration", 3, 430, &[]),
                        post("Faglig koordinator", "fagkoordinator", 1, 540, &[]),
                    ],
                },
                Team {
                    key: "hjaelpemiddelteam",
                    name: "Team Hjælpemidler",
                    tasks: &[("hjaelpemidler", &[])],
                    posts: &[
                        post("Ergoterapeut", "ergoterapeuter", 8, 470, &["hjaelpemidler"]),
                        post(
                            "Sagsbehandler",
                            "sagsbehandlere",
                            4,
                            480,
                            &["hjaelpemidler"],
                        ),
                        post("Depotmedarbejder", "depotmedarbejdere", 3, 390, &[]),
                    ],
                },
            ],
        },
        Department {
            key: "sundhedscenter",
            name: "Sundhedscenter",
            head: "Sundhedschef",
            purpose: "Borgerne klarer sig selv længst muligt",
            house: House::Health,
            tasks: &[
                law("genoptraening", "Genoptræning efter sygehus", "29.09", 40),
                citizen("forebyggelse", "Forebyggende hjemmebesøg", "27.35", 0),
                citizen("demens", "Rådgivning om demens", "27.35", 50),
                citizen("rygestop", "Rygestop", "29.30", 0),
            ],
            groups: &[group(
                "genoptraening",
                "Borgere i genoptræning",
                80,
                &["genoptraening", "hjaelpemidler"],
            )],
            teams: &[
                Team {
                    key: "traeningsteam",
                    name: "Træningsteamet",
                    tasks: &[("genoptraening", &[])],
                    posts: &[
                        post(
                            "Fysioterapeut",
                            "fysioterapeuter",
                            11,
                            470,
                            &["genoptraening"],
                        )
                        .skilled("Neurorehabilitering"),
                        post("Ergoterapeut", "ergoterapeuter", 5, 470, &["genoptraening"]),
                        post(
                            "Træningsassistent",
                            "traeningsassistenter",
                            2,
                            400,
                            &["genoptraening"],
                        ),
                    ],
                },
                Team {
                    key: "forebyggelsesteam",
                    name: "Forebyggelsesteamet",
                    tasks: &[("forebyggelse", &[]), ("demens", &[]), ("rygestop", &[])],
                    posts: &[
                        post(
                            "Forebyggelseskonsulent",
                            "forebyggelseskonsulenter",
                            6,
                            490,
                            &["forebyggelse", "demens", "rygestop"],
                        ),
                        post("Demenskonsulent", "demenskonsulenter", 3, 500, &["demens"]),
                        post("Kostvejleder", "kostvejleder", 1, 470, &[]),
                    ],
                },
            ],
        },
        Department {
            key: "sygeplejen",
            name: "Hjemmesygeplejen",
            head: "Sygeplejeleder",
            purpose: "Behandling hjemme, når det er muligt",
            house: House::Health,
            tasks: &[
                law("hjemmesygepleje", "Hjemmesygepleje", "29.18", 0),
                citizen("akutfunktion", "Akutfunktion", "29.18", 0),
            ],
            groups: &[],
            teams: &[
                Team {
                    key: "sygeplejeklinikken",
                    name: "Sygeplejeklinikken",
                    tasks: &[("hjemmesygepleje", &[])],
                    posts: &[
                        post(
                            "Sygeplejerske",
                            "sygeplejersker",
                            12,
                            490,
                            &["hjemmesygepleje"],
                        )
                        .skilled("Sårpleje"),
                        post(
                            "Social- og sundhedsassistent",
                            "sosu-assistenter",
                            6,
                            430,
                            &["hjemmesygepleje"],
                        ),
                    ],
                },
                Team {
                    key: "akutteam",
                    name: "Akutteamet",
                    tasks: &[("akutfunktion", &[])],
                    posts: &[
                        post(
                            "Akutsygeplejerske",
                            "akutsygeplejersker",
                            8,
                            520,
                            &["akutfunktion"],
                        ),
                        post("Planlægger", "planlaeggere", 2, 440, &[]),
                    ],
                },
            ],
        },
    ],
    institutions: &[
        Institution {
            key: "plejecentre",
            name: "Plejecentre",
            head: "Plejechef",
            called: ("Plejecenter ", ""),
            unit_type: "plejecenter",
            leader: "Plejecenterleder",
            task: law("pleje", "Pleje og omsorg i plejebolig", "27.42", 0),
            extra: citizen("cafe", "Café for beboere og pårørende", "27.42", 0),
            group: group("plejebeboere", "Beboere i plejebolig", 60, &["pleje"]),
            posts: &[
                post(
                    "Social- og sundhedshjælper",
                    "sosu-hjaelpere",
                    9,
                    390,
                    &["pleje"],
                ),
                post(
                    "Social- og sundhedsassistent",
                    "sosu-assistenter",
                    7,
                    430,
                    &["pleje"],
                ),
                post(
                    "Aktivitetsmedarbejder",
                    "aktivitetsmedarbejdere",
                    2,
                    400,
                    &["cafe"],
                ),
                post("Sygeplejerske", "sygeplejersker", 2, 490, &["pleje"]),
            ],
            teams: &[],
        },
        Institution {
            key: "hjemmeplejen",
            name: "Hjemmeplejen",
            head: "Hjemmeplejechef",
            called: ("Hjemmepleje ", ""),
            unit_type: "distrikt",
            leader: "Distriktsleder",
            task: law(
                "hjemmehjaelp",
                "Personlig og praktisk hjælp i hjemmet",
                "27.36",
                0,
            ),
            extra: citizen("indkoebsordning", "Indkøbsordning", "27.36", 0),
            group: group("hjemmeboende", "Hjemmeboende ældre", 140, &["hjemmehjaelp"]),
            posts: &[
                post(
                    "Social- og sundhedshjælper",
                    "sosu-hjaelpere",
                    12,
                    390,
                    &["hjemmehjaelp"],
                ),
                post(
                    "Social- og sundhedsassistent",
                    "sosu-assistenter",
                    6,
                    430,
                    &["hjemmehjaelp"],
                ),
                post(
                    "Hjemmehjælper",
                    "hjemmehjaelpere",
                    3,
                    370,
                    &["hjemmehjaelp", "indkoebsordning"],
                ),
            ],
            teams: &[],
        },
    ],
};
