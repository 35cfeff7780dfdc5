title = Spørgsmål uden svar
message = { $members ->
    [one] Et spørgsmål fra { $from } er ikke besvaret
   *[other] { $members } spørgsmål fra { $from } er ikke besvaret
  }: { $questions }.
help = Skriv svaret, og hvem der gav det (`answer`, `answered_by`), eller hvad der blev besluttet på grund af det (`decision`).
label = { $asker ->
    [other] stillet af { $asked_by } og ikke besvaret
   *[sender] ikke besvaret
  }
