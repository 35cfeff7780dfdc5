title = Henvisninger til noget, der ikke findes
message = { $where ->
    [entity] { $entity } henviser under `{ $key }` til
   *[file] `{ $key }` henviser til
  } { $kind ->
    [unit] enheden
    [staff] stillingen
    [function] opgaven
    [site] adressen
    [target_group] målgruppen
    [co_location] samlokaliseringen
    [competence] kompetencen
    [body] udvalget
    [step] trinnet
    [event] ændringen
   *[other] noget ved navn
  } `{ $id }`, som ikke findes.
help = Ret id'et, eller tilføj det under `{ $section }`{ $can_end ->
    [yes] . Er det noget, der er ophørt, så skriv det under `ended`
   *[no] {""}
  }.
help-nearest = Mente du `{ $nearest }`? Ellers tilføj `{ $id }` under `{ $section }`.
help-word = Mente du `{ $nearest }`? Det er formatets ord for det.
message-base = Forslaget kan ikke gennemføres: { $why ->
    [missing] `{ $path }` findes ikke eller kan ikke læses.
    [loop] Det bygger på sig selv gennem `{ $path }`.
    [hearing] `{ $path }` er en høring og ikke et diagram.
    [no-chart] Mappen `{ $path }` indeholder ikke noget diagram.
   *[several-charts] Mappen `{ $path }` indeholder flere diagrammer.
  }
help-base = { $why ->
    [missing] Skriv under `base` filen eller mappen med det diagram, forslaget ændrer. Stien regnes fra forslagets egen mappe.
    [loop] Skriv under `base` det diagram eller forslag, der var der først.
    [hearing] Skriv under `base` det diagram eller forslag, høringen handlede om.
    [no-chart] Læg diagrammet i mappen, eller peg på en anden fil eller mappe.
   *[several-charts] Peg på en af filerne i mappen.
  }
message-proposal = Det, høringen nævner, kunne ikke slås op i det forslag, den svarer på: { $why ->
    [missing] `{ $path }` findes ikke eller kan ikke læses.
    [hearing] `{ $path }` er selv en høring.
    [no-chart] Mappen `{ $path }` indeholder ikke noget diagram.
    [several-charts] Mappen `{ $path }` indeholder flere diagrammer.
   *[unread] `{ $path }` har fejl og kunne ikke læses til ende.
  }
help-proposal = { $why ->
    [missing] Skriv forslagets fil under `proposal`. Stien regnes fra høringens egen mappe.
    [hearing] Skriv under `proposal` det forslag, begge høringer svarer på.
    [no-chart] Peg på forslagets egen fil og ikke på mappen.
    [several-charts] Peg på en af filerne i mappen.
   *[unread] Ret forslaget og det, det bygger på: `rokade check` på filen viser, hvad der er galt.
  }
message-counter-proposal = Modforslaget kan ikke læses: { $why ->
    [missing] `{ $path }` findes ikke eller kan ikke læses.
    [hearing] `{ $path }` er en høring og ikke et forslag.
    [no-chart] Mappen `{ $path }` indeholder ikke noget diagram.
    [several-charts] Mappen `{ $path }` indeholder flere diagrammer.
   *[unread] `{ $path }` har fejl og kunne ikke læses til ende.
  }
help-counter-proposal = { $why ->
    [missing] Skriv modforslagets fil under `counter_proposal`. Stien regnes fra høringens egen mappe.
    [hearing] Skriv under `counter_proposal` selve forslaget og ikke en høring.
    [no-chart] Peg på modforslagets egen fil i stedet for mappen.
    [several-charts] Peg på den af filerne i mappen, der er modforslaget.
   *[unread] Ret modforslaget og det, det bygger på: `rokade check` på filen viser, hvad der er galt.
  }
not-judged-proposal = { $file } siger ikke, hvilket forslag den svarer på, så det, den nævner, kunne ikke slås op. Tilføj `proposal:`, eller tag høringen med i en sammenligning: `rokade diff … --hearing`.
label = { $why ->
    [reference] findes ikke
    [missing] kan ikke læses
    [unread] kan ikke læses til ende
    [loop] bygger på forslaget selv
    [hearing] er en høring
    [no-chart] uden diagram
   *[several-charts] flere diagrammer
  }
