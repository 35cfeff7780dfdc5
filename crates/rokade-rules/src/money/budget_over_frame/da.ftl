title = Budgetter, der er større end rammen
message = Budgetterne i enhederne under { $unit } { $certainty ->
    [certain] løber op i { $total }
   *[possible] løber måske op i mere, end der er: { $total }
  } om året, og rammen er { $frame }{ $certainty ->
    [certain]{": "}{ $over } for meget
   *[possible] {""}
  }. { $budgets }.
help = Fordel rammen på ny, eller skriv i `budget`, hvad den er blevet. En enheds `budget` gælder for alt under den.
label = rammen
label-part = heraf { $budget }
not-judged = Om budgetterne under { $units } holder sig inden for rammen, kan ikke afgøres: Nogle af beløbene kendes ikke. Skriv hver enheds `budget`.
