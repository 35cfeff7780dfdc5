title = Medarbejdere, der får sent besked
message = { $certainty ->
    [certain] Medarbejderne får først besked om deres plads, når ændringen er trådt i kraft
   *[possible] Medarbejderne får måske først besked om deres plads, når ændringen er trådt i kraft
  } ({ $effective }): { $deadline ->
    [all] Alle skal have besked senest { $by }
    [each] De skal have besked i { $organizations }
   *[none] { $steps }
  }.
message-unequal = { $certainty ->
    [certain] Medarbejderne i den ene organisation får senere besked om deres plads end dem i den anden
   *[possible] Medarbejderne i den ene organisation får måske senere besked om deres plads end dem i den anden
  }: { $organizations }.
message-missing = Det fremgår ikke, hvornår medarbejderne får besked om deres plads, selv om { $posts ->
    [one] 1 stilling
   *[other] { $posts } stillinger
  } berøres{ $stated ->
    [unknown] : Dagen er ikke kendt
   *[none] {""}
  }.
help = Lad alle få besked, før ændringen træder i kraft (`clarified_by`), eller lad den træde i kraft senere.
help-unequal = Aftal én dag for begge organisationer, så ingen får sin egen plads at vide gennem andres.
help-missing = Skriv i processen, hvornår alle medarbejdere senest ved, hvor de skal hen (`clarified_by`).
label = skal vides senest { $date }
label-effective = træder i kraft { $effective }
label-missing = det fremgår ikke, hvornår medarbejderne senest får besked
