title = Personoplysninger
message = { $kind ->
    [cpr] { $count ->
        [one] 1 nummer ligner et CPR-nummer
       *[other] { $count } numre ligner CPR-numre
      }
   *[email] Der står { $count ->
        [one] 1 e-mailadresse
       *[other] { $count } e-mailadresser
      } i filen
  }.
help = { $kind ->
    [cpr] Slet nummeret her og i tidligere versioner af filen. Er det et CPR-nummer, og er filen delt med andre, så giv straks jeres databeskyttelsesrådgiver besked.
   *[email] Slet e-mailadressen, hvis den er en persons; et diagram handler om stillinger og ikke om dem, der har dem. Undtag fundet, hvis det er en fælles postkasse.
  }
label = { $kind ->
    [cpr] ligner et CPR-nummer
   *[email] en e-mailadresse
  }
