title = Høringer, der slutter for sent
message = { $hearings_count ->
    [one] En høring slutter
   *[other] { $hearings_count } høringer slutter
  } først på dagen for beslutningen, { $decided }, eller senere: { $hearings }. Svarene når ikke at få betydning.
help = Lad høringen slutte så tidligt, at svarene kan nå at blive læst og drøftet før beslutningen, eller flyt beslutningen.
label = slutter { $end }
label-decision = beslutningen træffes { $decided }
