//! Children and schools.

use super::{Branch, Department, House, Institution, Team, citizen, group, law, post};

pub(super) static CHILDREN: Branch = Branch {
    key: "boern-og-unge",
    name: "Børn og Unge",
    committee: "Børne- og Ungeudvalget",
    departments: &[
        Department {
            key: "familieafdelingen",
            name: "Familieafdelingen",
            head: "Familiechef",
            purpose: "Børn og unge får hjælp i tide",
            house: House::Families,
            tasks: &[
                law("underretninger", "Modtagelse af underretninger", "27.24", 0),
                law(
                    "boerneundersoegelse",
                    "Børnefaglige undersøgelser",
                    "27.24",
                    18,
                ),
                law(
                    "foranstaltninger",
                    "Støtte til børn og familier",
                    "27.24",
                    25,
                ),
                law("anbringelser", "Anbringelser og plejefamilier", "27.30", 16),
                citizen("familiebehandling", "Familiebehandling", "27.24", 12),
            ],
            groups: &[
                group(
                    "udsatte-boern",
                    "Udsatte børn og unge",
                    60,
                    &["underretninger", "boerneundersoegelse", "foranstaltninger"],
                ),
                group(
                    "anbragte-boern",
                    "Anbragte børn og unge",
                    15,
                    &["boerneundersoegelse", "anbringelser"],
                ),
            ],
            teams: &[
                Team {
                    key: "modtagelsen",
                    name: "Modtagelsen",
                    tasks: &[("underretninger", &[]), ("boerneundersoegelse", &[])],
                    posts: &[
                        post(
                            "Socialrådgiver",
                            "socialraadgivere",
                            9,
                            510,
                            &["underretninger", "boerneundersoegelse"],
                        )
                        .skilled("Børnefaglige undersøgelser"),
                        post("Faglig koordinator", "fagkoordinator", 1, 560, &[]),
                        post("Administrativ medarbejder", "administration", 3, 430, &[]),
                    ],
                },
                Team {
                    key: "familieteam",
                    name: "Familieteamet",
                    tasks: &[
                        ("foranstaltninger", &["udsatte-boern"]),
                        ("familiebehandling", &[]),
                    ],
                    posts: &[
                        post(
                            "Familierådgiver",
                            "familieraadgivere",
                            9,
                            510,
                            &["foranstaltninger", "familiebehandling"],
                        ),
                        post(
                            "Familiebehandler",
                            "familiebehandlere",
                            5,
                            480,
                            &["familiebehandling"],
                        ),
                        post("Økonomimedarbejder", "oekonomimedarbejder", 1, 450, &[]),
                    ],
                },
                Team {
                    key: "anbringelsesteam",
                    name: "Anbringelsesteamet",
                    tasks: &[
                        ("anbringelser", &[]),
                        ("foranstaltninger", &["anbragte-boern"]),
                    ],
                    posts: &[
                        post(
                            "Børnerådgiver",
                            "boerneraadgivere",
                            7,
                            510,
                            &["anbringelser", "foranstaltninger"],
                        ),
                        post(
                            "Familieplejekonsulent",
                            "familieplejekonsulenter",
                            4,
                            520,
                            &["anbringelser"],
                        )
                        .skilled("Plejefamilier"),
                    ],
                },
            ],
        },
        Department {
            key: "ppr",
            name: "Pædagogisk Psykologisk Rådgivning",
            head: "PPR-chef",
            purpose: "Alle børn med i fællesskabet",
            house: House::Families,
            tasks: &[
                law(
                    "ppr-vurdering",
                    "Pædagogisk-psykologisk vurdering",
                    "17.03",
                    35,
                ),
                law("talehoere", "Tale-hørelærernes arbejde", "17.03", 40),
                citizen("inklusion", "Vejledning om inklusion", "17.03", 0),
            ],
            groups: &[group(
                "saerlige-behov",
                "Børn med særlige behov",
                45,
                &["ppr-vurdering", "talehoere"],
            )],
            teams: &[
                Team {
                    key: "psykologteam",
                    name: "Psykologteamet",
                    tasks: &[("ppr-vurdering", &[]), ("inklusion", &[])],
                    posts: &[
                        post(
                            "Psykolog",
                            "psykologer",
                            8,
                            600,
                            &["ppr-vurdering", "inklusion"],
                        )
                        .skilled("Børnepsykologi"),
                        post(
                            "Inklusionskonsulent",
                            "inklusionskonsulenter",
                            3,
                            520,
                            &["inklusion"],
                        ),
                    ],
                },
                Team {
                    key: "talehoereteam",
                    name: "Tale-høreteamet",
                    tasks: &[("talehoere", &[])],
                    posts: &[
                        post("Tale-hørelærer", "talehoerelaerere", 7, 520, &["talehoere"]),
                        post("Audiologopæd", "audiologopaeder", 3, 510, &["talehoere"]),
                    ],
                },
            ],
        },
        Department {
            key: "sundhedsplejen",
            name: "Sundhedsplejen og Tandplejen",
            head: "Leder af børnesundhed",
            purpose: "En sund start for alle børn",
            house: House::Health,
            tasks: &[
                law("sundhedspleje", "Sundhedspleje", "29.15", 90),
                law("tandpleje", "Børne- og ungdomstandpleje", "29.12", 0),
            ],
            groups: &[group(
                "nyfoedte",
                "Nyfødte og deres forældre",
                30,
                &["sundhedspleje"],
            )],
            teams: &[
                Team {
                    key: "sundhedsplejersker",
                    name: "Sundhedsplejerskerne",
                    tasks: &[("sundhedspleje", &[])],
                    posts: &[
                        post(
                            "Sundhedsplejerske",
                            "sundhedsplejersker",
                            10,
                            520,
                            &["sundhedspleje"],
                        ),
                        post("Lægesekretær", "laegesekretaer", 1, 430, &[]),
                    ],
                },
                Team {
                    key: "tandklinikken",
                    name: "Tandklinikken",
                    tasks: &[("tandpleje", &[])],
                    posts: &[
                        post("Tandlæge", "tandlaeger", 5, 700, &["tandpleje"]),
                        post(
                            "Klinikassistent",
                            "klinikassistenter",
                            8,
                            420,
                            &["tandpleje"],
                        ),
                        post("Tandplejer", "tandplejere", 3, 460, &["tandpleje"]),
                    ],
                },
            ],
        },
    ],
    institutions: &[
        Institution {
            key: "dagtilbud",
            name: "Dagtilbud",
            head: "Dagtilbudschef",
            called: ("Børnehuset ", ""),
            unit_type: "dagtilbud",
            leader: "Pædagogisk leder",
            task: law("dagtilbud", "Pasning og læring i dagtilbud", "28.06", 0),
            extra: citizen("legestue", "Legestue for hjemmepassede børn", "28.06", 0),
            group: group("boern-0-5", "Børn i dagtilbud", 150, &["dagtilbud"]),
            posts: &[
                post("Pædagog", "paedagoger", 9, 450, &["dagtilbud"]),
                post("Pædagogmedhjælper", "medhjaelpere", 6, 360, &["dagtilbud"]),
                post(
                    "Pædagogisk assistent",
                    "assistenter",
                    3,
                    400,
                    &["dagtilbud", "legestue"],
                ),
                post("Køkkenmedarbejder", "koekken", 2, 370, &[]),
            ],
            teams: &[],
        },
        Institution {
            key: "skoler",
            name: "Skoler",
            head: "Skolechef",
            called: ("", "skolen"),
            unit_type: "skole",
            leader: "Skoleleder",
            task: law("undervisning", "Folkeskolens undervisning", "17.02", 0),
            extra: citizen("lektiecafe", "Lektiecafé", "17.02", 0),
            group: group("elever", "Elever i folkeskolen", 400, &["undervisning"]),
            posts: &[
                post("Lærer", "laerere", 13, 520, &["undervisning"]),
                post("Pædagog", "paedagoger", 4, 450, &["undervisning"]),
                post(
                    "Lærervikar",
                    "laerervikarer",
                    3,
                    380,
                    &["undervisning", "lektiecafe"],
                ),
            ],
            teams: &["Indskolingen", "Mellemtrinnet", "Udskolingen"],
        },
    ],
};
