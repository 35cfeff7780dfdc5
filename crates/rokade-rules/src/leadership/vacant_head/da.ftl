title = Enheder uden leder
message = { $units } står uden leder{ $heads_count ->
    [0] {""}
    [one] . I dag er lederen { $heads }
   *[other] . I dag er lederne { $heads }
  }.{ $unfilled_count ->
    [0] {""}
    [one] {" "}Lederstillingen { $unfilled } er ikke besat.
   *[other] {" "}Lederstillingerne { $unfilled } er ikke besat.
  }{ $waits ->
    [nobody] {""}
   *[somebody] {" "}{ $posts ->
        [one] 1 stilling
       *[other] { $posts_start } stillinger
      } mangler en nærmeste leder{ $waiting_count ->
        [one] {""}
       *[other] : { $waiting }
      }.
  }
help = Skriv, hvem der leder fra første dag (`head`), også indtil stillingen er besat, eller at enheden med vilje ikke har en leder (`head: none`).
help-alone = Skriv, hvem der leder, indtil stillingen er besat, eller at enheden med vilje ikke har en leder (`head: none`).
label = her er ingen leder
label-unfilled = denne stilling er ikke besat
label-base = er leder i dag
