title = Opgaver, som ingen udfører dér, hvor ansvaret ligger
message = { $certainty ->
    [certain] Ingen hos { $units } udfører
   *[possible] Det er muligt, at ingen hos { $units } udfører
  } { $members ->
    [one] { $functions }
   *[other] { $members } opgaver
  }{ scope }{ $members ->
    [one] .
   *[other] : { $functions }.
  }{ $unfilled_count ->
    [0] {""}
   *[other] {" "}Stillingerne dér er ikke besat: { $unfilled }.
  }{ $perhaps_count ->
    [0] {""}
   *[other] {" "}Måske er der ingen i stillingerne dér: { $perhaps }.
  }{ $because ->
    [unstated] {" "}Der står ikke, hvad alle medarbejdere dér udfører.
   *[other] {""}
  }{ $staff_count ->
    [0] {""}
   *[other] {" "}{ $certainty ->
        [certain] { $members ->
            [one] Opgaven
           *[other] Opgaverne
          } udføres kun
       *[possible] Ellers udføres { $members ->
            [one] opgaven
           *[other] opgaverne
          }
      } andre steder eller for andre borgere: { $staff }.
  }
help = Lad medarbejdere følge med, eller skriv, hvilke stillinger der udfører opgaven dér (`performs`); eller giv ansvaret til den enhed, der har medarbejderne.
label = har ansvaret, men ingen udfører opgaven her
not-judged = Om nogen udfører { $functions } dér, hvor ansvaret ligger, kan ikke afgøres: Skriv under `performs`, hvad medarbejderne i de ansvarlige enheder laver.

# En del af sætningen ovenfor.
scope = { $sites_are ->
    [all] {" "}på { $sites }
   *[other] {""}
  }{ $groups_are ->
    [all] {" "}for { $groups }
   *[other] {""}
  }{ $sites_are ->
    [some] {" "}(noget af det kun på { $sites })
   *[other] {""}
  }{ $groups_are ->
    [some] {" "}(noget af det kun for { $groups })
   *[other] {""}
  }
