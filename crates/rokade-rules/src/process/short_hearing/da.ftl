title = Høringer, der er for korte
message = { $certainty ->
    [certain] { $hearings_count ->
        [one] En høring varer
       *[other] { $hearings_count } høringer varer
      } kun { $days ->
        [one] 1 dag
       *[other] { $days } dage
      }
   *[possible] { $hearings_count ->
        [one] En høring varer
       *[other] { $hearings_count } høringer varer
      } måske under { $limit } dage ({ $days })
  }: { $hearings }, fra { $from } til { $to }. { $certainty ->
    [certain] Der bør være mindst { $limit }.
   *[possible] Hvor længe afhænger af de dage, der ikke er oplyst.
  }
help = Lad den løbe længere, så de, der høres, kan nå at mødes og svare, eller sæt `hearing.min_days`, hvis en anden frist er aftalt.
label = { $days ->
    [one] 1 dag
   *[other] { $days } dage
  }
