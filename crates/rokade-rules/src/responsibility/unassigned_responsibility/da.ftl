title = Opgaver, ingen har ansvaret for
message = Ingen har ansvaret for { $functions }{ $sites_count ->
    [0] {""}
   *[other] {" "}på { $sites }
  }{ $groups_count ->
    [0] {""}
   *[other] {" "}for { $groups }
  }{ $certainty ->
    [possible] , så vidt forslaget siger
   *[certain] {""}
  }: { $cause ->
    [unit-closed] { $units } lukker
    [unit-merged] { $units } lægges sammen med andre
    [unit-split] { $units } deles
    [function-lineage] ingen enhed havde ansvaret før
   *[other] { $units } har det ikke længere
  }.{ $staff_count ->
    [0] {""}
   *[other] {" "}Udføres i dag af { $staff }.
  }
alone = Ingen har ansvaret for { $functions }{ $sites_count ->
    [0] {""}
   *[other] {" "}på { $sites }
  }{ $groups_count ->
    [0] {""}
   *[other] {" "}for { $groups }
  }, { $reason ->
    [left-hanging] som en lukket enhed havde, eller hvor det ikke er afgjort, hvem der har det
    [performed] som medarbejdere udfører
    [needed-at] som der er brug for dér
    [needed-by] som andre har brug for dér
    [pathway] som er et led i borgerens forløb
    [required-in] som enheder skal have
   *[statutory] som er lovpligtig
  }.
help = Skriv, hvem der overtager: Giv opgaven en ansvarlig enhed (`responsible`) i forslaget, eller lad den ophøre med vilje under `ended` med en begrundelse.
help-alone = Giv opgaven en ansvarlig enhed (`responsible`) her.
label-base = har ansvaret i dag
label-revision = her har ingen ansvaret
label-needed = der er brug for opgaven, og ingen har ansvaret
