title = Opgaver, ingen har ansvaret for
message = Ingen har ansvaret for { $functions }{ scope }{ $certainty ->
    [possible] , så vidt forslaget siger
   *[certain] {""}
  }: { $cause ->
    [unit-closed] { $units } lukker
    [unit-merged] { $units } lægges sammen med andre
    [unit-split] { $units } deles
   *[other] { $units } har det ikke længere
  }.{ $possible_functions_count ->
    [0] {""}
   *[other] {" "}For { $possible_functions } er det kun muligt: Intet i forslaget siger, om der stadig er brug for { $possible_functions_count ->
        [one] opgaven
       *[other] opgaverne
      }.
  }{ $undecided_functions_count ->
    [0] {""}
   *[other] {" "}Det er ikke afgjort, hvem der får ansvaret for { $undecided_functions }.
  }{ $staff_count ->
    [0] {""}
   *[other] {" "}Udføres i dag af { $staff }.
  }
alone = Ingen har ansvaret for { $functions }{ scope }, { $reason ->
    [left-hanging] fordi det ikke er afgjort, hvem der får det
    [performed] selv om medarbejdere udfører opgaven
    [needed-at] selv om der er brug for opgaven dér
    [needed-by] selv om andre har brug for opgaven dér
    [pathway] selv om opgaven er et trin i borgernes forløb
    [required-in] selv om hver enhed af en bestemt slags skal have opgaven
   *[statutory] selv om opgaven er lovpligtig
  }.
hanging = Ingen har ansvaret for { $functions }{ scope }: { $units }, der havde det, er lukket.
help = Skriv, hvem der overtager: Giv opgaven en ansvarlig enhed (`responsible`) i forslaget, eller lad den ophøre med vilje under `ended` med en begrundelse.
help-alone = Giv opgaven en ansvarlig enhed (`responsible`) her.
help-hanging = Giv opgaven en ny ansvarlig enhed (`responsible`), eller lad den ophøre med vilje under `ended` med en begrundelse.
label-base = har ansvaret i dag
label-revision = her har ingen ansvaret{ $reason ->
    [left-hanging] : en lukket enhed havde det, eller det er ikke afgjort
    [performed] , men medarbejdere udfører opgaven
    [needed-at] , men der er brug for opgaven (`needed_at`)
    [needed-by] , men andre har brug for opgaven (`needed_by`)
    [pathway] , men opgaven er et trin i borgernes forløb
    [required-in] , men hver enhed af en bestemt slags skal have opgaven (`required_in`)
    [statutory] , men opgaven er lovpligtig
   *[none] {""}
  }
label-needed = der er brug for opgaven, og ingen har ansvaret

# En del af sætningerne ovenfor.
scope = { $sites_are ->
    [all] {" "}på { $sites }
   *[other] {""}
  }{ $groups_are ->
    [all] {" "}for { $groups }
   *[other] {""}
  }{ $sites_are ->
    [some] {" "}(nogle af opgaverne kun på { $sites })
   *[other] {""}
  }{ $groups_are ->
    [some] {" "}(nogle af opgaverne kun for { $groups })
   *[other] {""}
  }
