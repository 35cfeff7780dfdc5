title = Sager uden en enhed
message = { $certainty ->
    [certain] { $cases ->
        [one] 1 sag ligger
       *[other] { $cases_start } sager ligger
      } herefter ikke hos nogen enhed
   *[possible] { $bound ->
        [known] Op til { $most } sager
       *[open] Et ukendt antal sager
      } ligger måske ikke hos nogen enhed herefter
  }: { $functions_count ->
    [one] { $of }
   *[other] { $functions }
  }.{ $units_count ->
    [0] {""}
   *[other] {" "}I dag ligger de hos { $units }.
  }
help = Skriv, hvor mange af sagerne hver enhed får (`cases`), og hvem der har dem, indtil de er fordelt.
label-now = her ligger ikke alle sagerne hos en enhed
label-before = sagerne i dag
not-judged = Om alle sager i { $functions } er fordelt, kan ikke afgøres: Skriv, hvor mange hver enhed får (`cases`).
