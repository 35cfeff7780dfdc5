//! Employment and integration.

use super::{Branch, Department, House, Team, citizen, group, law, post, support};

pub(super) static EMPLOYMENT: Branch = Branch {
    key: "beskaeftigelse",
    name: "Beskæftigelse og Integration",
    committee: "Beskæftigelsesudvalget",
    departments: &[
        Department {
            key: "jobcenter",
            name: "Jobcenter",
            head: "Jobcenterchef",
            purpose: "Flest muligt i arbejde eller uddannelse",
            house: House::Jobs,
            tasks: &[
                law("jobindsats", "Virksomhedsrettet jobindsats", "15.20", 60),
                law("sygeopfoelgning", "Opfølgning på sygedagpenge", "32.30", 45),
                citizen("ressourceforloeb", "Ressourceforløb", "15.25", 40),
                citizen("fleksjob", "Fleksjob og ledighedsydelse", "15.27", 70),
                citizen("virksomhedsservice", "Virksomhedsservice", "15.02", 0),
                citizen("mentor", "Mentorstøtte", "15.23", 25),
            ],
            groups: &[
                group(
                    "jobparate",
                    "Jobparate kontanthjælpsmodtagere",
                    90,
                    &["jobindsats", "ydelse"],
                ),
                group(
                    "aktivitetsparate",
                    "Aktivitetsparate kontanthjælpsmodtagere",
                    120,
                    &["jobindsats", "mentor", "ydelse"],
                ),
                group(
                    "sygemeldte",
                    "Sygemeldte borgere",
                    110,
                    &["sygeopfoelgning", "ydelse"],
                ),
                group(
                    "fleksjobbere",
                    "Borgere i fleksjob",
                    60,
                    &["fleksjob", "ressourceforloeb"],
                ),
            ],
            teams: &[
                Team {
                    key: "team-job",
                    name: "Team Job",
                    tasks: &[("jobindsats", &["jobparate"])],
                    posts: &[
                        post("Jobkonsulent", "jobkonsulenter", 9, 490, &["jobindsats"]),
                        post(
                            "Virksomhedskonsulent",
                            "virksomhedskonsulenter",
                            4,
                            510,
                            &["jobindsats"],
                        ),
                        post("Faglig koordinator", "fagkoordinator", 1, 540, &[]),
                        post("Administrativ medarbejder", "administration", 3, 430, &[]),
                    ],
                },
                Team {
                    key: "team-aktiv",
                    name: "Team Aktiv",
                    tasks: &[
                        ("jobindsats", &["aktivitetsparate"]),
                        ("mentor", &["aktivitetsparate"]),
                    ],
                    posts: &[
                        post(
                            "Beskæftigelsesrådgiver",
                            "beskaeftigelsesraadgivere",
                            10,
                            500,
                            &["jobindsats", "mentor"],
                        )
                        .skilled("Komplekse forløb"),
                        post("Mentor", "mentorer", 5, 440, &["mentor"]),
                        post("Faglig koordinator", "fagkoordinator", 1, 540, &[]),
                    ],
                },
                Team {
                    key: "team-sygedagpenge",
                    name: "Team Sygedagpenge",
                    tasks: &[("sygeopfoelgning", &[])],
                    posts: &[
                        post(
                            "Sygedagpengerådgiver",
                            "sygedagpengeraadgivere",
                            11,
                            500,
                            &["sygeopfoelgning"],
                        ),
                        post(
                            "Fastholdelseskonsulent",
                            "fastholdelseskonsulenter",
                            3,
                            520,
                            &["sygeopfoelgning"],
                        ),
                        post("Administrativ medarbejder", "administration", 2, 430, &[]),
                    ],
                },
                Team {
                    key: "team-fleks",
                    name: "Team Fleks og Ressource",
                    tasks: &[("fleksjob", &[]), ("ressourceforloeb", &[])],
                    posts: &[
                        post(
                            "Socialrådgiver",
                            "socialraadgivere",
                            8,
                            500,
                            &["fleksjob", "ressourceforloeb"],
                        )
                        .skilled("Fleksjobregler"),
                        post(
                            "Fleksjobkonsulent",
                            "fleksjobkonsulenter",
                            4,
                            490,
                            &["fleksjob"],
                        ),
                        post(
                            "Koordinerende sagsbehandler",
                            "koordinerende-sagsbehandlere",
                            3,
                            510,
                            &["ressourceforloeb"],
                        ),
                    ],
                },
                Team {
                    key: "team-virksomhed",
                    name: "Team Virksomhed",
                    tasks: &[("virksomhedsservice", &[])],
                    posts: &[
                        post(
                            "Virksomhedskonsulent",
                            "virksomhedskonsulenter",
                            8,
                            510,
                            &["virksomhedsservice"],
                        ),
                        post(
                            "Rekrutteringskonsulent",
                            "rekrutteringskonsulenter",
                            3,
                            500,
                            &["virksomhedsservice"],
                        ),
                    ],
                },
            ],
        },
        Department {
            key: "ydelsescenter",
            name: "Ydelsescenter",
            head: "Ydelseschef",
            purpose: "Den rette forsørgelse til tiden",
            house: House::Jobs,
            tasks: &[
                law("ydelse", "Udbetaling af forsørgelsesydelser", "32.24", 120),
                law(
                    "enkeltydelser",
                    "Enkeltydelser og særlig støtte",
                    "32.27",
                    90,
                ),
                citizen("ydelseskontrol", "Kontrol af sociale ydelser", "32.01", 0),
                law(
                    "pension",
                    "Personlige tillæg og helbredstillæg",
                    "32.03",
                    150,
                ),
            ],
            groups: &[group(
                "pensionister",
                "Pensionister med personligt tillæg",
                100,
                &["pension", "enkeltydelser"],
            )],
            teams: &[
                Team {
                    key: "kontanthjaelp",
                    name: "Team Kontanthjælp",
                    tasks: &[("ydelse", &["jobparate", "aktivitetsparate"])],
                    posts: &[
                        post("Ydelsesrådgiver", "ydelsesraadgivere", 12, 450, &["ydelse"])
                            .skilled("Kontanthjælpsregler"),
                        post("Kontorassistent", "kontorassistenter", 4, 400, &[]),
                        post("Faglig koordinator", "fagkoordinator", 1, 520, &[]),
                    ],
                },
                Team {
                    key: "dagpengeudbetaling",
                    name: "Team Dagpengeudbetaling",
                    tasks: &[("ydelse", &["sygemeldte"])],
                    posts: &[
                        post(
                            "Ydelsesmedarbejder",
                            "ydelsesmedarbejdere",
                            10,
                            440,
                            &["ydelse"],
                        ),
                        post("Kontorassistent", "kontorassistenter", 3, 400, &[]),
                    ],
                },
                Team {
                    key: "enkeltydelser",
                    name: "Team Enkeltydelser",
                    tasks: &[("enkeltydelser", &[]), ("pension", &["pensionister"])],
                    posts: &[
                        post(
                            "Ydelsesrådgiver",
                            "ydelsesraadgivere",
                            7,
                            450,
                            &["enkeltydelser", "pension"],
                        ),
                        post(
                            "Pensionsmedarbejder",
                            "pensionsmedarbejdere",
                            3,
                            440,
                            &["pension"],
                        ),
                    ],
                },
                Team {
                    key: "kontrolgruppen",
                    name: "Kontrolgruppen",
                    tasks: &[("ydelseskontrol", &[])],
                    posts: &[
                        post(
                            "Kontrolmedarbejder",
                            "kontrolmedarbejdere",
                            5,
                            470,
                            &["ydelseskontrol"],
                        ),
                        post("Jurist", "jurister", 2, 560, &["ydelseskontrol"]),
                    ],
                },
            ],
        },
        Department {
            key: "integration",
            name: "Integration",
            head: "Integrationschef",
            purpose: "Flygtninge kommer i arbejde og bliver en del af lokalsamfundet",
            house: House::Jobs,
            tasks: &[
                law("integrationsprogram", "Integrationsprogram", "15.40", 50),
                law("boligplacering", "Boligplacering", "25.02", 0),
                citizen(
                    "familiekonsulenter",
                    "Familiekonsulenternes arbejde",
                    "27.12",
                    30,
                ),
                support("tolk", "Tolkning", "00.17"),
            ],
            groups: &[
                group(
                    "flygtninge",
                    "Flygtninge under integrationsprogrammet",
                    40,
                    &[
                        "boligplacering",
                        "integrationsprogram",
                        "familiekonsulenter",
                    ],
                ),
                group(
                    "familiesammenfoerte",
                    "Familiesammenførte",
                    25,
                    &["integrationsprogram"],
                ),
            ],
            teams: &[
                Team {
                    key: "integrationsteam",
                    name: "Integrationsteamet",
                    tasks: &[
                        (
                            "integrationsprogram",
                            &["flygtninge", "familiesammenfoerte"],
                        ),
                        ("boligplacering", &[]),
                        ("tolk", &[]),
                    ],
                    posts: &[
                        post(
                            "Integrationsrådgiver",
                            "integrationsraadgivere",
                            9,
                            490,
                            &["integrationsprogram", "boligplacering", "tolk"],
                        )
                        .skilled("Integrationsloven"),
                        post("Tolkekoordinator", "tolkekoordinator", 1, 450, &["tolk"]),
                        post(
                            "Boligkonsulent",
                            "boligkonsulenter",
                            2,
                            460,
                            &["boligplacering"],
                        ),
                    ],
                },
                Team {
                    key: "familiekonsulenterne",
                    name: "Familiekonsulenterne",
                    tasks: &[("familiekonsulenter", &["flygtninge"])],
                    posts: &[
                        post(
                            "Familiekonsulent",
                            "familiekonsulenter",
                            6,
                            480,
                            &["familiekonsulenter"],
                        ),
                        post("Frivilligkoordinator", "frivilligkoordinator", 1, 460, &[]),
                    ],
                },
            ],
        },
        Department {
            key: "ungecenter",
            name: "Ungecenter",
            head: "Ungechef",
            purpose: "Alle unge i gang med uddannelse eller job",
            house: House::Jobs,
            tasks: &[
                law("ungevejledning", "Vejledning om uddannelse", "15.60", 80),
                law("uddannelsespaalaeg", "Uddannelsespålæg", "15.61", 55),
                citizen("stu", "Særligt tilrettelagt ungdomsuddannelse", "27.69", 60),
            ],
            groups: &[
                group(
                    "unge",
                    "Unge under 30 på uddannelseshjælp",
                    70,
                    &["ungevejledning", "uddannelsespaalaeg"],
                ),
                group("stu-elever", "Elever i STU", 15, &["ungevejledning", "stu"]),
            ],
            teams: &[
                Team {
                    key: "ungevejledningen",
                    name: "Ungevejledningen",
                    tasks: &[("ungevejledning", &[]), ("stu", &["stu-elever"])],
                    posts: &[
                        post(
                            "Uddannelsesvejleder",
                            "uddannelsesvejledere",
                            8,
                            500,
                            &["ungevejledning", "stu"],
                        ),
                        post("STU-vejleder", "stu-vejledere", 3, 500, &["stu"]),
                        post(
                            "Kontaktperson",
                            "kontaktpersoner",
                            4,
                            430,
                            &["ungevejledning"],
                        ),
                    ],
                },
                Team {
                    key: "team-unge",
                    name: "Team Unge",
                    tasks: &[("uddannelsespaalaeg", &[])],
                    posts: &[
                        post(
                            "Ungerådgiver",
                            "ungeraadgivere",
                            8,
                            490,
                            &["uddannelsespaalaeg"],
                        )
                        .skilled("Unge på kanten"),
                        post(
                            "Virksomhedskonsulent",
                            "virksomhedskonsulenter",
                            3,
                            510,
                            &["uddannelsespaalaeg"],
                        ),
                    ],
                },
            ],
        },
    ],
    institutions: &[],
};
