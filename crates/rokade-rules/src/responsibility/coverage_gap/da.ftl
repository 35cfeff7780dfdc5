title = Opgaver, der mangler, hvor alle enheder af slagsen skal have dem
message = { $groups_are ->
    [other] { $places }
   *[same] { $units }
  } mangler { $certainty ->
    [certain] {""}
   *[possible] måske{" "}
  }{ $functions }{ $groups_are ->
    [same] {" "}for { $groups }
   *[other] {""}
  }. Alle enheder af typen { $types } skal have { $functions_count ->
    [one] opgaven
   *[other] opgaverne
  }{ $groups_are ->
    [none] {""}
   *[other] {" "}for de målgrupper, de har
  }.
help = Giv enheden ansvaret, eller skriv, hvilke af dens medarbejdere der udfører opgaven for disse borgere (`performs`, `for`). Skal ikke alle enheder af typen have opgaven, så tag typen ud af `required_in`, eller undtag det med `allow` på enheden og en begrundelse.
label = her mangler { $functions }
label-required = skal være i alle enheder af typen
not-judged = Om { $functions } findes alle de steder, hvor { $functions_count ->
    [one] opgaven
   *[other] opgaverne
  } skal være, kan ikke afgøres: Ingen enhed er af typen »{ $type }«. Skriv typen på enhederne, eller ret `required_in`.
