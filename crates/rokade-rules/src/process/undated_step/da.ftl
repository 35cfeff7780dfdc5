title = Trin uden dato
message = { $steps_count ->
    [0] {""}
    [one] Trinnet { $steps }{ $kind ->
        [hearing] {" "}(høring)
        [information] {" "}(orientering)
        [discussion] {" "}(drøftelse)
        [decision] {" "}(beslutning)
        [clarification] {" "}(afklaring)
        [preparation] {" "}(forberedelse)
        [move] {" "}(flytning)
        [recruitment] {" "}(ansættelse)
        [evaluation] {" "}(evaluering)
        [external] {" "}(uden for vores indflydelse)
       *[none] {""}
      } har ingen dato.
   *[other] { $steps_count } trin har ingen dato: { $steps }.
  }{ $dates ->
    [none] {""}
   *[other] { $steps_count ->
        [0] {""}
       *[other] {" "}
      }
  }{ $dates ->
    [both] Ingen ved, hvornår det besluttes, eller hvornår det træder i kraft.
    [decision] Ingen ved, hvornår det besluttes.
    [effective] Ingen ved, hvornår det træder i kraft.
   *[none] {""}
  }
help = Skriv en dag eller i det mindste en måned eller et halvår: Indtil da kan ingen sige, om høringerne kommer før beslutningen, og om medarbejderne får besked i tide.
label = ingen dato
