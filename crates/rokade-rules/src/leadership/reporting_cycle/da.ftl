title = Stillinger, der refererer til hinanden
message = { $kind ->
    [self] { $staff } skal referere til sig selv
    [two] { $staff } refererer til hinanden
   *[ring] { $staff } refererer til hinanden i ring ({ $ring })
  }, så ingen leder { $posts ->
    [one] stillingen
   *[other] de { $posts } stillinger
  } oppefra.
help = Skriv i `reports_to`, hvem en af dem refererer til uden for ringen, eller lad den være ude: Så er det lederen af enheden.
label = refererer til { $superior }
