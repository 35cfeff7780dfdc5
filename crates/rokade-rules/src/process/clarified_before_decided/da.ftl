title = Medarbejdere, der får besked før beslutningen
message = { $certainty ->
    [certain] Medarbejderne får besked om deres plads, før den er besluttet
   *[possible] Medarbejderne får måske besked om deres plads, før den er besluttet
  } ({ $decided }){ $deadline ->
    [all] : Alle skal have besked senest { $by }
    [each] : De skal have besked i { $organizations }
   *[none] {""}
  }{ $steps_count ->
    [0] .
   *[other] { $deadline ->
        [none] : { $steps }.
       *[other] ; { $steps }.
      }
  }
help = Giv medarbejderne besked efter beslutningen, eller træf den tidligere: Det, der siges før, kan stadig blive lavet om, og en høring, der er i gang imens, kommer til at ligne en formalitet.
label = skal vides senest { $date }
label-step = medarbejderne får besked fra { $date }
label-decision = beslutningen træffes { $decided }
