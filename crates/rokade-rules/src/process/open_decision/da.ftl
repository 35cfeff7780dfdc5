title = Det, der ikke er afgjort
message = Endnu ikke afgjort: { $what ->
    [text] »{ $text }«
   *[things] { $about }
  }{ $options_count ->
    [0] {""}
   *[other] {" "}(muligheder: { $options })
  }. { $time ->
    [deadline] { $certainty ->
        [certain] Det skulle være afgjort senest { $decide_by }.
       *[possible] Fristen for at afgøre det ({ $decide_by }) er måske overskredet.
      }
    [in-force] { $certainty ->
        [certain] Ændringen er trådt i kraft ({ $effective }).
       *[possible] Ændringen er måske trådt i kraft ({ $effective }).
      }
    [after-effect] { $certainty ->
        [certain] Det skal først afgøres senest { $decide_by }, når ændringen er trådt i kraft ({ $effective }).
       *[possible] Det skal afgøres senest { $decide_by }, måske når ændringen er trådt i kraft ({ $effective }).
      }
   *[left] { $by ->
        [known] Det skal afgøres senest { $decide_by }.
       *[unknown] Det fremgår ikke, hvornår det skal afgøres.
      }
  }
message-undecided = Noget er endnu ikke afgjort.{ $units_count ->
    [0] {""}
   *[other] {" "}Hvor i organisationen: { $units }.
  }{ $staff_count ->
    [0] {""}
   *[other] {" "}Hvilken enhed de hører til: { $staff }.
  }{ $seats_count ->
    [0] {""}
   *[other] {" "}På hvilken adresse: { $seats }.
  }{ $groups_count ->
    [0] {""}
   *[other] {" "}Hvem borgerne møder først: { $groups }.
  }{ $time ->
    [in-force] {" "}{ $certainty ->
        [certain] Ændringen er trådt i kraft ({ $effective }).
       *[possible] Ændringen er måske trådt i kraft ({ $effective }).
      }
   *[left] {""}
  }
help = Afgør det, skriv, hvad der blev besluttet, og slet det under `open`, eller aftal en senere dag, og skriv, hvem der må vente på det.
help-undecided = Afgør det, og skriv svaret i stedet for `undecided`, eller skriv det under `open` med en dag, det senest skal afgøres (`decide_by`).
label = { $time ->
    [left] endnu ikke afgjort
   *[other] ikke afgjort i tide
  }
label-effective = træder i kraft { $effective }
label-undecided = endnu ikke afgjort
