title = Kompetencer, som ingen har længere
message = { $certainty ->
    [possible] Måske har ingen
   *[certain] Ingen har
  } længere { $competences }. I dag har { $posts ->
    [one] 1 stilling
   *[other] { $posts } stillinger
  } { $competences_count ->
    [one] kompetencen
   *[other] kompetencerne
  }: { $staff }.
help = Skriv, hvem der skal have kompetencen, og hvordan den gives videre, inden de stopper: oplæring, ansættelse eller en aftale med andre.
label = { $certainty ->
    [possible] bagefter har måske ingen den
   *[certain] bagefter har ingen den
  }
label-base = har den i dag
not-judged = Forslaget siger ikke, hvem der har { $competences }: Skriv `competences` ved medarbejderne.
