//! Social matters and disability.

use super::{Branch, Department, House, Institution, Team, citizen, group, law, post};

pub(super) static SOCIAL: Branch = Branch {
    key: "social-og-handicap",
    name: "Social og Handicap",
    committee: "Socialudvalget",
    departments: &[
        Department {
            key: "voksenraadgivningen",
            name: "Voksenrådgivningen",
            head: "Voksenchef",
            purpose: "Støtte til et selvstændigt liv",
            house: House::Families,
            tasks: &[
                law(
                    "bostoettevisitation",
                    "Visitation til bostøtte",
                    "27.12",
                    60,
                ),
                law(
                    "botilbudsvisitation",
                    "Visitation til botilbud",
                    "27.45",
                    35,
                ),
                law("bpa", "Borgerstyret personlig assistance", "27.39", 30),
                law("merudgifter", "Dækning af merudgifter", "27.54", 80),
            ],
            groups: &[
                group(
                    "voksne-handicap",
                    "Voksne med handicap",
                    50,
                    &["botilbudsvisitation", "merudgifter"],
                ),
                group(
                    "sindslidende",
                    "Borgere med psykisk sårbarhed",
                    45,
                    &["bostoettevisitation", "bostoette"],
                ),
            ],
            teams: &[
                Team {
                    key: "voksenteam",
                    name: "Voksenteamet",
                    tasks: &[("bostoettevisitation", &[]), ("botilbudsvisitation", &[])],
                    posts: &[
                        post(
                            "Socialrådgiver",
                            "socialraadgivere",
                            8,
                            510,
                            &["bostoettevisitation", "botilbudsvisitation"],
                        )
                        .skilled("Voksenudredning"),
                        post("Faglig koordinator", "fagkoordinator", 1, 550, &[]),
                        post("Økonomimedarbejder", "oekonomimedarbejdere", 2, 450, &[]),
                    ],
                },
                Team {
                    key: "handicapteam",
                    name: "Handicapteamet",
                    tasks: &[("bpa", &[]), ("merudgifter", &["voksne-handicap"])],
                    posts: &[
                        post(
                            "Handicaprådgiver",
                            "handicapraadgivere",
                            7,
                            510,
                            &["bpa", "merudgifter"],
                        ),
                        post("BPA-konsulent", "bpa-konsulenter", 2, 530, &["bpa"]),
                    ],
                },
            ],
        },
        Department {
            key: "socialpsykiatrien",
            name: "Socialpsykiatri og Rusmidler",
            head: "Leder af socialpsykiatrien",
            purpose: "Støtte til at komme sig",
            house: House::Families,
            tasks: &[
                law("bostoette", "Bostøtte i eget hjem", "27.12", 14),
                law(
                    "rusmiddelbehandling",
                    "Behandling for stofmisbrug",
                    "27.45",
                    25,
                ),
                law("alkoholbehandling", "Alkoholbehandling", "29.24", 30),
                citizen("vaerested", "Værested", "27.18", 0),
            ],
            groups: &[group(
                "rusmidler",
                "Borgere i rusmiddelbehandling",
                20,
                &["rusmiddelbehandling", "bostoette"],
            )],
            teams: &[
                Team {
                    key: "bostoetteteam",
                    name: "Bostøtteteamet",
                    tasks: &[("bostoette", &[]), ("vaerested", &[])],
                    posts: &[
                        post(
                            "Bostøttemedarbejder",
                            "bostoettemedarbejdere",
                            12,
                            440,
                            &["bostoette", "vaerested"],
                        ),
                        post(
                            "Værestedsmedarbejder",
                            "vaerestedsmedarbejdere",
                            3,
                            420,
                            &["vaerested"],
                        ),
                        post(
                            "Peer-medarbejder",
                            "peer-medarbejdere",
                            2,
                            380,
                            &["bostoette"],
                        ),
                    ],
                },
                Team {
                    key: "rusmiddelcenter",
                    name: "Rusmiddelcenteret",
                    tasks: &[("rusmiddelbehandling", &[]), ("alkoholbehandling", &[])],
                    posts: &[
                        post(
                            "Behandler",
                            "behandlere",
                            7,
                            480,
                            &["rusmiddelbehandling", "alkoholbehandling"],
                        )
                        .skilled("Misbrugsbehandling"),
                        post(
                            "Sygeplejerske",
                            "sygeplejersker",
                            2,
                            490,
                            &["rusmiddelbehandling"],
                        ),
                        post("Psykolog", "psykologer", 2, 600, &["alkoholbehandling"]),
                    ],
                },
            ],
        },
    ],
    institutions: &[Institution {
        key: "botilbud",
        name: "Botilbud",
        head: "Botilbudschef",
        called: ("Botilbuddet ", ""),
        unit_type: "botilbud",
        leader: "Forstander",
        task: law("botilbud", "Støtte i botilbud", "27.45", 0),
        extra: citizen("samvaerstilbud", "Aktivitets- og samværstilbud", "27.51", 0),
        group: group("botilbudsbeboere", "Beboere i botilbud", 25, &["botilbud"]),
        posts: &[
            post("Socialpædagog", "socialpaedagoger", 10, 450, &["botilbud"]),
            post(
                "Omsorgsmedarbejder",
                "omsorgsmedarbejdere",
                5,
                400,
                &["botilbud"],
            ),
            post(
                "Værkstedsassistent",
                "vaerkstedsassistenter",
                2,
                420,
                &["samvaerstilbud"],
            ),
            post("Nattevagt", "nattevagter", 4, 430, &["botilbud"]),
        ],
        teams: &[],
    }],
};
