title = Opgaver med flere ansvarlige enheder
message = { $functions_count ->
    [one] { $functions } har
   *[other] { $functions_count } opgaver har
  } mere end én ansvarlig enhed{ scope }: { $units }. Der står ikke, at de deles om { $functions_count ->
    [one] opgaven
   *[other] opgaverne: { $functions }
  }.{ $staff_count ->
    [0] {""}
   *[other] {" "}Udføres af { $staff }.
  }
help = Vælg én enhed, eller fordel opgaven mellem dem efter adresse eller målgruppe. Deles de om den med vilje, så skriv `shared: true` ved hver af dem; er det kun for en tid, så undtag det med `allow` og `until`.
label = har ansvaret for det samme

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
