//! Culture and leisure.

use super::{Branch, Department, House, Team, citizen, law, post, support};

pub(super) static CULTURE: Branch = Branch {
    key: "kultur-og-fritid",
    name: "Kultur og Fritid",
    committee: "Kultur- og Fritidsudvalget",
    departments: &[
        Department {
            key: "bibliotek",
            name: "Biblioteket",
            head: "Bibliotekschef",
            purpose: "Viden og kultur for alle",
            house: House::Culture,
            tasks: &[
                law("udlaan", "Udlån og formidling", "21.00", 0),
                citizen("laeselyst", "Læselyst for børn", "21.00", 0),
                support("bogindkoeb", "Indkøb af materialer", "21.01"),
            ],
            groups: &[],
            teams: &[
                Team {
                    key: "udlaanet",
                    name: "Udlånet",
                    tasks: &[("udlaan", &[]), ("bogindkoeb", &[])],
                    posts: &[
                        post(
                            "Bibliotekar",
                            "bibliotekarer",
                            7,
                            480,
                            &["udlaan", "bogindkoeb"],
                        ),
                        post(
                            "Biblioteksassistent",
                            "biblioteksassistenter",
                            6,
                            410,
                            &["udlaan"],
                        ),
                    ],
                },
                Team {
                    key: "boerneformidlingen",
                    name: "Børneformidlingen",
                    tasks: &[("laeselyst", &[])],
                    posts: &[
                        post(
                            "Børnebibliotekar",
                            "boernebibliotekarer",
                            4,
                            480,
                            &["laeselyst"],
                        ),
                        post(
                            "Kulturformidler",
                            "kulturformidlere",
                            2,
                            470,
                            &["laeselyst"],
                        ),
                    ],
                },
            ],
        },
        Department {
            key: "idraet",
            name: "Idræt og Foreninger",
            head: "Fritidschef",
            purpose: "Flere aktive i foreninger",
            house: House::Culture,
            tasks: &[
                law("folkeoplysning", "Folkeoplysning og lokaler", "18.20", 0),
                citizen("haller", "Drift af haller og svømmehaller", "04.08", 0),
            ],
            groups: &[],
            teams: &[
                Team {
                    key: "haldriften",
                    name: "Haldriften",
                    tasks: &[("haller", &[])],
                    posts: &[
                        post("Halassistent", "halassistenter", 8, 400, &["haller"]),
                        post("Livredder", "livreddere", 5, 370, &["haller"]),
                    ],
                },
                Team {
                    key: "foreningsteam",
                    name: "Foreningsteamet",
                    tasks: &[("folkeoplysning", &[])],
                    posts: &[
                        post(
                            "Fritidskonsulent",
                            "fritidskonsulenter",
                            4,
                            500,
                            &["folkeoplysning"],
                        ),
                        post("Administrativ medarbejder", "administration", 2, 430, &[]),
                    ],
                },
            ],
        },
        Department {
            key: "musikskolen",
            name: "Musik- og Kulturskolen",
            head: "Kulturskoleleder",
            purpose: "Børn møder musikken",
            house: House::Culture,
            tasks: &[citizen(
                "musikundervisning",
                "Musikundervisning",
                "18.10",
                0,
            )],
            groups: &[],
            teams: &[Team {
                key: "solohold",
                name: "Instrumentalundervisningen",
                tasks: &[("musikundervisning", &[])],
                posts: &[
                    post(
                        "Musiklærer",
                        "musiklaerere",
                        10,
                        470,
                        &["musikundervisning"],
                    ),
                    post("Kormester", "kormester", 1, 480, &["musikundervisning"]),
                    post("Sekretær", "sekretaer", 1, 420, &[]),
                ],
            }],
        },
    ],
    institutions: &[],
};
