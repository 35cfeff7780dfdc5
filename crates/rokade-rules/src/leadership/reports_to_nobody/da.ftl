title = Medarbejdere uden nogen at referere til
message = { $posts ->
    [one] 1 stilling
   *[other] { $posts_start } stillinger
  } skal referere til { $superior }, { $why ->
    [ended] en stilling, der er nedlagt
   *[unfilled] en stilling, der ikke er besat
  }: { $staff }.
help = Skriv, hvem de refererer til (`reports_to`), også indtil stillingen er besat; uden det refererer de til lederen af deres enhed.
label = { $why ->
    [ended] en stilling, der er nedlagt
   *[unfilled] en stilling, der ikke er besat
  }
label-unfilled = stillingen er ikke besat
