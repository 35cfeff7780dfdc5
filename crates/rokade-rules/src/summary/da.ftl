### Sammenfatninger. Værdier: antal og mængder; `posts` kan være et interval som tekst.

incomplete = Ikke alt kunne læses, så dette er ikke hele billedet: { $errors ->
    [one] 1 fejl
   *[other] { $errors } fejl
  } indtil videre.
strangers = De to diagrammer passer ikke sammen, så meget er ikke bedømt: Se, om det er de rigtige filer.
check-clean = Ingen fund: alt er i orden, så vidt det fremgår af filerne.
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
unit-closed = { $units ->
    [one] 1 enhed
   *[other] { $units } enheder
  } lukkes
unit-joined = { $units ->
    [one] 1 enhed
   *[other] { $units } enheder
  } lægges sammen eller deles
unit-moved = { $units ->
    [one] 1 enhed
   *[other] { $units } enheder
  } flyttes
unit-founded = { $units ->
    [one] 1 enhed
   *[other] { $units } enheder
  } oprettes
what-changes = Det ændres: { $units_count ->
    [0] Ingen enheder lukkes, lægges sammen, deles, flyttes eller oprettes
   *[other] { $units }
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
hangs = Det hænger i luften: { $things }.
hangs-functions = ingen har ansvaret for { $functions }
hangs-posts = { $posts ->
    [one] 1 stilling er ikke placeret
   *[other] { $posts } stillinger er ikke placeret
  }
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
# Linjer om enheder: { $things } er navne, som regel med en oplysning i parentes fra `note-*` nedenfor.
line-unit-closed = Lukkes: { $things }.
line-unit-merged = Lægges sammen med andre: { $things }.
line-unit-split = Deles: { $things }.
line-unit-renamed = Omdøbt: { $things }.
line-unit-founded = Nye enheder: { $things }.
line-function-divided = Deles i flere opgaver: { $things }.
line-function-absorbed = Optages i andre opgaver: { $things }.
line-site-renamed = Adresser med nyt navn: { $things }.
line-staff-renamed = Stillinger med ny titel: { $things }.
line-function-renamed = Opgaver med nyt navn: { $things }.
line-target-group-renamed = Målgrupper med nyt navn: { $things }.
line-respelt = Kun stavet anderledes: { $things }.
line-new-ids = Nye id'er: { $kinds }{ $declared ->
    [0] { $ways_count ->
        [0] {""}
       *[other] {" "}(genkendt på { $ways })
      }
   *[other] { $ways_count ->
        [0] {" "}(oplyst i diagrammet)
       *[other] {" "}(oplyst i diagrammet eller genkendt på { $ways })
      }
  }.
way-affix = id
way-identifiers = numre
way-name = navn
way-purpose = formål
way-contents = indhold
count-site = { $n ->
    [one] 1 adresse
   *[other] { $n } adresser
  }
count-unit = { $n ->
    [one] 1 enhed
   *[other] { $n } enheder
  }
count-staff = { $n ->
    [one] 1 medarbejdergruppe
   *[other] { $n } medarbejdergrupper
  }
count-function = { $n ->
    [one] 1 opgave
   *[other] { $n } opgaver
  }
count-target-group = { $n ->
    [one] 1 målgruppe
   *[other] { $n } målgrupper
  }
part = { $n } af { $of } { $of ->
    [one] { $kind ->
        [functions] opgave
        [posts] stilling
       *[units] enhed
      }
   *[other] { $kind ->
        [functions] opgaver
        [posts] stillinger
       *[units] enheder
      }
  }
note-follow = { $part } følger med
note-nowhere = { $part } forsvinder med den
note-to = { $part } går til { $unit }
note-also-to = { $n } går til { $unit }
note-more-to = { $n } til { $unit }
note-from = { $part } kommer fra { $unit }
note-more-from = { $n } fra { $unit }
note-affix = genkendt på id'et
note-identifiers = { $shared } af { $of } { $of ->
    [one] nummer
   *[other] numre
  } går igen
note-name = genkendt på navnet
note-purpose = samme formål
line-function-founded = Nye opgaver: { $things }.
line-site-closed = Adresser, der ikke længere er med: { $things }.
line-site-opened = Nye adresser: { $things }.

# Ved den ændring i forslaget, der er årsag til et fund.
caused-by = { $action ->
    [establish] { $causes ->
        [one] oprettelsen er årsagen
       *[other] oprettelsen er en af årsagerne
    }
    [move] { $causes ->
        [one] flytningen er årsagen
       *[other] flytningen er en af årsagerne
    }
    [relocate] { $causes ->
        [one] flytningen til en anden adresse er årsagen
       *[other] flytningen til en anden adresse er en af årsagerne
    }
    [assign] { $causes ->
        [one] tildelingen er årsagen
       *[other] tildelingen er en af årsagerne
    }
    [merge] { $causes ->
        [one] sammenlægningen er årsagen
       *[other] sammenlægningen er en af årsagerne
    }
    [split] { $causes ->
        [one] opdelingen er årsagen
       *[other] opdelingen er en af årsagerne
    }
    [rename] { $causes ->
        [one] omdøbningen er årsagen
       *[other] omdøbningen er en af årsagerne
    }
    [appoint] { $causes ->
        [one] udnævnelsen er årsagen
       *[other] udnævnelsen er en af årsagerne
    }
    [recruit] { $causes ->
        [one] ansættelsen er årsagen
       *[other] ansættelsen er en af årsagerne
    }
    [reduce] { $causes ->
        [one] nedskæringen er årsagen
       *[other] nedskæringen er en af årsagerne
    }
    [discontinue] { $causes ->
        [one] ophøret er årsagen
       *[other] ophøret er en af årsagerne
    }
    [close] { $causes ->
        [one] nedlæggelsen er årsagen
       *[other] nedlæggelsen er en af årsagerne
    }
   *[other] { $causes ->
        [one] det her er årsagen
       *[other] det her er en af årsagerne
    }
}
