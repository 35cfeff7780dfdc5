title = Beslutninger længere fra borgeren
message = Beslutninger om { $functions } træffes længere fra dem, der møder borgeren: { $levels } led oppe, af { $decided_by ->
    [performers] dem, der løser opgaven
    [head] lederen af { $decides }
   *[post] { $decides }
  }. I dag træffes de { $levels_before ->
    [0] af dem selv
   *[other] { $levels_before } led oppe, af { decided-today }
  }.{ $staff_count ->
    [0] {""}
   *[other] {" "}Det gælder { $posts ->
        [one] 1 stilling
       *[other] { $posts } stillinger
      }: { $staff }.
  }
decided-today = { $was_decided_by ->
    [performers] dem, der løser opgaven
    [head] { $decided_count ->
        [one] lederen
       *[other] lederne
      } af { $decided }
   *[post] { $decided }
  }
help = Lad dem, der møder borgeren, afgøre det, de kan (`decided_by: performers`), eller skriv, hvilke sager der skal opad, og hvor længe borgeren venter.
label-revision = fremover { $levels } led oppe
label-base = i dag { $levels_before ->
    [0] hos dem selv
   *[other] { $levels_before } led oppe
  }
