### Sammenfatninger. Værdier: antal og mængder; `posts` kan være et interval som tekst.

incomplete = Ikke alt kunne læses, så dette er ikke hele billedet: { $errors ->
    [one] 1 fejl
   *[other] { $errors } fejl
  } indtil videre.
strangers = De to diagrammer kan ikke følges ad, så meget er ikke bedømt: Se, om det er de rigtige filer.
check-clean = Ingen fund: diagrammet er i orden, så langt det rækker.
check-found = { $errors ->
    [0] Ingen fejl
   *[other] { $errors } fejl
  }, { $warnings ->
    [0] ingen advarsler
    [one] 1 advarsel
   *[other] { $warnings } advarsler
  }, { $notes ->
    [0] ingen bemærkninger
    [one] 1 bemærkning
   *[other] { $notes } bemærkninger
  }.
nothing-changes = De to diagrammer siger det samme: Intet ændres.
what-changes = Det ændres: { $closed ->
    [0] Ingen enheder lukkes
    [one] 1 enhed lukkes
   *[other] { $closed } enheder lukkes
  }, { $joined ->
    [0] ingen lægges sammen eller deles
    [one] 1 lægges sammen eller deles
   *[other] { $joined } lægges sammen eller deles
  }, og { $moved ->
    [0] ingen flyttes
    [one] 1 flyttes
   *[other] { $moved } flyttes
  }. { $posts ->
    [0] Ingen
   *[other] { $posts_start }
  } af { $all_posts ->
    [one] 1 stilling
   *[other] { $all_posts } stillinger
  } og { $functions ->
    [0] ingen
   *[other] { $functions }
  } af { $all_functions ->
    [one] 1 opgave
   *[other] { $all_functions } opgaver
  } får et nyt sted at høre til.
hangs-nothing = Intet hænger i luften.
hangs-functions = Det hænger i luften: Ingen har ansvaret for { $functions }.
hangs-posts = Det hænger i luften: { $posts ->
    [one] 1 stilling er ikke placeret
   *[other] { $posts } stillinger er ikke placeret
  }.
hangs-both = Det hænger i luften: Ingen har ansvaret for { $functions }, og { $posts ->
    [one] 1 stilling er ikke placeret
   *[other] { $posts } stillinger er ikke placeret
  }.
weigh-nothing = Der er ingen advarsler at tage stilling til.
weigh = Det skal der tages stilling til: { $warnings ->
    [one] 1 advarsel
   *[other] { $warnings } advarsler
  } ({ $titles }).
allow-undated = En `allow` udløber på en dato, men intet siger, hvilken dag det er: Tilføj `as_of` i diagrammet, eller brug `--on`.
balance-functions = { $all ->
    [one] 1 opgave
   *[other] { $all } opgaver
  }: { $stayed } bliver{ $moved ->
    [0] {""}
   *[other] , { $moved } flyttes
  }{ $split ->
    [0] {""}
   *[other] , { $split } deles
  }{ $absorbed ->
    [0] {""}
   *[other] , { $absorbed } optages i andre
  }{ $ended ->
    [0] {""}
   *[other] , { $ended } ophører
  }{ $unassigned ->
    [0] {""}
   *[other] , { $unassigned } uden ansvarlig
  }{ $absent ->
    [0] {""}
   *[other] , { $absent } nævnes ikke
  }.
balance-posts = { $all ->
    [one] 1 stilling
   *[other] { $all_start } stillinger
  }: { $stayed } bliver{ $moved ->
    [0] {""}
   *[other] , { $moved } flyttes
  }{ $ended ->
    [0] {""}
   *[other] , { $ended } nedlægges
  }{ $unplaced ->
    [0] {""}
   *[other] , { $unplaced } uden plads
  }.
line-unit-closed = Lukkes: { $things }.
line-unit-merged = Lægges sammen med andre: { $things }.
line-unit-split = Deles: { $things }.
line-unit-renamed = Får nyt navn eller id: { $things }.
line-unit-founded = Nye enheder: { $things }.
line-function-founded = Nye opgaver: { $things }.
line-site-closed = Steder, der ikke længere er med: { $things }.
line-site-opened = Nye steder: { $things }.
