title = Udvalg, der ikke bliver hørt
message = { $body } repræsenterer { $units }, { $affected ->
    [posts] hvor { $posts ->
        [one] 1 stilling
       *[other] { $posts } stillinger
      } berøres
   *[units] som ændringen berører
  }, men { $certainty ->
    [certain] bliver hverken hørt eller inddraget i en drøftelse
   *[possible] bliver måske hverken hørt eller inddraget i en drøftelse
  } før beslutningen{ $decision ->
    [known] {" "}({ $decided })
   *[unknown] {""}
  }.
help = Hør udvalget før beslutningen: et trin af typen `hearing` eller `discussion` med det, så tidligt, at svaret kan nå at få betydning.
label = repræsenterer disse enheder
label-late = en drøftelse på dagen for beslutningen eller senere
label-decision = beslutningen træffes { $decided }
not-judged = Om { $bodies } bliver hørt, kan ikke afgøres: Skriv i forslaget, hvordan det høres og besluttes (`process`).
