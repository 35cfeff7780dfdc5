title = Ændringer, der ikke kan gennemføres
message = { $action ->
    [establish] Oprettelsen
    [move] Flytningen
    [relocate] Flytningen til en anden adresse
    [assign] Tildelingen
    [merge] Sammenlægningen
    [split] Opdelingen
    [rename] Omdøbningen
    [appoint] Udnævnelsen
    [recruit] Ansættelsen
    [reduce] Nedskæringen
    [discontinue] Ophøret
    [close] Nedlæggelsen
   *[none] En ændring
  } ({ $event ->
    [number] ændring nr. { $number }
   *[id] `{ $id }`
  }) kan ikke gennemføres: { $why ->
    [no-action] Det står ikke, hvad der skal ske.
    [several-actions] Der står flere ting, der skal ske: { $keys }.
    [incomplete] { $keys_count ->
        [one] { $keys } mangler.
       *[other] En af nøglerne { $keys } mangler.
      }
    [unfit] `{ $key }` passer ikke med resten af ændringen.
    [unknown] { $kind ->
        [unit] Enheden
        [staff] Stillingen
        [function] Opgaven
        [site] Adressen
        [target_group] Målgruppen
        [co_location] Samlokaliseringen
        [interface] Snitfladen
        [competence] Kompetencen
        [body] Udvalget
        [premise] Forudsætningen
        [open] Den åbne beslutning
        [commitment] Tilsagnet
       *[step] Trinnet
      } `{ $thing_id }` findes ikke, når turen kommer til ændringen.
    [ended] { $thing } er ophørt, før turen kommer til ændringen.
    [exists] Id'et `{ $thing_id }` er brugt: { $kind ->
        [unit] En enhed
        [staff] En stilling
        [function] En opgave
        [site] En adresse
        [target_group] En målgruppe
        [co_location] En samlokalisering
        [interface] En snitflade
        [competence] En kompetence
        [body] Et udvalg
        [premise] En forudsætning
        [open] En åben beslutning
        [commitment] Et tilsagn
       *[step] Et trin
      } har det allerede.
    [too-many] Der tages { $what ->
        [cases] { $taken ->
            [one] 1 sag
           *[other] { $taken } sager
          } fra { $thing }, men der er kun { $has }.
       *[posts] { $taken ->
            [one] 1 stilling
           *[other] { $taken } stillinger
          } fra { $thing }, men der er kun { $has }.
      }
    [parent-circle] { $way ->
        [itself] { $unit } kan ikke stå under sig selv.
       *[below] { $unit } kan ikke komme til at stå under { $under }, som selv står under { $unit }.
      }
   *[not-held] { $unit } har ikke ansvaret for den del af { $function }, som skal flyttes.
  }
help = { $why ->
    [no-action] Skriv, hvad der skal ske, fx `move: {"{"} staff: raadgivere, to: jobcenter {"}"}`, eller slet ændringen.
    [several-actions] Skriv hver ting som sin egen ændring, i den rækkefølge de skal ske.
    [incomplete] { $keys_count ->
        [one] Tilføj den.
       *[other] { $action ->
            [rename] Skriv den ene af dem, eller begge.
            [assign] Skriv mindst én af dem.
           *[other] Skriv netop én af dem.
        }
      }
    [unfit] Slet nøglen, eller skriv den i en ændring for sig.
    [unknown] Ret id'et, eller opret tingen i en tidligere ændring. Resten af ændringerne er gennemført.
    [ended] Flyt ændringen op før den, der bringer tingen til ophør, eller slet den. Resten af ændringerne er gennemført.
    [exists] Vælg et andet id. Resten af ændringerne er gennemført.
    [too-many] Ret antallet. Skal alle med, så udelad det. Resten af ændringerne er gennemført.
    [parent-circle] Vælg en anden enhed, eller flyt først den enhed ud, der står nedenunder. Resten af ændringerne er gennemført.
   *[not-held] Ret `from`, `for` eller `at`, eller udelad `from`: Så tages opgaven fra den, der har den. Resten af ændringerne er gennemført.
  }
help-nearest = Mente du `{ $nearest }`? Ellers opret tingen i en tidligere ændring. Resten af ændringerne er gennemført.
label = { $why ->
    [no-action] her sker ingenting
    [several-actions] flere ting på én gang
    [incomplete] noget mangler her
    [unfit] hører ikke til her
    [unknown] findes ikke her
    [ended] er ophørt
    [exists] er brugt
    [too-many] flere, end der er
    [parent-circle] giver en ring
   *[not-held] har ikke ansvaret
  }
